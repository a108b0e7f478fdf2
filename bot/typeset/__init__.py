"""Formatted text for Telegram: our own tags and the Markdown of language models."""

from bot.seen import has_visible
from bot.typeset.bounds import MOST_MARKS, marks
from bot.typeset.cut import parts, split
from bot.typeset.render import markdown, plain
from bot.typeset.text import (
    Entity,
    Text,
    bold,
    code,
    escape,
    italic,
    quote,
    rich,
    utf16,
)

__all__ = [
    "MOST_MARKS",
    "Entity",
    "Text",
    "bold",
    "code",
    "escape",
    "has_visible",
    "italic",
    "markdown",
    "marks",
    "parts",
    "plain",
    "quote",
    "rich",
    "split",
    "utf16",
]
