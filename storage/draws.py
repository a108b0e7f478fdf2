"""Draws of calls, and the hands that were put up in them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Row,
    and_,
    bindparam,
    exists,
    func,
    insert,
    literal_column,
    not_,
    select,
    update,
)

from bot.domain.draws import Draw, DrawState, Hand, HandState
from storage.database import Tx
from storage.schema import call_posts, draws, hands, notices, waiting

# Written out, since the partial indexes serve only what says so in the statement itself.
_UNDONE = draws.c.state != literal_column("'done'")
_UP = hands.c.state == literal_column("'up'")


def _draw(row: Row[Any]) -> Draw:
    return Draw(row.call_id, DrawState(row.state), row.opened_at, row.until, row.seconds, row.seed)


async def add(tx: Tx, draw: Draw) -> None:
    """Open a draw for a call."""
    await tx.execute(
        insert(draws).values(
            call_id=draw.call_id, state=draw.state, opened_at=draw.opened_at, until=draw.until,
            seconds=draw.seconds, seed=draw.seed,
        )
    )  # fmt: skip


async def of_call(tx: Tx, call_id: int) -> Draw | None:
    """The draw of the call; none where jobs go to who comes first."""
    row = (await tx.execute(select(draws).where(draws.c.call_id == call_id))).first()
    return _draw(row) if row else None


async def change(tx: Tx, call_id: int, **values: Any) -> None:
    """Set columns of a draw."""
    await tx.execute(update(draws).where(draws.c.call_id == call_id).values(**values))


async def due(tx: Tx, now: datetime) -> list[int]:
    """The calls whose hands are to be answered now.

    The window is over, and a card stands where it was to stand, or none is on its way any more.
    """
    mine = call_posts.c.call_id == draws.c.call_id
    stands = exists().where(mine, call_posts.c.message_id.is_not(None))
    # Cards that wait for Telegram hold the window up; they will stand in a moment.
    waits = exists().where(
        mine,
        notices.c.chat_id == call_posts.c.chat_id,
        notices.c.kind == "call_card",
        notices.c.state.in_((literal_column("'queued'"), literal_column("'sending'"))),
    )
    ready = not_(and_(not_(stands), waits))
    found = select(draws.c.call_id).where(_UNDONE, draws.c.until <= now, ready)
    return list((await tx.execute(found.order_by(draws.c.until))).scalars())


async def raise_hand(tx: Tx, call_id: int, person_id: int, now: datetime) -> bool:
    """Put the person's hand up; false when it is up already."""
    mine = (hands.c.call_id == call_id) & (hands.c.person_id == person_id)
    if (await tx.execute(select(hands.c.id).where(mine))).first():
        return False
    await tx.execute(
        insert(hands).values(
            call_id=call_id, person_id=person_id, state=HandState.up, raised_at=now
        )
    )
    return True


async def has_hand(tx: Tx, call_id: int, person_id: int) -> bool:
    """Whether the person's hand is up and not answered."""
    mine = and_(hands.c.call_id == call_id, hands.c.person_id == person_id, _UP)
    return (await tx.execute(select(hands.c.id).where(mine))).first() is not None


async def next_of(tx: Tx, person_id: int) -> datetime | None:
    """When the first draw ends in which a hand of the person is up."""
    mine = and_(hands.c.person_id == person_id, _UP)
    first = select(func.min(draws.c.until)).join(hands, hands.c.call_id == draws.c.call_id)
    found: datetime | None = (await tx.execute(first.where(mine))).scalar()
    return found


async def everybody(tx: Tx, draw: Draw) -> list[Hand]:
    """The hands that are up, each with its place on the list from before the draw."""
    before = and_(
        waiting.c.person_id == hands.c.person_id,
        waiting.c.since < draw.opened_at,
        waiting.c.until > draw.opened_at,
    )
    found = (
        select(hands.c.person_id, waiting.c.id.label("waited"))
        .select_from(hands.outerjoin(waiting, before))
        .where(hands.c.call_id == draw.call_id, _UP)
    )
    return [Hand(row.person_id, row.waited) for row in await tx.execute(found)]


async def set_turns(tx: Tx, call_id: int, order: Sequence[int]) -> None:
    """Write whose turn it is after whose."""
    mine = (hands.c.call_id == call_id) & (hands.c.person_id == bindparam("whose"))
    turns = [{"whose": person_id, "place": turn} for turn, person_id in enumerate(order, 1)]
    if turns:
        await tx.execute(update(hands).where(mine).values(turn=bindparam("place")), turns)


async def next_in_turn(tx: Tx, call_id: int) -> int | None:
    """The person whose turn it is; none when every hand is answered."""
    up = (hands.c.call_id == call_id) & _UP
    found = select(hands.c.person_id).where(up).order_by(hands.c.turn).limit(1)
    return (await tx.execute(found)).scalar()


async def answered(tx: Tx, call_id: int, person_id: int, state: HandState, now: datetime) -> None:
    """The hand was answered with that."""
    mine = (hands.c.call_id == call_id) & (hands.c.person_id == person_id)
    await tx.execute(update(hands).where(mine).values(state=state, answered_at=now))
