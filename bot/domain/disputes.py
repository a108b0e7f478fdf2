"""Disputes: a contractor's objection to a verdict, and who may decide it until when."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.lines import Line
from bot.domain.money import Money
from bot.domain.pay_terms import Verdict
from bot.domain.people import Person
from bot.domain.refusal import Refused
from bot.domain.reviews import Review
from bot.domain.rules import PayRules


class DisputeState(StrEnum):
    """Where a dispute stands; upheld: the verdict stands, overturned: the contractor was right."""

    open = "open"
    upheld = "upheld"
    overturned = "overturned"


@dataclass(frozen=True, slots=True)
class Dispute:
    """An objection to one verdict, or to a client's refusal; `decided_by` is none for the clock.

    `words` are empty where the contractor added none. With a `task_id` it is about the known
    answer of that task.
    """

    id: int
    number: str
    line_id: int
    person_id: int
    review_id: int | None
    refusal_id: int | None
    words: str
    state: DisputeState
    opened_at: datetime
    decide_by: datetime
    decided_by: int | None
    answer: str | None
    decided_at: datetime | None
    task_id: int | None = None


def dispute_by(at: datetime, rules: PayRules) -> datetime:
    """Until when what was told at that time can be disputed."""
    return at + timedelta(days=rules.dispute_days)


def is_objectionable(verdict: Verdict) -> bool:
    """Whether the verdict speaks against the work, with money or without.

    Whatever follows a return is disputed where it is taken, and made up for once.
    """
    return verdict in (Verdict.fixed, Verdict.rejected)


def require_disputable(
    line: Line, review: Review, by: int, rules: PayRules, now: datetime
) -> None:
    """Refuse an objection to another's line, to what says nothing against it, after its time."""
    require_in_time(line, review.at, by, rules, now)
    if not is_objectionable(review.verdict):
        raise Refused("dispute-nothing")


def require_in_time(line: Line, at: datetime, by: int, rules: PayRules, now: datetime) -> None:
    """Refuse an objection to what concerns another's line, and after its time."""
    if line.person_id != by:
        raise Refused("not-yours")
    if now >= dispute_by(at, rules):
        raise Refused("dispute-over", days=rules.dispute_days)


def require_decider(
    dispute: Dispute, person: Person, project_id: int | None, judges: Collection[int]
) -> None:
    """Refuse whoever may not decide: neither one of the `judges` nor the one who disputes does."""
    if not person.may_review(project_id):
        raise Refused("not-reviewer")
    if person.id == dispute.person_id:
        raise Refused("own-work")
    if person.id in judges:
        raise Refused("own-verdict")


def require_open(dispute: Dispute) -> None:
    """Refuse to decide what was decided."""
    if dispute.state is not DisputeState.open:
        raise Refused(f"decided-{dispute.state}")


def withheld(line: Line) -> Money:
    """What the verdict took from the promised money."""
    return Money(line.offered.minor - line.pay.minor, line.offered.currency)
