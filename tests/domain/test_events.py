from datetime import UTC, datetime

import pytest

from bot.domain.events import dated_event
from bot.domain.refusal import Refused

NOW = datetime(2030, 1, 15, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "at", "words"),
    [
        ("It happened in the group.", NOW, "It happened in the group."),
        ("2030-01-10 It happened.", datetime(2030, 1, 9, 23, tzinfo=UTC), "It happened."),
        ("2030-01-10: It happened.", datetime(2030, 1, 9, 23, tzinfo=UTC), "It happened."),
        ("2030-01-10 14:30 It happened.", datetime(2030, 1, 10, 13, 30, tzinfo=UTC),
         "It happened."),
        ("2030-01-10 9:30 It\nhappened.", datetime(2030, 1, 10, 8, 30, tzinfo=UTC),
         "It\nhappened."),
        ("2030-13-40 It happened.", NOW, "2030-13-40 It happened."),
        ("2030-01-10 25:00 It happened.", NOW, "2030-01-10 25:00 It happened."),
        ("0001-01-01 It happened.", NOW, "0001-01-01 It happened."),
        ("2030-01-10", NOW, "2030-01-10"),
    ],
)  # fmt: skip
def test_an_event_begins_with_its_day_in_the_zone_of_who_writes(
    typed: str, at: datetime, words: str
) -> None:
    assert dated_event(typed, "Europe/Berlin", NOW) == (at, words)


def test_nothing_is_observed_in_the_future() -> None:
    with pytest.raises(Refused, match="step-future"):
        dated_event("2030-01-16 It will happen.", "UTC", NOW)
