"""Keeping the cards of calls true: state after each change, edits merged and spread out."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.calls import Call, CallState, OfferState, places, state_after
from bot.domain.jobs import Job
from bot.domain.notices import Priority
from bot.domain.waves import LIST_FIRST
from storage import (
    borrowing,
    calls,
    cards,
    journal,
    notices,
    offers,
    people,
    posts,
    projects,
    waves,
)
from storage.database import Tx
from storage.offers import Offer


async def left(tx: Tx, call: Call, *, but_for: int | None = None) -> int:
    """How many places the call offers to somebody who may use the place held for them."""
    project, open_slots = await projects.with_slots(tx, call.project_id)
    held, elsewhere = await offers.count_held(tx, call, but_for=but_for)
    tasks = project.offer.tasks_per_job
    return places(
        call, open_slots=open_slots, tasks_per_job=tasks, held=held, elsewhere=elsewhere,
        borrowed=await borrowing.count(tx, project.id) if tasks == 1 else 0,
    )  # fmt: skip


async def touch_calls(tx: Tx, project_id: int, *, now: datetime, only_fewer: bool = False) -> None:
    """After slots or places changed: move the calls of the locked project, redraw their cards.

    Where places came back, calls that go to people privately pass them on; not where there can
    be `only_fewer` than before.
    """
    redrawn: list[tuple[Call, datetime]] = []
    passed_on: list[int] = []
    for call in await calls.unclosed(tx, project_id):
        places_left = await left(tx, call)
        state = state_after(call, places_left)
        if state is not call.state:
            await calls.set_state(tx, call.id, state)
        if call.waves and places_left and not call.drawing and not only_fewer:
            passed_on.append(call.id)
            redrawn.append((call, await told_in_groups(tx, call, now)))
        # The card of a draw is drawn anew when every hand is answered, at once and for all.
        elif not call.drawing:
            redrawn.append((call, now))
    if passed_on:
        await waves.wake(tx, passed_on, now)
    await _redraw(tx, redrawn)


async def told_in_groups(tx: Tx, call: Call, now: datetime) -> datetime:
    """When groups may hear of places of the call: after who waits for it, where it asks them."""
    asks = call.waves and not call.drawing
    return now + LIST_FIRST if asks and await waves.anybody_waits(tx, now) else now


async def place_back(tx: Tx, job: Job) -> None:
    """The job came back, or was handed in after all: its call has that place again, or not."""
    if job.call_id is not None:
        await calls.recount(tx, job.call_id)


async def end_held(
    tx: Tx, held: Iterable[Offer], state: OfferState, *, by: int | None = None, now: datetime
) -> None:
    """End these held places, of locked projects, before their time; it counts for nothing.

    A private call that stands in a chat says so there, silently; one on its way does not go out.
    """
    ended = list(held)
    for one in ended:
        await offers.end(tx, one.id, state)
        await journal.append(
            tx, at=now, actor_id=by, act=f"place-{state}", subject=f"call:{one.call_number}"
        )
        await fold_private(tx, one, now=now)
    for project_id in sorted({one.project_id for one in ended}):
        await touch_calls(tx, project_id, now=now)


async def fold_private(tx: Tx, over: Offer, *, now: datetime) -> None:
    """A private call that is over says so where it stands; one on its way does not go out."""
    if not over.private:
        return
    if over.told_at is None:
        await notices.cancel_one(tx, f"offer:{over.id}")
        return
    telegram_id = (await people.by_id(tx, over.person_id)).telegram_id
    if telegram_id is not None:
        await notices.add(
            tx, key=f"offer:{over.id}:over", chat_id=telegram_id, person_id=over.person_id,
            kind="private_call", args={"offer_id": over.id}, priority=Priority.call, now=now,
            edits=over.message_id,
        )  # fmt: skip


async def close(tx: Tx, call: Call, *, now: datetime) -> None:
    """Close the call for good; what it held for people is free for other calls at once."""
    await calls.set_state(tx, call.id, CallState.closed)
    await end_held(tx, await offers.held_of(tx, call.id), OfferState.lapsed, now=now)
    await redraw(tx, call, now=now)
    for post in await posts.of_call(tx, call.id):
        if post.pinned and not post.is_out_of_reach:
            await cards.owe_pin(tx, post, now=now, pin=False)


async def redraw(tx: Tx, *redrawn: Call, now: datetime) -> None:
    """Owe each card of the calls one edit, merged with one that is queued already."""
    await _redraw(tx, [(call, now) for call in redrawn])


async def _redraw(tx: Tx, redrawn: list[tuple[Call, datetime]]) -> None:
    every = [(post, at) for call, at in redrawn for post in await posts.of_call(tx, call.id)]
    # Each of them keeps its chat from other projects: all take the chats in one order.
    for post, at in sorted(every, key=lambda one: one[0].chat_id):
        await cards.owe_edit(tx, post, now=at)
