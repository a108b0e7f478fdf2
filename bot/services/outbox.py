"""The outbox: notices are leased, delivered outside of any transaction, and settled."""

from collections.abc import Awaitable, Callable, Collection
from datetime import datetime, timedelta

from bot.domain.memberships import MemberState, is_out
from bot.domain.notices import (
    ACTS,
    EXPEL,
    IN_ENGLISH,
    PIN,
    PINS,
    READMIT,
    TIME_OVER,
    UNPIN,
    Broken,
    Delivered,
    Moved,
    Notice,
    NoticeState,
    Outcome,
    Undeliverable,
    Unknown,
    Unreached,
    Wait,
    after,
    is_stale,
)
from bot.domain.places import Hindrance
from bot.effects.arrival import part_arrived, part_refused
from bot.effects.draw_window import start_window
from bot.effects.lapse_offer import lapse_offer, offer_told
from bot.effects.places import lose_place, pin, pin_refused, stand_again, tell_concerned
from bot.effects.record import record
from bot.effects.show_job import fits_one_message
from bot.effects.standing import step_told, tell_untold
from bot.effects.tell import tell
from bot.effects.touch_call import redraw, touch_calls
from storage import (
    broadcasts,
    calls,
    cards,
    chats,
    jobs,
    leases,
    memberships,
    notices,
    offers,
    people,
    posts,
    projects,
    steps,
)
from storage.database import Database, Tx

# Longer than any delivery takes: who holds a notice for longer is dead.
LEASE = timedelta(minutes=5)

_NEVER_ARRIVED = (NoticeState.undeliverable, NoticeState.failed, NoticeState.uncertain)

FollowUp = Callable[[Tx, Notice, Delivered, datetime], Awaitable[None]]


async def _job_card_sent(tx: Tx, notice: Notice, done: Delivered, now: datetime) -> None:
    if "job_id" not in notice.args or done.message_id is None:
        return
    job_id = int(notice.args["job_id"])
    await jobs.change(tx, job_id, card_message_id=done.message_id)
    if "step" in notice.args:
        await _renew(tx, notice, job_id, done.message_id, now)


async def _renew(
    tx: Tx, notice: Notice, job_id: int, message_id: int | None, now: datetime
) -> None:
    """Draw a card anew that was old on arrival: an earlier copy of it was tapped meanwhile."""
    job = await jobs.by_id(tx, job_id)
    if job.step == notice.args["step"] or not await fits_one_message(tx, job):
        return
    await notices.add(
        tx, key=f"job:{job_id}:{job.step}:anew:{notice.id}", chat_id=notice.chat_id,
        person_id=notice.person_id, kind="job_card", priority=notice.priority, now=now,
        args={"job_id": job_id, "position": job.position, "step": job.step},
        edits=message_id,
    )  # fmt: skip


async def _card_sent(tx: Tx, notice: Notice, done: Delivered, now: datetime) -> None:
    """A card or an edit of it is in its place."""
    if "post_id" not in notice.args or done.message_id is None:
        return
    post_id = int(notice.args["post_id"])
    if notice.edits == done.message_id:
        await posts.sent(tx, post_id, done.message_id, done.shown, anew=None)
        return
    before = await posts.by_id(tx, post_id)
    call = await calls.locked(tx, before.call_id)
    await posts.sent(tx, post_id, done.message_id, done.shown, anew=now)
    if notice.edits is None and before.message_id not in (None, done.message_id):
        await cards.retract(tx, before, now=now)
    # Edits that wait are of the message that stood there before.
    await cards.cancel(tx, post_id)
    post = await posts.by_id(tx, post_id)
    await pin(tx, post, call, now=now)
    # What changed while the card was on its way had no message to be drawn in.
    await start_window(tx, call.id, now=now)
    await redraw(tx, call, now=now)


async def _pinned(tx: Tx, notice: Notice, _done: Delivered, _now: datetime) -> None:
    """The card of the notice is pinned, or is not any more."""
    await posts.set_pinned(tx, int(notice.args["post_id"]), pinned=notice.kind == PIN)


async def _step_told(tx: Tx, notice: Notice, _done: Delivered, now: datetime) -> None:
    step = await steps.by_number(tx, notice.args["number"])
    if step is not None:
        await step_told(tx, step.id, now=now)


async def _broadcast_card_sent(tx: Tx, notice: Notice, done: Delivered, _now: datetime) -> None:
    """The message that shows how far a broadcast is."""
    one = await broadcasts.by_number(tx, notice.args["number"])
    if one is not None and notice.edits is None and one.card_id is None:
        await broadcasts.change(tx, one.id, card_id=done.message_id)


async def _put_out(tx: Tx, notice: Notice, _done: Delivered, now: datetime) -> None:
    """Somebody is out of a group; who was reinstated meanwhile is let in again."""
    person = await people.locked(tx, notice.person_id or 0)
    await memberships.put(tx, notice.chat_id, person.id, MemberState.removed, now=now)
    if not is_out(person):
        await memberships.owe(tx, READMIT, notice.chat_id, person.id, now=now)


async def _let_in(tx: Tx, notice: Notice, _done: Delivered, now: datetime) -> None:
    """The group is open to somebody again, who gets a fresh link."""
    person = await people.locked(tx, notice.person_id or 0)
    await memberships.put(tx, notice.chat_id, person.id, MemberState.left, now=now)
    await tell(
        tx, person, "group_invite", key=f"group-invite:{notice.id}", now=now, can_wait=True,
        on_return=True, chat_id=notice.chat_id,
    )  # fmt: skip
    chat = await chats.by_id(tx, notice.chat_id)
    if chat is not None and not chat.rights.may_invite:
        await _for_people(tx, notice, now)


async def _for_people(tx: Tx, notice: Notice, now: datetime) -> None:
    """The bot may not put somebody out or let them in: those who run the group are told once."""
    chat = await chats.by_id(tx, notice.chat_id)
    if chat is None:
        return
    key, whose = f"{notice.kind}:{notice.id}:people", notice.person_id
    if notice.kind == EXPEL:
        await tell_concerned(tx, chat, "member_stays", key=key, now=now, whose=whose)
    else:
        await tell_concerned(tx, chat, "member_waits", key=key, now=now, whose=whose)


async def _owe_english(tx: Tx, notice: Notice, done: Delivered, now: datetime) -> None:
    if done.english is not None:
        await notices.add(
            tx, key=f"english:{notice.id}", chat_id=notice.chat_id, person_id=notice.person_id,
            kind=IN_ENGLISH, args=done.english, priority=notice.priority, now=now,
        )  # fmt: skip


async def _offer_told(tx: Tx, notice: Notice, done: Delivered, now: datetime) -> None:
    if notice.edits is None:
        await offer_told(tx, int(notice.args["offer_id"]), done.message_id, now=now)


async def _pass_on(tx: Tx, notice: Notice, now: datetime) -> None:
    """A private call that cannot arrive holds no place any longer."""
    await people.locked(tx, notice.person_id or 0)
    offer = await offers.by_id(tx, int(notice.args["offer_id"]))
    await projects.lock(tx, offer.project_id)
    held = await offers.held_by(tx, offer.call_id, offer.person_id)
    if held is not None and held.id == offer.id and held.told_at is None:
        await lapse_offer(tx, held)
        await record(tx, "place-lapsed", f"call:{held.call_number}", by=None, now=now)
        await touch_calls(tx, held.project_id, now=now)


# What else is written in the same transaction when a notice of that kind was delivered.
FOLLOW_UPS: dict[str, FollowUp] = {
    "job_card": _job_card_sent, "call_card": _card_sent, "step": _step_told,
    "private_call": _offer_told,
    "broadcast_card": _broadcast_card_sent,
    EXPEL: _put_out, READMIT: _let_in, PIN: _pinned, UNPIN: _pinned,
}  # fmt: skip


async def lease(db: Database, now: datetime, limit: int, *, leader: str = "") -> list[Notice]:
    """Take up to `limit` due notices, one a chat, for delivery; stale ones are cancelled.

    Nothing for a `leader` that leads no more: it may have stood still, and another has begun.
    """
    async with db.begin() as tx:
        if leader and not await leases.is_held(tx, leases.LEADER, leader):
            return []
        while True:
            taken = await notices.lease(tx, now=now, until=now + LEASE, limit=limit)
            stale = [notice for notice in taken if is_stale(notice, now)]
            for notice in stale:
                gone = after(notice, Delivered(None), now)
                await notices.settle(tx, notice, gone, error=TIME_OVER, now=now)
            # A chat whose first notice was stale may have another one due.
            if not stale or len(stale) < len(taken):
                return [notice for notice in taken if not is_stale(notice, now)]


async def settle(db: Database, notice: Notice, outcome: Outcome, now: datetime) -> Notice:
    """Write what came of a delivery and all that follows from it; returns the notice then."""
    settled = after(notice, outcome, now)
    async with db.begin() as tx:
        match outcome:
            case Delivered(int()):
                if (follow_up := FOLLOW_UPS.get(notice.kind)) is not None:
                    await follow_up(tx, settled, outcome, now)
                await _owe_english(tx, notice, outcome, now)
            case Moved(chat_id):
                await chats.move(tx, notice.chat_id, chat_id)
                await stand_again(tx, chat_id, key=f"moved:{chat_id}", now=now)
            case Undeliverable() if notice.kind in ACTS:
                await _for_people(tx, notice, now)
            case Undeliverable(_, hindrance, _) if notice.kind in PINS:
                await pin_refused(tx, notice, hindrance, now)
            case Undeliverable(_, hindrance, _):
                await _unreachable(tx, notice, hindrance, now)
        if notice.kind == "job_part":
            await _part_settled(tx, settled, outcome, now)
        if notice.kind == "private_call" and settled.state in _NEVER_ARRIVED:
            await _pass_on(tx, notice, now)
        if notice.kind == "step" and settled.state in _NEVER_ARRIVED:
            await tell_untold(tx, notice.args["number"], now=now)
        await notices.settle(tx, notice, settled, error=_reason(outcome), now=now)
    return settled


async def _part_settled(tx: Tx, notice: Notice, outcome: Outcome, now: datetime) -> None:
    if notice.state in (NoticeState.sent, NoticeState.uncertain):
        await part_arrived(tx, notice, now=now)
    elif isinstance(outcome, Broken):
        await part_refused(tx, notice, outcome.why, now=now)


async def recover(
    db: Database,
    now: datetime,
    *,
    all: bool = False,  # noqa: A002 - says best what it does
    but_for: Collection[int] = (),
) -> int:
    """Decide about notices that a dead process left in flight; returns how many.

    Those whose lease is over, or `all`; never those `but_for`, which the caller has in flight.
    """
    lost = Unknown("the process ended while it was being sent")
    async with db.begin() as tx:
        left = await notices.abandoned(tx, None if all else now)
        found = [notice for notice in left if notice.id not in but_for]
        for notice in found:
            repeated = after(notice, lost, now)
            await notices.settle(tx, notice, repeated, error=lost.why, now=now)
    return len(found)


async def upcoming(db: Database, now: datetime) -> tuple[bool, datetime | None]:
    """Whether a notice is due, and when the next one that is not due yet becomes due."""
    async with db.look() as tx:
        return await notices.upcoming(tx, now)


async def _unreachable(tx: Tx, notice: Notice, hindrance: Hindrance, now: datetime) -> None:
    if notice.chat_id < 0:
        key = f"n{notice.id}"
        await lose_place(tx, notice.chat_id, notice.thread_id, hindrance, key=key, now=now)
        return
    person = await people.by_telegram(tx, notice.chat_id)
    if person is not None and person.unreachable_since is None:
        await people.change(tx, person.id, unreachable_since=now)


def _reason(outcome: Outcome) -> str | None:
    match outcome:
        case Delivered():
            return None
        case Wait(until):
            return f"told to wait until {until.isoformat()}"
        case Moved(chat_id):
            return f"the group is {chat_id} now"
        case Undeliverable(why, _, Unreached() as unreached):
            return f"{unreached}: {why}"
    return outcome.why
