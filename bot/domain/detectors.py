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
# So many of the last ratings are looked at; nobody reads so many signs in a second.
LAST, SIGNS_A_SECOND = 20, 60
# So long a text is not written twice by chance.
COPIED_FROM = 40


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
class Rated:
    """A rating by the number of its line; `speaks` for what is looked for, or not."""

    number: str
    at: datetime
    speaks: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What the detectors look at of one person, as of one moment.

    `jobs` are the newest first. `payees` were known to the hall before the person and are paid
    in the same place. `barred` are suspended or deactivated, had the same name and time zone
    before this account was made, and `namesakes` is how many new accounts are like them.
    Ratings come the newest first: `gold` of known answers, of which those missed speak; `pace`
    the last ones, of which those faster than reading speak; `option` the last ones, of which
    those with the option that most have speak; `copies` those with a text that was there before.
    """

    person_id: int
    jobs: tuple[FinishedJob, ...] = ()
    payees: tuple[OtherAccount, ...] = ()
    barred: tuple[OtherAccount, ...] = ()
    namesakes: int = 1
    gold: tuple[Rated, ...] = ()
    pace: tuple[Rated, ...] = ()
    option: tuple[Rated, ...] = ()
    copies: tuple[Rated, ...] = ()


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
    rule: Callable[[Facts, StandingRules], tuple[Evidence, ...]]


def expired_in_a_row(facts: Facts, rules: StandingRules) -> tuple[Evidence, ...]:
    """The last jobs, where so many of them in a row ran out of time; else nothing."""
    last = facts.jobs[: rules.expired_jobs]
    if len(last) < rules.expired_jobs or not all(one.expired for one in last):
        return ()
    return tuple(
        Evidence(EvidenceKind.job, "expired", one.at, one.number) for one in reversed(last)
    )


def paid_alike(facts: Facts, _rules: StandingRules) -> tuple[Evidence, ...]:
    """The accounts that were there before and are paid in the same place."""
    return _accounts("shared-payout", facts.payees)


def back_again(facts: Facts, _rules: StandingRules) -> tuple[Evidence, ...]:
    """Accounts that were barred before this one came, of the same name and time zone."""
    is_rare = facts.namesakes <= MOST_NAMESAKES
    return _accounts("second-account", facts.barred if is_rare else ())


def misses(facts: Facts, rules: StandingRules) -> tuple[Evidence, ...]:
    """The known answers that were missed, where they are many of so many at least."""
    bound = rules.detectors
    right = sum(not one.speaks for one in facts.gold)
    low = 100 * (0.5 + right) < bound.gold_percent * (1 + len(facts.gold))
    enough = len(facts.gold) >= bound.gold_answers
    return _ratings("gold-missed", facts.gold) if low and enough else ()


def too_fast(facts: Facts, rules: StandingRules) -> tuple[Evidence, ...]:
    """The ratings faster than their tasks can be read, where so many of the last ones are."""
    return _of_last("too-fast", facts.pace, rules.detectors.fast)


def same_option(facts: Facts, rules: StandingRules) -> tuple[Evidence, ...]:
    """The ratings with one and the same option, where so many of the last ones are."""
    return _of_last("same-option", facts.option, rules.detectors.one_option)


def copies(facts: Facts, rules: StandingRules) -> tuple[Evidence, ...]:
    """The ratings with a text that was there before, where there are so many."""
    enough = len(facts.copies) >= rules.detectors.copies
    return _ratings("copied", facts.copies) if enough else ()


def _of_last(fact: str, rated: tuple[Rated, ...], least: int) -> tuple[Evidence, ...]:
    enough = len(rated) >= LAST and sum(one.speaks for one in rated[:LAST]) >= least
    return _ratings(fact, rated[:LAST]) if enough else ()


def _ratings(fact: str, rated: Sequence[Rated]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(EvidenceKind.line, fact, one.at, one.number)
        for one in reversed(rated)
        if one.speaks
    )


def _accounts(fact: str, others: Sequence[OtherAccount]) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(EvidenceKind.account, fact, one.at, other_id=one.person_id) for one in others
    )


EXPIRY_STREAK, SHARED_PAYOUT, SECOND_ACCOUNT = "expiry-streak", "shared-payout", "second-account"

DETECTORS = (
    Detector(EXPIRY_STREAK, "expired-jobs", lambda rules: rules.expired_jobs, expired_in_a_row),
    Detector(SHARED_PAYOUT, "second-account", lambda _: 1, paid_alike),
    Detector(SECOND_ACCOUNT, "second-account", lambda _: MOST_NAMESAKES, back_again),
    Detector("gold-accuracy", "low-accuracy", lambda rules: rules.detectors.gold_answers, misses),
    Detector("impossible-speed", "too-fast", lambda rules: rules.detectors.fast, too_fast),
    Detector("one-option", "careless-work", lambda rules: rules.detectors.one_option, same_option),
    Detector("copied-answers", "copied-answers", lambda rules: rules.detectors.copies, copies),
)


def look(
    facts: Facts, used: Sequence[Evidence], rules: StandingRules, *,
    detectors: Sequence[Detector] = DETECTORS,
) -> list[Finding]:  # fmt: skip
    """What the detectors find in the facts, none of which was brought up before.

    `used` is what steps rest on and what was proposed earlier, however that was decided.
    """
    fresh = _unused(facts, used)
    found = ((one, one.rule(fresh, rules)) for one in detectors)
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
        piece for one in detectors if one.name == detector for piece in one.rule(fresh, rules)
    ]
    others = {one.other_id for one in evidence if one.kind is EvidenceKind.account}
    if others:
        return any(piece.other_id in others for piece in found)
    return bool(found)


def newer_than(facts: Facts, told_at: datetime | None) -> Facts:
    """Only the jobs after the last rung was told: older ones cannot lead to the next."""
    if told_at is None:
        return facts

    def after(rated: tuple[Rated, ...]) -> tuple[Rated, ...]:
        return tuple(one for one in rated if one.at > told_at)

    return replace(
        facts, jobs=tuple(job for job in facts.jobs if job.at > told_at), gold=after(facts.gold),
        pace=after(facts.pace), option=after(facts.option), copies=after(facts.copies),
    )  # fmt: skip


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
        _until(numbers, facts.gold),
        _until(numbers, facts.pace),
        _until(numbers, facts.option),
        tuple(one for one in facts.copies if one.number not in numbers),
    )


def _until(numbers: set[str | None], rated: tuple[Rated, ...]) -> tuple[Rated, ...]:
    """The ratings after the last that was brought up."""
    cut = next((at for at, one in enumerate(rated) if one.number in numbers), len(rated))
    return rated[:cut]
