"""What was measured of one person's work, project by project, and each verdict on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, case, exists, func, select

from bot.domain.disputes import DisputeState
from bot.domain.money import Money
from storage.database import Tx
from storage.line_kinds import FOR_A_RATING
from storage.schema import (
    assignments,
    disputes,
    gold_scores,
    lines,
    person_measures,
    projects,
    rater_weights,
    reviews,
)
from storage.schema.columns import word
from storage.standing_votes import VERDICT_HOLDS

_PERSON: Any = bindparam("person")
_PROJECTS = (
    select(projects.c.id, projects.c.name, func.count().label("ratings"))
    .join(lines, lines.c.project_id == projects.c.id)
    .where(lines.c.person_id == _PERSON, lines.c.kind == word("rating"))
    .group_by(projects.c.id, projects.c.name)
    .order_by(func.max(lines.c.submitted_at).desc(), projects.c.id)
)
_GOLD = (
    select(
        gold_scores.c.project_id, func.count().label("n"),
        func.sum(case((gold_scores.c.correct, 1), else_=0)).label("right"),
    )
    # Nothing tells a known answer from others before the rating was judged.
    .join(assignments, assignments.c.id == gold_scores.c.assignment_id)
    .where(
        gold_scores.c.person_id == _PERSON, gold_scores.c.state == word("counts"),
        assignments.c.state.in_((word("accepted"), word("rejected"))),
    )
    .group_by(gold_scores.c.project_id)
)  # fmt: skip
_MEASURED = select(person_measures).where(person_measures.c.person_id == _PERSON)
_later = reviews.alias("later")
_LAST = ~exists().where(
    _later.c.assignment_id == reviews.c.assignment_id, _later.c.id > reviews.c.id
)
_JUDGED = and_(
    lines.c.person_id == _PERSON, lines.c.kind == word("rating"), _LAST,
    reviews.c.verdict.in_(("accepted", "fixed", "rejected")),
)  # fmt: skip
_VERDICTS = (
    select(lines.c.project_id, reviews.c.verdict, func.count().label("n"))
    .select_from(lines)
    .join(reviews, reviews.c.assignment_id == lines.c.assignment_id)
    .where(_JUDGED, VERDICT_HOLDS)
    .group_by(lines.c.project_id, reviews.c.verdict)
)
_DISPUTE = (
    select(func.max(disputes.c.state))
    .where(disputes.c.review_id == reviews.c.id)
    .correlate(reviews)
    .scalar_subquery()
)
_LESS = (
    select(
        lines.c.number, reviews.c.verdict, reviews.c.item, reviews.c.at, lines.c.offered_minor,
        lines.c.pay_minor, lines.c.currency, projects.c.name,
        # The hall may have found by itself, in a second look, that the person was right.
        case((~VERDICT_HOLDS, DisputeState.overturned.value), else_=_DISPUTE).label("dispute"),
        func.count().over().label("whole"),
    )
    .select_from(lines)
    .join(reviews, reviews.c.assignment_id == lines.c.assignment_id)
    .join(projects, projects.c.id == lines.c.project_id)
    .where(_JUDGED, reviews.c.verdict != word("accepted"))
    .order_by(reviews.c.at.desc(), reviews.c.id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)  # fmt: skip
_MISSED = (
    select(
        lines.c.number, gold_scores.c.at, gold_scores.c.state, projects.c.name,
        func.count().over().label("whole"),
    )
    .select_from(gold_scores)
    .join(lines, and_(lines.c.assignment_id == gold_scores.c.assignment_id, FOR_A_RATING))
    .join(projects, projects.c.id == gold_scores.c.project_id)
    .where(
        gold_scores.c.person_id == _PERSON, ~gold_scores.c.correct,
        gold_scores.c.state != word("void"), lines.c.state != word("submitted"),
    )
    .order_by(gold_scores.c.at.desc(), gold_scores.c.id.desc())
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)  # fmt: skip
_RIGHT = select(rater_weights.c.person_id, rater_weights.c.accuracy).where(
    rater_weights.c.project_id == bindparam("project"),
    rater_weights.c.person_id.in_(bindparam("ids", expanding=True)),
)
_SECONDS = (
    select(person_measures.c.seconds)
    .where(person_measures.c.project_id == bindparam("project"))
    .where(person_measures.c.seconds.is_not(None))
    .order_by(person_measures.c.seconds)
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What the last nightly run found of somebody on a project; `why` alpha is undefined."""

    peers: float | None
    why: str | None
    units: int
    first_chosen: int
    first_of: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class OnProject:
    """One person's work on one project: known answers (right, all), verdicts, measures."""

    project_id: int
    project: str
    ratings: int
    gold: tuple[int, int]
    verdicts: Mapping[str, int]
    measured: Measured | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A rating that a verdict corrected or rejected, or that missed a known answer."""

    line: str
    what: str
    project: str
    at: datetime
    item: str | None = None
    withheld: Money | None = None
    dispute: DisputeState | None = None


async def on_projects(tx: Tx, person_id: int) -> list[OnProject]:
    """The person's work, the project of the last rating first."""
    given = {"person": person_id}
    gold = {row.project_id: (int(row.right), int(row.n)) for row in await tx.execute(_GOLD, given)}
    measured = {
        row.project_id: Measured(
            row.peers, row.why, row.units, row.first_chosen, row.first_of, row.seconds
        )
        for row in await tx.execute(_MEASURED, given)
    }
    verdicts: dict[int, dict[str, int]] = {}
    for row in await tx.execute(_VERDICTS, given):
        verdicts.setdefault(row.project_id, {})[row.verdict] = int(row.n)
    return [
        OnProject(
            row.id, row.name, int(row.ratings), gold.get(row.id, (0, 0)), verdicts.get(row.id, {}),
            measured.get(row.id),
        )
        for row in await tx.execute(_PROJECTS, given)
    ]  # fmt: skip


async def less(tx: Tx, person_id: int, *, skip: int, most: int) -> tuple[list[Judged], int]:
    """Corrected and rejected ratings, the last verdict first, and how many there are."""
    rows = (await tx.execute(_LESS, {"person": person_id, "skip": skip, "most": most})).all()
    found = [
        Judged(
            row.number, row.verdict, row.name, row.at, row.item,
            Money(row.offered_minor - row.pay_minor, row.currency),
            DisputeState(row.dispute) if row.dispute else None,
        )
        for row in rows
    ]  # fmt: skip
    return found, int(rows[0].whole) if rows else 0


async def missed(tx: Tx, person_id: int, *, skip: int, most: int) -> tuple[list[Judged], int]:
    """Known answers that were missed and whose rating is judged, the last first."""
    rows = (await tx.execute(_MISSED, {"person": person_id, "skip": skip, "most": most})).all()
    found = [Judged(row.number, row.state, row.name, row.at) for row in rows]
    return found, int(rows[0].whole) if rows else 0


async def median_seconds(tx: Tx, project_id: int) -> float | None:
    """The middle of what people take for a rating of the project, each counted once."""
    known = list((await tx.execute(_SECONDS, {"project": project_id})).scalars())
    return float(known[len(known) // 2]) if known else None


async def accuracies(tx: Tx, project_id: int, ids: Sequence[int]) -> dict[int, float]:
    """How often each of these people is right on the project, as far as it is known."""
    rows = await tx.execute(_RIGHT, {"project": project_id, "ids": list(ids)})
    return {row.person_id: row.accuracy for row in rows}
