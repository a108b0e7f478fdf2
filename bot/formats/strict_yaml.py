"""YAML read strictly: plain values only, each known by the line where it stands."""

import math
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

import yaml

from bot.formats.records import Fault
from bot.formats.strict_json import RefusedJSONError, check_text

# No file of ours is larger: reading a megabyte takes seconds, in which nobody else is served.
_MOST_BYTES: Final = 256 * 1024
_MOST_DEPTH: Final = 32
_MOST_NODES: Final = 5_000
_NULL = re.compile(r"(?:~|null|Null|NULL|)")
_BOOL = re.compile(r"(?:true|True|TRUE|false|False|FALSE)")
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
# Money is kept as it is written: 0.10 is no binary fraction.
_AS_WRITTEN: Final = frozenset({
    ("pay", "per_task"), ("client", "price"), ("pay", "amount"), ("pay", "later"),
})  # fmt: skip

Path = tuple[str, ...]


def looks_like_a_value(text: str) -> bool:
    """Whether the text, written without quotes, would be read as something else than a text."""
    return any(kind.fullmatch(text) for kind in (_NULL, _BOOL, _INT, _FLOAT))


@dataclass(slots=True)
class Document:
    """A value with the lines of its parts, and the faults found on the way."""

    value: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


class _RefusedYAMLError(Exception):
    """A part of YAML that no such file needs."""

    def __init__(self, mark: yaml.Mark, code: str) -> None:
        super().__init__(code)
        self.fault = Fault(mark.line + 1, "", code)


class _Loader(yaml.SafeLoader):
    """Composes nodes without aliases, anchors and tags, to a limited depth and number."""

    depth = 0
    nodes = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _RefusedYAMLError(event.start_mark, "alias")
        if event.tag:
            raise _RefusedYAMLError(event.start_mark, "tag")
        self.depth += 1
        self.nodes += 1
        if self.depth > _MOST_DEPTH:
            raise _RefusedYAMLError(event.start_mark, "too-deep")
        if self.nodes > _MOST_NODES:
            raise _RefusedYAMLError(event.start_mark, "too-large")
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def read_yaml(data: bytes) -> Document | Fault:
    """Return the one document in the data, or why it cannot be read."""
    node = _composed(data)
    if isinstance(node, Fault):
        return node
    document = Document()
    document.value = _value(node, (), document)
    return document


# A file is read several times: as what it may be, then as what it is.
@lru_cache(maxsize=2)
def _composed(data: bytes) -> yaml.Node | Fault:
    if len(data) > _MOST_BYTES:
        return Fault(0, "", "too-large", {"limit": _MOST_BYTES, "size": len(data)})
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Fault(line, "", "bad-utf8", {"byte": error.start + 1})
    loader = None
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
    except _RefusedYAMLError as refused:
        return refused.fault
    except yaml.reader.ReaderError as error:
        return Fault(text[: error.position].count("\n") + 1, "", "not-yaml")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return Fault(mark.line + 1 if mark else 1, "", "not-yaml")
    except (ValueError, OverflowError):  # an escape beyond Unicode
        return Fault(loader.line + 1 if loader else 1, "", "not-yaml")
    return Fault(0, "", "empty") if node is None else node


def _value(node: yaml.Node, path: Path, document: Document) -> Any:
    line = node.start_mark.line + 1
    document.lines.setdefault(path, line)
    if isinstance(node, yaml.SequenceNode):
        return [
            _value(child, (*path, str(number)), document)
            for number, child in enumerate(node.value)
        ]
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, path, document)
    mapping: dict[str, Any] = {}
    for key_node, child in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            document.faults.append(Fault(line, ".".join(path), "wrong-type"))
            continue
        key = key_node.value
        inner = (*path, key)
        key_line = key_node.start_mark.line + 1
        if key in mapping:
            first = document.lines[inner]
            fault = Fault(key_line, ".".join(inner)[:200], "duplicate-key", {"first": first})
            document.faults.append(fault)
        document.lines.setdefault(inner, key_line)
        mapping[key] = _value(child, inner, document)
    return mapping


def _scalar(node: yaml.ScalarNode, path: Path, document: Document) -> Any:
    """Return what a plain scalar means in YAML 1.2; quoted and block scalars are strings."""
    text: str = node.value
    try:
        check_text(text, ".".join(path))
    except RefusedJSONError as refused:
        document.faults.append(refused.at(document.lines[path]))
    if node.style is not None or path in _AS_WRITTEN:
        return text
    if _NULL.fullmatch(text):
        return None
    if _BOOL.fullmatch(text):
        return text.lower() == "true"
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        number = float(text)
        if math.isfinite(number):
            return number
        document.faults.append(Fault(document.lines[path], ".".join(path), "not-finite"))
    return text
