"""Preparing a call: which project, how many jobs, first come or draw, and in which places.

A draft is a row, so that the buttons of an old message and a restart change nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.calls import Call, CallState
from bot.domain.draws import NewDraw
from bot.domain.numbers import public_number
from bot.domain.people import require_coordinator
from bot.domain.places import Meant, Place, TopicState, meant
from bot.domain.projects import Project, require_callable
from bot.domain.refusal import Refused
from bot.effects.find_project import coordinated
from bot.effects.record import record
from bot.effects.touch_call import redraw
from bot.services.calls.posting import in_journal, open_call, put_up
from storage import calls, chats, drafts, people, posts, projects, topics
from storage.database import Database, Tx
from storage.drafts import Draft, Key


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft with all that its screen shows.

    `places` are those that take a card now, `hindered` the work groups that do not, `others` those
    that are for other projects or languages, `there` those in which the call that gets more places
    stands already.
    """

    draft: Draft
    project: Project
    call: Call | None
    jobs: int
    places: list[Place]
    hindered: list[Place]
    others: list[Place]
    there: set[Key]


async def prepare(
    db: Database, *, project_key: str, limit: int | None, draw: bool, by: int, now: datetime
) -> str:
    """A new draft for a call of the project; returns its number.

    The places that say they are for it are checked, else the only one.
    """
    async with db.begin() as tx:
        project = await coordinated(tx, project_key, by)
        require_callable(project)
        return await _add(tx, project, None, limit, draw=draw, by=by, now=now)


async def prepare_more(db: Database, *, number: str, by: int, now: datetime) -> str:
    """A new draft for more places of a call that stands; returns its number."""
    async with db.begin() as tx:
        call = await calls.by_number(tx, number)
        if call is None:
            raise Refused("no-call")
        require_coordinator(await people.by_id(tx, by), call.project_id)
        if call.state is CallState.closed:
            raise Refused("call-closed")
        project = await projects.by_id(tx, call.project_id)
        return await _add(tx, project, call, call.limit, draw=call.drawing, by=by, now=now)


async def _add(
    tx: Tx, project: Project, call: Call | None, limit: int | None, *, draw: bool, by: int,
    now: datetime,
) -> str:  # fmt: skip
    free = await _free(tx, project, call.id if call else None)
    languages = project.offer.languages
    for_it = [
        place.key
        for place in free
        if place.topic is None and meant(place.chat, project.id, languages) is Meant.for_it
    ]
    only = [place.key for place in free] if len(free) == 1 else []
    number = public_number()
    await drafts.add(
        tx, number=number, person_id=by, project_id=project.id,
        call_id=call.id if call else None, limit=limit, draw=draw,
        waves=call is None or call.waves, places=for_it or only, now=now,
    )  # fmt: skip
    return number


async def prepared(db: Database, *, number: str, by: int) -> Prepared:
    """The draft as it stands; only for who made it."""
    async with db.read() as tx:
        draft = await own_draft(tx, number, by)
        call = await calls.by_id(tx, draft.call_id) if draft.call_id else None
        project = await projects.by_id(tx, draft.project_id)
        size = project.offer.tasks_per_job
        jobs = -(-await projects.open_slots(tx, project.id) // size)
        places, hindered = await _places(tx)
        there = await _there(tx, draft.call_id)
        good, others = split(places, project)
        return Prepared(draft, project, call, jobs, good, hindered, others, there)


async def choose(db: Database, *, number: str, key: Key, chosen: bool, by: int) -> None:
    """Check a place or uncheck it; a second tap on the same button changes nothing."""
    async with db.begin() as tx:
        draft = await open_draft(tx, number, by)
        free = await _free(tx, await projects.by_id(tx, draft.project_id), draft.call_id)
        if chosen and key not in {place.key for place in free}:
            raise Refused("place-not-there")
        kept = {*draft.places, key} if chosen else {*draft.places} - {key}
        await _keep(tx, draft, free, kept)


async def choose_all(db: Database, *, number: str, chosen: bool, by: int) -> None:
    """Check each group and channel once, or none; a forum gets the call in General."""
    async with db.begin() as tx:
        draft = await open_draft(tx, number, by)
        free = await _free(tx, await projects.by_id(tx, draft.project_id), draft.call_id)
        # Who has checked a topic of a forum wants it there, and not in General as well.
        by_topic = {chat_id for chat_id, thread_id in draft.places if thread_id is not None}
        whole = {p.key for p in free if p.topic is None and p.chat.id not in by_topic}
        await _keep(tx, draft, free, {*draft.places, *whole} if chosen else set())


async def _keep(tx: Tx, draft: Draft, free: list[Place], kept: set[Key]) -> None:
    order = [place.key for place in free if place.key in kept]
    await drafts.change(tx, draft.id, limit=draft.limit, draw=draft.draw, places=order)


async def set_terms(db: Database, *, number: str, limit: int | None, draw: bool, by: int) -> None:
    """For how many jobs the call is (none: all that there are), and how they are given."""
    async with db.begin() as tx:
        draft = await open_draft(tx, number, by)
        if draft.call_id is not None:
            raise Refused("stale-button")
        if limit is not None and limit < 1:
            raise Refused("call-size")
        await drafts.change(tx, draft.id, limit=limit, draw=draw, places=draft.places)


async def post(
    db: Database, *, number: str, draw: NewDraw, by: int, cause: str, now: datetime
) -> Call:
    """Post what was prepared, once, in all its places or in none."""
    async with db.begin(cause) as tx:
        draft = await open_draft(tx, number, by)
        if draft.when is not None:
            raise Refused("stale-button")
        require_reach(draft)
        project = await projects.by_id(tx, draft.project_id)
        require_coordinator(await people.by_id(tx, by), project.id)
        if draft.call_id is None:
            call = await open_call(
                tx, project, draft.places, limit=draft.limit, draw=draw if draft.draw else None,
                waves=draft.waves, by=by, now=now,
            )  # fmt: skip
        else:
            call = await _put_up_more(tx, draft.call_id, draft.places, by=by, now=now)
        await drafts.posted(tx, draft.id, call.id)
        return call


async def _put_up_more(
    tx: Tx, call_id: int, keys: Sequence[Key], *, by: int, now: datetime
) -> Call:
    call = await calls.locked(tx, call_id)
    if call.state is CallState.closed:
        raise Refused("call-closed")
    await put_up(tx, call, keys, now=now)
    after = {"places": in_journal(keys)}
    await record(tx, "call-spread", f"call:{call.number}", by=by, now=now, after=after)
    await redraw(tx, call, now=now)
    return call


async def own_draft(tx: Tx, number: str, by: int, *, lock: bool = False) -> Draft:
    """The draft; refused to everybody but who made it."""
    draft = await drafts.by_number(tx, number, lock=lock)
    if draft is None or draft.person_id != by:
        raise Refused("stale-button")
    return draft


async def open_draft(tx: Tx, number: str, by: int) -> Draft:
    """As `own_draft`, locked, and refused once it was posted or planned."""
    draft = await own_draft(tx, number, by, lock=True)
    if draft.posted:
        raise Refused("call-posted-already")
    return draft


def require_reach(draft: Draft) -> None:
    """Refuse a call that nobody would see."""
    if not draft.places and (draft.call_id is not None or not draft.waves):
        raise Refused("place-none-chosen")


async def _there(tx: Tx, call_id: int | None) -> set[Key]:
    if call_id is None:
        return set()
    return {(post.chat_id, post.thread_id) for post in await posts.of_call(tx, call_id)}


async def _free(tx: Tx, project: Project, call_id: int | None) -> list[Place]:
    """The places that take a card of it now, without those in which the call stands already."""
    there = await _there(tx, call_id)
    good, _ = split((await _places(tx))[0], project)
    return [place for place in good if place.key not in there]


def split(places: list[Place], project: Project) -> tuple[list[Place], list[Place]]:
    """Those that take calls of the project, what says it is for it first; and the others."""
    fit = {place.key: meant(place.chat, project.id, project.offer.languages) for place in places}
    good = [place for place in places if fit[place.key].is_welcome]
    good.sort(key=lambda place: fit[place.key] is not Meant.for_it)
    return good, [place for place in places if not fit[place.key].is_welcome]


async def _places(tx: Tx) -> tuple[list[Place], list[Place]]:
    """The places of the work groups that take a card now, and those that do not.

    A topic that was deleted is neither.
    """
    known = await topics.everything(tx)
    every: list[Place] = []
    for chat in await chats.everything(tx):
        if not chat.registered:
            continue
        every.append(Place(chat))
        if chat.rights.hindrance is None:
            mine = [topic for topic in known if topic.chat_id == chat.id]
            every += [Place(chat, one) for one in mine if one.state is not TopicState.gone]
    good = [place for place in every if place.hindrance is None]
    return good, [place for place in every if place.hindrance is not None]
