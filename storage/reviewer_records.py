"""How the verdicts of a reviewer came out: in disputes, in second looks, on known answers."""

from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, case, func, or_, select, union_all

from bot.domain.people import Role
from bot.domain.reviewer_tier import WINDOW, ReviewerRecord, Share
from storage.database import Tx
from storage.line_kinds import FOR_A_TASK
from storage.schema import disputes, gold_scores, lines, reviews, roles, second_reviews
from storage.schema.columns import word

_R, _S = reviews.c, second_reviews.c
_MINE = and_(_R.reviewer_id == bindparam("who"), _R.at > bindparam("since"))
_AGAIN = and_(_S.reviewer_id == bindparam("who"), _S.given_at > bindparam("since"))
_FELL = and_(disputes.c.state == word("overturned"), disputes.c.decided_by.is_not(None))


def _sum(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


_GIVEN = (
    select(
        func.count(), _sum(and_(_R.percent < 100, disputes.c.state.is_distinct_from("open"))),
        _sum(and_(_R.percent < 100, _FELL)),
    )
    .select_from(reviews.outerjoin(disputes, disputes.c.review_id == _R.id))
    .where(_MINE, _R.verdict != word("returned"))
)  # fmt: skip
# What a third person decided says who was right; else a difference speaks against both.
_FIRST = (
    select(func.count(), _sum(or_(_S.agrees, _S.state == word("upheld"))))
    .select_from(reviews.join(second_reviews, _S.review_id == _R.id))
    .where(_MINE, _S.agrees.is_not(None), _S.state != word("doubted"))
)
_SECOND = select(func.count(), _sum(or_(_S.agrees, _S.state == word("overturned")))).where(
    _AGAIN, _S.agrees.is_not(None), _S.state != word("doubted")
)


def _known() -> Any:
    """Verdicts on ratings of which the known answer was kept from the reviewer."""
    first = (
        select(_R.verdict, gold_scores.c.correct)
        .select_from(
            reviews.join(gold_scores, gold_scores.c.assignment_id == _R.assignment_id).join(
                lines, lines.c.assignment_id == _R.assignment_id
            )
        )
        .where(_MINE, *_COUNTS)
    )
    second = (
        select(_S.verdict, gold_scores.c.correct)
        .select_from(
            second_reviews.join(lines, lines.c.id == _S.line_id).join(
                gold_scores, gold_scores.c.assignment_id == lines.c.assignment_id
            )
        )
        .where(_AGAIN, *_COUNTS)
    )
    both = union_all(first, second).subquery()
    accepted = both.c.verdict == word("accepted")
    # A fix or a return of what is right may be about something that the known answer leaves open.
    said = or_(accepted, both.c.verdict == word("rejected"), both.c.correct.is_(False))
    fits = or_(and_(accepted, both.c.correct), and_(~accepted, both.c.correct.is_(False)))
    return select(_sum(said), _sum(and_(said, fits)))


_COUNTS = (
    lines.c.blind, FOR_A_TASK, gold_scores.c.state == word("counts"),
)  # fmt: skip
_KNOWN = _known()
_LATELY = (
    select(_R.reviewer_id)
    .where(_R.at > bindparam("since"))
    .group_by(_R.reviewer_id)
    .having(func.count() >= bindparam("least"))
)
_LINE_OF_FIRST = reviews.join(second_reviews, _S.review_id == _R.id).join(
    lines, lines.c.id == _S.line_id
)
_MISSED = {
    "overturned": select(lines.c.number, disputes.c.decided_at)
    .select_from(
        reviews.join(disputes, disputes.c.review_id == _R.id).join(
            lines, lines.c.id == disputes.c.line_id
        )
    )
    .where(_MINE, _FELL),
    "differs": select(lines.c.number, _S.given_at)
    .select_from(_LINE_OF_FIRST)
    .where(_MINE, _S.agrees.is_(False), _S.state.not_in(("doubted", "upheld"))),
    "known": select(lines.c.number, _R.at)
    .select_from(
        reviews.join(gold_scores, gold_scores.c.assignment_id == _R.assignment_id).join(
            lines, lines.c.assignment_id == _R.assignment_id
        )
    )
    .where(
        _MINE, *_COUNTS,
        or_(
            and_(_R.verdict == word("accepted"), gold_scores.c.correct.is_(False)),
            and_(_R.verdict == word("rejected"), gold_scores.c.correct),
        ),
    ),
}  # fmt: skip
_ROLE = select(roles.c.id).where(
    roles.c.person_id == bindparam("who"), roles.c.role == word(Role.reviewer.value)
)


async def of_person(tx: Tx, person_id: int, now: datetime) -> ReviewerRecord:
    """The record of the person's verdicts in the last 90 days."""
    given = {"who": person_id, "since": now - WINDOW}
    verdicts, taking, fell = (await tx.execute(_GIVEN, given)).one()
    first, alike = (await tx.execute(_FIRST, given)).one()
    second, alike_too = (await tx.execute(_SECOND, given)).one()
    known, fits = (await tx.execute(_KNOWN, given)).one()
    return ReviewerRecord(
        verdicts + second,
        held=Share(taking - fell, taking),
        alike=Share(alike + alike_too, first + second),
        known=Share(fits, known),
    )


async def busy(tx: Tx, now: datetime, least: int) -> list[int]:
    """Who gave at least so many verdicts in the last 90 days."""
    given = {"since": now - WINDOW, "least": least}
    return sorted((await tx.execute(_LATELY, given)).scalars())


async def missed(tx: Tx, person_id: int, now: datetime) -> list[tuple[str, str, datetime]]:
    """First verdicts that speak against the person: why, the line, when; the oldest first."""
    given = {"who": person_id, "since": now - WINDOW}
    found = [
        (fact, row[0], row[1])
        for fact, asked in _MISSED.items()
        for row in await tx.execute(asked, given)
    ]
    return sorted(found, key=lambda one: (one[2], one[1]))


async def roles_of(tx: Tx, person_id: int) -> list[int]:
    """The roles of a reviewer that the person holds, of the hall or of projects."""
    return list((await tx.execute(_ROLE, {"who": person_id})).scalars())
