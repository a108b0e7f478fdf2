"""What can happen to somebody's standing: decisions, notices, appeals, clocks, crashes."""

from contextlib import suppress
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from bot.domain.appeals import AppealState
from bot.domain.ladder import next_rung
from bot.domain.notices import Delivered, Notice, Outcome, TryAgain, Undeliverable, Unknown
from bot.domain.refusal import Refused, Repeated
from bot.domain.steps import GRAVE, RUNGS, Step, StepKind
from bot.services import claims, deadlines, outbox, people, ratings, standing
from bot.services.ratings import Act
from storage import jobs as stored_jobs
from tests.services.standing_machine import (
    RULES,
    WORDS,
    StandingMachine,
    index,
    rarely,
)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SPANS = [HOUR, DAY, 3 * DAY, 7 * DAY, 14 * DAY, 15 * DAY, 90 * DAY, -3 * HOUR]
DECIDED = [AppealState.upheld, AppealState.overturned]
kinds = st.sampled_from([kind for kind in StepKind if kind is not StepKind.closing])
codes = st.sampled_from(["conduct", "fraud"])
outcomes = st.sampled_from(["sent", "sent", "sent", "unknown", "again", "gone", "crash"])


class PeopleStandAndFall(StandingMachine):
    """Anything that changes where somebody stands, in any order."""

    @rule(who=index, kind=kinds, code=codes, by=index, dies=rarely)
    def an_admin_decides(self, who: int, kind: StepKind, code: str, by: int, dies: bool) -> None:
        person, admin = self.person(who), self.admin(by)
        self.do(lambda c: self.decide(person, kind, code, admin, c), dies=dies)

    @rule(who=index, rungs=st.integers(1, 3), by=index)
    def it_gets_worse(self, who: int, rungs: int, by: int) -> None:
        """Some rungs of the ladder, each as soon as it may be taken."""
        person, admin = self.person(who), self.admin(by)
        for _ in range(rungs):
            kind = next_rung(self.run(self.of(person)), self.now)
            if kind is None:
                return
            self._climb(person, kind, admin)
            self.go_out("sent", 100)
            self.now += 15 * DAY
            self.clock_looks(0)

    def _climb(self, person: int, kind: StepKind, admin: int) -> None:
        self.do(lambda c: self.decide(person, kind, "conduct", admin, c))

    @rule(who=index, one=kinds, other=kinds, code=codes)
    def two_admins_decide_at_once(
        self, who: int, one: StepKind, other: StepKind, code: str
    ) -> None:
        person, (boss, second) = self.person(who), self.admins
        done = self.at_once(
            lambda c: self.decide(person, one, code, boss, c),
            lambda c: self.decide(person, other, code, second, c),
        )
        if one is other and (one in RUNGS or one is StepKind.hold):
            assert sum(done) <= 1

    @rule(outcome=outcomes, limit=st.integers(1, 10))
    def notices_go_out(self, outcome: str, limit: int) -> None:
        self.go_out(outcome, limit)

    def go_out(self, outcome: str, limit: int) -> None:
        """What is due is sent, or not; a crash leaves it in flight."""
        for notice in self.run(outbox.lease(self.db, self.now, limit)):
            if outcome != "crash":
                met = self._met(outcome, notice)
                self.run(outbox.settle(self.db, notice, met, self.now))

    def _met(self, outcome: str, notice: Notice) -> Outcome:
        self.messages += 1
        met: dict[str, Outcome] = {
            "sent": Delivered(notice.edits or self.messages), "unknown": Unknown("cut"),
            "again": TryAgain("502"), "gone": Undeliverable("bot was blocked by the user"),
        }  # fmt: skip
        return met[outcome]

    @rule()
    def the_bot_starts_again(self) -> None:
        self.run(outbox.recover(self.db, self.now, all=True))

    @rule(who=index)
    def comes_back(self, who: int) -> None:
        person = self.person(who)
        self.run(people.came_back(self.db, person_id=person, now=self.now))

    @rule(who=index, which=index, dies=rarely)
    def appeals(self, who: int, which: int, dies: bool) -> None:
        """An objection changes nothing else about the person."""
        step = self.step_of(which, self.person(who))
        if step is None:
            return
        but = ("appeals", "notices", "journal", "causes", "wakes")
        before = self.run(self.besides(but=but))
        self.do(lambda c: self._object(step, c), dies=dies)
        if step.told_at is None:
            # Whoever objects has the notice, whatever Telegram said; so its clock starts.
            return
        after = self.run(self.besides(but=but))
        assert [name for name in after if after[name] != before[name]] == []

    async def _object(self, step: Step, cause: str) -> object:
        return await standing.appeal(
            self.db, step=step.number, by=step.person_id, cause=cause, now=self.now
        )

    @rule(which=index, state=st.sampled_from(DECIDED), by=index, dies=rarely)
    def an_appeal_is_answered(
        self, which: int, state: AppealState, by: int, dies: bool
    ) -> None:  # fmt: skip
        one = self.appeal(which)
        if one is None:
            return
        self.do(lambda c: self._answer(one.number, state, self.admin(by), c), dies=dies)

    @rule(which=index)
    def it_is_answered_in_two_ways_at_once(self, which: int) -> None:
        one = self.appeal(which)
        if one is None:
            return
        done = self.at_once(*(
            lambda c, state=state, by=by: self._answer(one.number, state, by, c)
            for state in DECIDED for by in self.admins
        ))  # fmt: skip
        assert sum(done) <= 1

    async def _answer(self, number: str, state: AppealState, by: int, cause: str) -> object:
        return await standing.decide_appeal(
            self.db, number=number, state=state, text=WORDS, by=by, cause=cause, now=self.now
        )

    @rule(who=index, which=index, by=index, dies=rarely)
    def a_step_is_withdrawn(self, who: int, which: int, by: int, dies: bool) -> None:
        step = self.step_of(which, self.person(who))
        if step is not None:
            self.do(
                lambda c: standing.withdraw(
                    self.db, number=step.number, text=WORDS, by=self.admin(by), cause=c,
                    now=self.now,
                ),
                dies=dies,
            )  # fmt: skip

    @rule(span=st.sampled_from(SPANS))
    def time_passes(self, span: timedelta) -> None:
        """An hour, days, the two weeks of grace, the life of a warning; or a clock is set back."""
        self.now += span

    @rule(dies_at=st.sampled_from([0, 0, 0, 1, 2]))
    def the_clock_looks(self, dies_at: int) -> None:
        self.clock_looks(dies_at)

    def clock_looks(self, dies_at: int) -> None:
        """All that is due is done, and everybody stands as their steps say."""
        self.sweep(
            lambda: deadlines.finish_submissions(self.db, now=self.now, rules=RULES),
        )
        self.sweep(lambda: standing.look_at_appeals(self.db, now=self.now), dies_at=dies_at)
        self.sweep(lambda: standing.carry_out(self.db, now=self.now), dies_at=dies_at)
        # What was carried out may have made something else due at once.
        self.sweep(lambda: standing.carry_out(self.db, now=self.now))
        self.settled()

    @rule(who=index)
    def wants_work(self, who: int) -> None:
        """Whoever is barred gets none, and nobody else is refused because of standing."""
        person = self.person(who)
        mine = self.run(self.of(person))
        barred = any(one.bars(self.now) for one in mine)
        try:
            self.run(self._claim(person))
        except Refused as no:
            if no.reason.startswith("standing-"):
                assert any(one.kind in GRAVE or one.closing_id for one in mine if one.told_at)
            return
        assert not barred

    async def _claim(self, person: int) -> object:
        return await claims.claim_open(
            self.db, project_key="dollars", person_id=person, cause=self.hall.cause(),
            now=self.now, rules=RULES, random=self.hall.random,
        )  # fmt: skip

    @rule(who=index, submits=st.booleans())
    def works(self, who: int, submits: bool) -> None:
        """A task is rated, or what was rated is handed in."""
        self.run(self._work(self.person(who), submits=submits))

    async def _work(self, person: int, *, submits: bool) -> None:
        async with self.db.read() as tx:
            found = await stored_jobs.current(tx, person)
        for job in found[:1]:
            act = Act(job.number, job.step, person, self.hall.cause(), self.now)
            with suppress(Refused):
                if submits:
                    await ratings.submit(self.db, act, rules=RULES)
                else:
                    await ratings.answer(self.db, act, question=0, option=1)

    @precondition(lambda self: self.last is not None)
    @rule()
    def an_update_comes_twice(self) -> None:
        assert self.last is not None
        cause, doing = self.last

        async def again() -> None:
            with suppress(Refused, Repeated):
                await doing(cause)
                raise AssertionError("it was done twice")

        async def all_of_it() -> dict[str, list[object]]:
            return await self.besides(but=("step_drafts", "causes"))

        before = self.run(all_of_it())
        self.run(again())
        assert self.run(all_of_it()) == before
