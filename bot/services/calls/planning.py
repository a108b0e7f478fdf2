"""Planning a call instead of posting it: when it goes out, and what stands in its way."""

from collections.abc import Collection
from datetime import datetime

from bot.domain import planning
from bot.domain.people import require_coordinator
from bot.domain.refusal import Refused
from bot.domain.schedules import When, meeting, require_sensible
from bot.effects.record import record
from bot.services.calls.drafts import open_draft, require_reach
from bot.services.calls.posting import in_journal, place_of, require_meant
from storage import awaited_texts, drafts, people, projects, schedules
from storage.database import Database, Tx
from storage.drafts import Key

# What takes the words of somebody who writes the time.
ASKED = "call-when"


async def go_privately(db: Database, *, number: str, waves: bool, by: int) -> None:
    """Whether the call goes to people privately as well, in waves."""
    async with db.begin() as tx:
        draft = await open_draft(tx, number, by)
        if draft.call_id is not None:
            raise Refused("stale-button")
        await drafts.set_waves(tx, draft.id, waves=waves)


async def go_at_once(db: Database, *, number: str, by: int) -> None:
    """The call goes out as soon as it is posted."""
    async with db.begin() as tx:
        draft = await open_draft(tx, number, by)
        await drafts.set_when(tx, draft.id, None)


async def go_on_day(
    db: Database, *, number: str, days: int, hour: int, by: int, now: datetime
) -> None:
    """The call goes out once, so many days from today, at that hour of the coordinator's zone."""
    async with db.begin() as tx:
        zone = (await people.by_id(tx, by)).zone
        await _set(tx, number, planning.on_day(days, hour, zone, now), by=by, now=now)


async def go_again(
    db: Database, *, number: str, pattern: str, hour: int, by: int, now: datetime
) -> None:
    """The call goes out on each of these days, at that hour of the coordinator's zone."""
    async with db.begin() as tx:
        zone = (await people.by_id(tx, by)).zone
        await _set(tx, number, planning.repeated(pattern, hour, zone), by=by, now=now)


async def ask_when(
    db: Database, *, number: str, by: int, card_id: int | None, now: datetime
) -> None:
    """The next message of the coordinator is the time, or the pattern."""
    async with db.begin() as tx:
        await open_draft(tx, number, by)
        args = {"number": number, "back": ["call_when", {"number": number}]}
        await awaited_texts.put(tx, by, ASKED, args, card_id=card_id, now=now)


async def go_as_written(db: Database, *, number: str, text: str, by: int, now: datetime) -> None:
    """The call goes out when the words say; what was asked is answered with that."""
    async with db.begin() as tx:
        zone = (await people.by_id(tx, by)).zone
        await _set(tx, number, planning.read_when(text, zone, now), by=by, now=now)
        await awaited_texts.drop(tx, by)


async def _set(tx: Tx, number: str, when: When, *, by: int, now: datetime) -> None:
    draft = await open_draft(tx, number, by)
    if draft.call_id is not None:
        raise Refused("stale-button")
    require_sensible(when, now)
    await drafts.set_when(tx, draft.id, when)


async def plan(db: Database, *, number: str, by: int, cause: str, now: datetime) -> str:
    """Plan what was prepared, once; the plan has the number of the draft, which it returns."""
    async with db.begin(cause) as tx:
        draft = await open_draft(tx, number, by)
        if draft.when is None:
            raise Refused("stale-button")
        require_reach(draft)
        first = require_sensible(draft.when, now)
        project = await projects.locked(tx, draft.project_id)
        require_coordinator(await people.by_id(tx, by), project.id)
        for key in draft.places:
            require_meant(await place_of(tx, key), project)
        await require_apart(tx, project.id, draft.places, draft.when, now)
        await schedules.add(
            tx, number=number, project_id=project.id, by=by, limit=draft.limit, draw=draft.draw,
            waves=draft.waves, places=draft.places, when=draft.when, next_at=first, now=now,
        )  # fmt: skip
        await drafts.posted(tx, draft.id, None)
        after = {
            "project": project.key, "places": in_journal(draft.places), "cron": draft.when.cron,
            "until": first.isoformat(), "zone": draft.when.zone,
        }  # fmt: skip
        await record(tx, "schedule-made", f"schedule:{number}", by=by, now=now, after=after)
        return number


async def require_apart(
    tx: Tx, project_id: int, places: Collection[Key], when: When, now: datetime
) -> None:
    """Refuse what meets another plan of the project that goes on, in a place at the same time."""
    for other in await schedules.kept(tx, project_id):
        if other.next_at is None:
            continue
        same = set(places) & set(other.places) or not (places or other.places)
        moment = meeting(when, other.when, now) if same else None
        if moment is not None:
            raise Refused("schedule-overlap", number=other.number, at=moment)
