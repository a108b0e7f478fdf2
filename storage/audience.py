"""Whom a broadcast is for: the people who fit a segment, counted and listed page by page."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    and_,
    exists,
    func,
    or_,
    select,
)

from bot.domain.broadcasts import OUT, Segment
from storage.database import Tx
from storage.meeting import has_tier, is_in, may_work_on, works_in
from storage.projects import by_id as project_by_id
from storage.schema import chats, jobs, people, steps
from storage.schema.columns import among, word


@dataclass(frozen=True, slots=True)
class Reached:
    """One of the people, with what their clock says of the time to send."""

    id: int
    zone: str
    quiet_from: time
    quiet_to: time


def can_receive(*, news: bool, reached_at: datetime | None = None) -> ColumnElement[bool]:
    """Who may get a broadcast at all; `news` is one that is about no work of theirs.

    Who could be written to at `reached_at` counts as well, if that is named.
    """
    reachable: ColumnElement[bool] = people.c.unreachable_since.is_(None)
    if reached_at is not None:
        reachable = or_(reachable, people.c.unreachable_since >= reached_at)
    there = [
        people.c.telegram_id.is_not(None), people.c.erased_at.is_(None),
        reachable, people.c.arrival == word("done"),
        ~among(people.c.standing, *(one.value for one in OUT)),
    ]  # fmt: skip
    return and_(*there, people.c.hall_news.is_(True)) if news else and_(*there)


async def fitting(
    tx: Tx, segment: Segment, *, now: datetime, reached_at: datetime | None = None
) -> ColumnElement[bool]:
    """The condition that is true of everybody who fits the segment now."""
    parts = [can_receive(news=segment.project_id is None, reached_at=reached_at)]
    if segment.project_id is not None:
        parts.append(await _of_project(tx, segment.project_id, now, worked=segment.worked))
    if segment.languages:
        parts.append(or_(*(works_in(one) for one in segment.languages)))
    if segment.tier is not None:
        parts.append(has_tier(segment.tier.skill, segment.tier.least))
    if segment.countries:
        parts.append(_lives_in(segment.places))
    if segment.idle_days is not None:
        since = now - timedelta(days=segment.idle_days)
        busy = exists().where(jobs.c.person_id == people.c.id, jobs.c.claimed_at > since)
        parts += [~busy, people.c.created_at <= since]
    if segment.groups:
        parts.append(or_(*(is_in(one) for one in segment.groups)))
    if segment.people:
        parts.append(people.c.id.in_(segment.people))
    return and_(*parts)


async def _of_project(
    tx: Tx, project_id: int, now: datetime, *, worked: bool
) -> ColumnElement[bool]:
    had_job = exists().where(jobs.c.person_id == people.c.id, jobs.c.project_id == project_id)
    if worked:
        return had_job
    offer = (await project_by_id(tx, project_id)).offer
    in_standing = among(people.c.standing, "good", "warned")
    blocked = exists().where(
        steps.c.person_id == people.c.id, steps.c.project_id == project_id,
        steps.c.kind == word("block"), among(steps.c.state, "scheduled", "effective"),
    )  # fmt: skip
    return and_(or_(and_(in_standing, may_work_on(offer, now)), had_job), ~blocked)


def _lives_in(places: Sequence[str]) -> ColumnElement[bool]:
    """Whoever stated one of the countries, or none and has a clock of theirs."""
    zones = [place for place in places if "/" in place]
    stated = [place for place in places if "/" not in place]
    here = and_(people.c.country.is_(None), people.c.zone.in_(zones))
    return or_(people.c.country.in_(stated), here)


async def by_language(tx: Tx, segment: Segment, *, now: datetime) -> dict[str, int]:
    """How many fit, by the language in which the hall writes to them."""
    counted = select(people.c.language, func.count()).where(await fitting(tx, segment, now=now))
    rows = await tx.execute(counted.group_by(people.c.language))
    return {language: int(count) for language, count in rows}


async def zones(tx: Tx, segment: Segment, *, now: datetime) -> list[str]:
    """The time zones in which those who fit live."""
    found = select(people.c.zone).where(await fitting(tx, segment, now=now)).distinct()
    return sorted((await tx.execute(found)).scalars())


async def newest(tx: Tx) -> int:
    """The id of who arrived last."""
    return int((await tx.execute(select(func.max(people.c.id)))).scalar() or 0)


async def page(
    tx: Tx, segment: Segment, *, after: int, upto: int, most: int, counted_at: datetime
) -> list[Reached]:
    """Those who fit, by id above `after`, of those who were there by `upto`.

    Who fits by time, such as without a job for so long, is told as of when they were counted.
    Whoever blocked the bot since they were counted is there too, and comes to that end.
    """
    fits = await fitting(tx, segment, now=counted_at, reached_at=counted_at)
    found = (
        select(people.c.id, people.c.zone, people.c.quiet_from, people.c.quiet_to)
        .where(people.c.id > after, people.c.id <= upto, fits)
        .order_by(people.c.id)
        .limit(most)
    )
    return [reached(row) for row in await tx.execute(found)]


def reached(row: Any) -> Reached:
    """One of the people, from a row that holds them."""
    return Reached(
        row.id, row.zone, time.fromisoformat(row.quiet_from), time.fromisoformat(row.quiet_to)
    )


async def known(tx: Tx, ids: Sequence[str]) -> dict[str, int]:
    """The people whom the Telegram ids or the hall's own short names stand for, by id."""
    numbers = [int(one) for one in ids if one.isdecimal() and len(one) <= 15]
    names = [one.upper() for one in ids]
    found = select(people.c.id, people.c.telegram_id, people.c.pseudonym).where(
        or_(people.c.telegram_id.in_(numbers), people.c.pseudonym.in_(names))
    )
    told: dict[str, int] = {}
    for row in await tx.execute(found):
        told[str(row.telegram_id)] = told[row.pseudonym] = row.id
    return {one: told[one.upper()] for one in ids if one.upper() in told}


async def group_titles(tx: Tx, chosen: Collection[int] = ()) -> list[tuple[int, str]]:
    """The registered work groups by title, and those that were chosen when they were some."""
    found = select(chats.c.id, chats.c.title).where(
        or_(
            and_(chats.c.registered_at.is_not(None), chats.c.moved_to.is_(None)),
            chats.c.id.in_(chosen),
        )
    )
    rows = await tx.execute(found.order_by(chats.c.title, chats.c.id))
    return [(row.id, row.title) for row in rows]


async def countries(tx: Tx) -> list[tuple[str | None, str, int]]:
    """How many people stated each country (or none) in each zone."""
    where = (people.c.country, people.c.zone)
    counted = select(*where, func.count()).where(can_receive(news=False)).group_by(*where)
    return [(country, zone, int(count)) for country, zone, count in await tx.execute(counted)]


async def wants_news(tx: Tx, person_id: int) -> bool:
    """Whether the person gets what is about no work of theirs."""
    found = select(people.c.hall_news).where(people.c.id == person_id)
    return bool((await tx.execute(found)).scalar_one())
