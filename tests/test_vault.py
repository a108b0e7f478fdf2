import base64

import pytest

from bot.vault import UnopenedError, Vault, new_key

IBAN = "DE89370400440532013000"


def test_what_is_sealed_opens_for_its_owner_and_shows_nothing() -> None:
    vault = Vault([new_key()])
    sealed = vault.seal({"iban": IBAN, "holder": "آدا"}, owner="7:iban")
    assert vault.open(sealed, owner="7:iban") == {"iban": IBAN, "holder": "آدا"}
    assert IBAN not in sealed
    assert IBAN.encode() not in base64.urlsafe_b64decode(sealed)
    assert vault.seal(IBAN, owner="7") != vault.seal(IBAN, owner="7")


def test_it_opens_neither_for_another_nor_with_another_key_nor_changed() -> None:
    vault = Vault([new_key()])
    sealed = vault.seal(IBAN, owner="7:iban")
    changed = sealed[:-5] + ("A" if sealed[-5] != "A" else "B") + sealed[-4:]
    for other, text, owner in (
        (vault, sealed, "8:iban"), (Vault([new_key()]), sealed, "7:iban"),
        (vault, changed, "7:iban"), (vault, "", "7:iban"), (vault, "سر", "7:iban"),
    ):  # fmt: skip
        with pytest.raises(UnopenedError) as raised:
            other.open(text, owner=owner)
        assert IBAN not in repr(raised.value)
        assert raised.value.__cause__ is None


def test_a_new_key_in_front_seals_from_now_on_and_the_old_one_still_opens() -> None:
    old, new = new_key(), new_key()
    sealed = Vault([old]).seal(IBAN, owner="7")
    both = Vault([new, old])
    assert both.open(sealed, owner="7") == IBAN
    assert not both.is_newest(sealed)
    again = both.seal(IBAN, owner="7")
    assert both.is_newest(again)
    assert Vault([new]).open(again, owner="7") == IBAN
    with pytest.raises(UnopenedError):
        Vault([new]).open(sealed, owner="7")


def test_equal_texts_have_equal_fingerprints_under_a_key_only() -> None:
    old, new = new_key(), new_key()
    (print_,) = Vault([old]).fingerprints(IBAN)
    assert Vault([old]).fingerprints(IBAN) == (print_,)
    assert Vault([old]).fingerprints(IBAN[:-1]) != (print_,)
    assert Vault([new, old]).fingerprints(IBAN)[1:] == (print_,)
    assert Vault([new]).fingerprints(IBAN) != (print_,)
    assert len(print_) == 64
