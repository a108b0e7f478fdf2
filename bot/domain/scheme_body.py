"""The mapping in which a scheme is stored, and the scheme that it describes."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.schemes import (
    LETTERS,
    Condition,
    Each,
    Option,
    Question,
    QuestionKind,
    Scheme,
)

# When people are asked to say why, of a scheme that has a question of that name.
REASONS = ("never", "strong", "always")
_REASON = "reason"
# More numbers than this stand in two rows: a phone shows no more beside one another.
_ONE_ROW = 7


def scheme_from(body: Mapping[str, Any]) -> Scheme:
    """The scheme that a stored or packaged mapping describes (validated where it comes in)."""
    least, most = body.get("responses", [2, 2])
    return Scheme(
        name=str(body["name"]),
        responses=(int(least), int(most)),
        questions=tuple(_question(item) for item in body["questions"]),
        seconds_per_choice=int(body.get("seconds_per_choice", 20)),
        title=body.get("title"),
        letters=tuple(body["letters"]) if "letters" in body else LETTERS,
    )


def _question(item: Mapping[str, Any]) -> Question:
    when, each = item.get("when"), item.get("each")
    kind = str(item["kind"])
    return Question(
        id=str(item["id"]),
        kind=QuestionKind.choice if kind == "scale" else kind,
        ask=dict(item["ask"]),
        required=bool(item.get("required", True)),
        rows=_scale(item) if kind == "scale" else _rows(item.get("rows", ())),
        min_words=int(item.get("min_words", 0)),
        when=Condition(str(when["question"]), tuple(when["values"])) if when else None,
        each=Each(each) if each else None,
        # Before schemes could say so, the one preference there was did.
        mirror=bool(item.get("mirror", item["id"] == "preference")),
        links=int(item.get("links", 0)),
        long=bool(item.get("long", False)),
        of=item.get("of"),
        least=int(item.get("least", 1)),
        most=item.get("most"),
    )


def _rows(rows: Sequence[Any]) -> tuple[tuple[Option, ...], ...]:
    return tuple(
        tuple(
            Option(
                option["value"], dict(option["label"]), option.get("says"),
                bool(option.get("alone", False)),
            )
            for option in row
        )
        for row in rows
    )  # fmt: skip


def _scale(item: Mapping[str, Any]) -> tuple[tuple[Option, ...], ...]:
    """Numbers in one row, or in two; what some of them stand for is said above the buttons."""
    says = {int(number): dict(labels) for number, labels in item.get("says", {}).items()}
    numbers = range(int(item["from"]), int(item["to"]) + 1)
    options = [Option(n, {"en": str(n)}, says.get(n)) for n in numbers]
    rows = -(-len(options) // _ONE_ROW)
    wide = -(-len(options) // rows)
    return tuple(tuple(options[i : i + wide]) for i in range(0, len(options), wide))


def reason_of(scheme: Scheme) -> str:
    """Which of the `REASONS` the scheme is asked with."""
    found = [one for one in scheme.questions if one.id == _REASON]
    if not found:
        return "never"
    return "always" if found[0].when is None else "strong"


def with_reason(body: Mapping[str, Any], reason: str) -> dict[str, Any]:
    """The scheme's mapping with its `reason` question asked `never`, `always`, or if `strong`."""
    questions = [dict(item) for item in body["questions"]]
    if reason == "never":
        questions = [item for item in questions if item["id"] != _REASON]
    elif reason == "always":
        for item in questions:
            if item["id"] == _REASON:
                item.pop("when", None)
    return {**body, "questions": questions}
