"""Asked for, typed, confirmed, changed, stopped: the same on both engines."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.payout_methods import Details, MethodKind
from bot.domain.people import Role
from bot.domain.refusal import Refused, Repeated
from bot.insistence import insistently
from bot.services import payout_methods
from storage import schema
from tests.services.builders import DAY, MINUTE, NOW, Hall
from tests.services.payee import IBAN, OTHER, RULES, VAULT, Owner


@pytest.fixture
async def ada(hall: Hall) -> Owner:
    return Owner(hall, await hall.person("Ada"))


async def refused(work: Any) -> str:
    with pytest.raises(Refused) as raised:
        await work
    return raised.value.reason


async def test_a_first_account_counts_as_soon_as_it_is_confirmed(ada: Owner) -> None:
    await ada.ask()
    assert await ada.write("de89 3704 0044 0532 0130 00")
    assert await ada.write("Ada Lovelace")
    (row,) = await ada.rows()
    assert (row.state, row.last_four, row.kind) == ("pending", "3000", "iban")
    assert await ada.paid_at(NOW) is None
    await ada.confirm(row.number)
    assert await ada.paid_at(NOW) == "3000"
    assert await ada.clear() == [Details(MethodKind.iban, IBAN, "", "Ada Lovelace")]
    assert await ada.hall.notices("payout_changed") == []
    (entry,) = await ada.hall.acts("payout-method-confirmed")
    assert "3000" not in str(entry.after)


@pytest.mark.parametrize(
    ("kind", "texts", "details"),
    [
        (MethodKind.account, ("DEUTDEFF\n12345678", "Ada L"),
         Details(MethodKind.account, "12345678", "DEUTDEFF", "Ada L")),
        (MethodKind.paypal, ("ada@example.com",), Details(MethodKind.paypal, "ada@example.com")),
        (MethodKind.mobile, ("+254 700 123456",), Details(MethodKind.mobile, "+254700123456")),
    ],
)  # fmt: skip
async def test_each_kind_asks_for_what_it_needs(
    ada: Owner, kind: MethodKind, texts: tuple[str, ...], details: Details
) -> None:
    await ada.ask(kind)
    for text in texts:
        assert await ada.write(text)
    assert not await ada.write("and now?")
    assert await ada.clear() == [details]


async def test_nothing_that_was_typed_is_kept_in_clear(ada: Owner) -> None:
    await ada.give()
    await ada.ask()
    await ada.write(OTHER[:-1])
    everything = str(await ada.hall.census())
    for canary in (IBAN, OTHER[:-1], "Ada Lovelace", IBAN[:8], IBAN[-8:]):
        assert canary not in everything, canary
    deletions = await ada.hall.notices("delete")
    assert [row.edits for row in deletions] == [500, 501, 502]
    assert not any(row.in_order for row in deletions)


async def test_a_fault_keeps_the_question_open_and_says_what_is_wrong(ada: Owner) -> None:
    await ada.ask()
    wrongs: tuple[tuple[str | None, dict[str, Any]], ...] = (
        (IBAN[:-1], {}), (None, {}), (IBAN, {"forwarded": True}), (IBAN, {"edited": True}),
    )  # fmt: skip
    for text, more in wrongs:
        assert await ada.write(text, **more)
    asked = await ada.hall.notices("payout_ask")
    faults = [row.args["fault"] for row in asked]
    assert faults == ["iban-slip", "not-text", "forwarded", "edited"]
    assert {row.edits for row in asked} == {77}
    assert await ada.rows() == []
    assert await ada.write(IBAN)


async def test_what_is_too_long_for_details_is_left_alone(ada: Owner) -> None:
    await ada.ask()
    assert await refused(ada.write("A is better. " * 300)) == "method-too-long"
    assert await ada.hall.notices("delete") == []
    assert await ada.write(IBAN)


async def test_a_late_account_is_deleted_and_late_words_are_not(ada: Owner) -> None:
    late = NOW + 10 * MINUTE
    await ada.ask()
    assert not await ada.write("A is better", now=late)
    assert await ada.write(IBAN, now=late)
    assert await ada.rows() == []
    (told,) = await ada.hall.notices("payout_ask")
    assert told.args["fault"] == "too-late"
    assert await ada.write(IBAN, now=late + MINUTE)
    assert not await ada.write("Ada Lovelace", now=late + 12 * MINUTE)


async def test_who_turned_to_something_else_means_no_details(ada: Owner) -> None:
    await ada.ask()
    await payout_methods.put_off(ada.db, person_id=ada.id, now=NOW + MINUTE)
    assert not await ada.write("A is better", now=NOW + 2 * MINUTE)
    await ada.hall.project()
    job = await ada.hall.claim(await ada.hall.call(), ada.id, now=NOW + 3 * MINUTE)
    await ada.ask(now=NOW + 3 * MINUTE)
    await ada.hall.rate(job, 1, now=NOW + 4 * MINUTE)
    assert not await ada.write("Both say the same", now=NOW + 5 * MINUTE)
    assert await ada.write(IBAN, now=NOW + 5 * MINUTE)  # can be nothing but an account
    assert await ada.write(IBAN, now=NOW + 5 * MINUTE)  # since it was asked for anew


async def test_an_edit_of_details_is_deleted_once_more(ada: Owner) -> None:
    await ada.ask()
    typed = await ada.typed(IBAN)
    cause = ada.hall.cause()
    assert await payout_methods.take(ada.db, typed, vault=VAULT, cause=cause, now=NOW)
    (first,) = await ada.hall.notices("delete")
    again = replace(typed, text=OTHER, edited=True, update_id=typed.update_id + 500_000)
    for state, deletions in (("queued", 1), ("sent", 2)):
        await ada.hall.change(schema.notices, first.id, state=state, message_id=1)
        assert await payout_methods.take_edit(
            ada.db, again, vault=VAULT, cause=ada.hall.cause(), now=NOW
        )
        assert len(await ada.hall.notices("delete")) == deletions
    other = replace(again, message_id=9, text="hello")
    assert not await payout_methods.take_edit(
        ada.db, other, vault=VAULT, cause=ada.hall.cause(), now=NOW
    )


async def test_without_a_key_nothing_is_asked_or_taken(ada: Owner) -> None:
    ada.vault = None
    assert await refused(ada.ask()) == "method-no-key"
    assert not await ada.write(IBAN)
    name = payout_methods.use_name(ada.db, person_id=ada.id, vault=None, cause="x", now=NOW)
    assert await refused(name) == "method-no-key"


async def test_a_kind_that_the_hall_does_not_offer_is_refused(ada: Owner) -> None:
    rules = replace(RULES, methods=(MethodKind.wise,))
    asked = payout_methods.ask(
        ada.db, kind=MethodKind.iban, person_id=ada.id, card_id=1, vault=VAULT, rules=rules,
        cause="x", now=NOW,
    )  # fmt: skip
    assert await refused(asked) == "stale-button"


async def test_the_name_of_telegram_is_used_with_a_tap(ada: Owner) -> None:
    async def use(owner: Owner) -> None:
        await payout_methods.use_name(
            ada.db, person_id=owner.id, vault=VAULT, cause=ada.hall.cause(), now=NOW
        )

    assert await refused(use(ada)) == "stale-button"
    await ada.ask()
    assert await refused(use(ada)) == "stale-button"
    await ada.write(IBAN)
    await use(ada)
    assert await ada.clear() == [Details(MethodKind.iban, IBAN, "", "Ada")]
    odd = Owner(ada.hall, await ada.hall.person("👻"))
    await odd.ask()
    await odd.write(IBAN)
    await use(odd)
    assert (await ada.hall.notices("payout_ask"))[-1].args["fault"] == "no-name"


async def test_a_change_counts_after_the_hours_and_is_told_with_sound(ada: Owner) -> None:
    await ada.give()
    number = await ada.give(OTHER, now=NOW + DAY)
    starts = NOW + DAY + timedelta(hours=72)
    assert await ada.paid_at(starts - MINUTE) == "3000"
    assert await ada.paid_at(starts) == "5432"
    (told,) = await ada.hall.notices("payout_changed")
    assert (told.sound, told.not_before, told.args["number"]) == (True, NOW + DAY, number)
    (later,) = await ada.hall.notices("payout_effective")
    assert (later.sound, later.not_before) == (False, starts)
    assert await ada.states() == ["confirmed", "confirmed"]


async def test_a_second_change_takes_the_place_of_the_first(ada: Owner) -> None:
    await ada.give()
    await ada.give(OTHER, now=NOW + DAY)
    await ada.give("FR1420041010050500013M02606", now=NOW + 2 * DAY)
    assert await ada.states() == ["confirmed", "replaced", "confirmed"]
    assert await ada.paid_at(NOW + 4 * DAY) == "3000"
    assert await ada.paid_at(NOW + 5 * DAY) == "2606"


async def test_taking_the_method_away_does_not_make_the_next_one_a_first_one(ada: Owner) -> None:
    first = await ada.give()
    await payout_methods.drop(
        ada.db, number=first, person_id=ada.id, cause=ada.hall.cause(), now=NOW
    )
    assert await ada.paid_at(NOW) is None
    (told,) = await ada.hall.notices("payout_dropped")
    assert told.sound
    await ada.give(OTHER)
    assert await ada.paid_at(NOW + 2 * DAY) is None
    assert await ada.paid_at(NOW + 3 * DAY) == "5432"


async def test_a_strangers_change_is_stopped_and_told_to_all_admins(ada: Owner) -> None:
    bosses = [await ada.hall.person(name, roles=(Role.admin,)) for name in ("Bo", "Cy")]
    await ada.give()
    number = await ada.give(OTHER)

    async def disown(owner: int, now: datetime) -> None:
        await payout_methods.disown(
            ada.db, number=number, person_id=owner, cause=ada.hall.cause(), now=now
        )

    assert await refused(disown(bosses[0], NOW)) == "stale-button"
    assert await refused(disown(ada.id, NOW + 3 * DAY)) == "method-change-over"
    await disown(ada.id, NOW + 2 * DAY)
    assert await refused(disown(ada.id, NOW + 2 * DAY)) == "method-gone"
    assert await ada.paid_at(NOW + 9 * DAY) == "3000"
    alarms = await ada.hall.notices("payout_disowned_admin")
    assert [row.person_id for row in alarms] == bosses
    assert all(row.sound and row.args == {"whose": ada.id} for row in alarms)


async def test_only_its_person_confirms_a_method_and_only_once(ada: Owner) -> None:
    bo = Owner(ada.hall, await ada.hall.person("Bo"))
    await ada.ask()
    await ada.write(IBAN)
    await ada.write("Ada Lovelace")
    (row,) = await ada.rows()
    assert await refused(bo.confirm(row.number)) == "stale-button"
    await asyncio.gather(*(insistently(lambda: ada.confirm(row.number)) for _ in range(3)))
    assert len(await ada.hall.acts("payout-method-confirmed")) == 1
    assert await ada.states() == ["confirmed"]


async def test_a_new_question_forgets_what_was_not_confirmed(ada: Owner) -> None:
    await ada.ask()
    await ada.write(IBAN)
    await ada.write("Ada Lovelace")
    (row,) = await ada.rows()
    await ada.ask()
    assert await refused(ada.confirm(row.number)) == "method-gone"
    (row,) = await ada.rows()
    assert (row.secret, row.last_four, row.fingerprint) == ("", "", "")
    await payout_methods.cancel(ada.db, person_id=ada.id, cause=ada.hall.cause())
    assert not await ada.write(IBAN)


async def test_a_message_that_comes_twice_has_one_effect(ada: Owner) -> None:
    await ada.ask()
    typed = await ada.typed(IBAN)
    assert await payout_methods.take(ada.db, typed, vault=VAULT, cause="u1", now=NOW)
    with pytest.raises(Repeated):
        await payout_methods.take(ada.db, typed, vault=VAULT, cause="u1", now=NOW)
    (stored,) = await ada.hall.rows(schema.inbox)
    assert stored.payload == {"update_id": typed.update_id}


async def test_two_messages_at_once_make_one_method(ada: Owner) -> None:
    await ada.ask(MethodKind.paypal)

    async def write() -> bool:
        typed = await ada.typed("ada@example.com")
        cause = ada.hall.cause()
        return await insistently(
            lambda: payout_methods.take(ada.db, typed, vault=VAULT, cause=cause, now=NOW)
        )

    assert True in await asyncio.gather(write(), write(), write())
    assert len(await ada.rows()) == 1
    stored = str([row.payload for row in await ada.hall.rows(schema.inbox)])
    taken = len(await ada.hall.notices("delete"))
    assert stored.count("ada@example.com") == 3 - taken


async def test_who_removes_a_method_is_not_paid_by_the_one_before_it_again(hall: Hall) -> None:
    ada = Owner(hall, await hall.person())
    await ada.give()
    second = await ada.give(OTHER, now=NOW + DAY)
    later = NOW + 30 * DAY
    assert await ada.paid_at(later) == OTHER[-4:]
    await payout_methods.drop(
        hall.db, number=second, person_id=ada.id, cause=hall.cause(), now=later
    )
    assert await ada.paid_at(later) is None
    assert await ada.states() == ["replaced", "dropped"]
