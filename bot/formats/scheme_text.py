"""A scheme as the YAML file that people read, change and send back."""

from collections.abc import Mapping
from typing import Any

import yaml

_FIRST = ("name", "title", "responses", "seconds_per_choice", "questions")
_QUESTION = ("id", "kind", "each", "ask", "required", "when", "from", "to", "says", "rows")


class _Dumper(yaml.SafeDumper):
    """Writes labels and options in one line each, as people do."""

    def ignore_aliases(self, _data: Any) -> bool:
        """Every part stands where it is meant; there are no references in such files."""
        return True


class _InLine(dict[str, Any]):
    """A mapping that is written in one line."""


class _Row(list[Any]):
    """A list that is written in one line."""


def _row(dumper: yaml.SafeDumper, data: _Row) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)


def _in_line(dumper: yaml.SafeDumper, data: _InLine) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True)


_Dumper.add_representer(_InLine, _in_line)
_Dumper.add_representer(_Row, _row)


def scheme_text(body: Mapping[str, Any]) -> bytes:
    """The file of the scheme; read again, it is the same scheme."""
    written = {**body, "questions": [_question(one) for one in body["questions"]]}
    if "responses" in body:
        written["responses"] = _Row(body["responses"])
    text = yaml.dump(
        _ordered(written, _FIRST), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=99
    )
    return text.encode()


def _ordered(body: Mapping[str, Any], first: tuple[str, ...]) -> dict[str, Any]:
    names = [name for name in first if name in body]
    return {name: body[name] for name in (*names, *(n for n in body if n not in names))}


def _question(one: Mapping[str, Any]) -> dict[str, Any]:
    rows = [
        [_InLine({**option, "label": _InLine(option["label"])}) for option in row]
        for row in one.get("rows", ())
    ]
    made = {**one, **({"rows": rows} if rows else {})}
    if one.get("when"):
        made["when"] = _InLine({**one["when"], "values": _Row(one["when"]["values"])})
    return _ordered(made, _QUESTION)
