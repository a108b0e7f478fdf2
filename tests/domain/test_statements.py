from dataclasses import replace
from datetime import timedelta

from bot.domain.money import Money
from tests.printing.made import START, line, many, statement


def test_neighbours_that_say_the_same_are_one_item_with_their_count() -> None:
    alike = [line(nth, job="J1") for nth in (1, 2, 3)]
    other = line(4, job="J1", pay=Money(125, "USD"), reason="facts")
    whole = statement(*alike, other, replace(alike[0], number="L0005"))
    assert [(one.number, count) for one, count in whole.items()] == [
        ("L0001", 3), ("L0004", 1), ("L0005", 1),
    ]  # fmt: skip


def test_what_differs_in_anything_that_is_told_stays_apart() -> None:
    first = line(1)
    for changed in (
        {"job": "J2"}, {"project": "P2"}, {"rate": Money(1, "USD")}, {"because": "x"},
        {"cites": "S1"}, {"kind": "flag"},
    ):  # fmt: skip
        whole = statement(first, replace(first, **changed))
        assert [count for _, count in whole.items()] == [1, 1], changed
    later = replace(first, number="L9", at=START + timedelta(hours=5), client_at=None)
    assert [count for _, count in statement(first, later).items()] == [2]


def test_no_line_is_lost_in_items_or_sums() -> None:
    whole = statement(*many(63))
    assert sum(count for _, count in whole.items()) == 63
    sums = whole.by_project()
    assert sum(count for _, count, _ in sums) == 63
    assert sum(money.minor for _, _, money in sums) == whole.net.minor
