"""The house style that a machine can check: floors, sizes, names, and lists that must agree."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.domain.notices import DELETE, RETRACT
from handlers.routes import BUTTONS, COMMANDS
from handlers.screens import SCREENS

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "handlers", "storage", "sandbox")
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 40
VAGUE = {"manager", "helper", "util", "utils", "base", "common"}
# Where the rule came after the name; to be renamed, nothing is to be added.
LEFT_OVER = {"handlers/showing.py: _base"}

Module = tuple[str, str, ast.Module]


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the product: its path, its text, its tree; migrations are history."""
    found = []
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith("storage/migrations/"):
                text = path.read_text("utf-8")
                found.append((name, text, ast.parse(text)))
    return tuple(found)


def nodes(*folders: str) -> Iterator[tuple[str, ast.AST]]:
    """Every node of the modules below these folders, with the path of its module."""
    for name, _, tree in modules():
        if name.startswith(folders or PACKAGES):
            for node in ast.walk(tree):
                yield name, node


def test_there_is_something_to_check() -> None:
    assert len(modules()) > 100
    assert {name.split("/")[0] for name, _, _ in modules()} == set(PACKAGES)


def test_imports_only_go_down() -> None:
    """The contracts of pyproject.toml hold."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_no_module_is_too_long() -> None:
    long = {name: text.count("\n") for name, text, _ in modules() if text.count("\n") > MOST_LINES}
    assert long == {}


def test_no_function_is_too_long() -> None:
    long = {
        f"{name}: {node.name}": lines
        for name, node in nodes()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > MOST_LINES_OF_A_FUNCTION
    }
    assert long == {}


def words_of(name: str) -> set[str]:
    """The words that a name in snake or camel case is made of."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+", name)}


def test_no_name_is_vague() -> None:
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    vague = {
        f"{name}: {node.name}"
        for name, node in nodes()
        if isinstance(node, defined) and words_of(node.name) & VAGUE
    }
    vague |= {name for name, _, _ in modules() if words_of(name.removesuffix(".py")) & VAGUE}
    assert vague <= LEFT_OVER


@pytest.mark.parametrize("name", ["JobManager", "_util", "to_base", "CommonThing", "http_helper"])
def test_a_vague_name_would_be_found(name: str) -> None:
    assert words_of(name) & VAGUE


def test_no_message_is_parsed_by_telegram() -> None:
    """Entities are computed here, so that no text of a stranger is ever markup."""
    using = [
        name
        for name, node in nodes("bot", "handlers", "storage")
        if (isinstance(node, ast.keyword) and node.arg == "parse_mode")
        or (isinstance(node, ast.Attribute) and node.attr == "parse_mode")
        or (isinstance(node, ast.Name) and node.id in ("parse_mode", "ParseMode"))
        or (isinstance(node, ast.Constant) and node.value == "parse_mode")
    ]
    assert using == []


def called(node: ast.Call) -> str:
    """The last part of the name of what is called."""
    return ast.unparse(node.func).rpartition(".")[2]


def strings(node: ast.AST) -> set[str]:
    """The strings that an expression may come to; the test of a condition is none of them."""
    if isinstance(node, ast.IfExp):
        return strings(node.body) | strings(node.orelse)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    return set()


# As which argument each of these takes the kind of a notice.
TAKES_KIND = {"tell": 2, "tell_concerned": 2, "_owe": 2, "_tell": 2, "owe": 1, "show": 1,
              "saved": 1, "_turn": 1, "tell_asker": 2, "_changed": 3}  # fmt: skip
# What these make of the kind of file that they take.
ENDS_KIND = {"look_first": "_staged", "refuse": "_faults"}
TAKES_KIND_BY_NAME = {*TAKES_KIND, "add", "add_to_many", "alert_admins"}


def kinds() -> dict[str, str]:
    """Every kind of notice that is owed or shown anywhere, and where."""
    found = dict.fromkeys((DELETE, RETRACT), "bot/domain/notices.py")
    for name, node in nodes("bot", "handlers", "storage"):
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "SCREENS":
            found |= dict.fromkeys(strings(node.slice), name)
        if not isinstance(node, ast.Call):
            continue
        place = TAKES_KIND.get(called(node))
        if place is not None and len(node.args) > place:
            found |= dict.fromkeys(strings(node.args[place]), name)
        if called(node) in ENDS_KIND and len(node.args) > 1:
            ends = {f"{kind}{ENDS_KIND[called(node)]}" for kind in strings(node.args[1])}
            found |= dict.fromkeys(ends, name)
        if called(node) in TAKES_KIND_BY_NAME:
            for keyword in node.keywords:
                if keyword.arg == "kind":
                    found |= dict.fromkeys(strings(keyword.value), name)
    return found


def test_every_notice_has_a_screen() -> None:
    assert {kind: where for kind, where in kinds().items() if kind not in SCREENS} == {}
    assert len(kinds()) > 30


def test_every_screen_has_a_notice() -> None:
    assert set(SCREENS) - set(kinds()) == set()


def test_every_kind_fits_its_column() -> None:
    assert [kind for kind in SCREENS if len(kind) > 32] == []


def verbs() -> dict[str, str]:
    """Every verb that is packed in a button anywhere, and where."""
    given = {"z"}  # the verb of the questions of arrival, where none is handed in
    for _, node in nodes("handlers"):
        if isinstance(node, ast.keyword) and node.arg == "verb":
            given |= strings(node.value)
    found: dict[str, str] = {}
    for name, node in nodes("handlers"):
        if isinstance(node, ast.Call) and called(node) == "button" and len(node.args) > 1:
            found |= dict.fromkeys(_verbs_of(node.args[1], given), name)
        if isinstance(node, ast.Tuple) and _is_button(node):
            found |= dict.fromkeys(strings(node.elts[1]), name)
    return found


def _is_button(node: ast.Tuple) -> bool:
    """Whether it is a button as a row of a table: the key of its text, its verb, what it packs."""
    first = strings(node.elts[0]) if len(node.elts) > 1 else set()
    return any(key.startswith("button-") for key in first)


def _verbs_of(node: ast.expr, given: set[str]) -> set[str]:
    if isinstance(node, ast.Name):
        return given
    if isinstance(node, ast.JoinedStr):
        tails = [part.value for part in node.values if isinstance(part, ast.Constant)]
        return {verb + "".join(map(str, tails)) for verb in given}
    return strings(node)


def test_every_button_leads_somewhere() -> None:
    known = {button.verb for button in BUTTONS}
    assert {verb: where for verb, where in verbs().items() if verb not in known} == {}
    assert len(verbs()) > 40


def test_every_route_of_a_button_has_a_button() -> None:
    assert {button.verb for button in BUTTONS} - set(verbs()) == set()


def test_no_route_is_listed_twice() -> None:
    verbs_listed = [button.verb for button in BUTTONS]
    names = [command.name for command in COMMANDS]
    assert len(verbs_listed) == len(set(verbs_listed))
    assert len(names) == len(set(names))


def test_only_the_clock_and_the_console_read_the_time() -> None:
    reading = {
        name
        for name, node in nodes("bot", "handlers", "storage")
        if isinstance(node, ast.Call)
        and called(node) in ("now", "utcnow", "today")
        and ast.unparse(node.func).startswith(("datetime", "date."))
    }
    assert reading == {"bot/clock.py", "bot/cli.py"}
