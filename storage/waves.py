"""Whom a call could be sent to privately, and how far somebody looked for them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    String,
    and_,
    bindparam,
    cast,
    func,
    not_,
    or_,
    select,
    true,
    tuple_,
    update,
)

from bot.domain.calls import OfferState
from bot.domain.waves import IGNORED_BEHIND, SEEN_WITHIN, Candidate, Cursor, Round
from storage.database import Tx
from storage.schema import call_posts, calls, jobs, offers, people, roles, waiting
from storage.schema.columns import Moment, among, word


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the private calls of one call, and why people declined them."""

    states: Mapping[OfferState, int]
    reasons: Mapping[str, int]

    @property
    def asked(self) -> int:
        """How many people were asked."""
        return sum(self.states.values())


@dataclass(frozen=True, slots=True)
class Plan:
    """Since when a call stands, whether in a group, how far somebody looked, who is untold."""

    opened_at: datetime
    posted: bool
    cursor: Cursor | None
    untold: int


_NOW = bindparam("now", type_=Moment)
_SEEN_FROM = bindparam("seen_from", type_=Moment)
_HELD = offers.c.state == word("held")


def _unasked(since: ColumnElement[datetime]) -> ColumnElement[bool]:
    """Who has no place of the call, and was not asked by it since the person began to wait."""
    asked = and_(offers.c.private, offers.c.made_at >= since)
    mine = (offers.c.call_id == bindparam("call"), offers.c.person_id == people.c.id)
    return not_(select(offers.c.id).where(*mine, or_(asked, _HELD)).exists())


# One question at a time: who has a private call to answer gets no other.
_UNHELD = not_(
    select(offers.c.id).where(offers.c.person_id == people.c.id, _HELD, offers.c.private).exists()
)
_MAY = and_(
    people.c.arrival == "done",
    among(people.c.standing, "good", "warned"),
    people.c.telegram_id.is_not(None),
    people.c.unreachable_since.is_(None),
    people.c.private_calls,
    or_(people.c.pause.is_(None), people.c.paused_until <= _NOW),
    _UNHELD,
)
_WAITS = waiting.c.until > _NOW
_WORKING = jobs.c.state == word("active")
_WHO = (
    people.c.id, people.c.idle_since, people.c.created_at, people.c.ignored_calls,
    people.c.seen_at,
)  # fmt: skip
_BEHIND = people.c.ignored_calls >= IGNORED_BEHIND
_ON_LIST: Select[Any] = (
    select(*_WHO, waiting.c.id.label("listed"))
    .join(waiting, waiting.c.person_id == people.c.id)
    .where(_MAY, _unasked(waiting.c.since), _WAITS, waiting.c.id > bindparam("after"))
    .order_by(waiting.c.id)
)
_IDLE: Select[Any] = select(*_WHO).where(
    people.c.idle_since.is_not(None),
    tuple_(people.c.idle_since, people.c.id)
    > tuple_(bindparam("since", type_=Moment), bindparam("person")),
    _MAY,
    _unasked(people.c.idle_since),
    not_(select(waiting.c.id).where(waiting.c.person_id == people.c.id, _WAITS).exists()),
    # Who has a job is not without work.
    not_(select(jobs.c.id).where(jobs.c.person_id == people.c.id, _WORKING).exists()),
    # Who runs the hall is asked only where they said that they wait for work.
    not_(select(roles.c.id).where(roles.c.person_id == people.c.id).exists()),
)
_ROUNDS: dict[Round, ColumnElement[bool]] = {
    Round.near: and_(not_(_BEHIND), people.c.seen_at >= _SEEN_FROM),
    Round.far: or_(
        _BEHIND,
        people.c.seen_at < _SEEN_FROM,
        people.c.seen_at.is_(None),
    ),
}


def _candidate(row: Row[Any], listed: int | None = None) -> Candidate:
    since = row.idle_since or row.created_at
    return Candidate(row.id, listed, since, row.ignored_calls, row.seen_at)


def _speaks(languages: Sequence[str]) -> ColumnElement[bool]:
    said = cast(people.c.languages, String)
    return or_(*(said.contains(f'"{one}"') for one in languages)) if languages else true()


async def on_list(
    tx: Tx, call_id: int, after: int, languages: Sequence[str], now: datetime, most: int, *,
    behind: bool = False,
) -> list[Candidate]:  # fmt: skip
    """Who is on the out-of-work list after that place, in its order, and was not asked since.

    By the call, that is: who was asked and signs the list anew wants work again.
    Those who leave calls unanswered are `behind` the others, and are asked for apart.
    """
    found = _ON_LIST.where(_BEHIND if behind else not_(_BEHIND), _speaks(languages)).limit(most)
    rows = await tx.execute(found, {"call": call_id, "now": now, "after": after})
    return [_candidate(row, row.listed) for row in rows]


async def idle(
    tx: Tx, call_id: int, cursor: Cursor, languages: Sequence[str], now: datetime, most: int
) -> list[Candidate]:
    """Who is behind the cursor in the order of the longest without work, and not on the list."""
    found = _IDLE.where(_ROUNDS[cursor.round], _speaks(languages))
    found = found.order_by(people.c.idle_since, people.c.id)
    given = {
        "call": call_id, "now": now, "seen_from": now - SEEN_WITHIN, "since": cursor.idle_since,
        "person": cursor.person_id,
    }  # fmt: skip
    return [_candidate(row) for row in await tx.execute(found.limit(most), given)]


async def was_asked(tx: Tx, call_id: int, person_id: int) -> bool:
    """Whether the call asked the person since they began to wait, or holds a place for them."""
    since = func.coalesce(waiting.c.since, people.c.idle_since, people.c.created_at)
    found = (
        select(people.c.id)
        .outerjoin(waiting, waiting.c.person_id == people.c.id)
        .where(people.c.id == person_id, _unasked(since))
    )
    return (await tx.execute(found, {"call": call_id})).first() is None


async def anybody_waits(tx: Tx, now: datetime) -> bool:
    """Whether anybody is on the out-of-work list."""
    found = select(waiting.c.id).where(waiting.c.until > bindparam("now", type_=Moment)).limit(1)
    return (await tx.execute(found, {"now": now})).first() is not None


async def due(tx: Tx, now: datetime, most: int) -> list[int]:
    """The calls for which somebody should look for people now."""
    found = select(calls.c.id).where(calls.c.next_wave_at <= now)
    return list((await tx.execute(found.order_by(calls.c.next_wave_at).limit(most))).scalars())


async def plan_of(tx: Tx, call_id: int) -> Plan:
    """What decides about the next wave of the call."""
    posted = select(call_posts.c.id).where(call_posts.c.call_id == call_id).exists()
    untold = select(func.count()).where(
        offers.c.call_id == call_id, _HELD, offers.c.private, offers.c.told_at.is_(None)
    )
    found = select(
        calls.c.created_at, calls.c.wave_cursor, posted.label("posted"),
        untold.scalar_subquery().label("untold"),
    ).where(calls.c.id == call_id)  # fmt: skip
    row = (await tx.execute(found)).one()
    cursor = Cursor.from_json(row.wave_cursor) if row.wave_cursor else None
    return Plan(row.created_at, bool(row.posted), cursor, int(row.untold))


async def tally(tx: Tx, call_id: int) -> Tally:
    """What became of the private calls."""
    mine = (
        select(offers.c.state, offers.c.reason, func.count())
        .where(offers.c.call_id == call_id, offers.c.private)
        .group_by(offers.c.state, offers.c.reason)
    )
    states: Counter[OfferState] = Counter()
    reasons: Counter[str] = Counter()
    for state, reason, count in await tx.execute(mine):
        states[OfferState(state)] += count
        if reason is not None:
            reasons[reason] += count
    return Tally(states, reasons)


async def plan(tx: Tx, call_id: int, *, at: datetime | None, cursor: Cursor | None) -> None:
    """When somebody looks for more people for the call, and from where; none for not at all."""
    stored = cursor.to_json() if cursor else None
    await tx.execute(
        update(calls).where(calls.c.id == call_id).values(next_wave_at=at, wave_cursor=stored)
    )


async def wake(tx: Tx, call_ids: Iterable[int], now: datetime) -> None:
    """Look for more people for these calls at once: places came back."""
    await tx.execute(update(calls).where(calls.c.id.in_(call_ids)).values(next_wave_at=now))
