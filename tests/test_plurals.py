"""Figures that are spoken: each language has the forms that its counting needs."""

import re
from collections.abc import Iterator

from fluent.syntax import ast

from bot.texts import FOLDER
from tests.locale_files import Found, entries, is_count, whole_numbers

NUMBERS = whole_numbers(FOLDER / "en")
# Figures that are always more than one.
NEVER_ONE = {
    "least", "most", "hours", "ratings", "threshold", "seconds", "size", "tasks",
}  # fmt: skip
# Texts whose figure is always more than one, by what it counts.
MANY = {
    "closing-plan-grace", "closing-card", "button-closing-grace", "refused-hold-renewed",
    "erase-stays", "pay-statement-more", "owed-age", "owed-older", "refused-dispute-over",
    "refused-scheme-long", "refused-appeal-over", "broadcast-days", "refused-broadcast-marks",
    "refused-broadcast-far", "progress-end", "progress-end-day", "progress-end-open",
    "how-detectors",
}  # fmt: skip
_ARABIC_WORD = re.compile(r" ?\s[\u0621-\u064a]{2,}")
_ENGLISH_PLURAL = re.compile(r"\s[a-z]{2,}s\b(?!')")


def _selections(node: ast.Pattern) -> Iterator[tuple[str, list[ast.Variant]]]:
    for element in node.elements:
        if isinstance(element, ast.Placeable):
            inner = element.expression
            if isinstance(inner, ast.SelectExpression):
                selector = inner.selector
                if isinstance(selector, ast.VariableReference):
                    yield selector.id.name, inner.variants
                for variant in inner.variants:
                    yield from _selections(variant.value)


def _spoken(pattern: ast.Pattern, name: str) -> Iterator[str]:
    """What stands right behind the figure, wherever it is spoken."""
    for here, behind in zip(pattern.elements, pattern.elements[1:], strict=False):
        if (
            isinstance(here, ast.Placeable)
            and isinstance(here.expression, ast.VariableReference)
            and here.expression.id.name == name
            and isinstance(behind, ast.TextElement)
        ):
            yield behind.value


def _key(variant: ast.Variant) -> str:
    key = variant.key
    return key.name if isinstance(key, ast.Identifier) else str(key.value)


def test_arabic_says_one_and_two_and_a_few_where_a_word_follows_the_figure() -> None:
    wrong, seen = [], 0
    for entry in entries(FOLDER / "ar"):
        for name, variants in _selections(entry.pattern):
            keys = {_key(one) for one in variants}
            other = next((one for one in variants if _key(one) == "other"), None)
            if other is None or "one" not in keys or not is_count(keys):
                continue
            if any(_ARABIC_WORD.match(text) for text in _spoken(other.value, name)):
                seen += 1
                wrong += [] if {"two", "few"} <= keys else [(entry.key, name)]
    assert (wrong, seen > 50) == ([], True)


def test_english_says_one_thing_and_several_things() -> None:
    wrong = [
        (entry.key, f"{{ ${name} }}{text[:20]}")
        for entry in entries(FOLDER / "en")
        for name in Found(entry.pattern).variables & NUMBERS - NEVER_ONE
        for text in _spoken(entry.pattern, name)
        if _ENGLISH_PLURAL.match(text) and entry.key not in MANY
    ]
    assert wrong == []
