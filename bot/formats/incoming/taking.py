"""What the formats of others have in common: how their rows become tasks of ours."""

import hashlib
import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from bot.formats.incoming.languages import TAGS
from bot.formats.shape import Shape

Row = dict[str, Any]
_ROLES: Final = {"human": "user", "gpt": "assistant", "bot": "assistant", "developer": "system"}
_MOST_NOTE: Final = 1_000
_MOST_NAMED: Final = 30
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


class Taking:
    """One row on its way into our form: its faults, and what of it has no place there."""

    def __init__(self, shape: Shape, responses: tuple[int, int], *, turns: bool) -> None:
        self.shape = shape
        self.responses = responses
        self.turns = turns
        self.left_out: list[str] = []

    def leave(self, *names: str) -> None:
        """Note that fields of these names are not taken over."""
        self.left_out += [name[:60] for name in names]

    def rest(self, row: Row, taken: Collection[str]) -> dict[str, Any]:
        """What else the row has, as metadata: short values as they are, all others left out."""
        kept = {}
        for name, value in row.items():
            if name in taken or value is None:
                continue
            if isinstance(value, (bool, int, float)) or _is_short(value):
                kept[name] = value
            else:
                self.leave(name)
        return kept

    def label(self, value: Any, name: str, known: Mapping[str, Any]) -> Any:
        """Our answer for a label of theirs, none where there is no label; others are faults."""
        if value is None:
            return None
        if not isinstance(value, str) or value not in known:
            self.shape.fault(name, "not-an-option", expected=", ".join(known))
            return None
        return known[value]


@dataclass(frozen=True, slots=True)
class Incoming:
    """One format: how its rows are known, and what they become.

    `names` says what our fields are called there. `together` tells whether a row belongs to the
    same task as the one before it.
    """

    name: str
    is_one: Callable[[Row], bool]
    to_native: Callable[[Sequence[Row], Taking], Row]
    names: Mapping[str, str] = field(default_factory=dict)
    together: Callable[[Row, Row], bool] | None = None

    def named(self, place: str) -> str:
        """The field of ours as it is called there."""
        for ours, theirs in self.names.items():
            if place == ours or place.startswith((f"{ours}.", f"{ours}[")):
                return theirs + place[len(ours) :]
        return place


def _is_short(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= _MOST_NOTE


def id_of(row: Row, *names: str) -> Any:
    """The first of these fields that there is, a number as text; none where there is none."""
    found = next((row[name] for name in names if row.get(name) is not None), None)
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    return found


def made_id(form: str, *content: Any) -> str:
    """An id made from the content, the same whenever the file is read."""
    text = json.dumps(content, sort_keys=True, default=str)
    return f"{form}-{hashlib.sha256(text.encode()).hexdigest()[:24]}"


def predicted(model: str, values: Mapping[str, Any]) -> list[Row]:
    """The labels that a format carries; none where there are none."""
    given = {name: value for name, value in values.items() if value is not None}
    return [{"model": model, "values": given}] if given else []


def messages_of(value: Any, name: str, taking: Taking) -> Any:
    """Messages with our names of roles and plain text; what is none stays, and is refused."""
    if not isinstance(value, list):
        return value
    return [_message(entry, f"{name}[{n}]", taking) for n, entry in enumerate(value, 1)]


def _message(entry: Any, name: str, taking: Taking) -> Any:
    if not isinstance(entry, dict):
        return entry
    role = entry.get("role", entry.get("from"))
    content = entry.get("content", entry.get("value"))
    return {
        "role": _ROLES.get(role, role) if isinstance(role, str) else role,
        "content": plain(content, f"{name}.content", taking),
    }


def plain(content: Any, name: str, taking: Taking) -> Any:
    """A content in parts as one text; an image or the like in it is a fault."""
    if not isinstance(content, list):
        return content
    texts = []
    for part in content:
        said = part.get("text") if isinstance(part, dict) else part
        if not isinstance(said, str) or _is_more(part):
            taking.shape.fault(name, "not-text")
            return ""
        texts.append(said)
    return "\n\n".join(texts)


def _is_more(part: Any) -> bool:
    return isinstance(part, dict) and (
        part.get("type", "text") not in ("text", "input_text", "output_text")
        or part.get("image") is not None
    )


def parted(first: Any, second: Any) -> tuple[list[Any], list[Any], list[Any]]:
    """The messages that two conversations begin with, and what follows in each."""
    if not isinstance(first, list) or not isinstance(second, list):
        return [], first, second
    same = 0
    for one, other in zip(first[:-1], second[:-1], strict=False):
        if one != other:
            break
        same += 1
    return first[:same], first[same:], second[same:]


def response_of(rest: Any, *, model: Any = None) -> Row:
    """A response of the messages that follow; what the user said in between is quoted.

    What is neither messages nor a text stays as it is, and is refused.
    """
    if not isinstance(rest, list) or not rest or not all(map(_is_said, rest)):
        return {"text": rest, "model": model}
    texts = [
        re.sub("^", "> ", entry["content"], flags=re.MULTILINE)
        if entry["role"] == "user"
        else entry["content"]
        for entry in rest
    ]
    return {"text": "\n\n".join(texts), "model": model}


def _is_said(entry: Any) -> bool:
    return (
        isinstance(entry, dict)
        and entry.get("role") in ("user", "assistant")
        and isinstance(entry.get("content"), str)
    )


def language_of(value: Any) -> str | None:
    """The tag of a language that is named in English or by its tag; none for all else."""
    if not isinstance(value, str):
        return None
    name = value.strip().lower()
    return TAGS.get(name) or (value.strip() if _TAG.fullmatch(value.strip()) else None)


def told_left_out(names: Collection[str]) -> tuple[str, ...]:
    """The names in order, so many as a report can hold."""
    return tuple(sorted(names)[:_MOST_NAMED])
