"""What filters keep of a task, and the small number that stands for a choice of them."""

from dataclasses import replace
from datetime import timedelta

from bot.formats.outgoing.filters import Filters, agreed
from handlers.messages.export_filters import AGREEMENT, CONFIDENCE, DAYS, VERDICTS, Choice
from tests.formats.voted import AT, WHEN, said, scheme, task


def test_agreement_is_the_part_of_the_votes_with_the_leading_answer() -> None:
    assert agreed(task(-1, -3, 2, 0), scheme()) == 0.5
    assert agreed(task(), scheme()) == 0.0
    ranked = said({"order": ["a", "b"]}, {"order": ["a", "b"]}, {"order": ["b", "a"]})
    assert round(agreed(ranked, scheme("ranking")), 3) == 0.667


def test_a_window_begins_with_its_first_moment_and_ends_before_its_last() -> None:
    (vote,) = task(1).votes
    assert Filters(since=WHEN, until=WHEN + timedelta(seconds=1)).takes(vote)
    assert not Filters(until=WHEN).takes(vote)
    assert not Filters(since=WHEN + timedelta(seconds=1)).takes(vote)


def test_a_task_that_is_not_sure_enough_stays_behind_whole() -> None:
    assert Filters(confidence=60).kept(task(1), scheme()) is None
    assert Filters(agreement=60).kept(task(1, -1), scheme()) is None
    assert Filters(agreement=50).kept(task(1, -1), scheme()) == task(1, -1)


def test_what_was_adjudicated_is_sure() -> None:
    split = replace(task(1, -1), confidence=0.4)
    settled = replace(split, adjudicated=("preference", 1))
    assert Filters(confidence=60).kept(split, scheme()) is None
    assert Filters(confidence=60).kept(settled, scheme()) == settled
    assert "or adjudicated" in Filters(confidence=60).told()[0]


def test_filters_travel_as_they_are() -> None:
    filters = Filters(frozenset({"accepted"}), AT, WHEN, 80, 75)
    assert Filters.from_json(filters.to_json()) == filters
    assert Filters.from_json(Filters().to_json()) == Filters()


def test_every_choice_has_a_number_of_its_own_and_any_number_is_a_choice() -> None:
    many = len(VERDICTS) * len(DAYS) * len(CONFIDENCE) * len(AGREEMENT)
    assert len({Choice.read(number) for number in range(many)}) == many
    assert all(Choice.read(number).number == number for number in range(many))
    assert Choice.read(many) == Choice.read(0) == Choice.read(-5)


def test_a_tap_on_a_filter_goes_round() -> None:
    choice = Choice()
    for _ in DAYS:
        choice = choice.after("days")
    assert choice == Choice()
    chosen = Choice().after("verdict").after("confidence").filters(AT)
    assert chosen == Filters(frozenset({"accepted"}), confidence=CONFIDENCE[1])
