"""Work that takes long or needs large libraries, done in a process beside the bot's."""

from bot.computing.entries import (
    earnings_chart,
    my_data_page,
    my_data_zip,
    person_figures,
    progress_chart,
    question_figures,
    statement_pdf,
)
from bot.computing.process import Compute, ComputeFailed, Computes

__all__ = [
    "Compute", "ComputeFailed", "Computes", "earnings_chart", "my_data_page", "my_data_zip",
    "person_figures", "progress_chart", "question_figures", "statement_pdf",
]  # fmt: skip
