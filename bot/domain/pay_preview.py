"""What the next pay run would pay, and what an admin should look at before it does."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.money import Money
from bot.domain.pay_periods import WEEK
from bot.domain.payouts import is_carried_over

# Fewer statements than this say nothing about what is usual for somebody.
LEAST_STATEMENTS = 3
MOST_TIMES = 3
# Among fewer people the highest percentile is just whoever comes first.
LEAST_PEOPLE = 100
PERCENT = 99


class Oddity(StrEnum):
    """Why a person's part of a run deserves a look."""

    no_method = "no-method"
    changed = "method-changed"
    failed = "failed-before"
    unusual = "unusual"


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is payable to a person in one currency; `oldest` is when the first was confirmed."""

    person_id: int
    money: Money
    oldest: datetime
    is_leaving: bool


@dataclass(frozen=True, slots=True)
class Totals:
    """What a run pays in one currency, and what it carries over: people and minor units."""

    currency: str
    people: int
    minor: int
    carried_people: int
    carried_minor: int


@dataclass(frozen=True, slots=True)
class Odd:
    """One person's part of the run, and what is odd about it."""

    person_id: int
    money: Money
    oddities: tuple[Oddity, ...]


def will_be_paid(
    waiting: Iterable[Waiting], *, end: datetime, threshold: Callable[[str], int],
    carry: timedelta,
) -> tuple[list[Waiting], list[Waiting]]:  # fmt: skip
    """Whose money the run of the period that ends then pays, and whose it carries over."""
    paid: list[Waiting] = []
    carried: list[Waiting] = []
    for one in waiting:
        least = 0 if one.is_leaving else threshold(one.money.currency)
        kept = is_carried_over(one.money.minor, least, one.oldest, end + WEEK, carry)
        (carried if kept else paid).append(one)
    return paid, carried


def totals(paid: Sequence[Waiting], carried: Sequence[Waiting]) -> list[Totals]:
    """The sums of both by currency."""
    currencies = sorted({one.money.currency for one in (*paid, *carried)})
    return [
        Totals(
            currency,
            *_count(paid, currency),
            *_count(carried, currency),
        )
        for currency in currencies
    ]


def _count(waiting: Sequence[Waiting], currency: str) -> tuple[int, int]:
    mine = [one.money.minor for one in waiting if one.money.currency == currency]
    return len(mine), sum(mine)


def highest_usual(minors: Sequence[int]) -> int | None:
    """The 99th percentile (nearest rank) of what people get; none among fewer than 100."""
    if len(minors) < LEAST_PEOPLE:
        return None
    return sorted(minors)[-(-len(minors) * PERCENT // 100) - 1]


def is_unusual(minor: int, earlier: Sequence[int], highest: int | None) -> bool:
    """Whether it is over three times the person's median statement, or above nearly all others."""
    if highest is not None and minor > highest:
        return True
    if len(earlier) < LEAST_STATEMENTS:
        return False
    ordered = sorted(earlier)
    middle = len(ordered) // 2
    twice = ordered[middle] + ordered[middle if len(ordered) % 2 else middle - 1]
    return 2 * minor > MOST_TIMES * twice


def could_be_unusual(paid: Sequence[Waiting], least: Mapping[tuple[int, str], int]) -> set[int]:
    """Whose earlier statements have to be looked at; `least` is the smallest of each."""
    return {
        one.person_id
        for one in paid
        if one.money.minor > MOST_TIMES * least.get((one.person_id, one.money.currency), MOST)
    }


MOST = 1 << 62  # above any amount: whoever has no statement has nothing to compare with


def odd_ones(
    paid: Sequence[Waiting], flagged: Mapping[Oddity, set[int]],
    earlier: Mapping[tuple[int, str], Sequence[int]],
) -> list[Odd]:  # fmt: skip
    """Everybody whose part deserves a look, the highest amounts first."""
    by: dict[str, list[int]] = {}
    for one in paid:
        by.setdefault(one.money.currency, []).append(one.money.minor)
    highest = {currency: highest_usual(minors) for currency, minors in by.items()}
    found = []
    for one in paid:
        currency = one.money.currency
        before = earlier.get((one.person_id, currency), ())
        oddities = [kind for kind in Oddity if one.person_id in flagged.get(kind, ())]
        if is_unusual(one.money.minor, before, highest[currency]):
            oddities.append(Oddity.unusual)
        if oddities:
            found.append(Odd(one.person_id, one.money, tuple(oddities)))
    return sorted(found, key=lambda odd: -odd.money.minor)
