from datetime import time

import pytest

from bot.domain.money import Money
from bot.domain.pay_periods import PayDay
from bot.domain.rules import PayRules
from bot.settings import Settings, SettingsFaults

GIVEN = {"HIRINGHALL_TOKEN": "123456789:" + "A" * 35, "HIRINGHALL_ADMINS": "11"}


def rules(**given: str) -> PayRules:
    named = {f"HIRINGHALL_{name}": value for name, value in given.items()}
    return Settings.read(GIVEN | named).rules.pay


def fault(name: str, text: str) -> str:
    with pytest.raises(SettingsFaults) as caught:
        rules(**{name: text})
    (only,) = caught.value.faults
    assert only.name == f"HIRINGHALL_{name}"
    return str(only)


def test_what_is_written_is_what_the_hall_goes_by() -> None:
    found = rules(
        PAY_ZONES="Asia/Manila, Europe/Berlin,Asia/Manila", PAY_DAY="monday", PAY_TIME="9:30",
        PAY_THRESHOLDS="USD 12.5, JPY 1500, KWD 1.250", CARRY_DAYS="20", TRANSFER_DAYS="0",
        DISPUTE_DAYS="14", DISPUTE_REPLY_DAYS="5", RETURN_HOURS="24", HOURLY_FLOORS="off",
        LARGE_BONUS="EUR 1 000.00", HELD_REFUSALS="5% or 8 lines", CONTACT="pay@example.org",
    )  # fmt: skip
    assert (found.zones, found.day) == (("Asia/Manila", "Europe/Berlin"), PayDay(0, time(9, 30)))
    assert found.thresholds == {"USD": 1250, "JPY": 1500, "KWD": 1250}
    assert (found.carry_days, found.transfer_days, found.dispute_days) == (20, 0, 14)
    assert (found.reply_days, found.return_hours, found.floors) == (5, 24, {})
    assert (found.large, found.held_percent, found.held_lines) == ({"EUR": 100_000}, 5, 8)
    assert found.contact == "pay@example.org"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("PAY_ZONES", "Europe/Bern", "Europe/Bern"),
        ("PAY_ZONES", "UTC, ../etc/passwd", "passwd"),
        ("PAY_ZONES", ",", "no time zone"),
        ("PAY_DAY", "Fri", "Friday"),
        ("PAY_TIME", "24:00", "12:00"),
        ("PAY_TIME", "noon", "12:00"),
        ("PAY_THRESHOLDS", "10.00", "ISO 4217"),
        ("PAY_THRESHOLDS", "usd 10.00", "ISO 4217"),
        ("PAY_THRESHOLDS", "USD 10.005", "2 decimals"),
        ("PAY_THRESHOLDS", "USD 10,50", "ISO 4217"),
        ("PAY_THRESHOLDS", "JPY 10.5", "0 decimals"),
        ("PAY_THRESHOLDS", "USD -1", "exact"),
        ("PAY_THRESHOLDS", "USD 1, USD 2", "twice"),
        ("PAY_THRESHOLDS", "USD 99999999999999", "exact"),
        ("CARRY_DAYS", "365", "from 7 to 90"),
        ("HOURLY_FLOORS", "none", "off"),
        ("HELD_REFUSALS", "10", "10 % or 20 lines"),
        ("HELD_REFUSALS", "101 % or 20 lines", "10 % or 20 lines"),
        ("CONTACT", "x" * 201, "200"),
        ("CONTACT", "a\u202eb", "200"),
    ],
)
def test_what_makes_no_sense_is_refused_with_what_to_write(
    name: str, text: str, told: str
) -> None:
    assert told in fault(name, text)


def test_all_faults_of_pay_are_told_at_once_with_the_others() -> None:
    wrong = {"PAY_ZONES": "?", "PAY_DAY": "?", "HOURLY_FLOORS": "?", "OPEN_JOBS": "0"}
    with pytest.raises(SettingsFaults) as caught:
        rules(**wrong)
    assert {one.name for one in caught.value.faults} == {f"HIRINGHALL_{name}" for name in wrong}


def test_a_large_bonus_is_one_from_the_figure_on_and_any_without_a_figure() -> None:
    found = PayRules()
    assert not found.is_large(Money(9_999, "USD"))
    assert found.is_large(Money(10_000, "USD"))
    assert found.is_large(Money(1, "JPY"))
