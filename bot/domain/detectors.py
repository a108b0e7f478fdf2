"""Detectors: what speaks for looking at somebody. They only propose; a person decides.

Each has one rule from facts to evidence, in one frame, so that another is one more line of
`DETECTORS`. None looks at hours, at what was declined, skipped or given back, or at a verdict
that is disputed.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.rules import StandingRules
from bot.domain.steps import Evidence, EvidenceKind

# Nothing older is looked for: a person ought to be told soon, or not at all.
LOOK_BACK = timedelta(days=30)
# A name that so many new accounts share is a common one, and says nothing.
MOST_NAMESAKES = 3


@dataclass(frozen=True, slots=True)
class FinishedJob:
    """A job that was handed in, or whose time ran out with nothing handed in."""

    number: str
    at: datetime
    expired: bool


@dataclass(frozen=True, slots=True)
class OtherAccount:
    """Another account, and since when it has been seen to have the same as this one."""

    person_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """What the detectors look at of one person, as of one moment.

    `jobs` are the newest first. `payees` were known to the hall before the person and are paid
    in the same place. `barred` are suspended or deactivated, had the same name and time zone
    before this account was made, and `namesakes` is how many new accounts are like them.
    """

    person_id: int
    jobs: tuple[FinishedJob, ...] = ()
    payees: tuple[OtherAccount, ...] = ()
    barred: tuple[OtherAccount, ...] = ()
    namesakes: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """Somebody at whom a detector points, with the published reason and the evidence."""

    person_id: int
    detector: str
    reason: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Detector:
    """A detector: its name, the reason it is about, its threshold, and its rule."""

    name: str
    reason: str
    threshold: Callable[[StandingRules], int]
    rule: Callable[[Facts, int], tuple[Evidence, ...]]


def expired_in_a_row(facts: Facts, least: int) -> tuple[Evidence, ...]:
    """The last jobs, where so many of them in a row ran out of time; else nothing."""
    last = facts.jobs[:least]
    if len(last) < least or not all(one.expired for one in last):
        return ()
    return tuple(
        Evidence(EvidenceKind.job, "expired", one.at, one.number) for one in reversed(last)
    )


def paid_alike(facts: Facts, least: int) -> tuple[Evidence, ...]:
    """The accounts that were there before and are paid in the same place."""
    return _accounts("shared-payout", facts.payees if len(facts.payees) >= least else ())


def back_again(facts: Facts, most: int) -> tuple[Evidence, ...]:
    """Accounts that were barred before this one came, of the same name and time zone."""
    return _accounts("second-account", facts.barred if facts.namesakes <= most else ())


def _accounts(fact: str, others: Sequence[OtherAccount]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(EvidenceKind.account, fact, one.at, other_id=one.person_id) for one in others
    )


EXPIRY_STREAK, SHARED_PAYOUT, SECOND_ACCOUNT = "expiry-streak", "shared-payout", "second-account"

DETECTORS = (
    Detector(EXPIRY_STREAK, "expired-jobs", lambda rules: rules.expired_jobs, expired_in_a_row),
    Detector(SHARED_PAYOUT, "second-account", lambda _: 1, paid_alike),
    Detector(SECOND_ACCOUNT, "second-account", lambda _: MOST_NAMESAKES, back_again),
)


def look(
    facts: Facts, used: Sequence[Evidence], rules: StandingRules, *,
    detectors: Sequence[Detector] = DETECTORS,
) -> list[Finding]:  # fmt: skip
    """What the detectors find in the facts, none of which was brought up before.

    `used` is what steps rest on and what was proposed earlier, however that was decided.
    """
    fresh = _unused(facts, used)
    found = ((one, one.rule(fresh, one.threshold(rules))) for one in detectors)
    return [
        Finding(facts.person_id, one.name, one.reason, evidence)
        for one, evidence in found
        if evidence
    ]


def holds(
    facts: Facts, detector: str, evidence: Sequence[Evidence], used: Sequence[Evidence],
    rules: StandingRules, *, detectors: Sequence[Detector] = DETECTORS,
) -> bool:  # fmt: skip
    """Whether a detector still finds what it proposed; `used` is what steps rest on by now.

    Jobs count as a row that is still going on, accounts one by one.
    """
    fresh = _unused(facts, used)
    found = [
        piece
        for one in detectors
        if one.name == detector
        for piece in one.rule(fresh, one.threshold(rules))
    ]
    others = {one.other_id for one in evidence if one.kind is EvidenceKind.account}
    if others:
        return any(piece.other_id in others for piece in found)
    return bool(found)


def newer_than(facts: Facts, told_at: datetime | None) -> Facts:
    """Only the jobs after the last rung was told: older ones cannot lead to the next."""
    if told_at is None:
        return facts
    return replace(facts, jobs=tuple(job for job in facts.jobs if job.at > told_at))


def _unused(facts: Facts, used: Sequence[Evidence]) -> Facts:
    """The facts after the last job that was brought up, without accounts that were."""
    numbers = {one.number for one in used}
    known = {(one.fact, one.other_id) for one in used if one.kind is EvidenceKind.account}
    cut = next((at for at, job in enumerate(facts.jobs) if job.number in numbers), len(facts.jobs))
    return Facts(
        facts.person_id,
        facts.jobs[:cut],
        tuple(one for one in facts.payees if (SHARED_PAYOUT, one.person_id) not in known),
        tuple(one for one in facts.barred if (SECOND_ACCOUNT, one.person_id) not in known),
        facts.namesakes,
    )
