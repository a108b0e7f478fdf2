"""Erasure: nothing open may be lost by it, and nothing of the person is left by it."""

import asyncio
from datetime import datetime
from typing import Any

import pytest

from bot.domain.hall_terms import HallTerms
from bot.domain.money import Money
from bot.domain.notices import Delivered
from bot.domain.pay_terms import Verdict
from bot.domain.payouts import PayoutState
from bot.domain.people import Role, Standing
from bot.domain.refusal import Refused, Repeated
from bot.domain.rules import Rules
from bot.domain.steps import StepKind
from bot.services import consents, erasing, outbox, payruns, people, standing
from storage import audit, schema
from tests.services.builders import NOW, Hall
from tests.services.canaries import (
    LATER,
    NAME,
    TELEGRAM,
    WORDS,
    left_of,
    objects,
    with_canaries,
)
from tests.services.paid_hall import FRIDAY, PAY, fill, judge, mark, owe, submitted
from tests.services.standing_acts import decide, deliver, tell


async def _leave(
    hall: Hall, person: int, *, now: datetime = LATER, cause: str | None = None
) -> None:
    await erasing.erase(
        hall.db, person_id=person, update_id=77, language="en", cause=cause or hall.cause(),
        now=now,
    )  # fmt: skip


async def _waive(hall: Hall, person: int, minor: int, *, currency: str = "USD") -> None:
    await erasing.waive(
        hall.db, person_id=person, money=Money(minor, currency), cause=hall.cause(), now=LATER
    )


async def _breaches(hall: Hall) -> list[Any]:
    async with hall.db.read() as tx:
        return await audit.breaches(tx)


async def _rated(hall: Hall, **terms: Any) -> int:
    """A person who has handed in a job."""
    await hall.project(**terms)
    person = await hall.person(NAME)
    await hall.finish(await hall.claim(await hall.call(), person))
    return person


async def test_whoever_has_nothing_open_is_erased_and_arrives_as_somebody_new(
    hall: Hall,
) -> None:
    ada = await hall.person(
        NAME, telegram_id=TELEGRAM, username="kanari", levels={"de": "good"}, country="DE",
        skills={"law": True},
    )  # fmt: skip
    await consents.publish(hall.db, HallTerms(2, {}), now=NOW)
    await consents.give(
        hall.db, person_id=ada, version=2, language="en", text="All.", cause=hall.cause(), now=NOW
    )
    pseudonym = (await hall.rows(schema.people, schema.people.c.id == ada))[0].pseudonym
    await _leave(hall, ada)
    (row,) = await hall.rows(schema.people, schema.people.c.id == ada)
    assert (row.telegram_id, row.name, row.username, row.zone) == (None, "", None, "UTC")
    assert (row.pseudonym, row.erased_at) == (pseudonym, LATER)
    assert (row.levels, row.country, row.skills) == (None, None, None)
    assert await hall.rows(schema.consents) == []
    assert [one.subject for one in await hall.acts("erased")] == [f"person:{ada}"]
    back = await people.meet(
        hall.db, telegram_id=TELEGRAM, name=NAME, username=None, language="en",
        client_language=None, now=LATER, rules=Rules(),
    )  # fmt: skip
    assert back.id != ada
    assert back.standing is Standing.good


async def test_a_role_an_open_job_and_a_rating_in_review_are_in_the_way(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    with pytest.raises(Refused, match="erase-roles"):
        await _leave(hall, boss)
    await hall.project()
    ada = await hall.person(NAME)
    job = await hall.claim(await hall.call(), ada)
    with pytest.raises(Refused, match="erase-jobs"):
        await _leave(hall, ada)
    await hall.finish(job)
    with pytest.raises(Refused, match="erase-review"):
        await _leave(hall, ada)
    ties = await erasing.ties(hall.db, person_id=ada)
    assert ties.review == 5
    assert ties.review_by == (await hall.rows(schema.lines))[0].accept_by
    assert (await hall.who(ada)).name == NAME


async def test_money_is_paid_or_waived_before_anybody_is_erased(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    ada = await _rated(hall)
    for one in await submitted(hall, ada):
        await judge(hall, one, Verdict.accepted, now=NOW)
    with pytest.raises(Refused, match="erase-owed"):
        await _leave(hall, ada)
    await payruns.run_due(hall.db, now=FRIDAY, rules=PAY)
    with pytest.raises(Refused, match="erase-payout"):
        await _leave(hall, ada)
    await mark(hall, ada, PayoutState.paid, by=boss, now=FRIDAY)
    await _leave(hall, ada)
    assert await _breaches(hall) == []


async def test_an_open_dispute_and_an_open_appeal_are_in_the_way(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    ada = await hall.person(NAME)
    step = await tell(hall, boss, ada, StepKind.warning, now=NOW)
    await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    with pytest.raises(Refused, match="erase-appeals"):
        await _leave(hall, ada)
    await hall.project()
    ben = await hall.person("Ben")
    job = await hall.finish(await hall.claim(await hall.call(), ben))
    await objects(hall, ben, job.id, boss)
    with pytest.raises(Refused, match="erase-disputes"):
        await _leave(hall, ben)


async def test_waiving_takes_exactly_what_was_shown_and_the_books_hold(hall: Hall) -> None:
    ada = await _rated(hall)
    for one in await submitted(hall, ada):
        await judge(hall, one, Verdict.accepted, now=NOW)
    with pytest.raises(Refused, match="waive-changed"):
        await _waive(hall, ada, 199)
    with pytest.raises(Refused, match="waive-nothing"):
        await _waive(hall, ada, 1, currency="EUR")
    await _waive(hall, ada, 200)
    mine = await hall.rows(schema.lines, schema.lines.c.person_id == ada)
    assert {(one.state, one.reason, one.confirmed_at) for one in mine} == {
        ("reversed", "waived", None)
    }
    with pytest.raises(Refused, match="waive-nothing"):
        await _waive(hall, ada, 200)
    await payruns.run_due(hall.db, now=FRIDAY, rules=PAY)
    assert await hall.rows(schema.statements) == []
    assert await _breaches(hall) == []
    await _leave(hall, ada)
    assert await _breaches(hall) == []


async def test_what_waits_for_a_client_is_waived_too(hall: Hall) -> None:
    await fill(hall)
    found = await hall.rows(schema.lines, schema.lines.c.state == "accepted")
    assert await _breaches(hall) == []
    for person, currency in {(one.person_id, one.currency) for one in found}:
        ties = await erasing.ties(hall.db, person_id=person)
        owed = next(one for one in ties.owed if one.currency == currency)
        await _waive(hall, person, owed.minor, currency=currency)
    (cy,) = await hall.rows(schema.people, schema.people.c.name == "Person 2")
    for one in (await erasing.ties(hall.db, person_id=cy.id)).owed:
        await _waive(hall, cy.id, one.minor, currency=one.currency)
    assert await hall.rows(schema.lines, schema.lines.c.state == "reversed")
    assert await _breaches(hall) == []


async def test_money_that_comes_while_somebody_decides_is_not_waived_with_it(
    hall: Hall,
) -> None:
    ada = await hall.person(NAME)
    await owe(hall, ada, Money(150, "USD"), now=NOW)
    await owe(hall, ada, Money(20, "USD"), now=NOW)
    done = await asyncio.gather(
        _waive(hall, ada, 170), owe(hall, ada, Money(5, "USD"), now=NOW), return_exceptions=True
    )
    left = (await erasing.ties(hall.db, person_id=ada)).owed
    assert left == ((Money(175, "USD"),) if isinstance(done[0], Refused) else (Money(5, "USD"),))
    assert await _breaches(hall) == []


async def test_nothing_of_an_erased_person_is_left_in_any_row(hall: Hall) -> None:
    ada, _ = await with_canaries(hall)
    assert len({one.partition(":")[0] for one in await left_of(hall)}) >= 15
    await _leave(hall, ada)
    assert await left_of(hall) == []
    assert await _breaches(hall) == []
    (notice,) = await hall.notices("delete")
    assert (notice.state, notice.chat_id) == ("cancelled", 0)
    (question,) = await hall.rows(schema.questions)
    assert (question.state, question.closed_by) == ("closed", ada)


@pytest.mark.engines("sqlite")
async def test_nothing_of_an_erased_person_is_left_in_the_bytes_of_the_file(hall: Hall) -> None:
    ada, _ = await with_canaries(hall)
    await _leave(hall, ada)
    file = hall.db.url.database
    assert file is not None
    await hall.db.close()
    with open(file, "rb") as opened:  # noqa: ASYNC230, PTH123 - nobody else waits here
        body = opened.read()
    for canary in (NAME, WORDS, str(TELEGRAM), "Aden"):
        assert canary.encode() not in body, canary
    assert TELEGRAM.to_bytes(6, "big") not in body


async def test_a_notice_in_flight_brings_no_chat_back(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    ada = await hall.person(NAME, telegram_id=TELEGRAM)
    await decide(hall, boss, ada, StepKind.warning, now=NOW)
    taken = [one for one in await outbox.lease(hall.db, NOW, 10) if one.kind == "step"]
    await _leave(hall, ada)
    await outbox.settle(hall.db, taken[0], Delivered(5), LATER)
    assert {one.chat_id for one in await hall.notices("step")} == {0}
    await deliver(hall, now=LATER)
    assert {one.state for one in await hall.notices("step")} == {"cancelled"}


async def test_a_repeated_erasure_is_told_so_and_changes_nothing(hall: Hall) -> None:
    ada = await hall.person(NAME, telegram_id=TELEGRAM)
    await _leave(hall, ada, cause="u77")
    before = await hall.census()
    with pytest.raises(Repeated):
        await _leave(hall, ada, cause="u77")
    assert await hall.census() == before


async def test_nobody_who_was_erased_is_owed_anything_later(hall: Hall) -> None:
    ada = await hall.person(NAME)
    await _leave(hall, ada)
    with pytest.raises(Refused, match="person-erased"):
        await owe(hall, ada, Money(150, "USD"), now=LATER)
