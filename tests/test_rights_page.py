"""The page about rights: every test that it names exists, and every row names one or says none."""

import ast
import re
from functools import cache

import pytest

from tests.docs_text import ROOT, rows, section, text_of

PAGE = text_of("rights.md")
NAMED = re.compile(r"`([\w/]+\.py)::(test_\w+|Test\w+)`")
PARTS = re.findall(r"^### .+$", PAGE, re.MULTILINE)
MARKS = ("read", "second hand", "recalled", "ours")


@cache
def written_in(path: str) -> frozenset[str]:
    """The names of the tests in that file, as they are written."""
    tree = ast.parse((ROOT / "tests" / path).read_text(encoding="utf-8"))
    made = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = {node.name for node in ast.walk(tree) if isinstance(node, made)}
    # The test of a state machine has its name by assignment.
    for node in tree.body:
        if isinstance(node, ast.Assign):
            found |= {one.id for one in node.targets if isinstance(one, ast.Name)}
    return frozenset(found)


def test_every_test_that_the_page_names_exists() -> None:
    named = NAMED.findall(PAGE)
    assert len(set(named)) > 40
    assert [one for one in named if one[1] not in written_in(one[0])] == []
    assert PAGE.lower().count("::test") == len(named)


def test_each_promise_has_its_tests() -> None:
    promises = rows(section(PAGE, "## The promises"))
    assert [cells[0] for cells in promises] == [str(n) for n in range(1, 15)]
    assert all(NAMED.search(cells[2]) for cells in promises)


@pytest.mark.parametrize("part", PARTS)
def test_each_demand_has_its_mark_its_answer_and_its_tests(part: str) -> None:
    demands = rows(section(PAGE, part))
    assert demands
    for demand, mark, answer, proof, left in demands:
        assert mark in MARKS, demand
        assert len(answer.split()) > 3, demand
        # What no program can do stays with whoever runs the hall.
        assert (NAMED.search(proof) is not None) != (proof == "none" and left != ""), demand


def test_the_page_claims_nothing() -> None:
    assert "claims no compliance" in PAGE
    assert re.search(r"\bis compliant|\bcomplies with|\bfulfils the law", PAGE) is None
