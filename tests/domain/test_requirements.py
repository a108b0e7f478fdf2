"""Requirements: read as written, judged as a truth table has it, and told by what is nearest."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.profiles import NO, Level, Profile
from bot.domain.refusal import Refused
from bot.domain.requirements import (
    All,
    AnyOf,
    Country,
    Facts,
    Holds,
    Language,
    Member,
    Not,
    Qualification,
    Requirement,
    Skill,
    Tier,
    all_of,
    any_of,
    conditions,
    holds,
    least_level,
    negated,
    open_questions,
    text,
)
from bot.domain.requirements_reading import (
    MOST_CONDITIONS,
    MOST_DEPTH,
    MOST_SIGNS,
    Read,
    Trouble,
    parsed,
    read,
)
from bot.domain.unmet import require_met

WRITTEN = (
    "language de and (country DE or country AT or country CH) and skill law"
    ' and not member "Pool B" and qualification de-legal and tier law >= 40'
)
CONDITIONS = st.one_of(
    st.builds(Language, st.sampled_from(["de", "pt-BR", "en"]),
              st.none() | st.sampled_from(Level)),
    st.builds(Country, st.sampled_from(["DE", "AT", "US"])),
    st.builds(Skill, st.sampled_from(["law", "x-tax"])),
    st.builds(Tier, st.sampled_from(["law", "finance"]), st.integers(0, 100)),
    st.builds(Qualification, st.sampled_from(["de-legal", "2nd"])),
    st.builds(Member, st.text(min_size=1, max_size=128).filter(str.strip),
              st.none() | st.integers(-(10**13), -1)),
    st.builds(lambda chat_id: Member("", chat_id), st.integers(-(10**13), -1)),
)  # fmt: skip


def _with(inner: st.SearchStrategy[Requirement]) -> st.SearchStrategy[Requirement]:
    several = st.lists(inner, min_size=2, max_size=3)
    return st.one_of(several.map(all_of), several.map(any_of), inner.map(negated))


EXPRESSIONS: st.SearchStrategy[Requirement] = st.recursive(CONDITIONS, _with, max_leaves=6)


@given(EXPRESSIONS)
def test_what_is_written_reads_back(one: Requirement) -> None:
    assert parsed(text(one)) == one


def test_an_expression_is_read_as_it_is_meant() -> None:
    found = parsed(WRITTEN)
    assert found == All((
        Language("de"), AnyOf((Country("DE"), Country("AT"), Country("CH"))), Skill("law"),
        Not(Member("Pool B")), Qualification("de-legal"), Tier("law", 40),
    ))  # fmt: skip
    assert text(found) == WRITTEN
    # And binds closer than or; case, curly quotes and line ends do not matter.
    assert parsed("skill law or skill history and skill finance") == AnyOf((
        Skill("law"), All((Skill("history"), Skill("finance"))),
    ))  # fmt: skip
    assert parsed("Country de AND\n NOT Member “Pool B”") == All((
        Country("DE"), Not(Member("Pool B")),
    ))  # fmt: skip
    assert parsed("language de>=good") == Language("de", Level.good)
    assert parsed('member -100123 "Pool B"') == Member("Pool B", -100123)


@pytest.mark.parametrize(
    ("written", "code", "at", "found", "nearest"),
    [
        ("", "requires-else", 0, "", None),
        ("language", "requires-else", 8, "", None),
        ("langage de", "requires-else", 0, "langage", "language"),
        ("language German", "requires-else", 9, "German", None),
        ("language de an country DE", "requires-else", 12, "an", "and"),
        ("country DE or AT", "requires-else", 14, "AT", None),
        ("(country DE", "requires-else", 11, "", None),
        ("country DE)", "requires-else", 10, ")", None),
        ("language de >= goood", "requires-else", 15, "goood", "good"),
        ("tier law 40", "requires-else", 9, "40", None),
        ("tier law >= 101", "requires-else", 12, "101", None),
        ('member "Pool B', "requires-quote", 7, '"', None),
        ('member "  "', "requires-else", 7, '"  "', None),
        ('member "\\q"', "requires-else", 7, '"\\q"', None),
        ("member Pool", "requires-else", 7, "Pool", None),
        ("skill law & skill history", "requires-else", 10, "&", None),
        ("not " * (MOST_DEPTH + 1) + "skill law", "too-deep", 4 * MOST_DEPTH, "", None),
        ("(" * 1_900, "too-deep", MOST_DEPTH, "", None),
        (" " * (MOST_SIGNS + 1), "too-long", 0, "", None),
    ],
)
def test_a_fault_says_where_what_and_what_is_near(
    written: str, code: str, at: int, found: str, nearest: str | None
) -> None:
    trouble = read(written)
    assert isinstance(trouble, Trouble)
    assert (trouble.code, trouble.at) == (code, at)
    assert (trouble.found, trouble.nearest) == (found, nearest)
    assert trouble.expected or trouble.limit


def test_there_is_an_end_to_conditions() -> None:
    most = read(" or ".join(["skill law"] * MOST_CONDITIONS))
    assert isinstance(most, Read)
    assert [one.at for one in most.placed[:2]] == [6, 19]
    more = read(" or ".join(["skill law"] * (MOST_CONDITIONS + 1)))
    assert isinstance(more, Trouble)
    assert (more.code, more.limit) == ("requires-many", MOST_CONDITIONS)


def test_what_was_looked_up_is_read_again_however_long_it_became() -> None:
    many = any_of(
        [Member("A title of a group" * 7, -(10**12) - n) for n in range(MOST_CONDITIONS)]
    )
    assert len(text(many)) > MOST_SIGNS
    assert parsed(text(many)) == many


def test_what_is_no_requirement_is_never_stored() -> None:
    with pytest.raises(ValueError, match="no requirement"):
        parsed("anybody")


# What may be known of a person, with nothing left open but what a question settles.
SAID = [
    Facts(
        Profile(("en", *(["de"] if de else [])), {"en": "native", "de": de or NO}, country,
                {"law": law}),
        frozenset(["de-legal"] if held else []), frozenset([-1] if inside else []),
        {"law": tier},
    )
    for de, country, law, held, inside, tier in product(
        (None, "basic", "fluent"), ("DE", "US"), (False, True), (False, True), (False, True),
        (39, 40),
    )
]  # fmt: skip
KNOWN = st.sampled_from(SAID)
ATOMS: st.SearchStrategy[Requirement] = st.sampled_from([
    Language("de"), Language("de", Level.good), Country("DE"), Skill("law"),
    Qualification("de-legal"), Member("Pool", -1), Tier("law", 40),
])  # fmt: skip
JUDGED: st.SearchStrategy[Requirement] = st.recursive(ATOMS, _with, max_leaves=8)


def _true(one: Requirement, facts: Facts) -> bool:
    """The same by plain logic."""
    match one:
        case Not(part):
            return not _true(part, facts)
        case All(parts):
            return all(_true(part, facts) for part in parts)
        case AnyOf(parts):
            return any(_true(part, facts) for part in parts)
        case Language(code, level):
            said = facts.profile.levels.get(code, NO)
            order = [NO, *Level]
            return order.index(said) >= order.index(level or Level.basic)
        case _:
            return _met(one, facts)


def _met(one: Requirement, facts: Facts) -> bool:
    profile = facts.profile
    match one:
        case Tier(skill, least):
            return (facts.tiers[skill] or 0) >= least
        case Qualification(key):
            return key in facts.qualifications
        case Member(_, chat_id):
            return chat_id in facts.groups
        case Skill(name):
            return profile.skills[name]
        case _:
            return one == Country(profile.country or "")


@given(JUDGED, KNOWN)
def test_what_is_known_is_judged_as_logic_has_it(one: Requirement, facts: Facts) -> None:
    assert holds(one, facts) is (Holds.yes if _true(one, facts) else Holds.no)
    assert holds(negated(one), facts) is not holds(one, facts)
    assert open_questions(one, facts) == ()


def _forgotten(facts: Facts, country: bool, skill: bool, language: bool, tier: bool) -> Facts:
    """The facts without what was never asked or measured."""
    said = facts.profile
    spoken = ("en",) if language else said.languages
    levels = {"en": "native"} if language else said.levels
    return Facts(
        Profile(spoken, levels, None if country else said.country, {} if skill else said.skills),
        facts.qualifications, facts.groups, {} if tier else facts.tiers,
    )  # fmt: skip


@given(JUDGED, KNOWN, st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_what_is_not_known_decides_nothing_that_an_answer_could_change(
    one: Requirement, facts: Facts, country: bool, skill: bool, language: bool, tier: bool
) -> None:
    less = _forgotten(facts, country, skill, language, tier)
    found = holds(one, less)
    if found in (Holds.yes, Holds.no):
        # Whatever the answers are, they do not change it.
        assert holds(one, facts) is found
    asked = open_questions(one, less)
    assert bool(asked) is (found is Holds.asked)
    if found is Holds.unmeasured:
        assert any(isinstance(part, Tier) for part in conditions(one))
        assert tier
    try:
        require_met(one, less)
        assert found in (Holds.asked, Holds.yes)
    except Refused:
        assert found in (Holds.no, Holds.unmeasured)


def why(written: str, **known: Any) -> Refused:
    requirement = parsed(written)
    with pytest.raises(Refused) as no:
        require_met(requirement, Facts(**known))
    return no.value


ADA = Profile(("en", "de"), {"en": "native", "de": "basic"}, "US", {"law": False, "history": True})


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("language fr", None),
        ("skill medicine", None),
        ("country DE or skill history", None),
        ("language de >= good", "level (language=de, level=good, have=basic)"),
        ("language de >= good or language ja >= good and country DE",
         "requires-other (needs=language de >= good or country DE)"),
        ("language de >= fluent or language en and skill law",
         "requires-other (needs=language de >= fluent or skill law)"),
        ("language de >= good or language de >= native",
         "level (language=de, level=good, have=basic)"),
        ("country DE or country AT", "country (country=US)"),
        ("country FR", "country (country=US)"),
        ("not country US", "country (country=US)"),
        ("skill law", "skill (skill=law)"),
        ("skill history and skill law", "skill (skill=law)"),
        ("not skill history", "requires-other (needs=not skill history)"),
        ("not (skill history or country DE)", "requires-other (needs=not skill history)"),
        ("not (skill history and language en)",
         "requires-other (needs=not skill history or not language en)"),
        ("skill medicine and skill law", "skill (skill=law)"),
        ("tier law >= 40", "requires-tier (skill=law, least=40, tier=39)"),
        ("tier history >= 40", "requires-tier-unknown (skill=history, least=40)"),
        # What an answer could open is not asked where something unmeasured stands behind it.
        ("skill medicine and tier history >= 40",
         "requires-tier-unknown (skill=history, least=40)"),
        ("skill law or tier history >= 40", "requires-tier-unknown (skill=history, least=40)"),
        ("qualification de-legal", "requires-qualification (qualification=de-legal)"),
        ("qualification de-legal or skill law",
         "requires-other (needs=qualification de-legal or skill law)"),
        ('member -1 "Pool B"', "requires-member (group=Pool B)"),
        ('not member -2 "Pool C"', 'requires-other (needs=not member -2 "Pool C")'),
        ("member -1", "requires-other (needs=member -1)"),
    ],
)  # fmt: skip
def test_a_no_is_told_by_what_is_nearest(written: str, told: str | None) -> None:
    facts: dict[str, Any] = {"profile": ADA, "groups": frozenset([-2]), "tiers": {"law": 39}}
    if told is None:
        require_met(parsed(written), Facts(**facts))
    else:
        assert str(why(written, **facts)) == told


def test_a_language_that_is_none_of_work_is_a_reason() -> None:
    said = Profile(("en",), {"de": NO, "fr": NO})
    assert str(why("language de or language fr", profile=said)) == "language (languages=de, fr)"
    assert str(why("language de", profile=said)) == "language (languages=de)"


def test_nothing_that_is_asked_for_keeps_nobody_out() -> None:
    require_met(None, Facts())
    assert conditions(None) == ()


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("language fr", ["level:fr"]),
        ("country FR and skill medicine", ["country:", "skill:medicine"]),
        ("(country FR and skill medicine) or skill law", ["skill:law"]),
        ("not country US or skill law and country FR", ["country:"]),
        ("not (country US or skill law)", ["country:", "skill:law"]),
        ("skill law and language en", ["skill:law"]),
        ("skill law and tier law >= 40", []),
        ("skill law or tier law >= 40", ["skill:law"]),
        ("language en", []),
    ],
)
def test_only_what_can_settle_it_is_asked(written: str, asked: list[str]) -> None:
    found = open_questions(parsed(written), Facts(Profile(("en",))))
    assert [one.code for one in found] == asked


def test_the_level_to_ask_for_is_the_lowest_named() -> None:
    one = parsed("language de >= fluent or language de >= good and skill law or language fr")
    assert least_level(one, "de") is Level.good
    assert least_level(one, "fr") is None
    assert least_level(parsed("language de or language de >= good"), "de") is None
    assert least_level(None, "de") is None
