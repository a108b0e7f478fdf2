"""Looking into the journal, for admins, and taking a part of it along as a file."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.journal import Entry, Narrowed
from bot.domain.notices import Priority
from bot.domain.people import Person, require_admin
from bot.effects.record import record
from bot.effects.tell import tell
from storage import journal, people
from storage.database import Database, Tx

SHOWN = 6
MOST_IN_FILE = 20_000


@dataclass(frozen=True, slots=True)
class Look:
    """A part of the journal, newest first; `more` tells whether older entries fit as well.

    `names` are (name, pseudonym) by person.
    """

    viewer: Person
    asked: Narrowed
    entries: list[Entry]
    more: bool
    names: dict[int, tuple[str, str]]


async def look(db: Database, asked: Narrowed, *, by: int, before: int = 0) -> Look:
    """The newest entries below that id that fit what is asked."""
    return await _look(db, asked, by=by, before=before, most=SHOWN)


async def all_of(db: Database, asked: Narrowed, *, by: int) -> Look:
    """As many entries as a file may hold, the newest of them."""
    return await _look(db, asked, by=by, before=0, most=MOST_IN_FILE)


async def acts(db: Database, *, by: int) -> list[str]:
    """Every act that the journal knows of."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        return await journal.acts(tx)


async def take_along(db: Database, asked: Narrowed, *, by: int, cause: str, now: datetime) -> None:
    """Owe the admin a part of the journal as a file, and write that into the journal."""
    async with db.begin(cause) as tx:
        viewer = await people.by_id(tx, by)
        require_admin(viewer)
        after = {"narrowed": asked.code}
        await record(tx, "journal-exported", "hall", by=by, now=now, after=after)
        await tell(
            tx, viewer, "journal_file", key=f"{cause}:journal_file", now=now,
            priority=Priority.answer, person_id=by, code=asked.code,
        )  # fmt: skip


async def _look(db: Database, asked: Narrowed, *, by: int, before: int, most: int) -> Look:
    async with db.read() as tx:
        viewer = await people.by_id(tx, by)
        require_admin(viewer)
        span = _day(asked, viewer.zone)
        found = await journal.newest(tx, asked, span, before=before, most=most + 1)
        names = await _names(tx, asked, found[:most])
    return Look(viewer, asked, found[:most], len(found) > most, names)


def _day(asked: Narrowed, zone: str) -> tuple[datetime, datetime] | None:
    """From when to when the day is by the clock of who looks."""
    if asked.day is None:
        return None
    start, end = (
        datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
        for day in (asked.day, asked.day + timedelta(days=1))
    )
    return start, end


async def _names(tx: Tx, asked: Narrowed, entries: list[Entry]) -> dict[int, tuple[str, str]]:
    ids = {one.actor_id for one in entries} | {asked.about, asked.by}
    ids |= {person_of(one.subject) for one in entries}
    return await journal.names(tx, sorted(one for one in ids if one))


def person_of(subject: str) -> int | None:
    """The person that an entry is about by itself, if it is."""
    what, _, which = subject.partition(":")
    return int(which) if what == "person" and which.isdecimal() else None
