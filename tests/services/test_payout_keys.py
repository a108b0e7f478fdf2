"""Payout details under keys: shared accounts found, keys changed, what no key opens."""

import pytest

from bot.domain.payout_methods import Details, MethodKind
from bot.services import payout_methods
from bot.vault import Vault, new_key
from storage import schema
from tests.services.builders import DAY, MINUTE, NOW, Hall
from tests.services.payee import IBAN, OTHER, VAULT, Owner


@pytest.fixture
async def ada(hall: Hall) -> Owner:
    return Owner(hall, await hall.person("Ada"))


async def test_one_account_of_two_people_is_recorded_and_not_refused(ada: Owner) -> None:
    await ada.give()
    bo = Owner(ada.hall, await ada.hall.person("Bo"))
    number = await bo.give(f"iban {IBAN.lower()}")
    (entry,) = await ada.hall.acts("payout-account-shared")
    assert entry.subject == f"payout-method:{number}"
    assert entry.after["people"] == [ada.id]
    assert await bo.paid_at(NOW) == "3000"


async def test_after_a_change_of_keys_accounts_are_still_found_and_opened(ada: Owner) -> None:
    old, new = new_key(), new_key()
    ada.vault = Vault([old])
    await ada.give()
    both = Vault([new, old])
    bo = Owner(ada.hall, await ada.hall.person("Bo"), both)
    await bo.give()
    assert len(await ada.hall.acts("payout-account-shared")) == 1
    assert await payout_methods.sealing(ada.db, both) == payout_methods.Sealing(2, 0, 1)
    assert await payout_methods.reseal(ada.db, both) == 1
    assert await payout_methods.reseal(ada.db, both) == 0
    assert await payout_methods.sealing(ada.db, Vault([new])) == payout_methods.Sealing(2, 0, 0)
    ada.vault = Vault([new])
    assert await ada.clear() == [Details(MethodKind.iban, IBAN, "", "Ada Lovelace")]
    (mine,), (his,) = await ada.rows(), await bo.rows()
    assert mine.fingerprint == his.fingerprint


async def test_details_that_no_key_opens_are_found_and_break_nothing(ada: Owner) -> None:
    await ada.give()
    bo = Owner(ada.hall, await ada.hall.person("Bo"))
    await bo.give(OTHER)
    (mine,), (his,) = await ada.rows(), await bo.rows()
    # Somebody who can write to the database has the money of another sent to himself.
    await ada.hall.change(schema.payout_methods, mine.id, secret=his.secret)
    assert await ada.clear() == [None]
    assert await bo.clear() == [Details(MethodKind.iban, OTHER, "", "Ada Lovelace")]
    assert await payout_methods.sealing(ada.db, VAULT) == payout_methods.Sealing(2, 1, 0)
    assert await payout_methods.sealing(ada.db, None) == payout_methods.Sealing(2, 2, 0)
    strange = Vault([new_key()])
    assert await payout_methods.reseal(ada.db, strange) == 0
    ada.vault = strange
    assert await ada.clear() == [None]


async def test_keys_that_change_between_two_questions_begin_them_anew(ada: Owner) -> None:
    await ada.ask()
    await ada.write(IBAN)
    ada.vault = Vault([new_key()])
    await ada.write("Ada Lovelace")
    assert await ada.rows() == []
    awaited = await payout_methods.asked(ada.db, ada.id)
    assert awaited is not None
    assert (awaited.part, awaited.secret) == ("iban", None)


async def test_what_was_asked_long_ago_is_forgotten(ada: Owner) -> None:
    await ada.ask()
    await ada.write(IBAN)
    later = NOW + DAY
    assert await payout_methods.forget_unanswered(ada.db, now=later) == 0
    assert await payout_methods.forget_unanswered(ada.db, now=later + 20 * MINUTE) == 1
    assert await ada.hall.rows(schema.awaited_details) == []
