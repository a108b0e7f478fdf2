"""Exporting ratings: streamed in pages, never half a task."""

from bot.services.exports.order import Order
from bot.services.exports.reading import Reader
from bot.services.exports.writing import PART_BYTES, Part, Written, in_memory, parts, write

__all__ = ["PART_BYTES", "Order", "Part", "Reader", "Written", "in_memory", "parts", "write"]
