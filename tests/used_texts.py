"""Which texts the code asks for, read from its source."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent

# Calls whose text key is a literal: the name, and which positional argument the key is.
_ASKING = {"say": (0, 1, 2)}
_KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?:\.[a-z-]+)?")
# Keys with these beginnings are texts wherever they are written.
_FAMILIES = ("button-", "toast-", "command-")


@cache
def sources() -> tuple[tuple[str, ast.Module], ...]:
    """Every module that may speak to a person, parsed."""
    paths = sorted(path for name in ("bot", "handlers") for path in (ROOT / name).rglob("*.py"))
    return tuple(
        (str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))) for path in paths
    )


@cache
def literals() -> frozenset[str]:
    """Every string in the code that could be a key."""
    found = (
        node.value
        for _, module in sources()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return frozenset(text for text in found if _KEY.fullmatch(text) or text.isidentifier())


def asked() -> Iterator[tuple[str, str]]:
    """Where and what: each key that the code surely takes from the texts."""
    for where, module in sources():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and _name(node) in _ASKING:
                places = _ASKING[_name(node)]
                keys = [node.args[place] for place in places if place < len(node.args)]
                yield from ((where, key) for key in map(_literal, keys) if key and "-" in key)
            elif (text := _literal(node)) and text.startswith(_FAMILIES) and _KEY.fullmatch(text):
                yield where, text


def refusals() -> Iterator[tuple[str, str]]:
    """Where and which: each reason that a `Refused` is raised with, where it is written out."""
    for where, module in sources():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and _name(node) == "Refused" and node.args:
                yield from ((where, reason) for reason in _reasons(node.args[0]))


def _reasons(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return [*_reasons(node.body), *_reasons(node.orelse)]
    return [text] if (text := _literal(node)) else []


def _literal(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def _name(node: ast.Call) -> str:
    called = node.func
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""
