"""Being away: reminders, the pause after them, and pauses of one's own. None counts for anything.

An absence begins with the last sign of life, or with the end of a pause that the person took.
"""

from datetime import datetime, timedelta

from bot.domain.people import Pause, Person, is_paused
from bot.domain.refusal import Refused

DAY = timedelta(days=1)
# For how long one can pause with one tap; without an end, until the return.
PAUSES = (1, 7, 28)


def is_new_sign(person: Person, now: datetime) -> bool:
    """Whether a sign of life is to be written down: once a day, or where it ends a pause."""
    if person.pause is Pause.inactive or person.seen_at is None:
        return True
    return now >= person.seen_at + DAY


def stages(days: tuple[int, int, int], now: datetime) -> list[tuple[datetime, datetime]]:
    """For each notice in its order: absent since when, and the notice before it not after when.

    Two notices are as far apart as was published, also where the first one came late.
    """
    before = (0, *days)
    return [
        (now - days[nth] * DAY, now - (days[nth] - before[nth]) * DAY) for nth in range(len(days))
    ]


def pause_until(person: Person, days: int | None, now: datetime) -> datetime | None:
    """Until when a pause of the person's own lasts; refused while another pause holds."""
    if days is not None and days not in PAUSES:
        raise Refused("stale-button")
    if person.pause is Pause.skips and is_paused(person, now):
        raise Refused("paused", until=person.paused_until)
    return None if days is None else now + days * DAY


def back_key(person_id: int, now: datetime) -> str:
    """The key of the notice that says that a pause for being away is over; one a day."""
    return f"back:{person_id}:{now.date().isoformat()}"
