"""Another price for a task: asked for, looked at, set; nobody is caught by it unawares."""

import asyncio
from datetime import datetime

import pytest

from bot.domain.awaiting import HOLDS_FOR
from bot.domain.draws import NewDraw
from bot.domain.money import Money
from bot.domain.people import Arrival, Role
from bot.domain.projects import Project
from bot.domain.refusal import Refused, Repeated
from bot.domain.rules import PayRules
from bot.insistence import insistently
from bot.services import awaiting, claims, projects, repricing
from storage import schema
from tests.services.builders import MINUTE, NOW, RULES, Hall, new_project

PAY = PayRules()


async def boss(hall: Hall) -> int:
    return await hall.person("Boss", roles=(Role.admin,))


async def propose(hall: Hall, by: int, text: str, *, now: datetime = NOW) -> str:
    await repricing.ask(hall.db, key="pairs", by=by, card_id=1, now=now)
    asked = await awaiting.awaited(hall.db, by, now=now)
    assert asked is not None
    return await repricing.propose(hall.db, asked=asked, text=text, now=now, rules=PAY)


async def reprice(hall: Hall, by: int, number: str, *, now: datetime = NOW) -> Money:
    found = await repricing.reprice(
        hall.db, number=number, by=by, cause=hall.cause(), now=now, rules=PAY
    )
    return found.price


async def price(hall: Hall) -> Project:
    return await projects.by_key(hall.db, "pairs", by=None)


async def reason(hall: Hall, by: int, text: str) -> str:
    with pytest.raises(Refused) as no:
        await propose(hall, by, text)
    return no.value.reason


async def test_a_new_price_holds_for_new_claims_and_is_in_the_journal(hall: Hall) -> None:
    before = await hall.project(tasks=10)
    call = await hall.call(groups=(await hall.group(),))
    early, late = await hall.people(2)
    old = await hall.claim(call, early)
    by = await boss(hall)
    number = await propose(hall, by, "0,55")
    looked = await repricing.proposed(hall.db, number=number, by=by, now=NOW, rules=PAY)
    assert (looked.before, looked.after) == (Money(1200, "USD"), Money(1650, "USD"))
    assert await reprice(hall, by, number) == Money(55, "USD")
    assert (await hall.job(old)).terms == old.terms
    new = await hall.claim(call, late)
    assert (new.terms.pay, new.terms.hourly) == (Money(55, "USD"), Money(1650, "USD"))
    now = await price(hall)
    assert (now.version, now.scheme, now.guidelines) == (2, before.scheme, before.guidelines)
    assert (now.offer.pay_terms, now.offer.overlap) == (before.offer.pay_terms, 3)
    (entry,) = await hall.acts("repriced")
    assert (entry.actor_id, entry.before["pay_minor"], entry.after["pay_minor"]) == (by, 40, 55)
    # The card of the call is owed its edit, and nobody else is told anything.
    assert {one.kind for one in await hall.rows(schema.notices)} >= {"call_card"}
    assert await hall.notices("reprice_done") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("0", "amount-zero"),
        ("-0.50", "wrong-amount-out-of-range"),
        ("0.505", "wrong-amount-too-exact"),
        ("1,234", "wrong-amount-ambiguous-amount"),
        ("0.50 EUR", "amount-other-currency"),
        ("0.50 XXQ", "wrong-amount-unknown-currency"),
        ("9" * 15, "wrong-amount-out-of-range"),
        ("99 999 999.00", "price-range"),
        ("much", "wrong-amount-unknown-currency"),
        ("1e3", "wrong-amount-bad-amount"),
        ("0.40", "price-same"),
    ],
)
async def test_what_is_no_price_is_refused_and_can_be_written_again(
    hall: Hall, text: str, wanted: str
) -> None:
    await hall.project(tasks=0)
    by = await boss(hall)
    assert await reason(hall, by, text) == wanted
    assert await awaiting.awaited(hall.db, by, now=NOW) is not None
    assert (await price(hall)).version == 1


async def test_only_who_coordinates_the_project_can_reprice_it(hall: Hall) -> None:
    await hall.project(tasks=0)
    by = await boss(hall)
    number = await propose(hall, by, "0.55")
    stranger = await hall.person("Eve")
    assert await reason(hall, stranger, "0.10") == "not-coordinator"
    with pytest.raises(Refused, match="asked-before"):
        await reprice(hall, stranger, number)
    with pytest.raises(Refused, match="asked-before"):
        await reprice(hall, by, number, now=NOW + HOLDS_FOR)
    assert (await price(hall)).version == 1


async def test_of_two_admins_at_once_one_is_told_what_stands(hall: Hall) -> None:
    await hall.project(tasks=0)
    first, second = await boss(hall), await boss(hall)
    numbers = [await propose(hall, first, "0.55"), await propose(hall, second, "0.30")]

    async def confirm(by: int, number: str) -> object:
        cause = hall.cause()
        try:
            return await insistently(
                lambda: repricing.reprice(
                    hall.db, number=number, by=by, cause=cause, now=NOW, rules=PAY
                )
            )
        except Refused as no:
            return no.reason

    told = await asyncio.gather(confirm(first, numbers[0]), confirm(second, numbers[1]))
    assert told.count("price-meanwhile") == 1
    assert (await price(hall)).version == 2
    assert len(await hall.acts("repriced")) == 1


async def test_a_second_tap_sets_nothing_twice(hall: Hall) -> None:
    await hall.project(tasks=0)
    by = await boss(hall)
    number = await propose(hall, by, "0.55")
    facts = {"number": number, "by": by, "cause": "u1", "now": NOW, "rules": PAY}
    await repricing.reprice(hall.db, **facts)  # type: ignore[arg-type]
    with pytest.raises(Repeated):
        await repricing.reprice(hall.db, **facts)  # type: ignore[arg-type]
    assert (await price(hall)).version == 2


async def test_worse_terms_wait_until_no_place_is_held_under_the_present_ones(hall: Hall) -> None:
    await hall.project(tasks=10)
    by = await boss(hall)
    await hall.try_claim(await hall.call(), await hall.person(arrival=Arrival.consent))
    with pytest.raises(Refused) as no:
        await reprice(hall, by, await propose(hall, by, "0.30"))
    assert (no.value.reason, no.value.facts) == ("terms-held", {"until": NOW + 10 * MINUTE})
    with pytest.raises(Refused, match="terms-held"):
        await projects.create(
            hall.db, new_project(review_days=9), by=by, cause=hall.cause(), now=NOW
        )
    assert await reprice(hall, by, await propose(hall, by, "0.50")) == Money(50, "USD")
    later = NOW + 11 * MINUTE
    number = await propose(hall, by, "0.30", now=later)
    assert await reprice(hall, by, number, now=later) == Money(30, "USD")


async def test_worse_terms_wait_for_the_end_of_a_draw(hall: Hall) -> None:
    await hall.project(tasks=10)
    by = await boss(hall)
    await hall.call(draw=NewDraw(60, "seed"))
    with pytest.raises(Refused, match="terms-drawn"):
        await reprice(hall, by, await propose(hall, by, "0.30"))


async def test_nobody_claims_under_terms_that_were_not_shown(hall: Hall) -> None:
    shown = (await hall.project(tasks=10)).version_id
    call = await hall.call()
    by, ada = await boss(hall), await hall.person()
    await reprice(hall, by, await propose(hall, by, "0.30"))

    async def claim(version: int | None) -> object:
        try:
            got = await claims.claim(
                hall.db, number=call.number, person_id=ada, cause=hall.cause(), now=NOW,
                rules=RULES, random=hall.random, shown=version,
            )  # fmt: skip
        except Refused as no:
            return no.reason
        return got.job.terms.pay if got.job else None

    async def from_work(version: int) -> str:
        with pytest.raises(Refused) as no:
            await claims.claim_open(
                hall.db, project_key="pairs", person_id=ada, cause=hall.cause(), now=NOW,
                rules=RULES, random=hall.random, shown=version,
            )  # fmt: skip
        return no.value.reason

    assert await claim(shown) == "terms-changed"
    assert await claim(999) == "terms-changed"
    assert await from_work(shown) == "terms-changed"
    assert await claim((await price(hall)).version_id) == Money(30, "USD")


async def test_better_terms_than_were_shown_catch_nobody(hall: Hall) -> None:
    shown = (await hall.project(tasks=10)).version_id
    call = await hall.call()
    by, ada = await boss(hall), await hall.person()
    await reprice(hall, by, await propose(hall, by, "0.50"))
    got = await claims.claim(
        hall.db, number=call.number, person_id=ada, cause=hall.cause(), now=NOW, rules=RULES,
        random=hall.random, shown=shown,
    )  # fmt: skip
    assert got.job is not None
    assert got.job.terms.pay == Money(50, "USD")
