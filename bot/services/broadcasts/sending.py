"""The clock's part: a broadcast is begun, listed, queued a window at a time, and ended.

Only a window of notices is queued at a time, so that stopping is one short statement and whatever
else is owed finds a short queue.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.domain.broadcasts import (
    STALE,
    UNDO,
    Broadcast,
    BroadcastState,
    Fate,
    due_at,
    in_the_end,
    may_send,
)
from bot.domain.notices import Priority
from bot.domain.people import after_quiet_hours
from bot.effects.record import record
from bot.effects.tell import tell
from bot.insistence import each, insistently
from bot.services.broadcasts.ending import settle_over
from storage import audience, broadcasts, notices, people, recipients
from storage.database import Database, Tx

# More than go out in the second between two looks, at any limit of Telegram that we know.
WINDOW = 1000
_QUEUED_AT_ONCE = 250
_LISTED_AT_ONCE = 2000
# Among so many people, however few of them fit: whatever else is written waits meanwhile.
_SEARCHED_AT_ONCE = 20_000
_PAGES = 5
_STOPPED_AT_ONCE = 5000
SHOWN_EVERY = timedelta(seconds=5)


async def send_due(db: Database, *, now: datetime) -> int:
    """Sweep: everything that a broadcast needs next; returns how much was done."""
    async with db.look() as tx:
        found = await broadcasts.live(tx)

    async def go_on(one: Broadcast) -> int:
        if one.state is BroadcastState.waiting:
            return await _start(db, one, now)
        if one.state is BroadcastState.stopping:
            return await _wind_up(db, one, now)
        return await _go_on(db, one, now)

    return await each(found, go_on)


async def _start(db: Database, one: Broadcast, now: datetime) -> int:
    if one.starts_at is None or now < one.starts_at:
        return 0
    async with db.begin() as tx:
        fresh = await broadcasts.locked(tx, one.id)
        if fresh.state is not BroadcastState.waiting:
            return 0
        if await _lost_right(tx, one, now):
            return 1
        await broadcasts.change(tx, one.id, state=BroadcastState.sending)
        await record(tx, "broadcast-begun", f"broadcast:{one.id}", by=None, now=now)
    return 1


async def _lost_right(tx: Tx, one: Broadcast, now: datetime) -> bool:
    """Whether the sender lost the role since it was confirmed: nothing of it goes out any more."""
    if may_send(await people.by_id(tx, one.by_id), one.segment):
        return False
    await broadcasts.change(tx, one.id, state=BroadcastState.stopping, stopped_at=now)
    await notices.cancel(tx, recipients.prefix_of(one.id))
    await record(tx, "broadcast-stopped", f"broadcast:{one.id}", by=None, now=now)
    return True


async def _go_on(db: Database, one: Broadcast, now: datetime) -> int:
    done = await _in_pages(lambda: _list(db, one.id, now))
    done += await insistently(lambda: settle_over(db, one.id, now))
    done += await _in_pages(lambda: _queue(db, one.id, now))
    return done + await insistently(lambda: _end_or_show(db, one.id, now))


async def _in_pages(page: Callable[[], Awaitable[int]]) -> int:
    done = 0
    for _ in range(_PAGES):
        more = await insistently(page)
        done += more
        if not more:
            break
    return done


async def _list(db: Database, broadcast_id: int, now: datetime) -> int:
    """List a page of those who fit, with the time at which it is due for them."""
    async with db.begin() as tx:
        one = await broadcasts.locked(tx, broadcast_id)
        starts_at = one.starts_at or now
        if one.listed or one.state is not BroadcastState.sending:
            return 0
        newest = one.newest_id or 0
        upto = min(newest, one.listed_id + _SEARCHED_AT_ONCE)
        page = await audience.page(
            tx, one.segment, after=one.listed_id, upto=upto, most=_LISTED_AT_ONCE,
            counted_at=starts_at - UNDO,
        )  # fmt: skip
        due = [
            (each.id, after_quiet_hours(each, due_at(one.at, each.zone, starts_at)))
            for each in page
        ]
        await recipients.add(tx, one.id, due)
        last = page[-1].id if len(page) == _LISTED_AT_ONCE else upto
        await broadcasts.change(tx, one.id, listed_id=last, listed=last >= newest)
        return len(page) or int(last < newest)


async def _queue(db: Database, broadcast_id: int, now: datetime) -> int:
    """Queue the notices of some whose time has come, as far as there is room in the window."""
    async with db.begin() as tx:
        one = await broadcasts.locked(tx, broadcast_id)
        if one.state is not BroadcastState.sending:
            return 0
        room = WINDOW - await recipients.in_line(tx, one.id)
        if room <= 0:
            return 0
        most = min(room, _QUEUED_AT_ONCE)
        found = await recipients.due(tx, one.id, news=one.is_news, now=now, most=most)
        # What was planned for another day goes only while its sender may still send it.
        if found and await _lost_right(tx, one, now):
            return len(found)
        gone = [
            (each.row, Fate.blocked if each.lost else Fate.left_out)
            for each in found
            if each.chat_id is None
        ]
        there = [each for each in found if each.chat_id is not None]
        late = [(each.row, Fate.late) for each in there if each.due_at + STALE <= now]
        fresh = [each for each in there if each.due_at + STALE > now]
        later = [(each.row, after_quiet_hours(each.person, now)) for each in fresh]
        asleep = {row: at for row, at in later if at > now}
        awake = [each for each in fresh if each.row not in asleep]
        await recipients.settle(tx, [*gone, *late], now)
        await recipients.put_off(tx, list(asleep.items()))
        await _owe(tx, one, awake, now)
        return len(found)


async def _owe(tx: Tx, one: Broadcast, to: list[recipients.Due], now: datetime) -> None:
    keys = [
        (
            recipients.key_of(one.id, each.person.id), each.chat_id or 0, each.person.id,
            {"broadcast_id": one.id, "language": each.language},
        )
        for each in to
    ]  # fmt: skip
    await notices.add_to_many(
        tx, keys, kind="broadcast", priority=Priority.broadcast,
        now=now, expires_at=now + STALE,
    )  # fmt: skip
    await recipients.queue(tx, [each.row for each in to])


async def _end_or_show(db: Database, broadcast_id: int, now: datetime) -> int:
    """End it when nobody is left to get it; else draw its card anew now and then."""
    async with db.begin() as tx:
        one = await broadcasts.locked(tx, broadcast_id)
        if one.listed and not await recipients.any_left(tx, one.id):
            await _end(tx, one, BroadcastState.done, now)
            return 1
        if one.card_id is None or (one.shown_at is not None and now < one.shown_at + SHOWN_EVERY):
            return 0
        settled = in_the_end(await recipients.counts(tx, one.id))
        if one.shown_at is not None and settled == one.counts:
            # Telegram refuses an edit that changes nothing.
            return 0
        await broadcasts.change(tx, one.id, shown_at=now, counts=settled)
        await _draw(tx, one, now)
        return 1


async def _wind_up(db: Database, one: Broadcast, now: datetime) -> int:
    """Nothing goes to those who wait; what was in flight is awaited, then it is over."""
    done = await insistently(lambda: settle_over(db, one.id, now))

    async def stop_some() -> int:
        async with db.begin() as tx:
            return await recipients.stop_waiting(tx, one.id, most=_STOPPED_AT_ONCE, now=now)

    done += await _in_pages(stop_some)
    async with db.begin() as tx:
        fresh = await broadcasts.locked(tx, one.id)
        if fresh.state is BroadcastState.stopping and not await recipients.any_left(tx, one.id):
            await _end(tx, fresh, BroadcastState.stopped, now)
            done += 1
    return done


async def _end(tx: Tx, one: Broadcast, state: BroadcastState, now: datetime) -> None:
    counts = await recipients.counts(tx, one.id)
    # Who was counted and is on no list: it was stopped before, or they fit no more by then.
    unlisted = (one.people or 0) - sum(counts.values())
    if unlisted > 0:
        fate = Fate.stopped if state is BroadcastState.stopped else Fate.left_out
        counts[fate] = counts.get(fate, 0) + unlisted
    await broadcasts.change(tx, one.id, state=state, counts=counts, ended_at=now)
    after = {"state": state, "people": sum(counts.values()), "sent": counts.get(Fate.sent, 0)}
    await record(tx, "broadcast-ended", f"broadcast:{one.id}", by=None, now=now, after=after)
    await _draw(tx, one, now)
    await tell(
        tx, await people.by_id(tx, one.by_id), "broadcast_report",
        key=f"broadcast-report:{one.id}", now=now, number=one.number,
    )  # fmt: skip


async def _draw(tx: Tx, one: Broadcast, now: datetime) -> None:
    """Owe the sender the card as it stands, in its own place."""
    sender = await people.by_id(tx, one.by_id)
    if one.card_id is None or sender.telegram_id is None:
        return
    await notices.add(
        tx, key=f"broadcast-card:{one.id}:{now.timestamp():.3f}", chat_id=sender.telegram_id,
        person_id=sender.id, kind="broadcast_card", args={"number": one.number},
        priority=Priority.call, now=now, edits=one.card_id, in_order=False,
        merge_key=f"broadcast-card:{one.id}",
    )  # fmt: skip
