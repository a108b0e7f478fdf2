"""Importing tasks: staged, read with a report by line, published whole."""

from bot.services.imports.loading import go_on
from bot.services.imports.looking import CHAT, CONSOLE, Report, Seen, inspect
from bot.services.imports.publishing import Published, publish
from bot.services.imports.staging import drop, stage, staged_file

__all__ = [
    "CHAT", "CONSOLE", "Published", "Report", "Seen", "drop", "go_on", "inspect", "publish",
    "stage", "staged_file",
]  # fmt: skip
