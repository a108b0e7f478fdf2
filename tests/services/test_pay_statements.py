"""Statements as they are shown, and what a number stands for."""

from datetime import timedelta
from random import Random

import pytest

from bot.domain.lines import ClientState, LineKind
from bot.domain.money import Money
from bot.domain.numbers import public_number
from bot.domain.pay_terms import PayTerms, Verdict
from bot.domain.payout_methods import MethodKind
from bot.domain.payouts import PayoutState
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.effects.owe_line import owe_line
from bot.services import payouts, payruns, statements
from bot.services.statements import Shown
from bot.services.verifying import Belonging, Own, verify
from storage import payout_methods, schema
from tests.services.builders import DAY, NOW, TIE, Hall
from tests.services.reviewing import accept, handed_in, judge, lines_of, reviewer

FRIDAY = NOW + 3 * DAY
PAY = PayRules(contact="pay@example.com", zones=("Africa/Cairo",))
WEEK = timedelta(days=7)
RATED = PayTerms()


async def paid_for_work(hall: Hall) -> int:
    """A person with a first statement: a whole rating, a reduced one, and a bonus."""
    job = await handed_in(hall, size=3, pay_terms=RATED)
    judge_ = await reviewer(hall)
    found = await lines_of(hall, job)
    await accept(hall, found[0], judge_)
    await judge(hall, found[1], Verdict.fixed, judge_, fix=TIE)
    await judge(hall, found[2], Verdict.rejected, judge_)
    await bonus(hall, job.person_id, 2000)
    await payruns.run_due(hall.db, now=FRIDAY, rules=PAY)
    return job.person_id


async def bonus(hall: Hall, person_id: int, minor: int, corrects: int | None = None) -> None:
    kind = LineKind.bonus if corrects is None else LineKind.correction
    async with hall.db.begin() as tx:
        await owe_line(
            tx, person_id=person_id, project_id=None, kind=kind, money=Money(minor, "USD"),
            reason="thanks", because="For the notes.", by=None, now=NOW, corrects=corrects,
        )  # fmt: skip


async def newest(hall: Hall, by: int) -> Shown:
    number = (await hall.rows(schema.statements))[-1].number
    return await statements.statement(hall.db, number=number, by=by, now=FRIDAY, rules=PAY)


async def test_a_statement_has_every_field(hall: Hall) -> None:
    person = await paid_for_work(hall)
    whole = (await newest(hall, person)).statement
    (run,) = await hall.rows(schema.pay_runs)
    (payout,) = await hall.rows(schema.payouts)
    assert (whole.zone, whole.period_start, whole.period_end) == (
        "Africa/Cairo", run.period_start, run.period_end,
    )  # fmt: skip
    assert whole.period_end - whole.period_start == WEEK
    assert (whole.gross, whole.deductions, whole.net) == (
        Money(2072, "USD"), Money(0, "USD"), Money(2072, "USD"),
    )  # fmt: skip
    assert (whole.payout, whole.state, whole.reference) == (payout.number, "due", None)
    assert whole.expected_at == FRIDAY + 3 * DAY
    assert whole.dispute_by == FRIDAY + 30 * DAY
    assert (whole.person_name, whole.contact, whole.method) == ("Ada", "pay@example.com", None)
    assert sum(line.pay.minor for line in whole.lines) == whole.net.minor
    assert [(line.kind, line.rate.minor, line.pay.minor, line.effect.minor)
            for line in whole.lines] == [
        ("rating", 40, 40, 0), ("rating", 40, 32, -8), ("bonus", 2000, 2000, 0),
    ]  # fmt: skip
    reduced = whole.lines[1]
    assert reduced.reason
    assert reduced.because
    assert reduced.job
    assert reduced.project == "Pairs of pairs"
    assert {line.client for line in whole.lines} == {ClientState.not_asked}
    assert whole.by_project() == [
        ("Pairs of pairs", 2, Money(72, "USD")), (None, 1, Money(2000, "USD")),
    ]  # fmt: skip


async def test_a_correction_cites_the_statement_that_it_makes_up_for(hall: Hall) -> None:
    person = await paid_for_work(hall)
    old = (await newest(hall, person)).statement
    (line,) = await hall.rows(schema.lines, schema.lines.c.number == old.lines[1].number)
    await bonus(hall, person, 3000, corrects=line.id)
    await payruns.run_due(hall.db, now=FRIDAY + WEEK, rules=PAY)
    (correction,) = (await newest(hall, person)).statement.lines
    assert (correction.kind, correction.cites) == (LineKind.correction, old.number)
    assert correction.corrected == line.number


async def test_the_statement_follows_its_payout(hall: Hall) -> None:
    person, admin = await paid_for_work(hall), await hall.person("Boss", roles=(Role.admin,))
    steps = ((PayoutState.failed, 1), (PayoutState.sent, 2), (PayoutState.paid, 4))
    for state, days in steps:
        live = [one for one in await hall.rows(schema.payouts) if one.state in ("due", "sent")]
        await payouts.mark(
            hall.db, number=live[0].number, state=state, reference="R7", reason="closed",
            by=admin, cause=hall.cause(), now=FRIDAY + days * DAY,
        )  # fmt: skip
    whole = (await newest(hall, person)).statement
    assert (whole.state, whole.reference) == ("paid", "R7")
    assert whole.expected_at == FRIDAY + 4 * DAY
    first, second = await hall.rows(schema.payouts)
    _, failed = await statements.of_payout(
        hall.db, number=first.number, by=person, now=FRIDAY, rules=PAY
    )
    assert (failed.state, failed.reason) == (PayoutState.failed, "closed")
    assert whole.payout == second.number


async def test_the_statement_names_the_method_by_its_end(hall: Hall) -> None:
    person = await paid_for_work(hall)
    async with hall.db.begin() as tx:
        made = await payout_methods.add(
            tx, person_id=person, kind=MethodKind.iban, secret="x", last_four="6819",
            fingerprint="f", now=NOW,
        )  # fmt: skip
        await payout_methods.change(
            tx, made.id, state="confirmed", confirmed_at=NOW, effective_at=NOW
        )
    method = (await newest(hall, person)).method
    assert method is not None
    assert method.last_four == "6819"


async def test_a_statement_is_shown_to_its_person_and_to_admins_only(hall: Hall) -> None:
    person = await paid_for_work(hall)
    admin = await hall.person("Boss", roles=(Role.admin,))
    assert (await newest(hall, admin)).person.id == person
    for role in (None, Role.coordinator, Role.reviewer, Role.client):
        other = await hall.person("Eve", roles=(role,) if role else ())
        with pytest.raises(Refused, match="not-yours"):
            await newest(hall, other)
    (payout,) = await hall.rows(schema.payouts)
    with pytest.raises(Refused, match="not-yours"):
        await statements.of_payout(hall.db, number=payout.number, by=admin, now=FRIDAY, rules=PAY)


async def test_statements_are_listed_newest_first(hall: Hall) -> None:
    person = await paid_for_work(hall)
    for week in range(1, 10):
        await bonus(hall, person, 1000 + week)
        await payruns.run_due(hall.db, now=FRIDAY + week * WEEK, rules=PAY)
    count, first = await statements.listed(hall.db, person_id=person, page=0)
    _, second = await statements.listed(hall.db, person_id=person, page=1)
    assert (count, len(first), len(second)) == (10, 8, 2)
    assert (first[0].net.minor, second[-1].net.minor) == (1009, 2072)
    assert await statements.listed(hall.db, person_id=person + 1, page=0) == (0, [])


async def asked(hall: Hall, person: int, typed: str) -> Own | None:
    return await verify(hall.db, typed=typed, person_id=person)


async def test_a_number_stands_for_what_the_person_has_however_it_is_typed(hall: Hall) -> None:
    person = await paid_for_work(hall)
    own = {
        Belonging.statement: schema.statements, Belonging.payout: schema.payouts,
        Belonging.line: schema.lines, Belonging.job: schema.jobs,
        Belonging.notice: schema.notices,
    }  # fmt: skip
    for what, table in own.items():
        number = (await hall.rows(table))[-1].number
        for typed in (number, number.lower(), f" {number[:4]}-{number[4:]} "):
            found = await asked(hall, person, typed)
            assert found is not None
            assert (found.what, found.number) == (what, number)


async def test_a_look_alike_is_found_where_only_one_thing_is_meant(hall: Hall) -> None:
    person = await paid_for_work(hall)
    (job,) = await hall.rows(schema.jobs)
    await hall.change(schema.jobs, job.id, number="K7WX3QDP")
    found = await asked(hall, person, "k7wx3qop")
    assert found is not None
    assert found.number == "K7WX3QDP"


async def test_guesses_and_the_numbers_of_others_are_told_apart_by_nothing(hall: Hall) -> None:
    owner, random = await paid_for_work(hall), Random(20)
    other = await hall.person("Eve", roles=(Role.admin,))
    tables = (schema.statements, schema.payouts, schema.lines, schema.jobs, schema.notices)
    real = [
        row.number
        for table in tables
        for row in await hall.rows(table)
        if getattr(row, "person_id", None) == owner
    ]
    assert len(real) > 6
    for guess in [*real, *(public_number(random) for _ in range(1000))]:
        assert await asked(hall, other, guess) is None
