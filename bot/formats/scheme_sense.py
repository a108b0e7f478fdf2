"""What the questions of a scheme have to be to one another, and to the responses of a task."""

from collections.abc import Sequence
from typing import Any, Final

from bot.formats.fields import Fields
from bot.formats.strict_yaml import Path
from bot.seen import looks

_CHOSEN: Final = ("choice", "scale", "many")
_BETWEEN: Final = ("pick", "rank")
# What a text works on where a task has one response only.
ONLY_RESPONSE: Final = "response"

Body = dict[str, Any]


def check_sense(
    fields: Fields, path: Path, questions: Sequence[Body], responses: Sequence[int]
) -> None:
    """Note what makes no sense: conditions, references, kinds that the responses do not allow."""
    before: dict[str, Body] = {}
    for nth, question in enumerate(questions):
        place = (*path, str(nth))
        if not question.get("kind"):
            continue
        if question["id"] in before:
            fields.fault((*place, "id"), "duplicate-key")
        _check_values(fields, place, question)
        _check_responses(fields, place, question, responses)
        if "mirror" in question or question["id"] == "preference":
            _check_mirror(fields, place, question, responses)
        if question.get("of"):
            _check_of(fields, (*place, "of"), question["of"], before, responses)
        if question.get("when"):
            _check_when(fields, (*place, "when"), question, before)
        before.setdefault(question["id"], question)
    if all(question.get("kind") for question in questions) and questions:
        _check_something_is_due(fields, path, questions, responses)


def values_of(question: Body) -> list[Any]:
    """What can be answered to a question with options; none stands for what is not known."""
    if question["kind"] == "scale":
        return list(range(question["from"], question["to"] + 1)) if "from" in question else [None]
    return [one.get("value") for row in question.get("rows", ()) for one in row]


def _check_values(fields: Fields, path: Path, question: Body) -> None:
    seen: set[Any] = set()
    labels: list[dict[str, str]] = []
    alone = 0
    for nth, row in enumerate(question.get("rows", ())):
        for at, option in enumerate(row):
            value = option.get("value")
            if value is not None and value in seen:
                fields.fault((*path, "rows", str(nth), str(at), "value"), "duplicate-key")
            seen.add(value)
            labels.append(option.get("label", {}))
            twin = _twin(labels)
            if twin is not None:
                fields.fault((*path, "rows", str(nth), str(at), "label"), "same-option", twin=twin)
            alone += bool(option.get("alone"))
    together = len(values_of(question)) - alone
    least, most = question.get("least"), question.get("most")
    if least is not None and most is not None and least > most:
        fields.fault((*path, "least"), "not-a-range")
    elif least is not None and least > max(together, 1):
        fields.fault((*path, "least"), "out-of-range", most=max(together, 1))


def _twin(labels: Sequence[dict[str, str]]) -> int | None:
    """Which option, counted from one, reads in some language as the last one does."""
    *before, last = labels
    return next(
        (
            nth
            for nth, one in enumerate(before, 1)
            if any(looks(one.get(language, "")) == looks(text) for language, text in last.items())
        ),
        None,
    )


def _check_responses(fields: Fields, path: Path, question: Body, responses: Sequence[int]) -> None:
    most = responses[1]
    if question["kind"] in _BETWEEN:
        if most < 2:
            fields.fault((*path, "kind"), "needs-responses", least=2)
        if "each" in question:
            fields.fault((*path, "each"), "not-for-kind", id=question["kind"])
    elif question.get("each") == "response" and most < 1:
        fields.fault((*path, "each"), "needs-responses", least=1)


def _check_mirror(fields: Fields, path: Path, question: Body, responses: Sequence[int]) -> None:
    """A choice between two changes its sign with their order: each sign needs its opposite."""
    known = values_of(question)
    values = [one for one in known if isinstance(one, int)]
    if None in known:
        return
    fits = list(responses) == [2, 2] and "each" not in question
    fits = fits and bool(values) and set(values) == {-one for one in values}
    if question.get("mirror") and not fits:
        fields.fault((*path, "mirror"), "no-mirror")
    elif question["kind"] in ("choice", "scale"):
        # Said in full, since a question of this name was once one by itself.
        question.setdefault("mirror", fits)


def _check_of(
    fields: Fields, path: Path, of: str, before: dict[str, Body], responses: Sequence[int]
) -> None:
    if of == ONLY_RESPONSE and list(responses) == [1, 1]:
        return
    if of not in before or before[of]["kind"] != "pick":
        fields.fault(path, "not-a-pick")


def _check_when(fields: Fields, path: Path, question: Body, before: dict[str, Body]) -> None:
    when = question["when"]
    asked = before.get(when["question"])
    if asked is None:
        if when["question"]:
            fields.fault((*path, "question"), "unknown-question")
        return
    if asked["kind"] not in _CHOSEN:
        fields.fault((*path, "question"), "no-condition-on", id=asked["kind"])
        return
    if "each" in asked and asked["each"] != question.get("each"):
        fields.fault((*path, "question"), "other-each")
    known = values_of(asked)
    for nth, value in enumerate(when["values"]):
        if value is not None and None not in known and value not in known:
            expected = ", ".join(map(str, known))[:200]
            fields.fault((*path, "values", str(nth)), "unknown-value", expected=expected)


def _check_something_is_due(
    fields: Fields, path: Path, questions: Sequence[Body], responses: Sequence[int]
) -> None:
    """Of every task that fits, something has to be asked that must be answered."""
    least = responses[0]

    def is_due(question: Body) -> bool:
        if not question.get("required", True) or question.get("when"):
            return False
        if question["kind"] in _BETWEEN:
            return least >= 2
        return question.get("each") != "response" or least >= 1

    if not any(map(is_due, questions)):
        fields.fault(path, "nothing-required")
