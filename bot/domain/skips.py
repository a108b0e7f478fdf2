"""Tasks that somebody left out, one after the other: a streak of them pauses for a while."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.people import Person, is_paused


def streak_after(before: int, skipped: Iterable[bool]) -> int:
    """The streak after these tasks in their order; whatever else was done with one ends it."""
    streak = before
    for one in skipped:
        streak = streak + 1 if one else 0
    return streak


def pause_after(
    person: Person, streak: int, *, most: int, minutes: int, now: datetime
) -> datetime | None:
    """Until when a streak pauses the person; none while it does not, or a pause holds anyway."""
    if streak < most or is_paused(person, now):
        return None
    return now + timedelta(minutes=minutes)
