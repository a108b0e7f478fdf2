"""What speaks for or against somebody in a skill: known answers, verdicts, agreement, counted."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, case, exists, func, or_, select

from bot.domain.disputes import DisputeState
from bot.domain.requirements import Tier as Asked
from bot.domain.requirements import conditions
from bot.domain.tiers import Parts, skill_of
from storage.database import Tx
from storage.projects import by_id
from storage.schema import (
    assignments,
    disputes,
    gold_scores,
    lines,
    people,
    person_measures,
    projects,
    reviews,
    tasks,
    tiers,
)
from storage.schema.columns import Moment, among, word
from storage.standing_votes import VERDICT_HOLDS

_PEOPLE: Any = bindparam("people", expanding=True)
_SINCE: Any = bindparam("since", type_=Moment)
_MINE = (
    lines.c.person_id.in_(_PEOPLE), lines.c.submitted_at > _SINCE, lines.c.kind == word("rating"),
)  # fmt: skip
_RATED = select(lines.c.person_id, lines.c.project_id, func.count().label("n")).where(*_MINE)
_RATED = _RATED.group_by(lines.c.person_id, lines.c.project_id)
_GOLD = (
    select(
        gold_scores.c.person_id, gold_scores.c.project_id, func.count().label("n"),
        func.sum(case((gold_scores.c.correct, 1), else_=0)).label("right"),
    )
    # Nothing tells a known answer from others before the rating was judged.
    .join(assignments, assignments.c.id == gold_scores.c.assignment_id)
    .where(
        gold_scores.c.person_id.in_(_PEOPLE), gold_scores.c.at > _SINCE,
        gold_scores.c.state == word("counts"),
        assignments.c.state.in_((word("accepted"), word("rejected"))),
    )
    .group_by(gold_scores.c.person_id, gold_scores.c.project_id)
)  # fmt: skip
_later = reviews.alias("later")
_LAST = ~exists().where(
    _later.c.assignment_id == reviews.c.assignment_id, _later.c.id > reviews.c.id
)
# Open: it counts for nothing. Overturned: it never counts.
_DOUBTED = exists().where(
    disputes.c.line_id == lines.c.id,
    among(disputes.c.state, DisputeState.open, DisputeState.overturned),
)
_VERDICTS = (
    select(
        lines.c.person_id, lines.c.project_id, func.count().label("n"),
        func.sum(case((reviews.c.verdict == word("accepted"), 1), else_=0)).label("right"),
    )
    .join(reviews, reviews.c.assignment_id == lines.c.assignment_id)
    .join(assignments, assignments.c.id == lines.c.assignment_id)
    .join(tasks, tasks.c.id == assignments.c.task_id)
    .where(
        *_MINE, reviews.c.verdict.in_(("accepted", "fixed", "rejected")), tasks.c.gold.is_(None),
        _LAST, ~_DOUBTED, VERDICT_HOLDS,
    )
    .group_by(lines.c.person_id, lines.c.project_id)
)  # fmt: skip
_PEERS = select(
    person_measures.c.person_id, person_measures.c.project_id, person_measures.c.peers,
    person_measures.c.units,
).where(person_measures.c.person_id.in_(_PEOPLE))  # fmt: skip
_ACTIVE = (
    select(people.c.id)
    .where(
        people.c.id > bindparam("after"), people.c.erased_at.is_(None),
        or_(
            exists().where(lines.c.person_id == people.c.id, lines.c.submitted_at > _SINCE),
            exists().where(tiers.c.person_id == people.c.id),
        ),
    )
    .order_by(people.c.id)
    .limit(bindparam("most"))
)  # fmt: skip
_OPEN = select(projects.c.id).where(among(projects.c.state, "open", "paused"))


@dataclass(frozen=True, slots=True)
class Need:
    """An open project that asks for a tier in a skill."""

    project: str
    skill: str
    least: int


async def of_person(tx: Tx, person_id: int, since: datetime) -> dict[str, Parts]:
    """By skill, what the tier is made of: everything of ratings handed in after `since`."""
    return (await of_people(tx, [person_id], since))[person_id]


async def of_people(tx: Tx, ids: Collection[int], since: datetime) -> dict[int, dict[str, Parts]]:
    """As `of_person`, of each of these people."""
    given = {"people": list(ids), "since": since}
    rated, gold, judged, peers = [
        _by_person(await tx.execute(found, given)) for found in (_RATED, _GOLD, _VERDICTS, _PEERS)
    ]
    skills: dict[int, str] = {}
    for project_id in {one for found in (rated, gold) for mine in found.values() for one in mine}:
        skills[project_id] = skill_of((await by_id(tx, project_id)).offer.skill)
    return {one: _parts(skills, rated[one], gold[one], judged[one], peers[one]) for one in ids}


_OnProjects = dict[int, Row[Any]]


def _by_person(rows: Iterable[Row[Any]]) -> dict[int, _OnProjects]:
    found: dict[int, _OnProjects] = defaultdict(dict)
    for row in rows:
        found[row.person_id][row.project_id] = row
    return found


def _parts(
    skills: dict[int, str], rated: _OnProjects, gold: _OnProjects, judged: _OnProjects,
    peers: _OnProjects,
) -> dict[str, Parts]:  # fmt: skip
    """What the tiers of one person are made of."""
    mine: dict[str, list[int]] = defaultdict(list)
    for project_id in sorted({*rated, *gold}):
        mine[skills[project_id]].append(project_id)
    made = {}
    for skill, ids in mine.items():
        alpha, units = _together(peers[one] for one in ids if one in peers)
        made[skill] = Parts(
            _sum(rated, ids, "n"), _sum(gold, ids, "right"), _sum(gold, ids, "n"),
            _sum(judged, ids, "right"), _sum(judged, ids, "n"), alpha, units,
        )  # fmt: skip
    return made


def _sum(rows: _OnProjects, ids: Iterable[int], column: str) -> int:
    return sum(int(getattr(rows[one], column)) for one in ids if one in rows)


def _together(rows: Iterable[Any]) -> tuple[float | None, int]:
    """Alpha over several projects, weighted by shared tasks, and how many those are."""
    known = [row for row in rows if row.peers is not None and row.units > 0]
    units = sum(row.units for row in known)
    return (sum(row.peers * row.units for row in known) / units if units else None), units


async def active(tx: Tx, since: datetime, *, after: int, most: int) -> list[int]:
    """People by id behind `after` who rated after `since`, or have a tier."""
    given = {"since": since, "after": after, "most": most}
    return list((await tx.execute(_ACTIVE, given)).scalars())


async def needs(tx: Tx, skill: str | None = None) -> list[Need]:
    """What the projects that are open ask for, of one skill or of all."""
    found = []
    for project_id in (await tx.execute(_OPEN)).scalars().all():
        project = await by_id(tx, project_id)
        found += [
            Need(project.name, one.skill, one.least)
            for one in conditions(project.offer.requires)
            if isinstance(one, Asked) and skill in (None, one.skill)
        ]
    return found
