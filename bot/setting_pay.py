"""The settings of pay: when, how and from what amount on the hall pays, and what it watches."""

import re
from dataclasses import dataclass
from datetime import time
from zoneinfo import available_timezones

from bot import setting_rules as may_be
from bot.amounts import decimals, is_currency, read_amount
from bot.domain.money import Money
from bot.domain.pay_periods import PayDay
from bot.domain.payout_files import DEFAULT_COLUMNS, DELIMITERS, MARKS, PayoutColumn, PayoutLayout
from bot.domain.payout_methods import MethodKind
from bot.domain.rules import PayRules
from bot.setting_kinds import Setting
from bot.setting_rules import Wrong

WEEKDAYS = {
    day: number
    for number, day in enumerate(
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    )
}
OFF = "off"
_MOST_CONTACT = 200
_HELD = re.compile(r"([0-9]{1,3}) ?% or ([0-9]{1,5}) lines")


def zones(text: str) -> tuple[str, ...]:
    """Time zones, by commas; the first is for those who are in none of the others."""
    given = tuple(dict.fromkeys(item.strip() for item in text.split(",") if item.strip()))
    odd = [item for item in given if item not in available_timezones()]
    if odd or not given:
        do = "Give names as in Europe/Berlin, parted by commas, the default first"
        raise Wrong(f"{', '.join(odd) or text!r} is no time zone", do)
    return given


def clock(text: str) -> time:
    """A time of day."""
    try:
        if re.fullmatch(r"[0-9]{1,2}:[0-9]{2}", text):
            hour, minute = map(int, text.split(":"))
            return time(hour, minute)
    except ValueError:
        pass
    raise Wrong(f"{text!r} is no time of day", "Write it as in 12:00")


def amounts(text: str) -> dict[str, int]:
    """Amounts by currency, in minor units; none of them when it is off."""
    if text.casefold() == OFF:
        return {}
    found: dict[str, int] = {}
    for item in text.split(","):
        money = _amount(item.strip())
        if money.currency in found:
            raise Wrong(f"{money.currency} stands there twice", "Give one amount a currency")
        found[money.currency] = money.minor
    return found


def _amount(item: str) -> Money:
    code, _, written = item.partition(" ")
    do = f"Write currency and amount as in `USD 10.00, JPY 1500`, or `{OFF}`"
    if not is_currency(code):
        raise Wrong(f"{item!r} begins with no currency of ISO 4217", do)
    money = read_amount(written, code, mark=".")
    if not isinstance(money, Money):
        digits = decimals(code)
        raise Wrong(f"{item!r} has no amount that is exact in {code} ({digits} decimals)", do)
    return money


def held(text: str) -> tuple[int, int]:
    """From which part, in percent, and from how many lines on refusals wait for an admin."""
    match = _HELD.fullmatch(text)
    percent, lines = map(int, match.groups()) if match else (101, 0)
    if percent > 100:
        raise Wrong(f"{text!r} is no part and number", "Write it as in 10 % or 20 lines")
    return percent, lines


def contact(text: str) -> str:
    """How people reach who pays them, in one line."""
    if len(text) > _MOST_CONTACT or not text.isprintable():
        raise Wrong("is too long, or more than a line", f"Give up to {_MOST_CONTACT} characters")
    return text


PAY: tuple[Setting, ...] = (
    Setting("PAY_ZONES", "UTC", zones, "time zones in which pay weeks end, the default first"),
    Setting("PAY_DAY", "Friday", may_be.one_of(WEEKDAYS), "the day on which a pay week ends"),
    Setting("PAY_TIME", "12:00", clock, "the time at which it ends, in the pay zone"),
    Setting("PAY_THRESHOLDS", "USD 10.00, EUR 10.00", amounts,
            "the least that is paid out, by currency"),
    Setting("CARRY_DAYS", "30", may_be.whole(7, 90), "days that less may wait at most"),
    Setting("TRANSFER_DAYS", "3", may_be.whole(0, 30), "days until money is expected to arrive"),
    Setting("DISPUTE_DAYS", "30", may_be.whole(7, 365), "days in which a verdict can be disputed"),
    Setting("DISPUTE_REPLY_DAYS", "7", may_be.whole(1, 30), "days in which a dispute is decided"),
    Setting("RETURN_HOURS", "48", may_be.whole(1, 336), "hours for correcting a returned rating"),
    Setting("HOURLY_FLOORS", "USD 8.00", amounts, "the hourly rate below which an alert is given"),
    Setting("LARGE_BONUS", "USD 100.00, EUR 100.00", amounts, "from where a bonus is asked twice"),
    Setting("HELD_REFUSALS", "10 % or 20 lines", held, "refusals of a client that an admin sees"),
    Setting("CONTACT", "", contact, "how people reach who pays them"),
    Setting("PAYOUT_METHODS", ",".join(MethodKind), may_be.payout_methods,
            "the ways to be paid that are offered"),
    Setting("METHOD_HOURS", "72", may_be.whole(24, 720), "hours until a new payout method counts"),
    Setting("PAYOUT_COLUMNS", ",".join(DEFAULT_COLUMNS), may_be.payout_columns,
            "the columns of the file for the payer"),
    Setting("PAYOUT_DELIMITER", "comma", may_be.one_of(DELIMITERS), "what parts its cells"),
    Setting("PAYOUT_DECIMAL", "point", may_be.one_of(MARKS), "what stands before its decimals"),
)  # fmt: skip


@dataclass(frozen=True)
class PaySettings:
    """What can be set about pay, checked; `PAY` says what each value is."""

    pay_zones: tuple[str, ...]
    pay_day: int
    pay_time: time
    pay_thresholds: dict[str, int]
    carry_days: int
    transfer_days: int
    dispute_days: int
    dispute_reply_days: int
    return_hours: int
    hourly_floors: dict[str, int]
    large_bonus: dict[str, int]
    held_refusals: tuple[int, int]
    contact: str
    payout_methods: tuple[MethodKind, ...]
    method_hours: int
    payout_columns: tuple[tuple[str, PayoutColumn], ...]
    payout_delimiter: str
    payout_decimal: str

    @property
    def pay_rules(self) -> PayRules:
        """The part that is handed to the rules of pay."""
        percent, lines = self.held_refusals
        return PayRules(
            zones=self.pay_zones,
            day=PayDay(self.pay_day, self.pay_time),
            thresholds=self.pay_thresholds,
            carry_days=self.carry_days,
            transfer_days=self.transfer_days,
            dispute_days=self.dispute_days,
            reply_days=self.dispute_reply_days,
            return_hours=self.return_hours,
            floors=self.hourly_floors,
            large=self.large_bonus,
            held_percent=percent,
            held_lines=lines,
            contact=self.contact,
            methods=self.payout_methods,
            method_hours=self.method_hours,
            layout=PayoutLayout(self.payout_columns, self.payout_delimiter, self.payout_decimal),
        )
