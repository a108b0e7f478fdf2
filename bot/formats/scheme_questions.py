"""The questions of a scheme's file, each taken by itself: its kind, its words, its options."""

from typing import Any, Final

from bot.formats.fields import Fields
from bot.formats.shape import type_name
from bot.formats.strict_yaml import Path

_FOR_ALL: Final = ("id", "kind", "ask", "required", "each", "when")
# What a question of each kind can say besides.
KIND_FIELDS: Final = {
    "choice": ("rows", "mirror"),
    "scale": ("from", "to", "says", "mirror"),
    "many": ("rows", "least", "most"),
    "pick": (),
    "rank": (),
    "text": ("min_words", "links", "long", "of"),
}
QUESTION_FIELDS: Final = tuple(dict.fromkeys((*_FOR_ALL, *sum(KIND_FIELDS.values(), ()))))
OPTION_FIELDS: Final = ("value", "label", "says", "alone")
WHEN_FIELDS: Final = ("question", "values")
EACH: Final = ("response", "turn")
MOST_QUESTIONS: Final = 12
MOST_OPTIONS: Final = 20
_MOST_ROW: Final = 5
# What fits a button on a phone, by how many stand beside one another.
ROW_CHARS: Final = {1: 40, 2: 20, 3: 14, 4: 10, 5: 8}
_BOX: Final = 3
MOST_STEPS: Final = 11
_MOST_ASK: Final = 300
_MOST_SAYS: Final = 80
# Question and meanings together: the card has room for no more beside the task.
_MOST_TOLD: Final = 400
_MOST_ID: Final = 32
_MOST_WORDS: Final = 1_000
_MOST_LINKS: Final = 10

Body = dict[str, Any]


def read_questions(fields: Fields, path: Path, value: Any) -> list[Body]:
    """Every question of the list, each fault noted; empty where something is none."""
    listed = fields.listing(path, value, MOST_QUESTIONS)
    return [
        _question(fields, (*path, str(nth)), one, first=nth == 0) for nth, one in enumerate(listed)
    ]


def _question(fields: Fields, path: Path, value: Any, *, first: bool) -> Body:
    given = fields.mapping(path, value, QUESTION_FIELDS)
    if not isinstance(value, dict):
        return {}
    kind = given.get("kind")
    known = isinstance(kind, str) and kind in KIND_FIELDS
    if not known:
        _no_option(fields, (*path, "kind"), kind, tuple(KIND_FIELDS))
    body: Body = {
        "id": fields.name((*path, "id"), given.get("id"), _MOST_ID),
        "kind": kind if known else "",
        "ask": fields.labels((*path, "ask"), given.get("ask"), _MOST_ASK, first=first),
    }
    if known:
        _only_of_kind(fields, path, given, str(kind))
        body |= _of_kind(fields, path, given, str(kind))
        _check_length(fields, path, body)
    if given.get("required") is not None:
        body["required"] = fields.truth((*path, "required"), given["required"])
    if given.get("each") is not None:
        if given["each"] in EACH:
            body["each"] = given["each"]
        else:
            _no_option(fields, (*path, "each"), given["each"], EACH)
    if given.get("when") is not None:
        body["when"] = _when(fields, (*path, "when"), given["when"])
    return body


def _no_option(fields: Fields, path: Path, value: Any, known: tuple[str, ...]) -> None:
    code = "missing" if value is None else "not-an-option"
    fields.fault(path, code, expected=", ".join(known))


def _only_of_kind(fields: Fields, path: Path, given: Body, kind: str) -> None:
    for name in given:
        if name in QUESTION_FIELDS and name not in (*_FOR_ALL, *KIND_FIELDS[kind]):
            fields.fault((*path, name), "not-for-kind", id=kind)


def _of_kind(fields: Fields, path: Path, given: Body, kind: str) -> Body:
    match kind:
        case "scale":
            return _scale(fields, path, given)
        case "choice" | "many":
            return _options(fields, path, given, kind)
        case "text":
            return _text(fields, path, given)
    return {}


def _text(fields: Fields, path: Path, given: Body) -> Body:
    found: Body = {}
    for name, most in (("min_words", _MOST_WORDS), ("links", _MOST_LINKS)):
        if given.get(name) is not None:
            found[name] = fields.whole((*path, name), given[name], 0, most, 0)
    if given.get("long") is not None:
        found["long"] = fields.truth((*path, "long"), given["long"])
    if given.get("of") is not None:
        found["of"] = fields.name((*path, "of"), given["of"], _MOST_ID)
    return found


def _scale(fields: Fields, path: Path, given: Body) -> Body:
    """The numbers of a scale; nothing where they are no range."""
    low, high = (_end(fields, (*path, name), given.get(name)) for name in ("from", "to"))
    if low is None or high is None:
        return {}
    if high <= low:
        fields.fault((*path, "to"), "not-a-range")
        return {}
    if high - low >= MOST_STEPS:
        fields.fault((*path, "to"), "too-many-steps", limit=MOST_STEPS)
        return {}
    found: Body = {"from": low, "to": high, **_mirror(fields, path, given)}
    if given.get("says") is not None:
        found["says"] = _meanings(fields, (*path, "says"), given["says"], range(low, high + 1))
    return found


def _end(fields: Fields, path: Path, value: Any) -> int | None:
    if value is None:
        fields.fault(path, "missing")
    return fields.whole(path, value, -100, 100)


def _meanings(fields: Fields, path: Path, value: Any, numbers: range) -> Body:
    if not isinstance(value, dict):
        fields.fault(path, "wrong-type", expected="object", found=type_name(value))
        return {}
    found: Body = {}
    steps = set(map(str, numbers))
    for step, labels in value.items():
        if step not in steps:
            fields.fault((*path, step), "unknown-value")
        found[step] = fields.labels((*path, step), labels, _MOST_SAYS)
    return found


def _mirror(fields: Fields, path: Path, given: Body) -> Body:
    if given.get("mirror") is None:
        return {}
    return {"mirror": fields.truth((*path, "mirror"), given["mirror"])}


def _options(fields: Fields, path: Path, given: Body, kind: str) -> Body:
    place = (*path, "rows")
    rows: list[list[Body]] = []
    for nth, row in enumerate(fields.listing(place, given.get("rows"), MOST_OPTIONS)):
        listed = fields.listing((*place, str(nth)), row, _MOST_ROW)
        options = [
            _option(fields, (*place, str(nth), str(at)), one, kind, _room(kind, len(listed)))
            for at, one in enumerate(listed)
        ]
        rows.append(options)
    options = [one for row in rows for one in row]
    if rows and all(rows) and len(options) < 2:
        fields.fault(place, "too-few-options")
    if len(options) > MOST_OPTIONS:
        fields.fault(place, "too-long", limit=MOST_OPTIONS)
    found: Body = {"rows": rows, **_mirror(fields, path, given)}
    for name in ("least", "most") if kind == "many" else ():
        if given.get(name) is not None:
            lowest = 0 if name == "least" else 1
            found[name] = fields.whole((*path, name), given[name], lowest, len(options) or 1)
    return found


def _room(kind: str, beside: int) -> int:
    """How many signs a label may have; a box to tick takes the room of some."""
    return ROW_CHARS[beside] - (_BOX if kind == "many" else 0)


def _option(fields: Fields, path: Path, value: Any, kind: str, most: int) -> Body:
    given = fields.mapping(path, value, OPTION_FIELDS)
    if not isinstance(value, dict):
        return {}
    found: Body = {
        "value": _value(fields, (*path, "value"), given.get("value")),
        "label": fields.labels((*path, "label"), given.get("label"), most),
    }
    if given.get("says") is not None:
        found["says"] = fields.labels((*path, "says"), given["says"], _MOST_SAYS)
    if given.get("alone") is not None:
        if kind != "many":
            fields.fault((*path, "alone"), "not-for-kind", id=kind)
        found["alone"] = fields.truth((*path, "alone"), given["alone"])
    return found


def _value(fields: Fields, path: Path, value: Any) -> int | str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return fields.whole(path, value, -100, 100)
    if value is not None and not isinstance(value, str):
        fields.fault(path, "wrong-type", expected="string", found=type_name(value))
        return None
    return fields.name(path, value, _MOST_ID)


def _when(fields: Fields, path: Path, value: Any) -> Body:
    given = fields.mapping(path, value, WHEN_FIELDS)
    if not isinstance(value, dict):
        return {}
    place = (*path, "values")
    values = [
        _value(fields, (*place, str(nth)), one)
        for nth, one in enumerate(fields.listing(place, given.get("values"), MOST_OPTIONS))
    ]
    asked = fields.name((*path, "question"), given.get("question"), _MOST_ID)
    return {"question": asked, "values": values}


def _check_length(fields: Fields, path: Path, body: Body) -> None:
    """A question and what its options stand for have to fit the card, in every language."""
    meant = [one.get("says") or {} for row in body.get("rows", ()) for one in row]
    meant += body.get("says", {}).values()
    for language, said in body["ask"].items():
        told = len(said) + sum(len(one.get(language, one.get("en", ""))) + 6 for one in meant)
        if told > _MOST_TOLD:
            fields.fault((*path, "ask"), "question-too-long", limit=_MOST_TOLD, count=told)
            return
