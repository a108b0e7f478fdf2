"""What the notice of a step must say; with a field missing it is not sent."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.money import Money
from bot.domain.people import Person, Role
from bot.domain.refusal import Refused
from bot.domain.steps import (
    ENDINGS,
    GRAVE,
    REASONS,
    REGION_CLOSED,
    Evidence,
    Step,
    StepKind,
    StepState,
    when_told,
)

# What a notice must say, by the names under which people are told what is missing.
PARTS = (
    "reason", "rule", "words", "evidence", "decision", "access", "return", "end", "project",
    "appeal", "deciders", "pay",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StepNotice:
    """Everything that the notice of a step says.

    `step` has the dates that hold if it arrives now, or those that hold since it arrived. `owed`
    is paid with the run at `paid_at`; `pending` waits for a review or a client's word, all of it
    until `settled_by` at the latest. `deciders` are the roles of those who may decide an appeal.
    """

    step: Step
    person: Person
    evidence: tuple[Evidence, ...]
    project: str | None
    owed: tuple[Money, ...]
    paid_at: datetime
    pending: tuple[Money, ...]
    settled_by: datetime | None
    deciders: frozenset[Role]
    contact: str


def as_of(step: Step, now: datetime) -> Step:
    """The step with the dates that it has, or would have if it were told now.

    One that was taken back before it was told has none.
    """
    return when_told(step, now) if step.told_at is None and step.is_live else step


def missing(notice: StepNotice) -> list[str]:
    """The names of what the notice lacks, each one of `PARTS`."""
    step = notice.step
    known = step.reason in REASONS or step.reason == REGION_CLOSED.code
    needs_evidence = step.kind is not StepKind.closing
    there = {
        "reason": known,
        "rule": step.rule_version > 0,
        "words": bool(step.words),
        "evidence": bool(notice.evidence) or not needs_evidence,
        "decision": step.decided_by > 0 and bool(step.role),
        # A hold that lapsed before its notice arrived has never stopped anything.
        "access": step.access_stops is not None
        or step.kind not in (*GRAVE, *ENDINGS)
        or step.state is StepState.expired,
        "return": step.access_returns is not None or step.kind is not StepKind.suspension,
        "end": step.ends_at is not None or step.kind not in ENDINGS,
        "project": notice.project is not None or step.kind is not StepKind.block,
        "appeal": step.appeal_by is not None and step.reply_days > 0,
        "deciders": bool(notice.deciders) or step.kind not in GRAVE,
        "pay": not notice.pending or notice.settled_by is not None,
    }
    return [name for name in PARTS if not there[name]]


def require_complete(notice: StepNotice) -> StepNotice:
    """The notice, refused where it lacks something."""
    if lacking := missing(notice):
        raise Refused("step-notice-lacks", what=tuple(lacking))
    return notice
