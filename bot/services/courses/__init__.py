"""Courses: published, taken tap by tap, ended by an answer or by the clock, looked at."""

from bot.services.courses.guides import GuideView, answer_check, guide, mark_read
from bot.services.courses.looking import (
    Card,
    Own,
    Results,
    card,
    listed,
    own,
    qualification,
    results,
)
from bot.services.courses.publishing import lift, publish, set_state, withdraw
from bot.services.courses.sweeping import look
from bot.services.courses.taking import (
    SittingView,
    choose,
    settle,
    start,
    tick,
    turn,
    view,
    view_by_id,
)

__all__ = [
    "Card", "GuideView", "Own", "Results", "SittingView", "answer_check", "card", "choose",
    "guide", "lift", "listed", "look", "mark_read", "own", "publish", "qualification", "results",
    "set_state", "settle", "start", "tick", "turn", "view", "view_by_id", "withdraw",
]  # fmt: skip
