"""What can happen to money: work, verdicts, clients, bonuses, runs, payers, clocks, crashes."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from bot.domain.disputes import DisputeState
from bot.domain.jobs import Job
from bot.domain.lines import LineKind, part_of
from bot.domain.money import Money
from bot.domain.pay_terms import PayTerms, Verdict
from bot.domain.rules import ReviewRules
from bot.effects.owe_line import owe_line
from bot.services import batches, deadlines, disputes, ratings, reviews
from bot.services.batches import Said
from bot.services.reviews.verdicts import Ruling, give
from storage import jobs
from storage.schema import batches as batch_table
from storage.schema import jobs as job_table
from storage.schema import reviews as review_table
from tests.services.builders import item
from tests.services.ledger_hall import CURRENCIES, PAY, PROJECTS, RULES, work
from tests.services.ledger_machine import LedgerMachine
from tests.services.standing_hall import leave

ALL_TWICE = ReviewRules(second_percent=100)
WORDS = "It says the opposite of what was asked."
SPANS = [timedelta(hours=h) for h in (1, 13, 24, 75, 170, 350)] + [-timedelta(hours=3)]

index = st.integers(0, 7)
rarely = st.sampled_from([False] * 5 + [True])


class MoneyMoves(LedgerMachine):
    """Anything that earns, delays, reduces, pays or returns money, in any order."""

    # Work.

    @rule(rater=index, project=index, flagged=rarely, dies=rarely)
    def hands_in(self, rater: int, project: int, flagged: bool, dies: bool) -> None:
        person, key = self.raters[rater % 4], list(PROJECTS)[project % 3]
        self.do(
            lambda c: work(self.hall, person, key, flagged=flagged, cause=c, now=self.now),
            dies=dies,
        )
        self.sweep(lambda: deadlines.finish_submissions(self.db, now=self.now, rules=RULES))

    @rule()
    def tasks_are_published(self) -> None:
        name = self.hall.cause()
        self.run(self.hall.publish("dollars", *(item(f"{name}{n}", overlap=4) for n in range(4))))

    # Verdicts.

    def waiting(self, which: int) -> Any:
        """A line that waits for its verdict."""
        found = [one for one in self.seen.lines if one.state == "submitted"]
        return found[which % len(found)] if found else None

    def _expect(self, line: Any, verdict: Verdict) -> None:
        if verdict is Verdict.returned:
            return
        terms: PayTerms = list(PROJECTS.values())[line.project_id - 1][1]
        percent = terms.percent(verdict)
        if line.kind == "flag":
            percent = 0 if verdict is Verdict.rejected else 100
        pay = part_of(Money(line.offered_minor, line.currency), percent)
        if pay.minor:
            self.earned[line.person_id, line.currency] += pay.minor

    async def _rule(self, line: Any, verdict: Verdict, by: int, cause: str) -> bool:
        fix = {"preference": -1} if verdict is Verdict.fixed else None
        item_ = None if verdict in (Verdict.accepted, Verdict.returned) else "facts"
        ruling = Ruling(verdict, item_, None if verdict is Verdict.accepted else WORDS, fix, 24)
        async with self.db.begin(cause) as tx:
            await give(tx, line.number, ruling, by=by, now=self.now, rules=ALL_TWICE)
        return True

    @rule(which=index, verdict=st.sampled_from(list(Verdict)), by=index, dies=rarely)
    def a_reviewer_judges(self, which: int, verdict: Verdict, by: int, dies: bool) -> None:
        line = self.waiting(which)
        if line is not None:
            reviewer = self.reviewers[by % 2]
            if self.do(lambda c: self._rule(line, verdict, reviewer, c), dies=dies):
                self._expect(line, verdict)

    @rule(which=index, one=st.sampled_from(list(Verdict)), other=st.sampled_from(list(Verdict)))
    def two_reviewers_judge_at_once(self, which: int, one: Verdict, other: Verdict) -> None:
        line = self.waiting(which)
        if line is None:
            return
        ruled = [(one, self.reviewers[0]), (other, self.reviewers[1])]
        before = len(self._verdicts(line))
        self.at_once(*(
            lambda c, verdict=verdict, by=by: self._rule(line, verdict, by, c)
            for verdict, by in ruled
        ))  # fmt: skip
        # The other one's is a second verdict, which moves nothing, or refused.
        given = self._verdicts(line)[before:]
        assert len(given) <= 1
        for verdict, by in ruled:
            if by in given:
                self._expect(line, verdict)

    def _verdicts(self, line: Any) -> list[int]:
        """Who gave the verdicts that count, the first one first."""
        rows = self.run(self.hall.rows(review_table))
        return [row.reviewer_id for row in rows if row.assignment_id == line.assignment_id]

    @rule(which=index, again=st.booleans())
    def a_return_is_handed_in_again_or_given_back(self, which: int, again: bool) -> None:
        mine = job_table.c.review_id.is_not(None) & (job_table.c.state == "active")
        open_ones = self.run(self.hall.rows(job_table, mine))
        if not open_ones:
            return
        row = open_ones[which % len(open_ones)]

        async def job() -> Job:
            async with self.db.read() as tx:
                return await jobs.by_id(tx, row.id)

        if not again:
            self.do(lambda _: self._given_back(row))
            return
        returned = self.run(job())
        self.do(lambda c: ratings.submit(self.db, self._tap(returned, c), rules=RULES))
        self.now += timedelta(minutes=1)
        self.sweep(lambda: deadlines.finish_submissions(self.db, now=self.now, rules=RULES))

    def _tap(self, job: Job, cause: str) -> ratings.Act:
        return ratings.Act(job.number, job.step, job.person_id, cause, self.now)

    async def _given_back(self, row: Any) -> None:
        async with self.db.read() as tx:
            job = await jobs.by_id(tx, row.id)
        await self.hall.give_back(job, now=self.now)

    # Disputes.

    @rule(which=index)
    def objects_to_a_verdict(self, which: int) -> None:
        less = [one for one in self.seen.lines if one.reason == "facts"]
        if not less:
            return
        line = less[which % len(less)]
        of_line = review_table.c.assignment_id == line.assignment_id
        review = self.run(self.hall.rows(review_table, of_line))[-1]
        self.do(
            lambda c: disputes.open_dispute(
                self.db, review=review.number, by=line.person_id, cause=c, now=self.now, rules=PAY
            )
        )

    def _expect_correction(self, line_id: int) -> None:
        (line,) = [one for one in self.seen.lines if one.id == line_id]
        self.earned[line.person_id, line.currency] += line.offered_minor - line.pay_minor

    @rule(which=index, state=st.sampled_from(list(DisputeState)[1:]), dies=rarely)
    def a_dispute_is_decided(self, which: int, state: DisputeState, dies: bool) -> None:
        found = [one for one in self.seen.disputes if one.state == "open"]
        if not found:
            return
        mine, by = found[which % len(found)], self.admins[which % 2]
        draft = self.do(
            lambda c: disputes.prepare(
                self.db, number=mine.number, state=state, by=by, cause=c, now=self.now
            )
        )
        if draft is None:
            return
        self.do(lambda c: disputes.write(self.db, number=draft.number, text=WORDS, by=by, cause=c))
        decide = lambda c: disputes.decide(  # noqa: E731
            self.db, draft=draft.number, by=by, cause=c, now=self.now
        )
        if self.do(decide, dies=dies) and state is DisputeState.overturned:
            self._expect_correction(mine.line_id)

    # The client.

    def asked(self, which: int) -> Any:
        """A line on which the client may speak."""
        found = [one for one in self.seen.lines if one.client == "waiting"]
        return found[which % len(found)] if found else None

    def the_batch_is_delivered(self) -> None:
        """As far as it was not, and there is something in it."""
        (batch,) = self.run(self.hall.rows(batch_table, batch_table.c.project_id == 3))
        by = self.admins[0]
        self.do(
            lambda c: batches.deliver(self.db, number=batch.number, by=by, cause=c, now=self.now)
        )

    @rule(which=index, yes=st.booleans(), dies=rarely)
    def the_client_speaks(self, which: int, yes: bool, dies: bool) -> None:
        line = self.asked(which)
        if line is None:
            return
        self.the_batch_is_delivered()
        if yes:
            self.do(
                lambda c: batches.confirm_one(
                    self.db, line=line.number, by=self.client, cause=c, now=self.now
                ),
                dies=dies,
            )
            return
        said = Said("careless", WORDS)
        self.do(
            lambda c: batches.refuse(
                self.db, line=line.number, said=said, by=self.client, cause=c, now=self.now,
                rules=PAY,
            ), dies=dies,
        )  # fmt: skip

    @rule(approve=st.booleans(), everything=st.booleans(), dies=rarely)
    def the_whole_batch_is_spoken_of(self, approve: bool, everything: bool, dies: bool) -> None:
        (batch,) = self.run(self.hall.rows(batch_table, batch_table.c.project_id == 3))
        if everything:
            self.do(
                lambda _: batches.confirm_all(
                    self.db, number=batch.number, by=self.client, now=self.now
                ),
                dies=dies,
            )
            return
        self.do(
            lambda _: batches.decide_all(
                self.db, batch=batch.number, approve=approve, by=self.admins[0], now=self.now
            ),
            dies=dies,
        )

    # What is owed at once.

    @rule(rater=index, currency=st.sampled_from(CURRENCIES), minor=st.integers(1, 150),
          dies=rarely)  # fmt: skip
    def a_bonus_is_given(self, rater: int, currency: str, minor: int, dies: bool) -> None:
        person = self.raters[rater % 4]
        kind = LineKind.bonus if rater % 2 else LineKind.top_up

        async def owe(cause: str) -> bool:
            async with self.db.begin(cause) as tx:
                await owe_line(
                    tx, person_id=person, project_id=None, kind=kind, money=Money(minor, currency),
                    reason="thanks", because=WORDS, by=self.admins[0], now=self.now,
                )  # fmt: skip
            return True

        if self.do(owe, dies=dies):
            self.earned[person, currency] += minor

    @rule(rater=index)
    def leaves(self, rater: int) -> None:
        person = self.raters[rater % 4]
        # Nobody can write to Cy, and what nobody was told has no effect.
        if person not in (3, *self.left):
            self.left.add(person)
            self.run(leave(self.hall, person, by=self.admins[0], now=self.now))

    # Time.

    @rule(span=st.sampled_from(SPANS))
    def time_passes(self, span: timedelta) -> None:
        """An hour, a night, days, a deadline, missed pay days; sometimes a clock is set back."""
        self.now += span

    @rule(dies_at=st.sampled_from([0, 0, 0, 1, 2]))
    def review_deadlines_pass(self, dies_at: int) -> None:
        self.deadlines_pass(dies_at)

    def deadlines_pass(self, dies_at: int) -> None:
        """Whatever nobody judged in time is accepted."""
        due = [one for one in self.seen.lines
               if one.state == "submitted" and one.accept_by <= self.now
               and not one.held]  # fmt: skip
        self.sweep(lambda: reviews.accept_overdue(self.db, now=self.now), dies_at=dies_at)
        for line in due:
            self._expect(line, Verdict.accepted)

    @rule(dies_at=st.sampled_from([0, 0, 1]))
    def other_deadlines_pass(self, dies_at: int) -> None:
        self.other_dates_pass(dies_at)

    def other_dates_pass(self, dies_at: int) -> None:
        """Clients were silent, corrections did not come, disputes were not decided."""
        self.sweep(lambda: batches.confirm_overdue(self.db, now=self.now), dies_at=dies_at)
        self.sweep(lambda: deadlines.expire(self.db, now=self.now))
        due = [one for one in self.seen.disputes
               if one.state == "open" and one.decide_by <= self.now]  # fmt: skip
        self.sweep(lambda: disputes.decide_overdue(self.db, now=self.now), dies_at=dies_at)
        for one in due:
            self._expect_correction(one.line_id)

    # Twice.

    @precondition(lambda self: self.last is not None)
    @rule()
    def an_update_comes_twice(self) -> None:
        assert self.last is not None
        cause, doing = self.last
        self.without_effect(lambda: doing(cause))
