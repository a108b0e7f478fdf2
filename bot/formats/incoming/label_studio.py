"""Tasks of Label Studio: free data, with what annotators and models said of them."""

import re
from collections.abc import Sequence
from typing import Any, Final

from bot.formats.incoming.taking import (
    Incoming,
    Row,
    Taking,
    id_of,
    language_of,
    made_id,
    messages_of,
    predicted,
)

_NAME: Final = "label-studio"
_TAKEN: Final = ("id", "data", "annotations", "predictions", "meta")
_PROMPTS: Final = ("prompt", "question", "instruction", "messages", "dialogue", "text")
_LISTS: Final = ("responses", "answers", "items", "outputs", "completions")
_SINGLE: Final = ("response", "answer", "output", "completion")
_SIDE: Final = re.compile(rf"({'|'.join(_SINGLE)})_?([1-9]|[a-e])")
_TEXTS: Final = ("text", "content", "body", "answer", "response", "title")
_PREFERENCE: Final = {"left": -1, "right": 1}
_NO_SIDE: Final = {"tie": 0, "both_bad": "both_bad"}
_OF_ONE: Final = re.compile(r"(.+)_([1-9])")


def _is_one(row: Row) -> bool:
    return isinstance(row.get("data"), dict) and "prompt" not in row


def _to_native(rows: Sequence[Row], taking: Taking) -> Row:
    (row,) = rows
    data: Row = row["data"]
    name = next((one for one in _PROMPTS if one in data), "prompt")
    prompt = messages_of(data.get(name), f"data.{name}", taking)
    used, responses = _responses(data, taking)
    language = language_of(data.get("language"))
    # Kept beside what the row itself says, under names that do not meet.
    about = taking.rest(data, {name, *used, *(("language",) if language else ())})
    return {
        "id": id_of(data, "id") or id_of(row, "id") or made_id(_NAME, prompt, responses),
        "prompt": prompt,
        "responses": responses,
        "language": language,
        "predictions": [*_said(row.get("annotations"), taking), *_foretold(row, taking)],
        "metadata": {**taking.rest(row, _TAKEN), **({"data": about} if about else {})},
    }


def _responses(data: Row, taking: Taking) -> tuple[list[str], list[Any]]:
    """The responses, and the fields in which they and their models stand."""
    listed = next((one for one in _LISTS if isinstance(data.get(one), list)), None)
    if listed:
        return [listed], [_listed(entry, taking) for entry in data[listed]]
    sides: list[tuple[str, str]] = sorted(
        (str(match[2]), name)
        for name in data
        if data[name] != "" and (match := _SIDE.fullmatch(name))
    )
    single: list[tuple[str, str]] = [("", name) for name in _SINGLE if name in data]
    found = sides or single[:1]
    used, responses = [name for _, name in found], []
    for side, name in found:
        model = next((one for one in (f"model_{side}", f"model{side}") if one in data), None)
        used += [model] if model else []
        responses.append({"text": data[name], "model": data[model] if model else None})
    return used, responses


def _listed(entry: Any, taking: Taking) -> Any:
    if not isinstance(entry, dict):
        return {"text": entry}
    name = next((one for one in _TEXTS if one in entry), "text")
    used = ("id", name, "model")
    taking.leave(*(f"data.{one}" for one in entry if one not in used))
    found = {"text": entry.get(name), "model": entry.get("model")}
    return found if entry.get("id") is None else {"id": id_of(entry, "id"), **found}


def _said(annotations: Any, taking: Taking) -> list[Row]:
    """What annotators said, one by one; who they were is nobody's business here."""
    found = []
    for entry in annotations if isinstance(annotations, list) else ():
        if not isinstance(entry, dict) or entry.get("was_cancelled") is True:
            continue
        if entry.get("ground_truth") is True:
            taking.leave("annotations.ground_truth")
        found += predicted(_NAME, _values(entry.get("result"), taking))
    return found


def _foretold(row: Row, taking: Taking) -> list[Row]:
    """What models foretold."""
    found = []
    listed = row.get("predictions")
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict):
            model = entry.get("model_version")
            name = model if isinstance(model, str) and model.strip() else _NAME
            found += predicted(name[:200], _values(entry.get("result"), taking))
    return found


def _values(results: Any, taking: Taking) -> dict[str, Any]:
    """Answers by the name of the control that they were given with."""
    values: dict[str, Any] = {}
    control: str | None = None
    for entry in results if isinstance(results, list) else ():
        value = entry.get("value") if isinstance(entry, dict) else None
        name = entry.get("from_name") if isinstance(entry, dict) else None
        if not isinstance(value, dict) or not isinstance(name, str):
            continue
        known, said = _value(value)
        if known == "selected":
            control, values["preference"] = name, said
        elif known:
            values[_named(name, entry.get("to_name"))] = said
        else:
            taking.leave(*(f"result.{one}" for one in value))
    return _joined(values, control)


def _named(name: str, of: Any) -> str:
    """What was asked; where it is about one answer, with its number as ours have it."""
    about = _OF_ONE.fullmatch(name)
    if about and of in (f"answer_{about[2]}", f"response_{about[2]}"):
        return f"{about[1][:190]}:{about[2]}"
    return name[:200]


def _joined(values: dict[str, Any], control: str | None) -> dict[str, Any]:
    """A preference and its strength, or that there is none, are several results of our exports."""
    if control is not None:
        strength = values.get(f"{control}_strength")
        if strength in (1, 2, 3):
            del values[f"{control}_strength"]
            values["preference"] *= strength
    elif "preference" not in values:
        for name, said in values.items():
            if name.endswith("_tie") and isinstance(said, str) and said in _NO_SIDE:
                del values[name]
                return {**values, "preference": _NO_SIDE[said]}
    return values


def _value(value: Row) -> tuple[str | None, Any]:
    """What kind of answer it is, and the answer as we write it."""
    selected, choices, rating = (value.get(name) for name in ("selected", "choices", "rating"))
    if isinstance(selected, str) and selected in _PREFERENCE:
        return "selected", _PREFERENCE[selected]
    if isinstance(choices, list) and choices and all(isinstance(one, str) for one in choices):
        return "choices", choices[0] if len(choices) == 1 else choices
    ranked = value.get("ranker")
    if isinstance(ranked, list) and ranked and all(isinstance(one, str) for one in ranked):
        return "ranker", ranked
    if isinstance(rating, int) and not isinstance(rating, bool):
        return "rating", rating
    return None, None


LABEL_STUDIO: Final = Incoming(_NAME, _is_one, _to_native, {"prompt": "data.prompt",
                                                            "responses": "data"})  # fmt: skip
