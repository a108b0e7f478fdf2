"""What a project requires, as people read it."""

import re

import pytest

from bot.domain.requirements_reading import parsed
from bot.formats.new_project import new_project
from bot.texts import Texts
from handlers.context import Words
from handlers.messages.faults import fault_line
from handlers.messages.reason_facts import MOST_NEEDS, facts_in_names
from handlers.messages.requirements import required, spoken_requirement
from tests.domain.made import offer
from tests.formats.test_project_file import LEAST

TEXTS = Texts.load()
NOT_SEEN = re.compile("[\u200f\u2068\u2069]")  # marks of the direction
ENGLISH = Words(TEXTS, "en")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("language de and (country DE or country AT or country CH) and skill law",
         "German; living in Germany, Austria or Switzerland; knowledge of law"),
        ("language de >= good", "German (good or better)"),
        ("not language de >= good", "without German (good or better)"),
        ("not (country DE or country AT)", "not living in Germany or Austria"),
        ("not country DE and not language fr",
         "not living in Germany; without French as a work language"),
        ("skill law and tier law >= 40 or skill medicine",
         "(knowledge of law and tier 40 or more in law) or knowledge of medicine"),
        ("not (skill law and country DE)", "no knowledge of law or not living in Germany"),
        ('member "Pool B" or qualification de-legal',
         "membership in “Pool B” or the qualification “de-legal”"),
        ('not member -5 "Pool B" and not qualification x1 and not tier x-tax-law >= 7',
         "not in “Pool B”; without the qualification “x1”; tier below 7 in tax law"),
        ("member -5", "membership in “-5”"),
    ],
)  # fmt: skip
def test_an_expression_is_spoken_in_plain_words(written: str, said: str) -> None:
    assert spoken_requirement(ENGLISH, parsed(written)) == said


def test_it_is_spoken_in_the_language_of_the_reader() -> None:
    spoken = spoken_requirement(Words(TEXTS, "ar"), parsed("country DE or country AT"))
    assert NOT_SEEN.sub("", spoken) == "العيش في ألمانيا أو النمسا"
    assert required(ENGLISH, offer()) is None
    both = required(ENGLISH, offer(requires=parsed("not skill law"), most_jobs_a_day=1))
    assert both is not None
    assert both.text == "Required: no knowledge of law\nAt most 1 job a day for each person"


def test_what_a_reason_names_is_spoken_as_well() -> None:
    facts = {"needs": "skill law or country DE", "most": 20_000, "currency": "USD"}
    told = facts_in_names(ENGLISH, facts)
    assert told["needs"] == "knowledge of law or living in Germany"
    assert told["most"] == "200.00 USD"


def test_a_long_requirement_is_told_in_short_where_it_is_a_reason() -> None:
    needs = " or ".join(["skill creative-writing"] * 40)
    told = facts_in_names(ENGLISH, {"needs": needs})["needs"]
    assert len(told) <= MOST_NEEDS
    assert told.endswith("…")
    assert len(spoken_requirement(ENGLISH, parsed(needs))) > MOST_NEEDS


def test_a_fault_is_told_with_its_place_and_what_may_be_meant() -> None:
    found = new_project(f"{LEAST}requires: language de an country DE\n".encode())
    assert isinstance(found, list)
    assert fault_line(ENGLISH, found[0]) == (
        "line 10, requires: says something else than is due there (at character 13,"
        " it says: an, expected: and, or, perhaps and is meant)"
    )
