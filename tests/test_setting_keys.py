import logging

import pytest

from bot.domain.payout_methods import MethodKind
from bot.logs import Redaction
from bot.settings import Settings, SettingsFaults
from bot.vault import Vault, new_key

KEY = new_key()
GIVEN = {"HIRINGHALL_TOKEN": "123456789:" + "A" * 35, "HIRINGHALL_ADMINS": "11"}


def settings(**given: str) -> Settings:
    return Settings.read(GIVEN | {f"HIRINGHALL_{name}": value for name, value in given.items()})


def fault(**given: str) -> str:
    with pytest.raises(SettingsFaults) as caught:
        settings(**given)
    (only,) = caught.value.faults
    return str(only)


def test_without_a_key_there_is_none() -> None:
    assert settings().key == ()
    assert settings(KEY="").key == ()


def test_a_made_key_is_a_key_and_several_stand_in_their_order() -> None:
    new, old = new_key(), new_key()
    assert settings(KEY=new).key == (new,)
    assert settings(KEY=f"{new}, {old}").key == (new, old)
    Vault(settings(KEY=f"{new},{old}").key)


@pytest.mark.parametrize(
    "text",
    ["canary", "A" * 44, KEY[:-2], KEY + "A", "ключ", ",", f"{KEY} canary"],
    # Every process that collects the tests must name them alike.
    ids=["no key", "no end", "cut", "too long", "other letters", "nothing", "more than a key"],
)
def test_what_is_no_key_is_refused_and_not_shown(text: str) -> None:
    told = fault(KEY=text)
    assert told.startswith("HIRINGHALL_KEY")
    assert "hiringhall key" in told
    assert text == "," or text not in told
    assert "canary" not in told


def test_keys_are_shown_nowhere() -> None:
    new, old = new_key(), new_key()
    read = settings(KEY=f"{new},{old}")
    assert new not in repr(read)
    assert new not in str(read.shown)
    record = logging.LogRecord("x", logging.ERROR, "", 1, "keys %s and %s", (new, old), None)
    Redaction(secrets=read.secrets).filter(record)
    assert record.getMessage() == "keys <secret> and <secret>"


def test_a_hall_chooses_the_ways_to_be_paid() -> None:
    assert settings().rules.pay.methods == tuple(MethodKind)
    chosen = settings(PAYOUT_METHODS="wise, IBAN,wise").rules.pay
    assert chosen.methods == (MethodKind.wise, MethodKind.iban)
    assert "wise" in fault(PAYOUT_METHODS="bitcoin")
    assert "HIRINGHALL_PAYOUT_METHODS" in fault(PAYOUT_METHODS=",")


def test_the_hours_of_a_change_have_bounds() -> None:
    assert settings().rules.pay.method_hours == 72
    assert settings(METHOD_HOURS="24").rules.pay.method_hours == 24
    assert "24 to 720" in fault(METHOD_HOURS="0")
