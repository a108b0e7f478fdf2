"""Steps: warnings, suspensions, deactivations; their published reasons, evidence and dates."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.rules import StandingRules


class StepKind(StrEnum):
    """What a step is.

    The first four are the rungs of the ladder, in order. A hold stops access while a person looks
    into an egregious reason; a block is about one project; a closing ends work in a region.
    """

    warning = "warning"
    second_warning = "second warning"
    suspension = "suspension"
    deactivation = "deactivation"
    hold = "hold"
    block = "block"
    closing = "closing"


class StepState(StrEnum):
    """Where a step stands; `scheduled` until it takes effect, `expired` when its time is over."""

    scheduled = "scheduled"
    effective = "effective"
    withdrawn = "withdrawn"
    expired = "expired"


RUNGS = (
    StepKind.warning, StepKind.second_warning, StepKind.suspension, StepKind.deactivation,
)  # fmt: skip
# What takes work away, so that somebody who did not decide it must be there for an appeal.
GRAVE = (StepKind.suspension, StepKind.deactivation, StepKind.hold)
ENDINGS = (StepKind.deactivation, StepKind.closing)
LIVE = (StepState.scheduled, StepState.effective)
LEAST_WORDS, MOST_WORDS = 10, 600


@dataclass(frozen=True, slots=True)
class Reason:
    """A published reason: `version` names the text of its rule; egregious ones skip the ladder."""

    code: str
    version: int = 1
    egregious: bool = False


_PUBLISHED = (
    Reason("expired-jobs"),
    Reason("careless-work"),
    Reason("low-accuracy"),
    Reason("too-fast"),
    Reason("copied-answers"),
    Reason("conduct"),
    Reason("second-account"),
    Reason("fraud", egregious=True),
    Reason("account-shared", egregious=True),
    Reason("data-leaked", egregious=True),
    Reason("threats", egregious=True),
    Reason("legal-order", egregious=True),
)
REASONS = {one.code: one for one in _PUBLISHED}
# Why work ends for everybody in a region: nobody's fault, so no reason of the ladder.
REGION_CLOSED = Reason("region-closed")


class EvidenceKind(StrEnum):
    """What a piece of evidence is: something of the person's work, or what was observed."""

    job = "job"
    line = "line"
    account = "account"
    event = "event"


# The facts of what somebody observed and put in words: on a day, and at an hour of it.
EVENT, EVENT_AT = "event", "event-at"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing on which a step rests, of that moment.

    `number` is that of the job or line, `words` describe an event; `other_id` is another account,
    which the person is never told.
    """

    kind: EvidenceKind
    fact: str
    at: datetime
    number: str | None = None
    words: str | None = None
    other_id: int | None = None

    def is_same(self, other: "Evidence") -> bool:
        """Whether both are the same thing."""
        mine = (self.kind, self.number, self.other_id, self.words)
        return mine == (other.kind, other.number, other.other_id, other.words)


@dataclass(frozen=True, slots=True)
class Step:
    """One step as decided by a person; its times are none until its notice has arrived.

    `access_stops` is when new claims end for good (for a block: those of the project),
    `access_returns` when they are possible again, `ends_at` when the relationship ends,
    `counts_until` how long the ladder goes on from it, `due_at` when the clock looks next.
    """

    id: int
    number: str
    person_id: int
    kind: StepKind
    state: StepState
    reason: str
    rule_version: int
    words: str | None
    project_id: int | None
    decided_by: int
    role: str
    decided_at: datetime
    follows: int | None
    closing_id: int | None
    days: int | None
    counts_days: int
    grace_days: int
    appeal_days: int
    reply_days: int
    told_at: datetime | None = None
    access_stops: datetime | None = None
    access_returns: datetime | None = None
    ends_at: datetime | None = None
    counts_until: datetime | None = None
    due_at: datetime | None = None
    ended_at: datetime | None = None
    ended_by: int | None = None
    ended_words: str | None = None

    @property
    def is_live(self) -> bool:
        """Whether it stands: neither withdrawn nor over."""
        return self.state in LIVE

    @property
    def is_egregious(self) -> bool:
        """Whether its reason is on the list that may skip the ladder."""
        return self.reason in REASONS and REASONS[self.reason].egregious

    @property
    def appeal_by(self) -> datetime | None:
        """Until when it can be appealed; none before its notice has arrived."""
        return None if self.told_at is None else self.told_at + timedelta(days=self.appeal_days)

    def bars(self, now: datetime) -> bool:
        """Whether it keeps the person from all new claims now."""
        if self.state not in LIVE or self.told_at is None or self.kind is StepKind.block:
            return False
        if self.kind in ENDINGS:
            return True
        if self.access_stops is None:
            return False
        return self.access_returns is None or now < self.access_returns


def new_step(
    person_id: int, kind: StepKind, reason: Reason, *, words: str, by: int, role: str,
    follows: int | None, now: datetime, rules: StandingRules, days: int | None = None,
    project_id: int | None = None, closing_id: int | None = None, grace_days: int | None = None,
) -> Step:  # fmt: skip
    """A step as somebody decides it now, yet without a number; its clock has not started."""
    lapses = now + timedelta(hours=rules.hold_hours) if kind is StepKind.hold else None
    return Step(
        id=0, number="", person_id=person_id, kind=kind, state=StepState.scheduled,
        reason=reason.code, rule_version=reason.version, words=words, project_id=project_id,
        decided_by=by, role=role, decided_at=now, follows=follows, closing_id=closing_id,
        days=days if kind is StepKind.suspension else None, counts_days=rules.warning_days,
        grace_days=grace_days or rules.grace_days, appeal_days=rules.appeal_days,
        reply_days=rules.reply_days, access_returns=lapses,
    )  # fmt: skip


def taken_back(step: Step, *, by: int | None, words: str | None, now: datetime) -> Step:
    """The step withdrawn: it counts for nothing any more."""
    return replace(
        step, state=StepState.withdrawn, due_at=None, ended_at=now, ended_by=by, ended_words=words
    )


def over(step: Step, now: datetime) -> Step:
    """The step whose time has run out."""
    return replace(step, state=StepState.expired, due_at=None, ended_at=now)


def up_to_the_hour(at: datetime) -> datetime:
    """The first full hour at or after the moment."""
    whole = at.replace(minute=0, second=0, microsecond=0)
    return whole if whole == at else whole + timedelta(hours=1)


def when_told(step: Step, now: datetime) -> Step:
    """The step with the dates that follow from its notice arriving now.

    What is shown while a notice is on its way is worked out in the same way; arriving later only
    moves the dates on. A hold lapses by the date that was set when it was decided.
    """
    told = replace(step, told_at=now, state=StepState.effective)
    counts = now + timedelta(days=step.counts_days)
    match step.kind:
        case StepKind.warning | StepKind.second_warning:
            return replace(told, counts_until=counts, due_at=counts)
        case StepKind.suspension:
            returns = up_to_the_hour(now + timedelta(days=step.days or 1) - timedelta(hours=1))
            return replace(
                told, access_stops=now, access_returns=returns, counts_until=counts, due_at=returns
            )
        case StepKind.hold:
            if step.access_returns is None or step.access_returns <= now:
                return replace(told, state=StepState.expired, ended_at=now)
            return replace(told, access_stops=now, due_at=now)
        case StepKind.block:
            return replace(told, access_stops=now)
    ends = up_to_the_hour(now + timedelta(days=step.grace_days))
    if step.is_egregious:
        return replace(told, access_stops=now, ends_at=ends, due_at=now)
    return replace(told, state=StepState.scheduled, access_stops=ends, ends_at=ends, due_at=ends)


def took_roles(step: Step) -> bool:
    """Whether a step that is over had ended all roles, which do not come back with the access."""
    if step.kind not in (*ENDINGS, StepKind.hold) or step.access_stops is None:
        return False
    return step.ended_at is not None and step.access_stops <= step.ended_at


def takes_roles(steps: Iterable[Step], now: datetime) -> bool:
    """Whether one of a person's steps ends all roles: a deactivation in effect, or a hold."""
    return any(
        (one.kind in ENDINGS and one.state is StepState.effective)
        or (one.kind is StepKind.hold and one.bars(now))
        for one in steps
    )
