"""The questions of a course file, and of the check in a project file."""

from typing import Any, Final

from bot.domain.courses import Item
from bot.domain.tasks import Content, Response, Turn
from bot.formats.fields import Fields, Labels, units
from bot.formats.strict_yaml import Path
from bot.seen import looks

# So that a question with everything, and its explanation, fits one message in any language.
MOST_OPTIONS: Final = 8
_ASK: Final = 300
_OPTION: Final = 100
_WHY: Final = 600
_CONTENT: Final = 1_800
_RESPONSES: Final = 5
_TURNS: Final = 8
_ROLES: Final = ("system", "user", "assistant")
_FIELDS: Final = ("prompt", "context", "responses", "ask", "options", "why")
_RIGHT: Final = "right"


def read_items(fields: Fields, path: Path, value: Any, most: int) -> tuple[Item, ...]:
    """Every question of the list, each fault noted."""
    found: list[Item] = []
    for nth, one in enumerate(fields.listing(path, value, most)):
        item = read_item(fields, (*path, str(nth)), one)
        twin = next((at for at, other in enumerate(found) if _is_same(item, other)), None)
        if twin is not None:
            fields.fault((*path, str(nth), "ask"), "same-question", twin=twin + 1)
        found.append(item)
    return tuple(found)


def _is_same(one: Item, other: Item) -> bool:
    return bool(one.ask) and (one.ask, one.content) == (other.ask, other.content)


def read_item(fields: Fields, path: Path, value: Any) -> Item:
    """One question with its options; what is wrong about it is noted."""
    body = fields.mapping(path, value, _FIELDS)
    ask = fields.labels((*path, "ask"), body.get("ask"), _ASK)
    options, right = _options(fields, (*path, "options"), body.get("options"))
    why = fields.labels((*path, "why"), body.get("why"), _WHY)
    return Item(ask, options, right, why, _content(fields, path, body))


def _options(fields: Fields, path: Path, value: Any) -> tuple[tuple[Labels, ...], tuple[int, ...]]:
    listed = fields.listing(path, value, MOST_OPTIONS)
    if len(listed) == 1:
        fields.fault(path, "too-few-to-choose")
    options: list[Labels] = []
    right = []
    for nth, one in enumerate(listed):
        place = (*path, str(nth))
        if isinstance(one, dict) and _RIGHT in one:
            fields.mapping(place, one, (_RIGHT,))
            place, one = (*place, _RIGHT), one[_RIGHT]  # noqa: PLW2901 - what it stands for
            right.append(nth)
        said = fields.labels(place, one, _OPTION)
        for language, text in said.items():
            twin = _twin(options, language, text)
            if twin is not None:
                fields.fault(place, "same-option", twin=twin + 1)
                break
        options.append(said)
    if listed and not right:
        fields.fault(path, "no-right-option")
    if len(listed) > 1 and len(right) == len(listed):
        fields.fault(path, "all-options-right")
    return tuple(options), tuple(right)


def _twin(options: list[Labels], language: str, text: str) -> int | None:
    same = (nth for nth, one in enumerate(options) if looks(one.get(language, "")) == looks(text))
    return next(same, None)


def _content(fields: Fields, path: Path, body: dict[str, Any]) -> Content | None:
    if not any(name in body for name in ("prompt", "context", "responses")):
        return None
    turns = _turns(fields, (*path, "prompt"), body["prompt"]) if "prompt" in body else ()
    responses = [
        Response(str(nth + 1), fields.text((*path, "responses", str(nth)), one, _CONTENT))
        for nth, one in enumerate(
            fields.listing((*path, "responses"), body["responses"], _RESPONSES)
            if "responses" in body
            else ()
        )
    ]
    context = None
    if "context" in body:
        context = fields.text((*path, "context"), body["context"], _CONTENT)
    texts = [*(one.text for one in turns), *(one.text for one in responses), context or ""]
    if sum(map(units, texts)) > _CONTENT:
        first = next(name for name in ("prompt", "context", "responses") if name in body)
        fields.fault((*path, first), "too-long-together", limit=_CONTENT)
    return Content(turns, tuple(responses), context)


def _turns(fields: Fields, path: Path, value: Any) -> tuple[Turn, ...]:
    if not isinstance(value, list):
        return (Turn("user", fields.text(path, value, _CONTENT)),)
    turns = []
    for nth, one in enumerate(fields.listing(path, value, _TURNS)):
        place = (*path, str(nth))
        turn = fields.mapping(place, one, ("role", "content"))
        role = turn.get("role")
        if turn and role not in _ROLES:
            fields.fault((*place, "role"), "unknown-role")
        turns.append(
            Turn(str(role), fields.text((*place, "content"), turn.get("content"), _CONTENT))
        )
    return tuple(turns)
