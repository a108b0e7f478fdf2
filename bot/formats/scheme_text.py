"""A scheme as the YAML file that people read, change and send back."""

from collections.abc import Mapping
from typing import Any

import yaml

from bot.formats.strict_yaml import looks_like_a_value

_FIRST = ("name", "title", "responses", "seconds_per_choice", "questions")
_QUESTION = ("id", "kind", "each", "ask", "required", "when", "from", "to", "says", "rows")


class Dumper(yaml.SafeDumper):
    """Writes labels and options in one line each, as people do."""

    def ignore_aliases(self, _data: Any) -> bool:
        """Every part stands where it is meant; there are no references in such files."""
        return True


class InLine(dict[str, Any]):
    """A mapping that is written in one line."""


class Row(list[Any]):
    """A list that is written in one line."""


def _row(dumper: yaml.SafeDumper, data: Row) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)


def _in_line(dumper: yaml.SafeDumper, data: InLine) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True)


def plain(dumper: yaml.SafeDumper, data: str) -> yaml.Node:
    """A text, in quotation marks where it would be read as a number or the like without them."""
    # More texts look like numbers to our reading than to the library's.
    style = '"' if looks_like_a_value(data) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style=style)


Dumper.add_representer(str, plain)
Dumper.add_representer(InLine, _in_line)
Dumper.add_representer(Row, _row)


def scheme_text(body: Mapping[str, Any]) -> bytes:
    """The file of the scheme; read again, it is the same scheme."""
    text = yaml.dump(
        scheme_parts(body), Dumper=Dumper, allow_unicode=True, sort_keys=False, width=99
    )
    return text.encode()


def scheme_parts(body: Mapping[str, Any]) -> dict[str, Any]:
    """What `Dumper` writes as that scheme, its parts in the order in which people read them."""
    written = {**body, "questions": [_question(one) for one in body["questions"]]}
    if "responses" in body:
        written["responses"] = Row(body["responses"])
    return _ordered(written, _FIRST)


def _ordered(body: Mapping[str, Any], first: tuple[str, ...]) -> dict[str, Any]:
    names = [name for name in first if name in body]
    return {name: body[name] for name in (*names, *(n for n in body if n not in names))}


def _question(one: Mapping[str, Any]) -> dict[str, Any]:
    rows = [
        [InLine({**option, "label": InLine(option["label"])}) for option in row]
        for row in one.get("rows", ())
    ]
    made = {**one, **({"rows": rows} if rows else {})}
    if one.get("when"):
        made["when"] = InLine({**one["when"], "values": Row(one["when"]["values"])})
    return _ordered(made, _QUESTION)
