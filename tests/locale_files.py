"""The locale files as data: every text, the arguments it takes, and samples of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

_PLURALS = {"zero", "one", "two", "few", "many", "other"}
# Numbers of each plural form of Arabic, which has all six.
_NUMBERS = (0, 1, 2, 3, 11, 100, 1234)


@dataclass(frozen=True)
class Entry:
    """One text (a message's value or attribute): its key, pattern, and where it stands."""

    key: str
    pattern: ast.Pattern
    file: str


@cache
def entries(folder: Path) -> tuple[Entry, ...]:
    """All texts of a language's folder."""
    return tuple(_entries(folder))


def _entries(folder: Path) -> Iterator[Entry]:
    for path in sorted(folder.glob("*.ftl")):
        for item in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(item, ast.Message):
                if item.value:
                    yield Entry(item.id.name, item.value, path.name)
                for attribute in item.attributes:
                    key = f"{item.id.name}.{attribute.id.name}"
                    yield Entry(key, attribute.value, path.name)


class Found(Visitor):
    """What a pattern is made of: variables, what is selected on, words, other texts."""

    def __init__(self, pattern: ast.Pattern) -> None:
        self.variables: set[str] = set()
        self.selected: dict[str, set[str]] = {}
        self.words: list[str] = []
        self.references: set[str] = set()
        self.visit(pattern)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802
        self.words.append(node.value)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802
        selector: Any = node.selector
        if isinstance(selector, ast.FunctionReference):
            selector = selector.arguments.positional[0]
        if isinstance(selector, ast.VariableReference):
            keys = {
                key.name if isinstance(key := variant.key, ast.Identifier) else key.value
                for variant in node.variants
            }
            self.selected.setdefault(selector.id.name, set()).update(keys)
        self.generic_visit(node)


def samples(
    pattern: ast.Pattern, numbers: frozenset[str] = frozenset()
) -> Iterator[dict[str, Any]]:
    """Arguments for the pattern, so that each variant of each selection is met once.

    `numbers` are the names of arguments that are whole numbers.
    """
    found = Found(pattern)
    plain: dict[str, Any] = {
        name: 12 if name in numbers else "Ab 12.30" for name in found.variables
    }
    choices = {name: _values(keys) for name, keys in found.selected.items()}
    first = {name: values[0] for name, values in choices.items()}
    yield {**plain, **first}
    for name, values in choices.items():
        for value in values[1:]:
            yield {**plain, **first, name: value}


@cache
def whole_numbers(folder: Path) -> frozenset[str]:
    """The names of arguments that some text of the language counts by."""
    selected = [Found(entry.pattern).selected for entry in entries(folder)]
    return frozenset(name for one in selected for name, keys in one.items() if is_count(keys))


def is_count(keys: set[str]) -> bool:
    """Whether the variants of a selection are plural forms or numbers."""
    return keys <= _PLURALS or any(key.isdigit() for key in keys)


def _values(keys: set[str]) -> list[int | str]:
    if is_count(keys):
        return list(_NUMBERS)
    return sorted(keys)


def visible(text: str) -> str:
    """The text as it is read: without tags, references and invisible signs."""
    plain = re.sub(r"<[^>]*>|[\u2066-\u2069\u200e\u200f]", "", text)
    return re.sub(r"&#?\w+;", "&", plain)
