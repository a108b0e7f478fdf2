"""The ledger: what an entry is, and that each movement takes from one and gives to another."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import ledger
from bot.domain.ledger import Account, Entry, Movement, Posting
from bot.domain.lines import MOST_MINOR
from bot.domain.money import Money

NOW = datetime(2026, 11, 23, tzinfo=UTC)
AMOUNTS = st.integers(1, MOST_MINOR)


def entry(*minors: int) -> Entry:
    postings = tuple(Posting(Account.earned, n, minor) for n, minor in enumerate(minors))
    return Entry("k", Movement.accepted, "USD", NOW, postings)


@pytest.mark.parametrize("minors", [(), (5,), (5, -4), (5, 0, -5)])
def test_an_entry_that_does_not_balance_cannot_be_made(minors: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"balance|nothing"):
        entry(*minors)


@given(minor=AMOUNTS)
def test_a_line_that_is_accepted_confirmed_and_paid_leaves_nothing_between(minor: int) -> None:
    money = Money(minor, "JPY")
    whole = [
        ledger.accepted(1, 7, 3, money, NOW),
        ledger.confirmed(1, 3, money, NOW),
        ledger.issued(4, 3, money, NOW),
        ledger.failed(4, 3, money, NOW),
        ledger.issued(5, 3, money, NOW),
        ledger.paid(5, 3, money, NOW),
    ]
    sums: dict[tuple[Account, int], int] = {}
    for one in whole:
        for leg in one.postings:
            key = (leg.account, leg.owner_id)
            sums[key] = sums.get(key, 0) + leg.minor
    moved = {key: value for key, value in sums.items() if value}
    assert moved == {(Account.project, 7): -minor, (Account.bank, ledger.THE_BANK): minor}
    assert len({one.key for one in whole}) == len(whole)


def test_what_belongs_to_no_project_is_paid_by_the_hall() -> None:
    made = ledger.accepted(1, None, 3, Money(5, "USD"), NOW)
    assert made.postings[0] == Posting(Account.project, ledger.THE_HALL, -5)
