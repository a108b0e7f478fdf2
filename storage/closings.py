"""Closings of regions, whom they concern, and the steps that came of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, String, and_, bindparam, cast, exists, func, or_, select

from bot.domain.closings import Closing, ClosingState, Toll
from bot.domain.lines import OWED
from bot.domain.money import Money
from bot.domain.numbers import public_number
from storage.database import Tx, locking
from storage.schema import closings, jobs, lines, notices, people, roles, steps
from storage.schema.columns import among, word
from storage.statements import add_row, change_row, rows_by

_COLUMNS = tuple(Closing.__dataclass_fields__)
_LOCKED = locking(rows_by(closings, "id"), closings)
_LIVE = among(closings.c.state, "announcing", "announced")
_ALL = select(closings).order_by(closings.c.id.desc())
_ENDING = exists().where(
    steps.c.person_id == people.c.id,
    among(steps.c.kind, "deactivation", "closing"),
    among(steps.c.state, "scheduled", "effective"),
)
_OF_CLOSING = exists().where(
    steps.c.person_id == people.c.id, steps.c.closing_id == bindparam("closing_id")
)
# Whom a closing can concern: who has arrived, can be told, and is no admin of the hall.
_THERE = (
    people.c.telegram_id.is_not(None),
    people.c.erased_at.is_(None),
    people.c.arrival == word("done"),
    ~exists().where(roles.c.person_id == people.c.id, roles.c.role == word("admin")),
)
# Since when somebody lives in the country; whoever came after the announcement is not told.
_there_since = func.coalesce(people.c.zone_since, people.c.created_at)
_STAYED = _there_since <= bindparam("before")
# A place is a zone, for who stated no country, or else the country that was stated.
_IN_ZONE = and_(people.c.zone == bindparam("place"), people.c.country.is_(None))
_IN_COUNTRY = people.c.country == bindparam("place")
_NEXT, _NEXT_STATED = (
    select(people.c.id)
    .where(
        there, people.c.id > bindparam("after"), _STAYED, *_THERE, ~_ENDING, ~_OF_CLOSING
    )
    .order_by(people.c.id)
    .limit(bindparam("most"))
    for there in (_IN_ZONE, _IN_COUNTRY)
)  # fmt: skip
_ONE = select(people.c.id).where(
    people.c.id == bindparam("person_id"), _STAYED, *_THERE, ~_ENDING, ~_OF_CLOSING
)
# Whether a country is closed for somebody who came after it was announced. Who was there has a
# step of the closing, or gets one; that says what holds, and from when.
BARS = (
    select(closings.c.id)
    .join(people, people.c.id == bindparam("person_id"))
    .where(
        closings.c.country == bindparam("country"),
        closings.c.state == word("announced"),
        # Without this the planner could not know that the index of live ones will do.
        _LIVE,
        _there_since > closings.c.announced_at,
        ~exists().where(
            steps.c.closing_id == closings.c.id, steps.c.person_id == bindparam("person_id")
        ),
    )
)
_DUE = select(closings).where(among(closings.c.state, "announcing", "withdrawing"))
_ANNOUNCED = select(closings).where(closings.c.state == word("announced"), _LIVE)
_TO_TAKE_BACK = (
    select(steps.c.id)
    .where(
        steps.c.closing_id == bindparam("closing_id"),
        among(steps.c.state, "scheduled", "effective"),
    )
    .order_by(steps.c.id)
    .limit(bindparam("most"))
)  # fmt: skip
_UNQUEUED = (
    select(func.count())
    .select_from(steps)
    .where(
        steps.c.closing_id == bindparam("closing_id"),
        ~exists().where(notices.c.key == "step:" + cast(steps.c.id, String)),
    )
)


def _closing(row: Row[Any]) -> Closing:
    found = {name: getattr(row, name) for name in _COLUMNS}
    return Closing(**found | {"state": ClosingState(row.state)})


async def add(
    tx: Tx, *, country: str, words: str, grace_days: int, by: int, now: datetime
) -> Closing:
    """A closing that is yet to be announced to everybody."""
    values = {
        "number": public_number(), "country": country, "words": words, "by_id": by,
        "state": "announcing", "grace_days": grace_days, "decided_at": now,
    }  # fmt: skip
    return await by_id(tx, await add_row(tx, closings, values))


async def by_id(tx: Tx, closing_id: int) -> Closing:
    """The closing; it must exist."""
    return _closing((await tx.execute(rows_by(closings, "id"), {"id": closing_id})).one())


async def by_number(tx: Tx, number: str) -> Closing | None:
    """The closing with that public number."""
    row = (await tx.execute(rows_by(closings, "number"), {"number": number})).first()
    return _closing(row) if row else None


async def locked(tx: Tx, closing_id: int) -> Closing:
    """As `by_id`; nobody else changes it until the transaction ends."""
    return _closing((await tx.execute(_LOCKED, {"id": closing_id})).one())


async def everything(tx: Tx) -> list[Closing]:
    """Every closing there ever was, the newest first."""
    return [_closing(row) for row in await tx.execute(_ALL)]


async def live_in(tx: Tx, country: str) -> Closing | None:
    """The closing of the country that stands."""
    found = select(closings).where(closings.c.country == country, _LIVE)
    row = (await tx.execute(found)).first()
    return _closing(row) if row else None


async def change(tx: Tx, closing_id: int, **values: Any) -> None:
    """Set columns of a closing."""
    await change_row(tx, closings, closing_id, values)


async def next_in(
    tx: Tx, place: str, *, closing_id: int, before: datetime, after: int, most: int
) -> list[int]:
    """Who lives in the place since `before` and is still to be told, by id above `after`."""
    given = {
        "place": place, "closing_id": closing_id, "before": before, "after": after, "most": most,
    }  # fmt: skip
    found = _NEXT if _is_zone(place) else _NEXT_STATED
    return list((await tx.execute(found, given)).scalars())


async def is_to_be_told(tx: Tx, person_id: int, closing_id: int, before: datetime) -> bool:
    """Whether the person is still to be told of the closing, in whatever zone since `before`."""
    given = {"person_id": person_id, "closing_id": closing_id, "before": before}
    return (await tx.execute(_ONE, given)).first() is not None


async def due(tx: Tx) -> list[Closing]:
    """The closings of which people are still to be told, or told that they are off."""
    return [_closing(row) for row in await tx.execute(_DUE)]


async def announced(tx: Tx) -> list[Closing]:
    """The closings of which everybody who could be told has been told."""
    return [_closing(row) for row in await tx.execute(_ANNOUNCED)]


async def to_take_back(tx: Tx, closing_id: int, most: int) -> list[int]:
    """Live steps of a closing that is being withdrawn."""
    given = {"closing_id": closing_id, "most": most}
    return list((await tx.execute(_TO_TAKE_BACK, given)).scalars())


async def unqueued(tx: Tx, closing_id: int) -> int:
    """How many steps of the closing have no notice."""
    return int((await tx.execute(_UNQUEUED, {"closing_id": closing_id})).scalar_one())


async def reached(tx: Tx, closing_id: int) -> dict[str, int]:
    """How many steps came of the closing, by state; `told` of those whose notice arrived."""
    mine = (
        select(steps.c.state, func.count().label("all"), func.count(steps.c.told_at).label("told"))
        .where(steps.c.closing_id == closing_id)
        .group_by(steps.c.state)
    )
    found = {"told": 0}
    for state, count, told in await tx.execute(mine):
        found[state] = int(count)
        found["told"] += int(told)
    return found


async def by_place(tx: Tx) -> list[tuple[str | None, str, int]]:
    """How many people stated each country (or none) in each zone."""
    where = (people.c.country, people.c.zone)
    counted = select(*where, func.count()).where(*_THERE).group_by(*where)
    return [(country, zone, int(count)) for country, zone, count in await tx.execute(counted)]


def _is_zone(place: str) -> bool:
    return "/" in place


async def toll(tx: Tx, places: Sequence[str], *, now: datetime) -> Toll:
    """Whom the closing of these places concerns, and what is owed there."""
    zones = [place for place in places if _is_zone(place)]
    stated = [place for place in places if not _is_zone(place)]
    here = or_(
        and_(people.c.country.is_(None), people.c.zone.in_(zones)), people.c.country.in_(stated)
    )
    everybody = select(func.count()).select_from(people).where(here, *_THERE)
    at_work = (
        select(func.count())
        .select_from(jobs.join(people, people.c.id == jobs.c.person_id))
        .where(here, *_THERE, jobs.c.state == word("active"))
    )
    all_there = int((await tx.execute(everybody)).scalar_one())
    leaving = int((await tx.execute(everybody.where(_ENDING))).scalar_one())
    owed, pending = await _sums(tx, here)
    undated, last = await _dates(tx, here, now)
    return Toll(
        all_there - leaving, leaving, int((await tx.execute(at_work)).scalar_one()), owed,
        pending, undated, last,
    )  # fmt: skip


async def _sums(tx: Tx, here: ColumnElement[bool]) -> tuple[tuple[Money, ...], tuple[Money, ...]]:
    summed = (
        select(lines.c.state, lines.c.currency, func.sum(lines.c.pay_minor))
        .join(people, people.c.id == lines.c.person_id)
        .where(here, *_THERE, lines.c.state.in_((*OWED, "submitted")))
        .group_by(lines.c.state, lines.c.currency)
    )
    owed: dict[str, int] = {}
    pending: dict[str, int] = {}
    for state, currency, minor in await tx.execute(summed):
        into = pending if state == "submitted" else owed
        into[currency] = into.get(currency, 0) + int(minor)
    return _money(owed), _money(pending)


def _money(sums: dict[str, int]) -> tuple[Money, ...]:
    return tuple(Money(minor, currency) for currency, minor in sorted(sums.items()) if minor)


async def _dates(tx: Tx, here: ColumnElement[bool], now: datetime) -> tuple[int, datetime | None]:
    """How many lines have no date ahead, and the last date of all that wait."""
    waits = lines.join(people, people.c.id == lines.c.person_id)
    until = func.coalesce(lines.c.confirm_by, lines.c.accept_by)
    undated = or_(
        and_(lines.c.state == word("submitted"), lines.c.accept_by <= now),
        and_(lines.c.state == word("accepted"), until <= now),
    )
    late = select(func.count()).select_from(waits).where(here, *_THERE, undated)
    latest = (
        select(func.max(until))
        .select_from(waits)
        .where(here, *_THERE, among(lines.c.state, "submitted", "accepted"))
    )
    last: datetime | None = (await tx.execute(latest)).scalar()
    return int((await tx.execute(late)).scalar_one()), last
