"""Deleting what is older than its retention: the only place that may, page by page."""

from storage.retaining.gate import opened
from storage.retaining.money import STATEMENTS, UNPAID
from storage.retaining.page import Page, count, delete
from storage.retaining.phase import Phase
from storage.retaining.records import (
    ANSWERS,
    BROADCASTS,
    JOURNAL,
    LINKS,
    NOTICES,
    PROPOSALS,
    QUESTIONS,
    RECIPIENTS,
    STEPS,
    UPDATES,
)

# In this order: evidence holds lines, and what is kept holds what was said and told of it.
MONEY = (STATEMENTS, UNPAID)
PHASES = (
    STEPS, *MONEY, ANSWERS, QUESTIONS, PROPOSALS, LINKS, JOURNAL, NOTICES, RECIPIENTS,
    BROADCASTS, UPDATES,
)  # fmt: skip

__all__ = [
    "MONEY", "PHASES", "STATEMENTS", "UPDATES", "Page", "Phase", "count", "delete", "opened",
]  # fmt: skip
