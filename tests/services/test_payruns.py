"""Pay runs: statements and payouts, each once, in order, whatever comes between."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.ledger import Account
from bot.domain.lines import LineKind
from bot.domain.money import Money
from bot.domain.pay_periods import period_at
from bot.domain.payouts import PayoutState
from bot.domain.people import Role
from bot.domain.rules import PayRules, Rules
from bot.effects.owe_line import owe_line
from bot.services import disputes, payouts, payruns, reviews
from bot.sweeps import sweeps
from storage import ledger, schema
from storage import payruns as stored
from storage.database import Database
from tests.services.builders import DAY, NOW, Hall
from tests.services.here import here

# NOW is Tuesday, 15 January 2030, 12:00 UTC.
FRIDAY = datetime(2030, 1, 18, 12, tzinfo=UTC)
WEEK = timedelta(days=7)
PAY = PayRules(thresholds={"USD": 100})


async def bonus(hall: Hall, person_id: int, minor: int, *, now: datetime = NOW,
                currency: str = "USD") -> None:  # fmt: skip
    async with hall.db.begin() as tx:
        await owe_line(
            tx, person_id=person_id, project_id=None, kind=LineKind.bonus,
            money=Money(minor, currency), reason="thanks", because=None, by=None, now=now,
        )  # fmt: skip


async def balance(hall: Hall, account: Account, owner_id: int) -> list[Money]:
    async with hall.db.read() as tx:
        return await ledger.balances(tx, account, owner_id)


async def test_accepted_ratings_are_paid_on_friday(hall: Hall) -> None:
    await hall.project(tasks=5)
    person = await hall.person()
    await hall.finish(await hall.claim(await hall.call(), person))
    assert await balance(hall, Account.payable, person) == []
    await reviews.accept_overdue(hall.db, now=NOW + 3 * DAY)
    assert await balance(hall, Account.payable, person) == [Money(200, "USD")]
    assert await payruns.run_due(hall.db, now=FRIDAY + WEEK, rules=PAY) == 1
    (statement,) = await hall.rows(schema.statements)
    assert (statement.net_minor, statement.currency) == (200, "USD")
    lines = await hall.rows(schema.lines)
    assert {(line.state, line.statement_id) for line in lines} == {("in run", statement.id)}
    assert await balance(hall, Account.payout, person) == [Money(200, "USD")]
    assert len(await hall.notices("statement")) == 1


async def test_what_is_below_the_threshold_waits_at_most_thirty_days(hall: Hall) -> None:
    person = await hall.person()
    await bonus(hall, person, 99)
    for week in range(5):
        await payruns.run_due(hall.db, now=FRIDAY + week * WEEK, rules=PAY)
    runs = await hall.rows(schema.pay_runs)
    (statement,) = await hall.rows(schema.statements)
    assert [run.id for run in runs].index(statement.run_id) == 3
    assert len(await hall.notices("pay_carried")) == 3


async def test_missed_fridays_are_made_up_in_order(hall: Hall) -> None:
    person = await hall.person()
    await bonus(hall, person, 500)
    await bonus(hall, person, 700, now=NOW + WEEK)
    assert await payruns.run_due(hall.db, now=FRIDAY + 2 * WEEK, rules=PAY) == 3
    assert await payruns.run_due(hall.db, now=FRIDAY + 2 * WEEK, rules=PAY) == 0
    statements = await hall.rows(schema.statements)
    assert [one.net_minor for one in statements] == [500, 700]


async def test_a_failed_payout_is_issued_anew_and_paid_once(hall: Hall) -> None:
    admin = await hall.person("Boss", roles=(Role.admin,))
    person = await hall.person()
    await bonus(hall, person, 500)
    await payruns.run_due(hall.db, now=FRIDAY, rules=PAY)
    for state in (PayoutState.failed, PayoutState.sent, PayoutState.paid):
        live = [one for one in await hall.rows(schema.payouts) if one.state in ("due", "sent")]
        await payouts.mark(
            hall.db, number=live[0].number, state=state, reference="R1", reason="closed account",
            by=admin, cause=hall.cause(), now=FRIDAY + DAY,
        )  # fmt: skip
    assert [one.state for one in await hall.rows(schema.payouts)] == ["failed", "paid"]
    assert await balance(hall, Account.bank, 0) == [Money(500, "USD")]
    assert await balance(hall, Account.payable, person) == []
    assert [line.state for line in await hall.rows(schema.lines)] == ["paid"]


async def test_two_at_one_run_make_each_statement_once_and_complete_it_once(hall: Hall) -> None:
    await hall.person("Boss", roles=(Role.admin,))
    for person in await hall.people(5):
        await bonus(hall, person, 500)
    both = [payruns.run_due(hall.db, now=FRIDAY, rules=PAY) for _ in range(2)]
    await asyncio.gather(*both)
    assert len(await hall.rows(schema.statements)) == 5
    assert len(await hall.acts("run-completed")) == 1
    assert len(await hall.notices("run_done")) == 1


async def test_what_is_confirmed_behind_ones_statement_is_in_the_next_run(hall: Hall) -> None:
    ada, ben = await hall.people(2)
    await bonus(hall, ada, 500)
    async with hall.db.begin() as tx:
        run = await stored.open_run(tx, period_at("UTC", PAY.day, NOW), by=None, now=FRIDAY)
        await payruns.pay_person(tx, run, ada, now=FRIDAY, rules=PAY)
    await bonus(hall, ada, 700)
    await bonus(hall, ben, 300)
    assert await payruns.run_due(hall.db, now=FRIDAY, rules=PAY) == 1
    assert [one.net_minor for one in await hall.rows(schema.statements)] == [500, 300]
    assert await hall.rows(schema.pay_troubles) == []
    assert [row.state for row in await hall.rows(schema.pay_runs)] == ["completed"]
    assert await payruns.run_due(hall.db, now=FRIDAY + WEEK, rules=PAY) == 1
    assert [one.net_minor for one in await hall.rows(schema.statements)] == [500, 300, 700]


async def test_a_deadline_that_cannot_be_settled_keeps_nobody_from_being_paid(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bonus(hall, await hall.person(), 5000)

    async def broken(_db: Database, *, now: datetime) -> int:
        raise LookupError(f"not at {now}")

    monkeypatch.setattr(disputes, "decide_overdue", broken)
    _, pay = sweeps(hall.db, Rules(), lambda: None, here)["pay"]
    with pytest.raises(LookupError, match="not at"):
        await pay(FRIDAY)
    assert [one.net_minor for one in await hall.rows(schema.statements)] == [5000]
