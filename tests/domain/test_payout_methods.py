"""Where money goes now, from when a change counts, and how little is shown."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.payout_methods import (
    PARTS,
    Details,
    DetailsFault,
    Method,
    MethodKind,
    MethodState,
    Part,
    WrongDetailsError,
    effective_from,
    effective_method,
    is_change,
    last_four,
    part_after,
    replaced_by_next,
    waiting_method,
)
from tests.domain.made import NOW

DAY = timedelta(days=1)


def method(id_: int = 1, state: str = "confirmed", days: int | None = -9) -> Method:
    """A method that counts from so many days from now on."""
    starts = None if days is None else NOW + days * DAY
    return Method(
        id=id_, number=f"M{id_}", person_id=1, kind=MethodKind.iban, last_four="3000",
        fingerprint="", state=MethodState(state), created_at=NOW - 9 * DAY,
        confirmed_at=starts and NOW - 9 * DAY, effective_at=starts,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("methods", "now", "waiting"),
    [
        ([], None, None),
        ([method(1, "pending", None)], None, None),
        ([method(1)], 1, None),
        ([method(1), method(2, days=3)], 1, 2),
        ([method(1), method(2, days=0)], 2, None),
        ([method(1), method(2, "dropped", 3)], 1, None),
        ([method(1), method(2, "replaced", -1), method(3, days=2)], 1, 3),
        ([method(1, "dropped"), method(2, days=2)], None, 2),
        ([method(2, days=-1), method(1, days=-1)], 2, None),
    ],
)
def test_money_goes_to_the_newest_method_that_counts(
    methods: list[Method], now: int | None, waiting: int | None
) -> None:
    found, later = effective_method(methods, NOW), waiting_method(methods, NOW)
    assert (found and found.id, later and later.id) == (now, waiting)


def test_a_first_method_counts_at_once_and_every_other_one_after_the_hours() -> None:
    later = NOW + timedelta(hours=72)
    assert effective_from([], NOW, 72) == NOW
    assert effective_from([method(1, "pending", None)], NOW, 72) == NOW
    for known in (method(1), method(1, "dropped"), method(1, "replaced"), method(1, days=3)):
        assert is_change([known])
        assert effective_from([known], NOW, 72) == later


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(MethodState)), st.integers(-5, 5)), max_size=6
    ),
    st.integers(0, 200),
)  # fmt: skip
def test_a_change_never_moves_money_before_its_time(
    known: list[tuple[str, int]], hours: int
) -> None:
    methods = [method(n, state, days) for n, (state, days) in enumerate(known, 1)]
    before = effective_method(methods, NOW)
    starts = effective_from(methods, NOW, 72)
    ended = {one.id for one in replaced_by_next(methods, NOW)}
    after = [
        replace(one, state=MethodState.replaced) if one.id in ended else one for one in methods
    ]
    new = replace(method(99), confirmed_at=NOW, effective_at=starts)
    later = NOW + timedelta(hours=hours)
    if later < starts:
        assert effective_method([*after, new], later) == before
        assert waiting_method([*after, new], later) == new
    else:
        assert effective_method([*after, new], later) == new


@pytest.mark.parametrize(
    ("account", "shown"),
    [
        ("DE89370400440532013000", "3000"), ("123456", "456"), ("1234", "34"), ("1", "1"),
        ("lovelace@example.com", "lace"), ("ada@example.com", "da"), ("a@b.co", "a"),
        ("+254700123456", "3456"),
    ],
)  # fmt: skip
def test_at_most_the_last_four_are_shown(account: str, shown: str) -> None:
    assert last_four(account) == shown


def test_the_parts_of_a_kind_are_asked_for_one_after_the_other() -> None:
    assert part_after(MethodKind.iban, Part.iban) is Part.holder
    assert part_after(MethodKind.iban, Part.holder) is None
    assert part_after(MethodKind.paypal, Part.email) is None
    assert all(len(PARTS[kind]) <= 2 for kind in MethodKind)


def test_details_are_one_line_for_the_payer_and_equal_for_one_account() -> None:
    bank = Details(MethodKind.account, "123456", "ABCDEF", "Ada Lovelace")
    assert bank.text == "123456, ABCDEF, Ada Lovelace"
    assert Details(MethodKind.mobile, "+254700123456").text == "+254700123456"
    assert bank.same_as == replace(bank, holder="Someone").same_as
    assert bank.same_as != replace(bank, bank="ABCDEG").same_as
    assert bank.same_as != replace(bank, kind=MethodKind.iban).same_as


def test_a_fault_does_not_hold_what_was_written() -> None:
    assert str(WrongDetailsError(DetailsFault.no_iban)) == "no-iban"
