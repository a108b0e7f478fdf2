from datetime import UTC, datetime

import pytest

from bot.domain.events import Event, dated_event
from bot.domain.refusal import Refused

NOW = datetime(2030, 1, 15, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "at", "words", "timed"),
    [
        ("It happened in the group.", NOW, "It happened in the group.", False),
        ("2030-01-10 It happened.", datetime(2030, 1, 10, 5, tzinfo=UTC), "It happened.", False),
        ("2030-01-10: It happened.", datetime(2030, 1, 10, 5, tzinfo=UTC), "It happened.", False),
        ("2030-01-10 14:30 It happened.", datetime(2030, 1, 10, 13, 30, tzinfo=UTC),
         "It happened.", True),
        ("2030-01-10 9:30 It\nhappened.", datetime(2030, 1, 10, 8, 30, tzinfo=UTC),
         "It\nhappened.", True),
        ("2030-13-40 It happened.", NOW, "2030-13-40 It happened.", False),
        ("2030-01-10 25:00 It happened.", NOW, "2030-01-10 25:00 It happened.", False),
        ("0001-01-01 It happened.", NOW, "0001-01-01 It happened.", False),
        ("2030-01-10", NOW, "2030-01-10", False),
    ],
)  # fmt: skip
def test_an_event_begins_with_its_hour_by_who_writes_or_its_day_by_whom_it_is_about(
    typed: str, at: datetime, words: str, timed: bool
) -> None:
    found = dated_event(typed, zone="Europe/Berlin", theirs="America/New_York", now=NOW)
    assert found == Event(at, words, timed)


def test_today_of_who_writes_is_not_later_than_now_where_the_day_has_not_begun() -> None:
    night = datetime(2030, 1, 15, 1, tzinfo=UTC)
    found = dated_event(
        "2030-01-15 It happened.", zone="Europe/Berlin", theirs="America/New_York", now=night
    )
    assert found == Event(night, "It happened.")


def test_nothing_is_observed_in_the_future() -> None:
    for typed in ("2030-01-16 It will happen.", "2030-01-15 13:30 It will happen."):
        with pytest.raises(Refused, match="step-future"):
            dated_event(typed, zone="UTC", theirs="Asia/Tokyo", now=NOW)
