"""The ladder: what a person's steps come to, and what must be true before one is taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.people import Person, Standing
from bot.domain.refusal import Refused
from bot.domain.rules import StandingRules
from bot.domain.steps import (
    ENDINGS,
    GRAVE,
    LEAST_WORDS,
    MOST_WORDS,
    REASONS,
    RUNGS,
    Evidence,
    Reason,
    Step,
    StepKind,
    StepState,
)


def standing_of(steps: Sequence[Step], now: datetime) -> Standing:
    """What the person's steps come to now."""
    told = [one for one in steps if one.is_live and one.told_at is not None]
    ending = [one for one in told if one.kind in ENDINGS]
    if any(one.state is StepState.effective for one in ending):
        return Standing.deactivated
    if ending:
        return Standing.deactivating
    if any(one.bars(now) for one in told):
        return Standing.suspended
    if highest(told, now) is not None:
        return Standing.warned
    return Standing.good


def highest(steps: Sequence[Step], now: datetime) -> Step | None:
    """The rung on which the person stands: the highest that counts; none on the ground."""
    counting = [
        one for one in steps
        if one.kind in RUNGS and one.is_live
        and (one.counts_until is None or now < one.counts_until)
    ]  # fmt: skip
    return max(counting, key=lambda one: (RUNGS.index(one.kind), one.id), default=None)


def next_rung(steps: Sequence[Step], now: datetime) -> StepKind | None:
    """The only rung that may be taken next; none at the top."""
    stands = highest(steps, now)
    above = 0 if stands is None else RUNGS.index(stands.kind) + 1
    return RUNGS[above] if above < len(RUNGS) else None


@dataclass(frozen=True, slots=True)
class Case:
    """All that bears on whether a step may be taken against a person.

    `ratings` is how many ratings were handed in since the step before was told, `deciders` how
    many people could decide an appeal, `silent` how many more the bot cannot write to, `used` the
    evidence of earlier steps, `disputed` whether a verdict among the evidence is being disputed,
    `handed_in` whether a job among it, whose time had run out, has been handed in since, `fallen`
    the evidence of steps that an appeal has overturned.
    """

    steps: Sequence[Step]
    evidence: Sequence[Evidence]
    used: Sequence[tuple[Step, Evidence]]
    ratings: int
    deciders: int
    disputed: bool
    appealed: bool
    silent: int = 0
    handed_in: bool = False
    fallen: Sequence[Evidence] = ()


def require_reason(code: str) -> Reason:
    """The published reason of that code."""
    if code not in REASONS:
        raise Refused("stale-button")
    return REASONS[code]


def require_words(text: str) -> str:
    """Words that explain a decision, on one line; refused when too few or too many."""
    words = " ".join(text.split())
    if not LEAST_WORDS <= len(words) <= MOST_WORDS or not words.isprintable():
        raise Refused("step-words", least=LEAST_WORDS, most=MOST_WORDS)
    return words


def require_step(
    kind: StepKind, reason: Reason, case: Case, *, days: int | None, now: datetime,
    rules: StandingRules, project_id: int | None = None,
) -> int | None:  # fmt: skip
    """Refuse a step that the ladder does not allow now; returns the id of the one it builds on."""
    _require_not_out(kind, case)
    _require_facts(case, now)
    if case.appealed and not reason.egregious:
        raise Refused("step-appealed")
    if kind in GRAVE and not case.deciders:
        raise Refused("step-no-decider", silent=case.silent)
    if kind is StepKind.suspension and (days is None or not 1 <= days <= rules.suspension_days):
        raise Refused("step-days", most=rules.suspension_days)
    if kind is StepKind.block and any(
        one.kind is kind and one.is_live and one.project_id == project_id for one in case.steps
    ):
        raise Refused("step-there")
    if kind is StepKind.hold:
        _require_hold(reason, case, now, rules)
        return None
    if kind is StepKind.block or (reason.egregious and kind is StepKind.deactivation):
        return None
    return _require_rung(kind, case, now, rules)


def _require_not_out(kind: StepKind, case: Case) -> None:
    """Refuse a step against whom all has ended or is about to; but for a hold until then.

    Who is about to leave can still work, and do harm, for two weeks and more.
    """
    ending = [one for one in case.steps if one.kind in ENDINGS and one.is_live]
    over = [one for one in ending if one.is_egregious or one.state is StepState.effective]
    if over or (ending and kind is not StepKind.hold):
        raise Refused("step-there")


def _require_facts(case: Case, now: datetime) -> None:
    """Refuse a step without evidence that counts."""
    if not case.evidence:
        raise Refused("step-evidence")
    if any(one.at > now for one in case.evidence):
        raise Refused("step-future")
    if case.disputed:
        raise Refused("step-disputed")
    if case.handed_in:
        raise Refused("step-handed-in")
    if any(one.is_same(known) for one in case.evidence for known in case.fallen):
        # Or whoever lost an appeal could decide the same once more, for whatever reason.
        raise Refused("step-overturned")


def _require_hold(reason: Reason, case: Case, now: datetime, rules: StandingRules) -> None:
    if not reason.egregious:
        raise Refused("hold-egregious")
    holds = [one for one in case.steps if one.kind is StepKind.hold]
    if any(one.is_live for one in holds):
        raise Refused("step-there")
    if any(now < one.decided_at + timedelta(days=rules.between_days) for one in holds):
        # One hold after the other would be a suspension that nobody decided.
        raise Refused("hold-renewed", days=rules.between_days)
    _require_new_facts(case)


def _require_rung(kind: StepKind, case: Case, now: datetime, rules: StandingRules) -> int | None:
    wanted = next_rung(case.steps, now)
    if kind is not wanted:
        raise Refused("step-skips", next=str(wanted or StepKind.deactivation))
    _require_new_facts(case)
    before = highest(case.steps, now)
    if before is None:
        return None
    if before.told_at is None:
        raise Refused("step-untold")
    if any(one.at <= before.told_at for one in case.evidence):
        raise Refused("step-old-facts")
    ready = before.told_at + timedelta(days=rules.between_days)
    if now < ready or case.ratings < rules.between_ratings:
        raise Refused(
            "step-early", until=max(ready, now), done=case.ratings, needed=rules.between_ratings
        )
    return before.id


def _require_new_facts(case: Case) -> None:
    """Refuse what would judge the same facts twice."""
    if any(one.is_same(known) for one in case.evidence for _, known in case.used):
        raise Refused("step-same-facts")


def require_unbarred(steps: Sequence[Step], person: Person, project_id: int) -> None:
    """Refuse new claims in a blocked project, and to whom a notice about a step is owed.

    `steps` are those that were not told yet and the live blocks. Who can be written to is told
    within a moment; who cannot has to open the chat first, which starts the clock.
    """
    for one in steps:
        if one.told_at is None and person.unreachable_since is not None:
            raise Refused("step-unread")
        if one.kind is StepKind.block and one.told_at and one.project_id == project_id:
            raise Refused("project-blocked", number=one.number)
