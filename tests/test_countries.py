"""The country of a time zone."""

import pytest

from bot.countries import country_name, country_of, zones_of


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Africa/Cairo", "EG"), ("Asia/Calcutta", "IN"), ("Asia/Kolkata", "IN"),
        ("Europe/Belfast", "GB"), ("US/Eastern", "US"), ("America/Sao_Paulo", "BR"),
        ("UTC", None), ("Etc/GMT+5", None), ("EST", None), ("Nowhere/At_All", None),
    ],
)  # fmt: skip
def test_a_zone_lies_in_one_country(zone: str, country: str | None) -> None:
    assert country_of(zone) == country


def test_the_zones_of_a_country_are_those_that_lie_in_it() -> None:
    for country in ("EG", "IN", "US", "BR"):
        zones = zones_of(country)
        assert zones
        assert {country_of(zone) for zone in zones} == {country}
    assert zones_of("XX") == ()


def test_countries_have_names_in_both_languages() -> None:
    assert (country_name("en", "EG"), country_name("ar", "EG")) == ("Egypt", "مصر")
