"""`/pay`: where all money of a person stands, to the cent and with every date."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.domain.jobs import Job
from bot.domain.ledger import Account
from bot.domain.lines import LineKind, LineState
from bot.domain.money import Money
from bot.domain.pay_terms import PayTerms, Verdict
from bot.domain.payout_methods import MethodKind
from bot.domain.payouts import PayoutState
from bot.domain.people import Role, Standing
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.effects.owe_line import owe_line
from bot.services import earned_digest, pay, payouts, payruns, reviews, statements
from bot.services.pay import LineView, Overview
from storage import payout_methods, schema
from tests.services.builders import DAY, NOW, TIE, Hall
from tests.services.reviewing import accept, dispute, handed_in, judge, lines_of, reviewer

# NOW is Tuesday, 15 January 2030, 12:00 UTC.
FRIDAY = datetime(2030, 1, 18, 12, tzinfo=UTC)
WEEK = timedelta(days=7)
PAY = PayRules(thresholds={"USD": 100})
CLIENT = PayTerms(confirm_days=7)
OPEN = (LineState.submitted, LineState.accepted, LineState.confirmed, LineState.in_run)


async def bonus(
    hall: Hall, person_id: int, minor: int, *, now: datetime = NOW, currency: str = "USD",
    **more: Any,
) -> str:  # fmt: skip
    async with hall.db.begin() as tx:
        return await owe_line(
            tx, person_id=person_id, project_id=None, kind=LineKind.bonus,
            money=Money(minor, currency), reason="thanks", because="Good notes.", by=None,
            now=now, **more,
        )  # fmt: skip


async def seen(hall: Hall, person_id: int, *, now: datetime = NOW) -> Overview:
    return await pay.overview(hall.db, person_id=person_id, now=now, rules=PAY)


async def lines(
    hall: Hall, person_id: int, which: str = "all", *, page: int = 0, now: datetime = NOW
) -> list[LineView]:
    _, found = await pay.lines_of(
        hall.db, person_id=person_id, which=which, page=page, now=now, rules=PAY
    )
    return found


async def mark(hall: Hall, state: PayoutState, *, now: datetime, reference: str = "R1") -> None:
    admin = await hall.person("Boss", roles=(Role.admin,))
    live = [one for one in await hall.rows(schema.payouts) if one.state in ("due", "sent")]
    await payouts.mark(
        hall.db, number=live[0].number, state=state, reference=reference, reason="closed account",
        by=admin, cause=hall.cause(), now=now,
    )  # fmt: skip


async def one_of_each(hall: Hall) -> Job:
    """A job with a line in each state that a verdict leads to, and a bonus that is in a run."""
    job = await handed_in(hall, size=4, pay_terms=CLIENT)
    judge_ = await reviewer(hall)
    found = await lines_of(hall, job)
    await accept(hall, found[0], judge_)
    await judge(hall, found[1], Verdict.fixed, judge_, fix=TIE)
    await judge(hall, found[2], Verdict.rejected, judge_)
    return job


async def test_nothing_is_shown_where_nothing_was_earned(hall: Hall) -> None:
    found = await seen(hall, await hall.person())
    assert (found.accounts, found.method, found.digest) == ([], None, False)
    assert found.period.end == FRIDAY


async def test_each_state_has_its_sum_and_its_date(hall: Hall) -> None:
    job = await one_of_each(hall)
    await bonus(hall, job.person_id, 500)
    (account,) = (await seen(hall, job.person_id)).accounts
    assert {state: stage.minor for state, stage in account.stages.items()} == {
        LineState.submitted: 40, LineState.accepted: 72, LineState.rejected: 0,
        LineState.confirmed: 500,
    }  # fmt: skip
    waiting = account.stages[LineState.accepted]
    assert waiting.confirmed_by is not None
    assert waiting.confirmed_by - waiting.accepted_by == WEEK
    assert (account.paid_at, account.threshold) == (FRIDAY, None)


async def test_no_open_line_lacks_a_next_date_and_no_other_has_one(hall: Hall) -> None:
    job = await one_of_each(hall)
    person = job.person_id
    await bonus(hall, person, 500, now=NOW - WEEK)
    await payruns.run_due(hall.db, now=NOW, rules=PAY)
    await bonus(hall, person, 70)
    met = set()
    for now in (NOW, FRIDAY + 60 * DAY):
        for one in await lines(hall, person, now=now) + await lines(hall, person, page=1):
            met.add(one.line.state)
            assert (one.next is not None) == (one.line.state in OPEN), one.line.state
    await mark(hall, PayoutState.paid, now=NOW)
    assert met == {*OPEN, LineState.rejected}
    (paid,) = [one for one in await lines(hall, person, page=1) if one.line.pay.minor == 500]
    assert (paid.line.state, paid.next) == (LineState.paid, None)


async def test_the_states_sum_up_to_what_the_ledger_says_was_earned(hall: Hall) -> None:
    job = await one_of_each(hall)
    person = job.person_id
    await bonus(hall, person, 333, now=NOW - WEEK)
    await bonus(hall, person, 1001, now=NOW - WEEK, currency="KWD")
    await payruns.run_due(hall.db, now=NOW, rules=PAY)
    await mark(hall, PayoutState.paid, now=NOW)
    await bonus(hall, person, 77)
    came_in = (
        select(schema.postings.c.currency, func.sum(schema.postings.c.minor))
        .where(
            schema.postings.c.account == Account.earned, schema.postings.c.owner_id == person,
            schema.postings.c.minor > 0,
        )
        .group_by(schema.postings.c.currency)
    )  # fmt: skip
    async with hall.db.read() as tx:
        booked = {row[0]: int(row[1]) for row in await tx.execute(came_in)}
    totals = {one.currency: one.total.minor for one in (await seen(hall, person)).accounts}
    assert totals == booked == {"USD": 72 + 333 + 77, "KWD": 1001}


async def test_what_is_below_the_threshold_says_until_when_it_waits(hall: Hall) -> None:
    person = await hall.person()
    await bonus(hall, person, 99)
    (account,) = (await seen(hall, person)).accounts
    assert account.threshold == Money(100, "USD")
    (line,) = await lines(hall, person)
    assert line.next == account.paid_at == FRIDAY + 3 * WEEK
    for week in range(4):
        await payruns.run_due(hall.db, now=FRIDAY + week * WEEK, rules=PAY)
    (statement,) = await hall.rows(schema.statements)
    assert statement.made_at == account.paid_at


async def test_who_leaves_is_paid_in_the_next_run_however_little_it_is(hall: Hall) -> None:
    person = await hall.person()
    await bonus(hall, person, 99)
    await hall.change(schema.people, person, standing=Standing.deactivating)
    (account,) = (await seen(hall, person)).accounts
    assert (account.paid_at, account.threshold) == (FRIDAY, None)


async def test_a_payout_that_failed_is_expected_later(hall: Hall) -> None:
    person = await hall.person()
    await bonus(hall, person, 500)
    await payruns.run_due(hall.db, now=FRIDAY, rules=PAY)
    ((_, expected),) = (await seen(hall, person, now=FRIDAY)).accounts[0].unpaid
    assert expected == FRIDAY + 3 * DAY
    await mark(hall, PayoutState.failed, now=FRIDAY + 4 * DAY)
    ((_, again),) = (await seen(hall, person, now=FRIDAY + 4 * DAY)).accounts[0].unpaid
    assert again == FRIDAY + 7 * DAY
    (line,) = await lines(hall, person, now=FRIDAY + 4 * DAY)
    assert line.next == again


async def test_the_newest_payment_is_shown_with_its_reference(hall: Hall) -> None:
    person = await hall.person()
    for week, minor in enumerate((500, 700)):
        await bonus(hall, person, minor, now=NOW + week * WEEK)
        await payruns.run_due(hall.db, now=FRIDAY + week * WEEK, rules=PAY)
        await mark(hall, PayoutState.paid, now=FRIDAY + week * WEEK, reference=f"R{week}")
    (account,) = (await seen(hall, person, now=FRIDAY + WEEK)).accounts
    assert account.stages[LineState.paid].minor == 1200
    assert account.newest_paid is not None
    assert (account.newest_paid.money.minor, account.newest_paid.reference) == (700, "R1")


async def test_the_period_and_yesterday_count_what_came_to_be_owed_then(hall: Hall) -> None:
    person = await hall.person()
    await hall.change(schema.people, person, zone="Asia/Tokyo")
    for days, minor in ((0, 1), (-1, 20), (-4, 300), (-5, 4000)):
        await bonus(hall, person, minor, now=NOW + days * DAY)
    (account,) = (await seen(hall, person)).accounts
    # The period began on Friday, 11 January, at 12:00 UTC.
    assert (account.period.minor, account.yesterday.minor) == (321, 20)
    (account,) = (await seen(hall, person, now=NOW + timedelta(hours=3))).accounts
    assert account.yesterday.minor == 1  # in Tokyo the next day has begun


async def test_the_hourly_rate_counts_the_time_of_what_was_rejected_as_well(hall: Hall) -> None:
    job = await one_of_each(hall)
    for one in await hall.assignments(job):
        await hall.change(schema.assignments, one.id, active_seconds=60.0)
    (account,) = (await seen(hall, job.person_id)).accounts
    assert account.hourly is not None
    # 72 cents in the three minutes of what was decided; the fourth is not decided yet.
    assert (account.hourly.money, account.hourly.tasks) == (Money(1440, "USD"), 3)
    (later,) = (await seen(hall, job.person_id, now=NOW + 31 * DAY)).accounts
    assert later.hourly is None


async def test_lists_of_lines_are_filtered_and_paged(hall: Hall) -> None:
    job = await one_of_each(hall)
    for n in range(4):
        await bonus(hall, job.person_id, n + 1, now=NOW + n * DAY)
    later = NOW + 4 * DAY
    first, second = [await lines(hall, job.person_id, page=page, now=later) for page in (0, 1)]
    assert [one.line.pay.minor for one in first[:4]] == [4, 3, 2, 1]
    assert (len(first), len(second)) == (5, 3)
    less = await lines(hall, job.person_id, "less")
    assert sorted(one.line.pay.minor for one in less) == [0, 32]
    assert all(one.line.because for one in less)
    assert len(await lines(hall, job.person_id, "open")) == 5
    for which in ("", "some", "K7WX3QD", "'; DROP"):
        with pytest.raises(Refused, match="stale-button"):
            await lines(hall, job.person_id, which)


async def line_of(hall: Hall, person: int, minor: int, *, now: datetime = NOW) -> LineView:
    (one,) = [one for one in await lines(hall, person) if one.line.pay.minor == minor]
    return await pay.line(hall.db, number=one.line.number, person_id=person, now=now, rules=PAY)


async def test_what_came_to_less_can_be_disputed_from_its_line(hall: Hall) -> None:
    job = await handed_in(hall, size=2)
    judge_ = await reviewer(hall)
    first, second = await lines_of(hall, job)
    await accept(hall, first, judge_)
    given = await judge(hall, second, Verdict.fixed, judge_, fix=TIE)
    whole, reduced = [await line_of(hall, job.person_id, minor) for minor in (40, 32)]
    assert (whole.verdict, whole.dispute) == (None, None)
    assert (reduced.verdict, reduced.dispute) == (given.review.number, None)
    late = await line_of(hall, job.person_id, 32, now=NOW + 31 * DAY)
    assert late.verdict is None
    made = await dispute(hall, given)
    disputed = await line_of(hall, job.person_id, 32, now=NOW + 31 * DAY)
    assert (disputed.verdict, disputed.dispute) == (None, made.number)


async def test_nobody_sees_the_lines_of_others(hall: Hall) -> None:
    mine, other = await hall.person(), await hall.person("Eve")
    number = await bonus(hall, mine, 500)
    await payruns.run_due(hall.db, now=FRIDAY, rules=PAY)
    (statement,) = await hall.rows(schema.statements)
    assert await lines(hall, other, statement.number) == []
    assert len(await lines(hall, mine, statement.number)) == 1
    with pytest.raises(Refused, match="not-yours"):
        await pay.line(hall.db, number=number, person_id=other, now=NOW, rules=PAY)


async def test_the_chart_has_each_of_the_last_days_once(hall: Hall) -> None:
    person = await hall.person()
    await bonus(hall, person, 500, now=NOW - 5 * DAY)
    await payruns.run_due(hall.db, now=NOW, rules=PAY)
    await mark(hall, PayoutState.paid, now=NOW)
    await bonus(hall, person, 20)
    await bonus(hall, person, 3, now=NOW - 28 * DAY)
    days = await pay.earned_days(hall.db, person_id=person, currency="USD", now=NOW)
    assert len({one.day for one in days}) == 28
    assert [(one.waiting, one.paid) for one in days if one.waiting or one.paid] == [
        (0, 500), (20, 0),
    ]  # fmt: skip
    assert days[-1].day == NOW.date()


async def test_the_method_in_effect_is_named_by_its_end(hall: Hall) -> None:
    person = await hall.person()
    async with hall.db.begin() as tx:
        made = await payout_methods.add(
            tx, person_id=person, kind=MethodKind.paypal, secret="x", last_four="ada",
            fingerprint="f", now=NOW,
        )  # fmt: skip
        await payout_methods.change(
            tx, made.id, state="confirmed", confirmed_at=NOW, effective_at=NOW + DAY
        )
    before = await seen(hall, person)
    assert (before.method, before.changing_to and before.changing_to.id) == (None, made.id)
    after = await seen(hall, person, now=NOW + DAY)
    assert (after.method and after.method.id, after.changing_to) == (made.id, None)


async def test_accepted_ratings_are_told_with_what_they_really_earned(hall: Hall) -> None:
    job = await one_of_each(hall)
    await reviews.accept_overdue(hall.db, now=NOW + 4 * DAY)
    (notice,) = await hall.notices("job_accepted")
    assert (notice.args["ratings"], notice.args["minor"]) == (3, 112)
    assert job.size == 4


async def digests(hall: Hall, now: datetime) -> list[dict[str, int]]:
    await earned_digest.tell_due(hall.db, now=now)
    return [one.args["earned"] for one in await hall.notices("earned_digest")]


async def switch(hall: Hall, person: int, *, wanted: bool, now: datetime = NOW) -> None:
    await earned_digest.switch(
        hall.db, person_id=person, wanted=wanted, cause=hall.cause(), now=now
    )


async def test_the_digest_comes_in_the_evening_to_who_wants_it(hall: Hall) -> None:
    person, silent = await hall.person(), await hall.person("Sam")
    await hall.change(schema.people, person, zone="Africa/Cairo")
    await switch(hall, person, wanted=True)
    for each in (person, silent):
        await bonus(hall, each, 500)
    evening = datetime(2030, 1, 15, 17, tzinfo=UTC)  # 19:00 in Cairo
    assert await digests(hall, evening - timedelta(minutes=1)) == []
    assert await digests(hall, evening) == [{"USD": 500}]
    assert await digests(hall, evening + timedelta(hours=5)) == [{"USD": 500}]
    (notice,) = await hall.notices("earned_digest")
    assert (notice.person_id, notice.sound) == (person, True)


async def test_missed_evenings_are_told_as_one_and_empty_ones_not_at_all(hall: Hall) -> None:
    person = await hall.person()
    await switch(hall, person, wanted=True)
    assert await digests(hall, NOW + DAY) == []
    await bonus(hall, person, 500, now=NOW + DAY)
    await bonus(hall, person, 20, now=NOW + 2 * DAY)
    await bonus(hall, person, 30, now=NOW + 2 * DAY, currency="JPY")
    assert await digests(hall, NOW + 5 * DAY) == [{"USD": 520, "JPY": 30}]
    assert await digests(hall, NOW - 5 * DAY) == [{"USD": 520, "JPY": 30}]
    assert await digests(hall, NOW + 7 * DAY) == [{"USD": 520, "JPY": 30}]


async def test_a_digest_that_was_switched_off_and_on_tells_nothing_twice(hall: Hall) -> None:
    person = await hall.person()
    await switch(hall, person, wanted=True)
    await bonus(hall, person, 500)
    evening = NOW + timedelta(hours=7)
    assert len(await digests(hall, evening)) == 1
    await switch(hall, person, wanted=False, now=evening)
    await bonus(hall, person, 600, now=evening)
    assert len(await digests(hall, evening + DAY)) == 1
    await switch(hall, person, wanted=True, now=evening + DAY)
    assert len(await digests(hall, evening + 2 * DAY)) == 1
    assert len(await hall.acts("set-earned-digest")) == 3


async def test_a_notice_of_pay_waits_for_the_end_of_quiet_hours(hall: Hall) -> None:
    person = await hall.person(quiet_from="12:00", quiet_to="20:00")
    await bonus(hall, person, 500)
    await payruns.run_due(hall.db, now=FRIDAY, rules=PAY)
    (notice,) = await hall.notices("statement")
    assert notice.not_before == FRIDAY + timedelta(hours=8)
    assert notice.sound
    shown = await statements.statement(
        hall.db, number=notice.args["number"], by=person, now=FRIDAY, rules=PAY
    )
    assert shown.statement.net == Money(500, "USD")


async def test_a_digest_reaches_everybody_over_many_pages(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(earned_digest, "_PAGE", 2)
    people = await hall.people(5)
    for nth, person in enumerate(people):
        # Two of them live where the evening has not come yet.
        await hall.change(schema.people, person, zone="America/Lima" if nth % 2 else "UTC")
        await switch(hall, person, wanted=True)
        await bonus(hall, person, nth + 1)
    assert await digests(hall, NOW + timedelta(hours=7)) == [{"USD": 1}, {"USD": 3}, {"USD": 5}]
    assert len(await digests(hall, NOW + timedelta(hours=12))) == 5
