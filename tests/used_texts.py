"""Which texts the code asks for, read from its source."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent

# Calls that take a key: by the name of what is called, and as which argument.
_ASKING = {"say": (1,), "words": (0,), "rich": (0,)}
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
    reasons = {reason for _, reason in refusals()}
    for where, module in sources():
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                keys = [node.args[place] for place in _places(node) if place < len(node.args)]
                found = [key for argument in keys for key in _written(argument)]
            else:
                found = [text for text in _written(node) if text.startswith(_FAMILIES)]
            yield from (
                (where, key) for key in found if _KEY.fullmatch(key) and key not in reasons
            )


def refusals() -> Iterator[tuple[str, str]]:
    """Where and which: each reason that a `Refused` is raised with, where it is written out."""
    for where, module in sources():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and _name(node) == "Refused" and node.args:
                yield from ((where, reason) for reason in _written(node.args[0]))


def _places(node: ast.Call) -> tuple[int, ...]:
    return _ASKING.get(_name(node), ())


def _written(node: ast.AST) -> list[str]:
    if isinstance(node, ast.IfExp):
        return [*_written(node.body), *_written(node.orelse)]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    return []


def _name(node: ast.Call) -> str:
    called = node.func
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""
