from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import guess_zone
from bot.say import find_zones, zone_choices


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("cairo", "Africa/Cairo"),
        ("  New   york ", "America/New_York"),
        ("Africa/Lagos", "Africa/Lagos"),
        ("São Paulo", "America/Sao_Paulo"),
        ("sao p", "America/Sao_Paulo"),
        ("Mumbai", "Asia/Kolkata"),
        ("Calcutta", "Asia/Kolkata"),
        ("Kiev", "Europe/Kyiv"),
        ("kenya", "Africa/Nairobi"),
        ("USA", "America/New_York"),
        ("uk", "Europe/London"),
        ("القاهرة", "Africa/Cairo"),
        ("مصر", "Africa/Cairo"),
        ("الرياض", "Asia/Riyadh"),
        ("جده", "Asia/Riyadh"),
        ("Cario", "Africa/Cairo"),
        ("Cote d'Ivoire", "Africa/Abidjan"),
        ("utc", "UTC"),
    ],
)
def test_a_zone_is_found_by_what_people_type(text: str, zone: str) -> None:
    assert find_zones(text)[0] == zone


def test_a_country_with_many_zones_gives_the_largest_and_no_more_than_asked() -> None:
    assert find_zones("united states", limit=4) == [
        "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "  ", "!!", "qqqqqq", "x"])
def test_what_is_no_place_finds_nothing(text: str) -> None:
    assert find_zones(text) == []


@given(st.text(max_size=40))
def test_any_text_finds_only_zones_that_exist(text: str) -> None:
    found = find_zones(text)
    assert len(found) == len(set(found)) <= 8
    for zone in found:
        ZoneInfo(zone)


@pytest.mark.parametrize("language", ["ar", "en", "pt-br", "tr", "xx", "", None])
def test_the_guess_comes_first_among_eight_different_choices(language: str | None) -> None:
    guess = guess_zone(language)
    choices = zone_choices(language, guess)
    assert choices[0] == guess
    assert len(set(choices)) == len(choices) == 8
    for zone in choices:
        ZoneInfo(zone)


def test_choices_are_where_the_language_is_spoken_and_what_is_near() -> None:
    assert "Asia/Riyadh" in zone_choices("ar", "Africa/Cairo")
    assert "Asia/Kolkata" in zone_choices("en", "UTC")
    assert "Asia/Tehran" in zone_choices("tr", "Europe/Istanbul")
    assert "America/New_York" not in zone_choices("tr", "Europe/Istanbul")
