"""Batches: handed to a client, who confirms or refuses them, by word or by silence."""

from bot.services.batches.confirming import confirm_all, confirm_one
from bot.services.batches.deciding import decide_all, decide_one
from bot.services.batches.delivering import deliver
from bot.services.batches.files import FileReport, apply_file, drop_file, report, stage
from bot.services.batches.overdue import confirm_overdue, remind_clients
from bot.services.batches.refusing import Said, refuse
from bot.services.batches.views import (
    Card,
    HeldPage,
    LineView,
    card,
    every_refusal,
    good_news,
    held_page,
    line_view,
    lines_file,
    lines_page,
    listed,
    refusal_view,
    said_of,
    states_of,
    told_refusals,
)

__all__ = [
    "Card",
    "FileReport",
    "HeldPage",
    "LineView",
    "Said",
    "apply_file",
    "card",
    "confirm_all",
    "confirm_one",
    "confirm_overdue",
    "decide_all",
    "decide_one",
    "deliver",
    "drop_file",
    "every_refusal",
    "good_news",
    "held_page",
    "line_view",
    "lines_file",
    "lines_page",
    "listed",
    "refusal_view",
    "refuse",
    "remind_clients",
    "report",
    "said_of",
    "stage",
    "states_of",
    "told_refusals",
]
