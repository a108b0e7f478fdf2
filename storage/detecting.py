"""What detectors look at, gathered for everybody at once: a statement for each kind of fact."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Row, and_, bindparam, case, exists, func, select

from bot.domain.detectors import Facts, FinishedJob, OtherAccount
from bot.domain.rules import StandingRules
from bot.domain.steps import RUNGS, Evidence, StepState
from storage import detecting_work
from storage.database import Tx
from storage.schema import (
    jobs,
    payout_methods,
    people,
    proposals,
    roles,
    step_evidence,
    steps,
)
from storage.schema.columns import among, word
from storage.step_drafts import from_json
from storage.steps import evidence_in

_CHUNK = 500
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)


def _streaks() -> Any:
    """The last jobs of everybody of whom enough have run out of time lately.

    Given back and released jobs are none that ended; nor are ratings to be corrected.
    """
    recent = (
        select(jobs.c.person_id)
        .where(
            jobs.c.state == word("expired"), jobs.c.review_id.is_(None),
            jobs.c.due_at > bindparam("since"), jobs.c.due_at <= bindparam("now"),
        )
        .group_by(jobs.c.person_id)
        .having(func.count() >= bindparam("least"))
    )  # fmt: skip
    at = case((jobs.c.state == word("expired"), jobs.c.due_at), else_=jobs.c.submitted_at)
    nth = func.row_number().over(
        partition_by=jobs.c.person_id, order_by=(at.desc(), jobs.c.id.desc())
    )
    ended = (
        select(jobs.c.person_id, jobs.c.number, jobs.c.state, at.label("at"), nth.label("nth"))
        .where(
            jobs.c.person_id.in_(recent), jobs.c.review_id.is_(None),
            among(jobs.c.state, "expired", "submitted", "settled"),
        )
        .subquery()
    )  # fmt: skip
    return (
        select(ended)
        .where(ended.c.nth <= bindparam("least"))
        .order_by(ended.c.person_id, ended.c.nth)
    )


def _shared() -> Any:
    """Who is paid in the same place as somebody who was there before; ids follow arrival."""
    mine, other = payout_methods.alias("mine"), payout_methods.alias("other")
    since = case((mine.c.confirmed_at > other.c.confirmed_at, mine.c.confirmed_at),
                 else_=other.c.confirmed_at)  # fmt: skip
    return (
        select(mine.c.person_id, other.c.person_id.label("other_id"), func.min(since).label("at"))
        .join(
            other,
            and_(other.c.fingerprint == mine.c.fingerprint, other.c.person_id < mine.c.person_id),
        )
        .where(
            mine.c.fingerprint != "", mine.c.confirmed_at.is_not(None),
            other.c.confirmed_at.is_not(None), since > bindparam("since"),
            since <= bindparam("now"),
        )
        .group_by(mine.c.person_id, other.c.person_id)
        .order_by(mine.c.person_id, other.c.person_id)
    )  # fmt: skip


_BARRED = (
    select(people.c.id, people.c.name, people.c.zone, func.min(steps.c.told_at).label("told_at"))
    .join(steps, steps.c.person_id == people.c.id)
    .where(
        among(steps.c.kind, "suspension", "deactivation", "hold"),
        among(steps.c.state, "scheduled", "effective"),
        steps.c.told_at.is_not(None),
        people.c.name != "",
    )
    .group_by(people.c.id)
    .order_by(people.c.id)
)
_NAMED = select(people.c.id, people.c.name, people.c.zone, people.c.created_at).where(
    people.c.name.in_(bindparam("names", expanding=True)), people.c.created_at <= bindparam("now")
)


_STREAKS, _SHARED = _streaks(), _shared()
_ELIGIBLE = select(people.c.id).where(
    people.c.id.in_(_IDS), people.c.telegram_id.is_not(None), people.c.erased_at.is_(None),
    people.c.standing.not_in(("deactivating", "deactivated")),
    ~exists().where(roles.c.person_id == people.c.id, roles.c.role == word("admin")),
)  # fmt: skip
_PROPOSED = select(proposals.c.person_id, proposals.c.evidence).where(
    proposals.c.person_id.in_(_IDS)
)
_RESTED_ON = (
    select(
        steps.c.person_id, steps.c.kind.label("rung"), steps.c.state, steps.c.told_at,
        step_evidence,
    )
    .outerjoin(step_evidence, step_evidence.c.step_id == steps.c.id)
    .where(steps.c.person_id.in_(_IDS))
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """What was brought up against a person, what steps rest on, and when the last was told."""

    used: tuple[Evidence, ...]
    rested: tuple[Evidence, ...]
    told_at: datetime | None


async def facts(tx: Tx, *, since: datetime, rules: StandingRules, now: datetime) -> list[Facts]:
    """What there is to look at after `since`, for everybody of whom there is anything."""
    when = {"since": since, "now": now}
    bounds = when | asdict(rules.detectors)
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    for person_id, rows in _by_person(
        await tx.execute(_STREAKS, when | {"least": rules.expired_jobs})
    ):
        found[person_id]["jobs"] = tuple(
            FinishedJob(row.number, row.at, row.state == "expired") for row in rows
        )
    for person_id, rows in _by_person(await tx.execute(_SHARED, when)):
        found[person_id]["payees"] = tuple(OtherAccount(row.other_id, row.at) for row in rows)
    for person_id, (barred, namesakes) in (await _back_again(tx, since, now)).items():
        found[person_id] |= {"barred": barred, "namesakes": namesakes}
    for name, gather in (
        ("gold", detecting_work.gold), ("pace", detecting_work.quick),
        ("option", detecting_work.one_option), ("copies", detecting_work.copied),
    ):  # fmt: skip
        for person_id, rated in (await gather(tx, bounds)).items():
            found[person_id][name] = rated
    return [Facts(person_id, **found[person_id]) for person_id in sorted(found)]


def _by_person(rows: Iterable[Row[Any]]) -> Iterator[tuple[int, list[Row[Any]]]]:
    mine: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        mine[row.person_id].append(row)
    return iter(mine.items())


async def _back_again(
    tx: Tx, since: datetime, now: datetime
) -> dict[int, tuple[tuple[OtherAccount, ...], int]]:
    """By new account: the barred ones that it is like, and how many are like one of those."""
    barred = (await tx.execute(_BARRED)).all()
    named: dict[tuple[str, str], list[Any]] = defaultdict(list)
    names = sorted({row.name for row in barred})
    for at in range(0, len(names), _CHUNK):
        given = {"names": names[at : at + _CHUNK], "now": now}
        for row in await tx.execute(_NAMED, given):
            named[row.name, row.zone].append(row)
    alike: dict[int, int] = defaultdict(int)
    mine: dict[int, list[OtherAccount]] = defaultdict(list)
    for other in barred:
        for new in named[other.name, other.zone]:
            if new.created_at > other.told_at and new.id != other.id:
                alike[other.id] += 1
                if new.created_at > since:
                    mine[new.id].append(OtherAccount(other.id, new.created_at))
    return {
        person_id: (tuple(others), max(alike[one.person_id] for one in others))
        for person_id, others in mine.items()
    }


async def eligible(tx: Tx, ids: list[int]) -> set[int]:
    """Those of these people whom a step could be about at all."""
    return {
        found for chunk in _chunks(ids)
        for found in (await tx.execute(_ELIGIBLE, {"ids": chunk})).scalars()
    }  # fmt: skip


async def known(tx: Tx, ids: list[int]) -> dict[int, Known]:
    """What was brought up against each of these people before, in whatever state it is now."""
    used: dict[int, list[Evidence]] = defaultdict(list)
    rested: dict[int, list[Evidence]] = defaultdict(list)
    told: dict[int, datetime] = {}
    for chunk in _chunks(ids):
        for row in await tx.execute(_PROPOSED, {"ids": chunk}):
            used[row.person_id] += from_json(row.evidence)
        for row in await tx.execute(_RESTED_ON, {"ids": chunk}):
            if row.kind is not None:
                rested[row.person_id].append(evidence_in(row))
            counts = row.rung in RUNGS and row.state != StepState.withdrawn
            if counts and row.told_at is not None:
                told[row.person_id] = max(row.told_at, told.get(row.person_id, row.told_at))
    return {
        one: Known((*used[one], *rested[one]), tuple(rested[one]), told.get(one)) for one in ids
    }


def _chunks(ids: list[int]) -> Iterator[list[int]]:
    return (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))
