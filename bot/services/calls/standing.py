"""Calls that stand: what their cards say, in which places, and when they end."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.calls import Call, CallState
from bot.domain.draws import Draw
from bot.domain.notices import Priority
from bot.domain.people import require_coordinator
from bot.domain.places import Place, PostState, post_state
from bot.domain.projects import Pace, Project, ProjectState, Terms, pace, terms_of
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.effects.lapse_offer import lapse_offer
from bot.effects.record import record
from bot.effects.tell import tell
from bot.effects.touch_call import close, left, touch_calls
from bot.insistence import each
from storage import calls, cards, draws, offers, people, posts, projects, waves
from storage.database import Database, Tx
from storage.waves import Tally


@dataclass(frozen=True, slots=True)
class Card:
    """What the card of a call says now; `reachable` is whether its place takes it."""

    call: Call
    project: Project
    left: int
    pace: Pace
    terms: Terms
    draw: Draw | None
    shown: str
    reachable: bool


@dataclass(frozen=True, slots=True)
class PostedCall:
    """A call with its places, where its card stands in each, and what came of private calls."""

    call: Call
    project: Project
    left: int
    draw: Draw | None
    places: list[tuple[Place, PostState]]
    tally: Tally | None = None


async def card(db: Database, post_id: int, *, rules: Rules) -> Card:
    """What the card in one place says now."""
    async with db.read() as tx:
        post = await posts.by_id(tx, post_id)
        call = await calls.by_id(tx, post.call_id)
        project = await projects.by_id(tx, call.project_id)
        return Card(
            call, project, await left(tx, call), pace(project),
            terms_of(project, rules.pay.day.weekday),
            await draws.of_call(tx, call.id), post.shown, not post.is_out_of_reach,
        )  # fmt: skip


async def stands(db: Database, post_id: int, message_id: int) -> bool:
    """Whether that card stands in that message."""
    async with db.look() as tx:
        return (await posts.by_id(tx, post_id)).message_id == message_id


async def posted(db: Database, *, number: str, by: int) -> PostedCall:
    """One call with its places; for who coordinates its project."""
    async with db.read() as tx:
        call = await calls.by_number(tx, number)
        if call is None:
            raise Refused("no-call")
        require_coordinator(await people.by_id(tx, by), call.project_id)
        return await _posted(tx, call)


async def open_calls(db: Database, *, by: int) -> list[PostedCall]:
    """The calls that are not closed, newest first, of the projects that the person coordinates."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        require_coordinator(person)
        found = [
            call for call in await calls.unclosed(tx) if person.may_coordinate(call.project_id)
        ]
        return [await _posted(tx, call) for call in found]


async def _posted(tx: Tx, call: Call) -> PostedCall:
    places = []
    for post in await posts.of_call(tx, call.id):
        waits = await cards.is_owed(tx, post.id)
        state = post_state(
            post.place.hindrance, is_sent=post.message_id is not None, is_pending=waits
        )
        places.append((post.place, state))
    project = await projects.by_id(tx, call.project_id)
    tally = await waves.tally(tx, call.id) if call.waves else None
    return PostedCall(
        call, project, await left(tx, call), await draws.of_call(tx, call.id), places, tally
    )


async def close_call(db: Database, *, number: str, by: int, cause: str, now: datetime) -> None:
    """Close a call by hand; running jobs go on."""
    async with db.begin(cause) as tx:
        call = await calls.by_number(tx, number)
        if call is None:
            raise Refused("no-call")
        require_coordinator(await people.by_id(tx, by), call.project_id)
        call = await calls.locked(tx, call.id)
        if call.state is CallState.closed:
            raise Refused("call-closed")
        await close(tx, call, now=now)
        await record(
            tx, "call-closed", f"call:{number}", by=by, now=now, before={"state": call.state},
            after={"state": CallState.closed},
        )  # fmt: skip


async def lapse_offers(db: Database, *, now: datetime) -> int:
    """Sweep: held places whose time is over go back to their calls; returns how many."""
    async with db.look() as tx:
        over = await offers.overdue(tx, now, 500)

    async def lapse(offer: offers.Offer) -> int:
        async with db.begin() as tx:
            await people.locked(tx, offer.person_id)
            await projects.lock(tx, offer.project_id)
            held = await offers.held_by(tx, offer.call_id, offer.person_id)
            if held is not None and held.until <= now:
                await _lapse(tx, held, now)
            return 1

    return await each(over, lapse)


async def _lapse(tx: Tx, held: offers.Offer, now: datetime) -> None:
    if await lapse_offer(tx, held):
        # What stands in the chat says that it is over, without a sound and in its place.
        await tell(
            tx, await people.by_id(tx, held.person_id), "private_call",
            key=f"offer:{held.id}:over", now=now, priority=Priority.call,
            edits=held.message_id, offer_id=held.id,
        )  # fmt: skip
    await record(tx, "place-lapsed", f"call:{held.call_number}", by=None, now=now)
    await touch_calls(tx, held.project_id, now=now)


async def close_finished(db: Database, *, now: datetime) -> int:
    """Sweep: calls that nothing can reopen are closed; returns how many."""
    async with db.read() as tx:
        live = await calls.unclosed(tx)

    async def finish(one: Call) -> bool:
        async with db.begin() as tx:
            call = await calls.locked(tx, one.id)
            if call.state is CallState.closed:
                return False
            project = await projects.by_id(tx, call.project_id)
            if project.state is not ProjectState.closed and not await calls.is_over(tx, call.id):
                return False
            await close(tx, call, now=now)
            await record(tx, "call-closed", f"call:{call.number}", by=None, now=now)
            return True

    return await each(live, finish)
