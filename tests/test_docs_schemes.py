"""The page about schemes says all that a scheme's file can say, and shows each packaged one."""

from bot.domain.projects import NewProject
from bot.formats.new_project import new_project
from bot.formats.reading import read
from bot.formats.scheme_file import SCHEME_FIELDS, is_scheme_file, read_scheme
from bot.formats.scheme_questions import (
    KIND_FIELDS,
    MOST_OPTIONS,
    MOST_QUESTIONS,
    MOST_STEPS,
    OPTION_FIELDS,
    QUESTION_FIELDS,
    ROW_CHARS,
    WHEN_FIELDS,
)
from bot.formats.schemes import NAMES
from tests.docs_text import DOCS, blocks, rows, section, text_of

PAGE = text_of("schemes.md")


def explained(heading: str) -> list[str]:
    return [cells[0].strip("`") for cells in rows(section(PAGE, heading))]


def test_every_packaged_scheme_is_shown() -> None:
    part = section(PAGE, "## The schemes that come with the hall")
    assert [cells[0].strip("`") for cells in rows(part)] == list(NAMES)
    for name in NAMES:
        assert f"](pictures/scheme-{name}.png)" in section(part, f"### `{name}`")
        assert (DOCS / "pictures" / f"scheme-{name}.png").is_file()


def test_every_field_of_a_scheme_is_explained() -> None:
    assert explained("### The scheme") == list(SCHEME_FIELDS)
    assert set(explained("### A question")) == set(QUESTION_FIELDS)
    assert explained("### An option of `rows`") == list(OPTION_FIELDS)
    assert explained("### The condition `when`") == list(WHEN_FIELDS)


def test_every_kind_of_question_is_explained_with_the_fields_it_has() -> None:
    kinds = section(PAGE, "### Kinds of questions")
    for kind, fields in KIND_FIELDS.items():
        assert f"`{kind}`" in kinds
        told = rows(section(PAGE, "### A question"))
        for field in fields:
            (cells,) = (one for one in told if one[0] == f"`{field}`")
            assert kind in cells[1].split(", "), (kind, field)


def test_the_limits_that_are_named_are_those_that_hold() -> None:
    assert MOST_QUESTIONS == 12
    assert MOST_OPTIONS == 20
    assert MOST_STEPS == 11
    assert ROW_CHARS == {1: 40, 2: 20, 3: 14, 4: 10, 5: 8}
    beside = "at most 40 characters, two beside one another 20 each, three 14, four 10, five 8"
    for words in ("One to 12 questions", "at most 20 options", "at most 11 steps", beside):
        assert words in PAGE


def test_the_examples_can_be_used_as_they_are() -> None:
    kinds = set()
    for example in blocks(PAGE, "yaml"):
        data = example.encode()
        if is_scheme_file(data):
            found = read_scheme(data)
            assert isinstance(found, dict), found
            kinds |= {question["kind"] for question in found["questions"]}
        else:
            made = new_project(data)
            assert isinstance(made, NewProject), made
    assert kinds == set(KIND_FIELDS)
    for example in blocks(PAGE, "json"):
        assert read("t.jsonl", example.encode(), responses=(0, 0), turns=True).faults == []
