"""Verdicts on ratings and flags: what waits, giving one, returning, and the review deadline."""

from bot.services.reviews.deadline import accept_overdue
from bot.services.reviews.drafts import (
    answer,
    choose_hours,
    choose_item,
    close,
    confirm,
    preparing,
    restart,
    start,
    write,
)
from bot.services.reviews.looking import (
    Queue,
    Reviewing,
    Told,
    counts,
    evidence,
    next_to_review,
    queue,
    reviewing,
    show,
    told,
    verdict,
)
from bot.services.reviews.second import lapse_second
from bot.services.reviews.verdicts import Given, accept

__all__ = [
    "Given", "Queue", "Reviewing", "Told", "accept", "accept_overdue", "answer", "choose_hours",
    "choose_item", "close", "confirm", "counts", "evidence", "lapse_second",
    "next_to_review", "preparing",
    "queue", "restart", "reviewing", "show", "start", "told", "verdict", "write",
]  # fmt: skip
