"""Which texts the code asks for, read from its source."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent

# Calls that take a key: by the name of what is called, and as which argument.
_ASKING = {"say": (1,), "words": (0,), "rich": (0,)}
# What notes a fault of a file, and as which argument it takes the code.
_FAULTS = {
    "fault": 1, "Fault": 2, "RefusedJSONError": 0, "NoImageError": 0, "_RefusedYAMLError": 1,
    "PydanticCustomError": 0, "AmountFault": 0, "Trouble": 0, "_trouble": 0, "PackedError": 0,
}  # fmt: skip
_KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?:\.[a-z-]+)?")
_CODE = re.compile(r"unswept|[a-z]+-[a-z-]+")
# Keys with these beginnings are texts wherever they are written.
_FAMILIES = ("button-", "toast-", "command-")


@cache
def sources(*folders: str) -> tuple[tuple[str, ast.Module], ...]:
    """Every module of the folders, parsed; of all that may speak to a person by default."""
    paths = [
        path
        for name in folders or ("bot", "handlers")
        for path in ((ROOT / name).rglob("*.py") if (ROOT / name).is_dir() else [ROOT / name])
    ]
    return tuple(
        (str(path.relative_to(ROOT)), ast.parse(path.read_text("utf-8"))) for path in sorted(paths)
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


@dataclass(frozen=True)
class Asked:
    """A key that the code takes from the texts, and the arguments it gives (none: not known)."""

    where: str
    key: str
    given: frozenset[str] | None


def asked() -> Iterator[Asked]:
    """Each key that is written out where a text is taken, or begins like a button's or toast's."""
    reasons = {reason for _, reason in refusals()}
    for where, module in sources():
        for node in ast.walk(module):
            place = f"{where}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Call):
                found = [Asked(place, key, _given(node)) for key in _keys(node)]
            else:
                texts = [text for text in _written(node) if text.startswith(_FAMILIES)]
                found = [Asked(place, key, None) for key in texts]
            yield from (one for one in found if _KEY.fullmatch(one.key) and one.key not in reasons)


def beginnings() -> Iterator[tuple[str, str]]:
    """Where and how: the beginning of each key that is put together where a text is taken."""
    for where, module in sources():
        for node in ast.walk(module):
            if not isinstance(node, ast.Call):
                continue
            for argument in _arguments(node):
                if isinstance(argument, ast.JoinedStr):
                    yield from ((where, start) for start in _written(argument.values[0]))


def refusals() -> Iterator[tuple[str, str]]:
    """Where and which: each reason that a `Refused` is raised with, where it is written out."""
    yield from ((one.where, one.key) for one in refused() if not one.key.endswith("-"))


def refused() -> Iterator[Asked]:
    """Each reason with its facts; of one that is put together, the beginning up to a `-`."""
    for where, module in sources():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and _name(node) == "Refused" and node.args:
                reason = node.args[0]
                written = reason.values[0] if isinstance(reason, ast.JoinedStr) else reason
                place = f"{where}:{node.lineno}"
                yield from (Asked(place, text, _given(node)) for text in _written(written))


def faults() -> frozenset[str]:
    """The code of each fault that a file can have, where it is written out."""
    found: set[str] = set()
    for _, module in sources(
        "bot/formats",
        "bot/services",
        "bot/amounts.py",
        "bot/crowd.py",
        "bot/domain/requirements_reading.py",
    ):
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and (place := _FAULTS.get(_name(node))) is not None:
                found.update(*map(_written, node.args[place : place + 1]))
            elif isinstance(node, ast.AnnAssign | ast.Assign):
                found.update(_assigned(node))
    return frozenset(found)


def reasons_of_health() -> frozenset[str]:
    """The code of each thing that can be amiss, where it is written out."""
    listed = dict(sources("bot/domain"))["bot/domain/health.py"]
    strings = (node.value for node in ast.walk(listed) if isinstance(node, ast.Constant))
    return frozenset(text for text in strings if isinstance(text, str) and _CODE.fullmatch(text))


def _assigned(node: ast.AnnAssign | ast.Assign) -> list[str]:
    targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
    names = {target.id for target in targets if isinstance(target, ast.Name)}
    if "_CODES" in names and isinstance(node.value, ast.Dict):
        return [code for value in node.value.values for code in _written(value)]
    return _written(node.value) if "code" in names and node.value else []


def _arguments(node: ast.Call) -> list[ast.expr]:
    places = _ASKING.get(_name(node), ())
    return [node.args[place] for place in places if place < len(node.args)]


def _keys(node: ast.Call) -> list[str]:
    return [key for argument in _arguments(node) for key in _written(argument)]


def _given(node: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in node.keywords]
    return None if None in names else frozenset(name for name in names if name)


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
