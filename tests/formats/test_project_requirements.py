"""What a project file requires of people: each word is known, and a fault says where it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.profiles import Level
from bot.domain.requirements import All, Country, Language, Member, Not, Tier, any_of
from bot.formats.new_project import new_project
from bot.formats.project_file import ProjectFile, read_project
from bot.formats.records import Fault
from tests.formats.test_project_file import LEAST

FIELD = len(LEAST.splitlines()) + 1  # the line behind


def faults(more: str) -> list[Fault]:
    found = read_project((LEAST + more).encode())
    assert isinstance(found, list)
    return found


def test_a_file_says_who_may_work_on_it() -> None:
    more = (
        "requires: language de >= good and (country DE or country AT) and not member"
        ' "Pool B" and tier x-tax-law >= 40\nmost_jobs_a_day: 3\n'
    )
    made = new_project((LEAST + more).encode())
    assert not isinstance(made, list)
    assert made.offer.requires == All((
        Language("de", Level.good), any_of((Country("DE"), Country("AT"))),
        Not(Member("Pool B")), Tier("x-tax-law", 40),
    ))  # fmt: skip
    assert made.offer.most_jobs_a_day == 3
    plain = new_project(LEAST.encode())
    assert not isinstance(plain, list)
    assert (plain.offer.requires, plain.offer.most_jobs_a_day) == (None, None)


@pytest.mark.parametrize(
    ("written", "line", "code", "facts"),
    [
        ("requires: langage de\n", 0, "requires-else",
         {"column": 1, "found": "langage", "nearest": "language"}),
        ("requires: skill lore\n", 0, "requires-unknown",
         {"column": 7, "found": "lore"}),
        ("requires: skill histry and skill law\n", 0, "requires-unknown",
         {"column": 7, "found": "histry", "nearest": "history"}),
        ("requires: skill law and tier finanse >= 1\n", 0, "requires-unknown",
         {"column": 20, "found": "finanse", "nearest": "finance"}),
        ("requires: country XX\n", 0, "requires-unknown", {"column": 9, "found": "XX"}),
        ("requires: 7\n", 0, "wrong-type", {}),
        # In a block of lines the line of the word is told, and its place in it.
        ("requires: |\n  language de\n  and skil law\n", 2, "requires-else",
         {"column": 5, "found": "skil", "nearest": "skill"}),
        # What stands behind a space and # is a comment in YAML.
        ('requires: member "Pool #2"\n', 0, "requires-quote", {"column": 8, "found": '"'}),
        ("requires: (language de\n", 0, "requires-else", {"column": 13}),
        (f"requires: {'(' * 20}\n", 0, "too-deep", {"column": 9, "limit": 8}),
    ],
)  # fmt: skip
def test_a_fault_says_where_and_what_is_near(
    written: str, line: int, code: str, facts: dict[str, str | int]
) -> None:
    (fault,) = faults(written)
    assert (fault.line, fault.field, fault.code) == (FIELD + line, "requires", code)
    told = {name: value for name, value in fault.facts.items() if name != "expected"}
    assert told == facts


@pytest.mark.parametrize("written", ["0", "101", "some"])
def test_jobs_a_day_are_a_number_of_a_range(written: str) -> None:
    (fault,) = faults(f"most_jobs_a_day: {written}\n")
    assert fault.field == "most_jobs_a_day"


@given(st.text(alphabet=st.sampled_from("and or not()\"'“”>=≥ skillaw\\#:\n\t-1"), max_size=60))
@settings(derandomize=True, deadline=None, max_examples=150)
def test_no_text_makes_it_raise(written: str) -> None:
    indented = written.replace("\n", "\n  ")
    found = read_project(f"{LEAST}requires: |\n  {indented}\n".encode())
    assert isinstance(found, ProjectFile) or (found and all(fault.line for fault in found))
