"""The screens of planned calls, and of what groups are for."""

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.context import Hall
from handlers.messages import call, call_when, group_card, schedules
from handlers.messages.screen import Screen

SCREENS: dict[str, Callable[[Hall, dict[str, Any]], Awaitable[Screen | None]]] = {
    "call_when": call_when.when,
    "call_hours": call_when.hours,
    "call_when_ask": call_when.ask,
    "schedules": schedules.listing,
    "schedule": schedules.card,
    "schedule_end": schedules.ask_end,
    "schedule_skipped": schedules.skipped,
    "retract": call.retracted,
    "no_pin": group_card.no_pin,
    "group_card": group_card.card,
    "group_languages": group_card.languages,
    "group_projects": group_card.projects,
}
