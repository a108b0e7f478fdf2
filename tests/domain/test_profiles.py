"""What a project asks of people: what is unknown is asked, what is not enough is a reason."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.profiles import (
    NO,
    Ask,
    Level,
    Profile,
    Question,
    Wanted,
    answered,
    questions,
    require_fit,
    tries,
    with_language,
    with_level,
)
from bot.domain.refusal import Refused

GOOD = Wanted(level=Level.good)
CODES = st.sampled_from(["en", "de", "fr"])
LEVELS = st.dictionaries(CODES, st.sampled_from([*map(str, Level), NO]))


def _asked(profile: Profile, languages: tuple[str, ...], wanted: Wanted) -> list[str]:
    return [one.code for one in questions(profile, languages, wanted)]


@pytest.mark.parametrize(
    ("said", "languages", "wanted", "asked"),
    [
        (Profile(("en",)), (), Wanted(), []),
        (Profile(("en",)), ("en",), Wanted(), []),
        (Profile(("en",)), ("en", "de"), GOOD, ["level:en"]),
        (Profile(("en",), {"en": "good"}), ("en",), GOOD, []),
        (Profile(("en",), {"en": "basic"}), ("en", "de"), GOOD, ["level:de"]),
        (Profile(("en",)), ("de",), Wanted(), ["level:de"]),
        (Profile(("en",)), ("de", "fr"), Wanted(), ["languages:"]),
        (Profile(("en",), {"de": NO}), ("de", "fr"), Wanted(), ["level:fr"]),
        (Profile(("en",)), (), Wanted(countries=("DE",)), ["country:"]),
        (Profile(("en",)), (), Wanted(not_countries=("DE",)), ["country:"]),
        (Profile(("en",), country="FR"), (), Wanted(not_countries=("DE",)), []),
        (
            Profile(("en",), skills={"law": True}), ("de",), Wanted(skills=("law", "history")),
            ["level:de", "skill:history"],
        ),
        (Profile(("en", "de"), {"en": "basic"}), ("en", "de"),
         Wanted(Level.good, {"de": Level.basic}), ["level:de"]),
    ],
)  # fmt: skip
def test_only_what_is_unknown_is_asked(
    said: Profile, languages: tuple[str, ...], wanted: Wanted, asked: list[str]
) -> None:
    assert _asked(said, languages, wanted) == asked
    require_fit(said, languages, wanted)


@pytest.mark.parametrize(
    ("said", "languages", "wanted", "reason", "facts"),
    [
        (Profile(("en",), {"de": NO}), ("de",), Wanted(), "language", {"languages": "de"}),
        (
            Profile(("de",), {"de": "basic"}), ("de",), GOOD,
            "level", {"language": "de", "level": "good", "have": "basic"},
        ),
        (
            Profile(("de", "fr"), {"de": "basic", "fr": "good", "en": NO}), ("en", "de", "fr"),
            Wanted(Level.native),
            "level", {"language": "fr", "level": "native", "have": "good"},
        ),
        (Profile((), country="FR"), (), Wanted(countries=("DE",)), "country", {"country": "FR"}),
        (Profile((), country="FR"), (), Wanted(not_countries=("FR",)), "country",
         {"country": "FR"}),
        (Profile((), skills={"law": False}), (), Wanted(skills=("law",)), "skill",
         {"skill": "law"}),
    ],
)  # fmt: skip
def test_what_is_known_and_not_enough_is_a_reason(
    said: Profile, languages: tuple[str, ...], wanted: Wanted, reason: str, facts: dict[str, Any]
) -> None:
    with pytest.raises(Refused) as no:
        require_fit(said, languages, wanted)
    assert (no.value.reason, no.value.facts) == (reason, facts)


@given(
    st.lists(CODES, unique=True).map(tuple), LEVELS, st.lists(CODES, unique=True).map(tuple),
    st.none() | st.sampled_from(Level), st.data(),
)  # fmt: skip
def test_every_way_through_the_questions_ends_in_a_fit_or_a_reason(
    spoken: tuple[str, ...], levels: dict[str, str], languages: tuple[str, ...],
    least: Level | None, data: st.DataObject,
) -> None:  # fmt: skip
    # As it is kept: a language of work is never one that was said not to be.
    levels = {one: level for one, level in levels.items() if (level == NO) == (one not in spoken)}
    said, wanted = Profile(("tr", *spoken), levels), Wanted(level=least, skills=("law",))
    for _ in range(9):
        try:
            require_fit(said, languages, wanted)
        except Refused:
            assert not _fits_as_told(said, languages, least)
            return
        left = questions(said, languages, wanted)
        if not left:
            assert said.skills["law"]
            assert _fits_as_told(said, languages, least)
            return
        said = answered(said, left[0], data.draw(_answers(left[0], languages)), languages)
    raise AssertionError(f"{said} is asked for ever")


def _fits_as_told(said: Profile, languages: tuple[str, ...], least: Level | None) -> bool:
    """The same rule, told once more in the plainest words."""
    if said.skills.get("law") is False:
        return False
    order = ["basic", "good", "fluent", "native"]
    return not languages or any(
        one in said.languages
        and (least is None or order.index(said.levels.get(one, "basic")) >= order.index(least))
        for one in languages
    )


def _answers(asked: Question, languages: tuple[str, ...]) -> st.SearchStrategy[str]:
    if asked.ask is Ask.skill:
        return st.sampled_from(["yes", "no"])
    if asked.ask is Ask.level:
        return st.sampled_from([*map(str, Level), NO])
    return st.sampled_from([*map(str, range(len(languages))), NO])


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (Question(Ask.level, "de"), "best"), (Question(Ask.languages), "7"),
        (Question(Ask.languages), "-1"), (Question(Ask.skill, "law"), "maybe"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_refused(asked: Question, answer: str) -> None:
    with pytest.raises(Refused, match="stale-button"):
        answered(Profile(("en",)), asked, answer, ("de", "fr"))


def test_one_language_always_stays_and_one_that_comes_back_is_rated_anew() -> None:
    with pytest.raises(Refused, match="last-language"):
        with_level(Profile(("en",)), "en", NO)
    dropped = with_level(Profile(("en", "de"), {"de": "good"}), "de", NO)
    assert (dropped.languages, dropped.levels) == (("en",), {"de": NO})
    assert with_language(dropped, "de").levels == {}
    assert with_language(dropped, "en") is dropped


def test_which_language_is_followed_by_how_well() -> None:
    which = (Question(Ask.languages), Question(Ask.country))
    assert (tries(which, GOOD), tries(which, Wanted()), tries(which[1:], GOOD)) == (3, 2, 1)


@given(
    st.none() | st.sampled_from(Level), st.dictionaries(CODES, st.sampled_from(Level)),
    st.lists(st.sampled_from(["DE", "FR"]), unique=True).map(tuple),
)  # fmt: skip
def test_what_is_wanted_is_stored_as_it_is(
    level: Level | None, levels: dict[str, Level], countries: tuple[str, ...]
) -> None:
    wanted = Wanted(level, levels, countries, countries, ("law",))
    assert Wanted.from_json(wanted.to_json()) == wanted
    assert wanted.asks_anything
    assert not Wanted.from_json(None).asks_anything
