"""Money on its way out: pay runs that die or fail, and what payers report, also two at once."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from bot.domain.payouts import PayoutState
from bot.services import payouts, payruns
from storage.schema import pay_troubles, statements
from storage.schema import people as people_table
from tests.services.ledger_hall import PAY
from tests.services.ledger_machine import BreaksError
from tests.services.ledger_rules import MoneyMoves, index, rarely

Marking = Callable[[str], Awaitable[Any]]


class MoneyGoesOut(MoneyMoves):
    """Pay runs, and what the payer says."""

    @rule(dies_at=st.sampled_from([0, 0, 0, 1, 2, 3, 4]), twice=rarely)
    def pay_day(self, dies_at: int, twice: bool) -> None:
        self.pays(dies_at, twice=twice)

    def pays(self, dies_at: int, *, twice: bool) -> None:
        """The sweep of pay runs, and what it left."""
        runs = {one.id for one in self.seen.runs}
        before = {one.id: one for one in self.seen.lines if one.state == "confirmed"}
        if twice:
            both = lambda _: payruns.run_due(self.db, now=self.now, rules=PAY)  # noqa: E731
            self.at_once(both, both)
        else:
            self.sweep(lambda: payruns.run_due(self.db, now=self.now, rules=PAY), dies_at=dies_at)
        self.run(self._what_was_carried(runs, before))

    @rule(weeks=st.integers(1, 2))
    def a_week_goes_by(self, weeks: int) -> None:
        """Every sweep in its order, as the alarms of a hall run them after a time."""
        self.now += timedelta(weeks=weeks)
        self.deadlines_pass(0)
        self.look()
        self.other_dates_pass(0)
        self.look()
        self.pays(0, twice=False)

    async def _what_was_carried(self, known: set[int], before: dict[int, Any]) -> None:
        """What a run left was too little, and not for long; its person was told."""
        now, _ = await self._look()
        left = [
            before[one.id] for one in now.lines if one.id in before and one.state == "confirmed"
        ]
        told = {one.key for one in await self.hall.notices("pay_carried")}
        who = {one.id: one for one in await self.hall.rows(people_table)}
        for run in now.runs:
            assert run.state == "completed"
            if run.id in known:
                continue
            sums: dict[tuple[int, str], list[Any]] = {}
            for line in left:
                zone = who[line.person_id].pay_zone or PAY.zones[0]
                if line.confirmed_at < run.period_end and zone == run.zone:
                    sums.setdefault((line.person_id, line.currency), []).append(line)
            for (person_id, currency), mine in sums.items():
                assert sum(line.pay_minor for line in mine) < PAY.threshold(currency)
                assert who[person_id].standing != "deactivating"
                oldest = min(line.confirmed_at for line in mine)
                assert run.period_end + timedelta(7) - oldest <= timedelta(PAY.carry_days)
                key = f"run:{run.id}:carried:{person_id}:{currency}"
                assert key in told or who[person_id].telegram_id is None

    def live(self, which: int) -> Any:
        """A payout that is due or sent."""
        found = [one for one in self.seen.payouts if one.state in ("due", "sent")]
        return found[which % len(found)] if found else None

    def _mark(self, payout: Any, state: PayoutState, by: int) -> Marking:
        async def mark(cause: str) -> bool:
            await payouts.mark(
                self.db, number=payout.number, state=state, reference="R", reason="closed", by=by,
                cause=cause, now=self.now,
            )  # fmt: skip
            return True

        return mark

    def _expect_paid(self, payout: Any, state: PayoutState) -> None:
        if state is PayoutState.paid:
            self.paid[payout.person_id, payout.currency] += payout.minor

    @rule(which=index, state=st.sampled_from(list(PayoutState)), dies=rarely)
    def the_payer_reports(self, which: int, state: PayoutState, dies: bool) -> None:
        payout = self.live(which)
        if payout is not None:
            by = self.admins[which % 2]
            if self.do(self._mark(payout, state, by), dies=dies):
                self._expect_paid(payout, state)

    @rule(which=index, one=st.sampled_from(list(PayoutState)[1:]),
          other=st.sampled_from(list(PayoutState)[1:]))  # fmt: skip
    def two_admins_report_at_once(self, which: int, one: PayoutState, other: PayoutState) -> None:
        payout = self.live(which)
        if payout is None:
            return
        states = (one, other)
        done = self.at_once(*(
            self._mark(payout, state, by)
            for state, by in zip(states, self.admins, strict=True)
        ))  # fmt: skip
        ended = [s for s, did in zip(states, done, strict=True) if did and s != "sent"]
        assert len(ended) <= 1
        for state in ended:
            self._expect_paid(payout, state)

    @precondition(lambda self: bool(self.seen.runs))
    @rule(which=index, paid=st.booleans(), dies_at=st.sampled_from([0, 0, 1]))
    def a_whole_run_is_reported(self, which: int, paid: bool, dies_at: int) -> None:
        run = self.seen.runs[which % len(self.seen.runs)]
        state = PayoutState.paid if paid else PayoutState.sent
        mine = self.run(self._of_run(run.id))
        self.sweep(
            lambda: payouts.mark_all(
                self.db, run=run.number, state=state, reference="R", by=self.admins[0],
                now=self.now,
            ),
            dies_at=dies_at,
        )  # fmt: skip
        for payout in mine:
            self._expect_paid(payout, state)

    async def _of_run(self, run_id: int) -> list[Any]:
        mine = {one.id for one in await self.hall.rows(statements, statements.c.run_id == run_id)}
        return [one for one in self.seen.payouts
                if one.state in ("due", "sent") and one.statement_id in mine]  # fmt: skip

    @rule(fails_at=st.integers(1, 4))
    def something_fails_on_pay_day(self, fails_at: int) -> None:
        """Whoever's part failed is paid later, and the others at once; nobody twice."""
        self.db.fails = (fails_at, BreaksError)
        with suppress(BreaksError):
            self.run(payruns.run_due(self.db, now=self.now, rules=PAY))
        self.db.fails = None
        self.look()
        self.run(payruns.run_due(self.db, now=self.now, rules=PAY))
        self.now += payruns.TRY_AGAIN + timedelta(minutes=1)
        self.run(payruns.run_due(self.db, now=self.now, rules=PAY))
        assert self.run(self._unsolved()) == []

    async def _unsolved(self) -> list[Any]:
        return await self.hall.rows(pay_troubles, pay_troubles.c.solved_at.is_(None))
