"""One person's life on the ladder as a state machine, with nothing but the pure rules."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from bot.domain.ladder import Case, highest, next_rung, require_step, standing_of
from bot.domain.people import Standing
from bot.domain.refusal import Refused
from bot.domain.rules import StandingRules
from bot.domain.steps import (
    REASONS,
    RUNGS,
    Evidence,
    EvidenceKind,
    Reason,
    Step,
    StepKind,
    StepState,
    new_step,
    over,
    taken_back,
    when_told,
)

BEGIN = datetime(2030, 1, 15, 12, tzinfo=UTC)
DAY = timedelta(days=1)
RULES = StandingRules()
SPANS = [timedelta(hours=1), DAY, 5 * DAY, 14 * DAY, 40 * DAY, -timedelta(hours=3)]
BY = 7

index = st.integers(0, 5)
# Among the rules of the ladder a closing has none: it is nobody's fault.
kinds = st.sampled_from([kind for kind in StepKind if kind is not StepKind.closing])
ordinary = st.sampled_from(sorted(code for code, one in REASONS.items() if not one.egregious))
any_reason = st.sampled_from(sorted(REASONS))


def seen(at: datetime, words: str = "Seen.") -> Evidence:
    """Something that somebody observed at that moment."""
    return Evidence(EvidenceKind.event, "event", at, words=words)


@dataclass
class Kept:
    """A step, what it rests on, and how many ratings were given until its decision and notice."""

    step: Step
    evidence: Evidence
    decided_after: int
    ratings: int = 0
    appealed: bool = False


class Ladder(RuleBasedStateMachine):
    """One person whose steps are decided, told, appealed, withdrawn and carried out."""

    def __init__(self) -> None:
        super().__init__()
        self.now = BEGIN
        self.kept: list[Kept] = []
        self.ratings = 0
        self.facts = 0

    @property
    def steps(self) -> Sequence[Step]:
        """Every step, oldest first."""
        return [one.step for one in self.kept]

    def _case(self, evidence: Evidence) -> Case:
        before = highest(self.steps, self.now)
        given = [one.ratings for one in self.kept if before and one.step.id == before.id]
        return Case(
            steps=self.steps,
            evidence=[evidence],
            used=[(one.step, one.evidence) for one in self.kept if one.step.is_live],
            ratings=self.ratings - (given[0] if given else 0),
            deciders=1,
            disputed=False,
            appealed=any(one.appealed for one in self.kept),
        )

    @rule(kind=kinds, code=any_reason, days=st.integers(1, 14), old=st.sampled_from([0, 0, 3]))
    def somebody_decides(self, kind: StepKind, code: str, days: int, old: int) -> None:
        self._decide(kind, REASONS[code], days, seen(self.now - old * DAY, f"Case {self.facts}."))

    @rule(code=ordinary)
    def somebody_climbs(self, code: str) -> None:
        self.the_next_rung_is_taken(code)

    def the_next_rung_is_taken(self, code: str) -> None:
        """Try to."""
        kind = next_rung(self.steps, self.now)
        if kind is not None:
            self._decide(kind, REASONS[code], 3, seen(self.now, f"Case {self.facts}."))

    @rule(waits=st.sampled_from([13, 14, 15]), many=st.sampled_from([19, 20]), code=ordinary)
    def nothing_gets_better(self, waits: int, many: int, code: str) -> None:
        """About as soon as the ladder allows it, or a little too soon."""
        self.the_notices_arrive()
        self.ratings += many
        self.now += waits * DAY
        self.the_next_rung_is_taken(code)

    def _decide(self, kind: StepKind, reason: Reason, days: int, evidence: Evidence) -> None:
        self.facts += 1
        try:
            follows = require_step(
                kind,
                reason,
                self._case(evidence),
                days=days,
                now=self.now,
                rules=RULES,
                project_id=5,
            )
        except Refused:
            return
        made = new_step(
            1, kind, reason, words="In words.", by=BY, role="admin", follows=follows,
            now=self.now, rules=RULES, days=days, project_id=5,
        )  # fmt: skip
        number = len(self.kept) + 1
        self.kept.append(
            Kept(replace(made, id=number, number=f"S{number}"), evidence, self.ratings)
        )

    @rule()
    def notices_are_sent(self) -> None:
        self.the_notices_arrive()

    def the_notices_arrive(self) -> None:
        """Whatever was decided is told."""
        for one in self.kept:
            if one.step.told_at is None and one.step.is_live:
                one.step, one.ratings = when_told(one.step, self.now), self.ratings

    @rule(which=index, opens=st.booleans())
    def an_appeal_is_opened_or_answered(self, which: int, opens: bool) -> None:
        if self.kept:
            one = self.kept[which % len(self.kept)]
            one.appealed = opens and one.step.told_at is not None and one.step.is_live

    @rule(which=index)
    def a_step_is_withdrawn(self, which: int) -> None:
        live = [one for one in self.kept if one.step.is_live]
        if live:
            one = live[which % len(live)]
            one.step = taken_back(one.step, by=BY, words="A mistake.", now=self.now)

    @rule(many=st.sampled_from([5, 20]))
    def the_person_works(self, many: int) -> None:
        self.ratings += many

    @rule(span=st.sampled_from(SPANS))
    def time_passes(self, span: timedelta) -> None:
        self.now += span

    @rule()
    def the_clock_looks(self) -> None:
        for one in self.kept:
            if one.appealed or one.step.due_at is None or one.step.due_at > self.now:
                continue
            one.step = _carried_out(one.step, self.now)

    @invariant()
    def whoever_is_out_came_there_step_by_step(self) -> None:
        """The chain goes down to a first warning, or an egregious reason stands at its end."""
        for one in self.kept:
            if one.step.kind is StepKind.deactivation and not one.step.is_egregious:
                self._climbed(one)

    def _climbed(self, last: Kept) -> None:
        above = last
        for kind in reversed(RUNGS[:-1]):
            assert above.step.follows is not None
            below = self.kept[above.step.follows - 1]
            assert below.step.kind is kind
            assert below.step.told_at is not None
            assert above.step.decided_at >= below.step.told_at + RULES.between_days * DAY
            assert above.decided_after >= below.ratings + RULES.between_ratings
            assert above.evidence.at > below.step.told_at
            above = below
        assert above.step.follows is None

    @invariant()
    def nothing_counts_before_it_was_told(self) -> None:
        told = [one for one in self.steps if one.told_at is not None]
        assert standing_of(self.steps, self.now) is standing_of(told, self.now)

    @invariant()
    def a_person_decided_each(self) -> None:
        assert all(one.decided_by == BY and one.role for one in self.steps)

    @invariant()
    def holds_and_suspensions_end_nothing(self) -> None:
        """Renewed as often as one likes, they never come to an end of the relationship."""
        if standing_of(self.steps, self.now) is Standing.deactivated:
            assert any(one.kind is StepKind.deactivation and one.is_live for one in self.steps)
        holds = [one.decided_at for one in self.steps if one.kind is StepKind.hold]
        apart = RULES.between_days * DAY
        assert all(abs(after - one) >= apart for one, after in pairwise(holds))


def _carried_out(step: Step, now: datetime) -> Step:
    if step.state is StepState.scheduled:
        return replace(step, state=StepState.effective, due_at=None)
    if step.access_returns is not None and step.access_returns <= now:
        left = replace(step, due_at=step.counts_until)
        return over(step, now) if step.kind is StepKind.hold else left
    if step.counts_until is not None and step.counts_until <= now:
        return over(step, now)
    return replace(step, due_at=step.access_returns)
