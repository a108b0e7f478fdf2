"""Work that takes long or needs large libraries, done in a process beside the bot's."""

from bot.computing.entries import (
    earnings_chart,
    my_data_page,
    my_data_zip,
    progress_chart,
    statement_pdf,
)
from bot.computing.process import Compute, ComputeFailed

__all__ = [
    "Compute", "ComputeFailed", "earnings_chart", "my_data_page", "my_data_zip", "progress_chart",
    "statement_pdf",
]  # fmt: skip
