"""Batches: delivered, confirmed by word or by silence, refused at the hall's cost."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.batches import told_at
from bot.domain.disputes import DisputeState
from bot.domain.ledger import Account
from bot.domain.money import Money
from bot.domain.pay_terms import PayTerms, Verdict
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.services import batches, disputes, doubts, reviews
from bot.services.batches import Said
from storage import ledger, lines, people, schema
from tests.invariants import broken
from tests.services.batch_acts import ACCEPTED, SAID, Delivery, delivered, rated
from tests.services.builders import DAY, NOW, RULES, SECOND, Hall
from tests.services.reviewing import TWICE, accept, judge, reviewer

SILENCE = NOW + 10 * DAY
FEW = PayRules(held_percent=50, held_lines=20)


async def balance(hall: Hall, account: Account, owner_id: int) -> list[Money]:
    async with hall.db.read() as tx:
        return await ledger.balances(tx, account, owner_id)


async def said(made: Delivery) -> list[tuple[str, str]]:
    return [(line.state, line.client) for line in await made.lines()]


async def test_a_delivered_batch_is_told_to_its_client_and_waits(hall: Hall) -> None:
    made = await delivered(hall)
    stored = await made.stored()
    assert (stored.state, stored.delivered_at) == ("delivered", ACCEPTED)
    (told,) = await hall.notices("batch_delivered")
    assert (told.person_id, told.args, told.sound) == (made.client, {"batch": made.batch}, False)
    (entry,) = await hall.acts("batch-delivered")
    assert entry.after == {"ratings": 5, "not_accepted": 0, "missing": 0}
    assert await said(made) == [("accepted", "waiting")] * 5
    with pytest.raises(Refused, match="batch-delivered"):
        await made.deliver()


async def test_what_is_missing_does_not_keep_a_batch_from_delivery(hall: Hall) -> None:
    made = await rated(hall, tasks=5, overlap=2)
    await made.deliver(now=NOW + DAY)
    (entry,) = await hall.acts("batch-delivered")
    assert entry.after == {"ratings": 5, "not_accepted": 5, "missing": 5}


async def test_a_batch_without_ratings_is_not_delivered(hall: Hall) -> None:
    made = await rated(hall)
    await hall.publish("pairs", *({"id": "x", "prompt": "?", "responses": [
        {"id": "a", "text": "A"}, {"id": "b", "text": "B"}]},))  # fmt: skip
    newest = (await hall.rows(schema.batches))[-1].number
    with pytest.raises(Refused, match="batch-empty"):
        await batches.deliver(
            hall.db, number=newest, by=made.coordinator, cause=hall.cause(), now=NOW
        )


async def test_the_clients_yes_makes_the_money_payable(hall: Hall) -> None:
    made = await delivered(hall)
    assert await balance(hall, Account.earned, made.raters[0]) == [Money(200, "USD")]
    assert await made.confirm_all() == 5
    assert await said(made) == [("confirmed", "confirmed")] * 5
    assert await balance(hall, Account.payable, made.raters[0]) == [Money(200, "USD")]
    stored = await made.stored()
    assert (stored.state, stored.confirmed_at) == ("confirmed", ACCEPTED)
    with pytest.raises(Refused, match="batch-nothing-waits"):
        await made.confirm_all()
    (entry,) = await hall.acts("batch-confirmed")
    assert (entry.actor_id, entry.after) == (made.client, {"lines": 5, "on_behalf": False})


async def test_a_coordinator_who_confirms_does_so_on_the_clients_behalf(hall: Hall) -> None:
    made = await delivered(hall)
    await made.confirm_all(by=made.coordinator)
    (entry,) = await hall.acts("batch-confirmed")
    assert entry.after == {"lines": 5, "on_behalf": True}


async def test_nobody_speaks_for_the_client_on_work_of_their_own(hall: Hall) -> None:
    made = await delivered(hall)
    rater = made.raters[0]
    async with hall.db.begin() as tx:
        await people.grant(
            tx, person_id=rater, role=Role.coordinator, project_id=None, by=None, now=NOW
        )
    line = (await made.lines())[0]
    with pytest.raises(Refused, match="own-work"):
        await batches.confirm_one(
            hall.db, line=line.number, by=rater, cause=hall.cause(), now=ACCEPTED
        )
    with pytest.raises(Refused, match="own-work"):
        await made.refuse(line.number, by=rater)
    with pytest.raises(Refused, match="batch-nothing-waits"):
        await made.confirm_all(by=rater)
    assert {state for state, _ in await said(made)} == {"accepted"}


async def test_good_news_come_once_in_the_evening(hall: Hall) -> None:
    made = await delivered(hall)
    numbers = [line.number for line in await made.lines()]
    for minutes, number in enumerate(numbers):
        await made.confirm(number, now=ACCEPTED + timedelta(minutes=minutes))
    (told,) = await hall.notices("client_confirmed")
    assert told.not_before == datetime(2030, 1, 18, 18, tzinfo=UTC)
    assert not told.sound
    times = [datetime.fromisoformat(told.args[name]) for name in ("since", "until")]
    news = await batches.good_news(hall.db, of=made.raters[0], since=times[0], until=times[1])
    assert news == [("Pairs of pairs", 5)]


def test_an_evening_comes_after_now_in_every_zone() -> None:
    for zone in ("UTC", "Asia/Tokyo", "America/Los_Angeles", "Africa/Cairo"):
        for hours in range(30):
            now = NOW + timedelta(hours=hours)
            assert timedelta(0) < told_at(zone, now) - now <= timedelta(hours=25)


async def test_a_yes_before_the_verdict_counts_with_it(hall: Hall) -> None:
    made = await rated(hall, tasks=1)
    await made.deliver(now=NOW + DAY)
    (line,) = await made.lines()
    await made.confirm(line.number, now=NOW + DAY)
    assert await said(made) == [("submitted", "confirmed")]
    await reviews.accept_overdue(hall.db, now=ACCEPTED)
    assert await said(made) == [("confirmed", "confirmed")]
    (line,) = await made.lines()
    assert line.client_at == NOW + DAY


@pytest.mark.parametrize("hands_over", [True, False])
async def test_silence_confirms_for_good_delivered_or_not(hall: Hall, hands_over: bool) -> None:
    made = await rated(hall)
    await reviews.accept_overdue(hall.db, now=ACCEPTED)
    if hands_over:
        await made.deliver()
    assert await batches.confirm_overdue(hall.db, now=SILENCE - SECOND) == 0
    assert await batches.confirm_overdue(hall.db, now=SILENCE) == 5 + hands_over
    assert await batches.confirm_overdue(hall.db, now=SILENCE) == 0
    assert await said(made) == [("confirmed", "silent")] * 5
    assert await balance(hall, Account.payable, made.raters[0]) == [Money(200, "USD")]
    assert (await made.stored()).state == ("confirmed" if hands_over else "open")


async def test_a_refusal_after_the_date_is_refused_also_before_the_sweep(hall: Hall) -> None:
    made = await delivered(hall)
    line = (await made.lines())[0].number
    with pytest.raises(Refused, match="line-silent"):
        await made.refuse(line, now=SILENCE)
    with pytest.raises(Refused, match="line-silent"):
        await made.confirm(line, now=SILENCE)
    await batches.confirm_overdue(hall.db, now=SILENCE)
    for act in (made.refuse, made.confirm):
        with pytest.raises(Refused, match="line-silent"):
            await act(line, now=SILENCE)
    with pytest.raises(Refused, match="batch-nothing-waits"):
        await made.confirm_all(now=SILENCE)
    assert await made.refusals() == []
    assert {line.client for line in await made.lines()} == {"silent"}


async def test_a_refusal_of_accepted_work_costs_the_hall_and_not_the_person(hall: Hall) -> None:
    made = await delivered(hall)
    line = (await made.lines())[0]
    assert not await made.refuse(line.number, rules=FEW)
    assert (await said(made))[0] == ("confirmed", "refused")
    assert await balance(hall, Account.payable, made.raters[0]) == [Money(40, "USD")]
    (refusal,) = await made.refusals()
    assert (refusal.state, refusal.reason, refusal.words) == ("applied", *SAID_SHORT)
    (told,) = await hall.notices("client_refused")
    assert (told.person_id, told.args) == (made.raters[0], {"refusals": [refusal.id]})
    assert not told.sound
    assert (await made.stored()).state == "contested"
    with pytest.raises(Refused, match="line-client-refused"):
        await made.refuse(line.number)


SAID_SHORT = (SAID.reason, SAID.words)


async def test_a_refusal_before_the_verdict_is_left_to_the_reviewer(hall: Hall) -> None:
    made = await rated(hall)
    await made.deliver(now=NOW + DAY)
    line = (await made.lines())[0]
    await made.refuse(line.number, now=NOW + DAY, rules=FEW)
    assert (await said(made))[0] == ("submitted", "refused")
    await reviews.accept_overdue(hall.db, now=ACCEPTED)
    assert (await said(made))[0] == ("confirmed", "refused")


async def test_many_refusals_move_nothing_until_an_admin_approves(hall: Hall) -> None:
    made = await delivered(hall, tasks=20)
    numbers = [line.number for line in await made.lines()]
    assert [await made.refuse(number) for number in numbers[:4]] == [False, False, True, True]
    assert [one.state for one in await made.refusals()] == ["applied"] * 2 + ["held"] * 2
    assert await balance(hall, Account.payable, made.raters[0]) == [Money(80, "USD")]
    (told,) = await hall.notices("refusals_held")
    assert (told.person_id, told.args) == (made.admin, {"batch": made.batch})
    assert await made.decide_all() == 2
    assert await balance(hall, Account.payable, made.raters[0]) == [Money(160, "USD")]
    assert {(one.state, one.decided_by) for one in await made.refusals()} == {
        ("applied", None), ("applied", made.admin)
    }  # fmt: skip
    with pytest.raises(Refused, match="refusals-decided"):
        await made.decide_all()


async def test_who_refused_does_not_approve_it(hall: Hall) -> None:
    made = await delivered(hall)
    line = (await made.lines())[0].number
    assert await made.refuse(line, by=made.admin)
    with pytest.raises(Refused, match="own-refusal"):
        await made.decide_all()
    assert [one.state for one in await made.refusals()] == ["held"]
    await made.decide_all(by=await hall.person("Other", roles=(Role.admin,)))
    assert [one.state for one in await made.refusals()] == ["applied"]


async def test_a_dismissed_refusal_leaves_the_line_to_its_date(hall: Hall) -> None:
    made = await delivered(hall)
    line = (await made.lines())[0].number
    assert await made.refuse(line)
    assert (await made.stored()).state == "contested"
    await made.decide_all(approve=False)
    assert (await made.stored()).state == "delivered"
    assert (await said(made))[0] == ("accepted", "waiting")
    (told,) = await hall.notices("refusals_decided")
    assert (told.person_id, told.args["approved"]) == (made.client, False)
    await batches.confirm_overdue(hall.db, now=SILENCE)
    assert (await said(made))[0] == ("confirmed", "silent")


async def test_a_refusal_that_nobody_decided_on_lapses_with_the_date(hall: Hall) -> None:
    made = await delivered(hall)
    line = (await made.lines())[0].number
    await made.refuse(line)
    await batches.confirm_overdue(hall.db, now=SILENCE)
    (refusal,) = await made.refusals()
    assert (refusal.state, refusal.decided_by) == ("lapsed", None)
    assert (await made.stored()).state == "confirmed"
    told = {one.person_id for one in await hall.notices("refusals_lapsed")}
    assert told == {made.client, made.coordinator}
    assert len(await hall.acts("refusal-lapsed")) == 1


async def test_an_approval_after_the_date_only_lets_it_lapse(hall: Hall) -> None:
    made = await delivered(hall)
    await made.refuse((await made.lines())[0].number)
    await made.decide_all(now=SILENCE)
    assert [one.state for one in await made.refusals()] == ["lapsed"]
    assert (await said(made))[0] == ("accepted", "waiting")


async def test_a_held_refusal_stays_out_of_confirm_all_and_can_be_withdrawn(hall: Hall) -> None:
    made = await delivered(hall)
    line = (await made.lines())[0].number
    await made.refuse(line)
    assert await made.confirm_all() == 4
    assert (await made.stored()).state == "contested"
    await made.confirm(line)
    assert [one.state for one in await made.refusals()] == ["dismissed"]
    assert (await made.stored()).state == "confirmed"
    assert len(await hall.acts("refusal-withdrawn")) == 1


async def test_words_and_reason_are_checked(hall: Hall) -> None:
    made = await delivered(hall)
    line = (await made.lines())[0].number
    with pytest.raises(Refused, match="refusal-words"):
        await made.refuse(line, said=Said("careless", " bad "))
    with pytest.raises(Refused, match="stale-button"):
        await made.refuse(line, said=Said("because", "Long enough words."))


@pytest.mark.parametrize("role", [None, Role.reviewer])
async def test_nobody_else_sees_or_judges_a_batch(hall: Hall, role: Role | None) -> None:
    made = await delivered(hall)
    other = await hall.person("Eve", roles=(role,) if role else ())
    line = (await made.lines())[0].number
    for act in (
        lambda: made.confirm_all(by=other),
        lambda: made.refuse(line, by=other),
        lambda: batches.card(hall.db, made.batch, by=other),
        lambda: batches.line_view(hall.db, line, by=other, now=ACCEPTED),
        lambda: batches.lines_file(hall.db, made.batch, by=other),
        lambda: batches.listed(hall.db, by=other, key=None, page=0, size=5),
    ):
        with pytest.raises(Refused, match="not-client"):
            await act()
    with pytest.raises(Refused, match="not-coordinator"):
        await batches.deliver(
            hall.db, number=made.batch, by=made.client, cause=hall.cause(), now=ACCEPTED
        )
    for by in (made.client, made.coordinator):
        with pytest.raises(Refused, match="not-admin"):
            await made.decide_all(by=by)


async def test_before_delivery_nothing_can_be_said(hall: Hall) -> None:
    made = await rated(hall)
    with pytest.raises(Refused, match="batch-not-delivered"):
        await made.confirm_all()
    with pytest.raises(Refused, match="batch-not-delivered"):
        await made.refuse((await made.lines())[0].number)


async def test_a_project_without_a_client_has_nothing_to_confirm(hall: Hall) -> None:
    made = await rated(hall, pay_terms=PayTerms())
    await reviews.accept_overdue(hall.db, now=ACCEPTED)
    await made.deliver()
    assert await said(made) == [("confirmed", "not asked")] * 5
    with pytest.raises(Refused, match="batch-nothing-waits"):
        await made.confirm_all()
    with pytest.raises(Refused, match="line-no-client"):
        await made.refuse((await made.lines())[0].number)
    assert await batches.confirm_overdue(hall.db, now=SILENCE + 100 * DAY) == 0
    assert (await made.stored()).state == "delivered"


async def test_clients_are_reminded_before_the_first_and_the_last_date(hall: Hall) -> None:
    made = await delivered(hall)
    for hours in range(200):
        await batches.remind_clients(hall.db, now=ACCEPTED + timedelta(hours=hours))
    (told,) = await hall.notices("batch_reminder")
    assert told.person_id == made.client
    assert told.not_before == SILENCE - 2 * DAY


async def refused_line(hall: Hall) -> tuple[Delivery, str]:
    """A delivered batch with one refusal that counts; its number."""
    made = await delivered(hall)
    await made.refuse((await made.lines())[0].number, rules=FEW)
    return made, (await made.refusals())[0].number


async def test_a_refusal_can_be_disputed_once_and_moves_no_money(hall: Hall) -> None:
    made, refusal = await refused_line(hall)
    facts: dict[str, Any] = {"by": made.raters[0], "now": ACCEPTED, "rules": RULES.pay}
    first = await disputes.dispute_refusal(hall.db, refusal=refusal, cause=hall.cause(), **facts)
    again = await disputes.dispute_refusal(hall.db, refusal=refusal, cause=hall.cause(), **facts)
    assert (again.id, first.review_id) == (first.id, None)
    before = await hall.rows(schema.postings)
    assert await disputes.decide_overdue(hall.db, now=ACCEPTED + 7 * DAY) == 1
    (dispute,) = await hall.rows(schema.disputes)
    assert (dispute.state, dispute.decided_by) == ("overturned", None)
    assert await hall.rows(schema.postings) == before
    assert len(await made.lines()) == 5


async def test_an_objection_to_a_refusal_takes_nothing_from_a_doubted_verdict(hall: Hall) -> None:
    made = await rated(hall, pay_terms=PayTerms(confirm_days=7, fixed_percent=50))
    async with hall.db.read() as tx:
        (line,) = await lines.by_ids(tx, [(await made.lines())[0].id])
    first, second = await reviewer(hall, "First"), await reviewer(hall, "Second")
    await judge(hall, line, Verdict.fixed, first, rules=TWICE)
    await accept(hall, line, second)
    await reviews.accept_overdue(hall.db, now=ACCEPTED)
    await made.deliver()
    await made.refuse(line.number, rules=FEW)
    await disputes.dispute_refusal(
        hall.db, refusal=(await made.refusals())[0].number, by=made.raters[0],
        cause=hall.cause(), now=ACCEPTED, rules=RULES.pay,
    )  # fmt: skip
    (again,) = await hall.rows(schema.second_reviews)
    owed = await doubts.decide(
        hall.db, number=again.number, outcome="overturned", by=made.admin, cause=hall.cause(),
        now=ACCEPTED,
    )  # fmt: skip
    assert owed == Money(20, "USD")
    assert await broken(hall.db) == []


async def test_who_refused_does_not_decide_on_the_objection(hall: Hall) -> None:
    made = await delivered(hall)
    await made.refuse((await made.lines())[0].number, rules=FEW, by=made.coordinator)
    refusal = (await made.refusals())[0].number
    dispute = await disputes.dispute_refusal(
        hall.db, refusal=refusal, by=made.raters[0], cause=hall.cause(), now=ACCEPTED,
        rules=RULES.pay,
    )  # fmt: skip
    told = {one.person_id for one in await hall.notices("dispute_opened")}
    assert made.coordinator not in told
    assert made.admin in told
    with pytest.raises(Refused, match="own-verdict"):
        await disputes.prepare(
            hall.db, number=dispute.number, state=DisputeState.upheld, by=made.coordinator,
            cause=hall.cause(), now=ACCEPTED,
        )  # fmt: skip


async def test_only_who_did_the_work_disputes_a_refusal_and_only_in_time(hall: Hall) -> None:
    made, refusal = await refused_line(hall)
    for by, now, reason in (
        (made.client, ACCEPTED, "not-yours"),
        (made.raters[0], ACCEPTED + 30 * DAY, "dispute-over"),
    ):
        with pytest.raises(Refused, match=reason):
            await disputes.dispute_refusal(
                hall.db, refusal=refusal, by=by, cause=hall.cause(), now=now, rules=RULES.pay
            )


async def test_a_reviewer_reads_what_the_client_said(hall: Hall) -> None:
    made = await rated(hall)
    await made.deliver(now=NOW + DAY)
    line = (await made.lines())[0].number
    await made.refuse(line, now=NOW + DAY, rules=FEW)
    facts = await reviews.evidence(hall.db, line, made.coordinator)
    assert facts.refusal is not None
    assert facts.refusal.words == SAID.words
