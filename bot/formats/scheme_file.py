"""The YAML of a rating scheme: a file of its own, or a part of a project file."""

import re
from collections.abc import Collection
from typing import Any, Final

from bot.formats.fields import Fields
from bot.formats.records import Fault
from bot.formats.scheme_questions import read_questions
from bot.formats.scheme_sense import check_sense
from bot.formats.schemes import NAMES
from bot.formats.strict_yaml import Document, Path, read_yaml

SCHEME_FIELDS: Final = ("name", "title", "responses", "seconds_per_choice", "questions")
MOST_RESPONSES: Final = 5
_MOST_BYTES: Final = 64 * 1024
_MOST_NAME: Final = 40
_MOST_TITLE: Final = 60
_MOST_SECONDS: Final = 600
_SAYS: Final = re.compile(rb"^(questions|course|key)[ \t]*:", re.MULTILINE)

Body = dict[str, Any]


def is_scheme_file(data: bytes) -> bool:
    """Whether the file is meant as a scheme; of one that cannot be read its lines say it."""
    if len(data) > _MOST_BYTES:
        return False
    document = read_yaml(data)
    if isinstance(document, Fault):
        says = set(_SAYS.findall(data))
        return b"questions" in says and not {b"course", b"key"} & says
    if not isinstance(document.value, dict):
        return False
    return "questions" in document.value and not {"course", "key"} & document.value.keys()


def read_scheme(data: bytes, *, taken: Collection[str] = NAMES) -> Body | list[Fault]:
    """The mapping to store, or every fault with its line; never raises on what the bytes hold.

    Names that are `taken` are refused.
    """
    if len(data) > _MOST_BYTES:
        return [Fault(0, "", "too-large", {"limit": _MOST_BYTES, "size": len(data)})]
    document = read_yaml(data)
    if isinstance(document, Fault):
        return [document]
    return scheme_in(document, (), document.value, taken=taken)


def scheme_in(
    document: Document, path: Path, value: Any, *, taken: Collection[str] = NAMES
) -> Body | list[Fault]:
    """The scheme that stands at that place of a document, or every fault in it."""
    fields = Fields(document)
    body = _scheme(fields, path, value, taken)
    if fields.faults:
        return sorted(fields.faults, key=lambda fault: fault.line)
    return body


def _scheme(fields: Fields, path: Path, value: Any, taken: Collection[str]) -> Body:
    given = fields.mapping(path, value, SCHEME_FIELDS)
    if not isinstance(value, dict):
        return {}
    name = fields.name((*path, "name"), given.get("name"), _MOST_NAME, dashes=True)
    if name and name in taken:
        fields.fault((*path, "name"), "name-taken")
    responses = _responses(fields, (*path, "responses"), given.get("responses"))
    place = (*path, "questions")
    questions = read_questions(fields, place, given.get("questions"))
    if responses is not None:
        check_sense(fields, place, questions, responses)
    seconds = fields.whole(
        (*path, "seconds_per_choice"), given.get("seconds_per_choice"), 1, _MOST_SECONDS, 20
    )
    body: Body = {"name": name, "responses": responses, "seconds_per_choice": seconds}
    if given.get("title") is not None:
        body["title"] = fields.labels((*path, "title"), given["title"], _MOST_TITLE)
    return {**body, "questions": [question for question in questions if question]}


def _responses(fields: Fields, path: Path, value: Any) -> list[int] | None:
    """How few and how many responses a task has."""
    if value is None:
        fields.fault(path, "missing")
        return None
    if not isinstance(value, list) or len(value) != 2 or None in value:
        fields.fault(path, "not-a-range")
        return None
    low, high = (
        fields.whole((*path, str(place)), one, 0, MOST_RESPONSES)
        for place, one in enumerate(value)
    )
    if low is None or high is None:
        return None
    if low > high:
        fields.fault(path, "not-a-range")
        return None
    return [low, high]
