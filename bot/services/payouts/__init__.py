"""Payouts: what the payer says of them, one by one, a whole run at once, or by file."""

from bot.services.payouts.files import file_contents, make_file, withdraw_files
from bot.services.payouts.marking import mark, mark_all
from bot.services.payouts.reports import (
    apply_report,
    drop_report,
    stage_report,
    staged_report,
)

__all__ = [
    "apply_report", "drop_report", "file_contents", "make_file", "mark", "mark_all",
    "stage_report", "staged_report", "withdraw_files",
]  # fmt: skip
