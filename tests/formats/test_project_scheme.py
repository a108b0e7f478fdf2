"""The scheme of a project: named, or written in the project's own file."""

from textwrap import indent

import pytest

from bot.domain.projects import NewProject
from bot.formats.new_project import new_project
from bot.formats.schemes import file_of, packaged
from tests.formats.test_project_file import LEAST as PROJECT
from tests.formats.test_scheme_file import LEAST

MINE = f"scheme:\n{indent(LEAST, '  ')}"
WHY = "  - id: reason\n    kind: text\n    ask: Why?\n"


def made(source: str, **own: dict[str, object]) -> NewProject:
    found = new_project(source.encode(), own)
    assert isinstance(found, NewProject), found
    return found


def told(source: str) -> list[tuple[int, str, str]]:
    found = new_project(source.encode())
    assert isinstance(found, list)
    return [(fault.line, fault.field, fault.code) for fault in found]


def asked(project: NewProject) -> list[str]:
    return [question["id"] for question in project.scheme["questions"]]


def test_a_scheme_can_stand_in_the_file() -> None:
    project = made(PROJECT.replace("scheme: pairwise\n", MINE))
    assert (project.scheme["name"], asked(project)) == ("least", ["fine"])


def test_a_scheme_of_the_hall_is_taken_by_its_name() -> None:
    question = {"id": "q", "kind": "text", "ask": {"en": "Why?"}}
    body: dict[str, object] = {"name": "ours", "questions": [question]}
    project = made(PROJECT.replace("scheme: pairwise", "scheme: ours"), ours=body)
    assert project.scheme == body


def test_faults_of_the_scheme_stand_among_those_of_the_project() -> None:
    source = PROJECT.replace("scheme: pairwise\n", MINE.replace("kind: choice", "kind: odd"))
    source = source.replace("USD", "X")
    assert told(source) == [
        (8, "scheme.questions.1.kind", "not-an-option"),
        (17, "pay.currency", "unknown-currency"),
    ]


def test_a_packaged_name_stands_for_the_packaged_scheme_alone() -> None:
    source = PROJECT.replace("scheme: pairwise\n", MINE.replace("least", "ranking"))
    assert told(source) == [(4, "scheme.name", "name-taken")]
    assert told(PROJECT.replace("pairwise", "pairs")) == [(3, "scheme", "unknown-scheme")]


def test_a_fault_of_the_file_is_told_once() -> None:
    source = PROJECT.replace("scheme: pairwise\n", f"{MINE}name: twice\n")
    assert [code for _, _, code in told(source)] == ["duplicate-key"]


@pytest.mark.parametrize(
    ("scheme", "reason", "expected"),
    [
        ("scheme: pairwise\n", "", ["preference"]),
        ("scheme: pairwise\n", "reason: strong\n", ["preference", "reason"]),
        (MINE + WHY, "", ["fine", "reason"]),
        (MINE + WHY, "reason: never\n", ["fine"]),
        (MINE + WHY, "reason: always\n", ["fine", "reason"]),
    ],
)
def test_a_scheme_of_ones_own_asks_why_as_it_is_written(
    scheme: str, reason: str, expected: list[str]
) -> None:
    assert asked(made(PROJECT.replace("scheme: pairwise\n", scheme) + reason)) == expected


@pytest.mark.parametrize(
    ("scheme", "reason", "expected"),
    [
        ("scheme: ranking\n", "always", (10, "reason", "no-reason-question")),
        (MINE, "strong", (19, "reason", "no-reason-question")),
    ],
)
def test_reasons_are_refused_where_no_question_asks_for_them(
    scheme: str, reason: str, expected: tuple[int, str, str]
) -> None:
    source = PROJECT.replace("scheme: pairwise\n", scheme) + f"reason: {reason}\n"
    assert told(source) == [expected]


def test_a_project_that_asks_nothing_is_refused() -> None:
    only = LEAST[: LEAST.index("- id")] + WHY.replace("  - id", "- id").replace("    ", "  ")
    source = PROJECT.replace("scheme: pairwise\n", f"scheme:\n{indent(only, '  ')}")
    assert told(source + "reason: never\n") == [(16, "reason", "nothing-required")]


def test_a_packaged_file_can_be_written_into_a_project_under_another_name() -> None:
    body = file_of("factcheck").decode().replace("name: factcheck", "name: mine")
    project = made(PROJECT.replace("scheme: pairwise\n", f"scheme:\n{indent(body, '  ')}"))
    assert asked(project) == [q["id"] for q in (packaged("factcheck") or {})["questions"]]
