"""A scheme in the making: what is shown, and questions that are added, changed and moved.

The draft is the mapping of a scheme with two fields more: `shows`, what people look at, and
`name`, which may be none yet. What it lacks is found by the check that every scheme file passes.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.refusal import Refused
from bot.domain.schemes import Each

Body = Mapping[str, Any]

MOST_ASK = 300  # signs of a question
MOST_LABEL = 37  # signs of an answer on a button, besides a box to tick
MOST_OPTIONS = 20
MOST_TITLE = 60
# How a scheme can be called.
EXAMPLE = "Politeness check"
MOST_QUESTIONS = 12
_MOST_ID = 32
_SHORT = 11  # of labels that stand beside one another
# The pairwise scheme's file has a question of that name which a project can switch off.
_TAKEN = frozenset({"reason"})


class Shows(StrEnum):
    """What people look at when they answer."""

    one = "one"
    two = "two"
    several = "several"
    none = "none"
    talk = "talk"


RESPONSES = {
    Shows.one: (1, 1), Shows.two: (2, 2), Shows.several: (2, 5), Shows.none: (0, 0),
    Shows.talk: (0, 0),
}  # fmt: skip


class Part(StrEnum):
    """The kinds of question of which a scheme is put together."""

    choice = "choice"
    compare = "compare"
    scale = "scale"
    many = "many"
    pick = "pick"
    rank = "rank"
    text = "text"


# The scales that are offered, from and to.
SCALES = ((0, 4), (1, 5), (1, 7), (0, 10))


@dataclass(frozen=True, slots=True)
class Draft:
    """A scheme that a person is making."""

    id: int
    number: str
    body: dict[str, Any]


def begun(shows: Shows) -> dict[str, Any]:
    """A draft without questions."""
    return {
        "name": None, "shows": shows.value, "responses": list(RESPONSES[shows]), "questions": [],
    }  # fmt: skip


def taken_up(scheme: Body) -> dict[str, Any]:
    """A draft that begins as that scheme does."""
    turned = any(one.get("each") == Each.turn for one in scheme["questions"])
    return {**scheme, "shows": _shows(tuple(scheme.get("responses", (2, 2))), turned).value}


def _shows(responses: Sequence[int], turned: bool) -> Shows:
    if turned:
        return Shows.talk
    if responses[1] == 0:
        return Shows.none
    if responses[1] == 1:
        return Shows.one
    return Shows.two if tuple(responses) == (2, 2) else Shows.several


def whole(draft: Body, name: str, languages: Iterable[str] = ()) -> dict[str, Any]:
    """The mapping of the scheme under that name, each label in all languages of the scheme.

    Those are the languages of its first question, and these. Where one is missing, the English
    words stand until they are translated.
    """
    spoken = [one for question in draft["questions"][:1] for one in question["ask"]]
    every = dict.fromkeys((*spoken, *languages))
    body = {k: v for k, v in draft.items() if k not in ("name", "shows")}
    return {"name": name} | {k: _filled(v, every) for k, v in body.items()}


def _filled(value: Any, languages: Iterable[str]) -> Any:
    if isinstance(value, Mapping):
        english = value.get("en")
        if isinstance(english, str):
            return {**dict.fromkeys(("en", *languages), english), **value}
        return {name: _filled(one, languages) for name, one in value.items()}
    return [_filled(one, languages) for one in value] if isinstance(value, list) else value


def parts_for(draft: Body) -> list[Part]:
    """The kinds of question that go with what is shown."""
    least, most = draft["responses"]
    found = [Part.choice, Part.scale, Part.many]
    if (least, most) == (2, 2):
        found.insert(0, Part.compare)
    if most >= 2:
        found += [Part.pick, Part.rank]
    return [*found, Part.text]


def needs_options(question: Body) -> bool:
    """Whether its answers are written by who makes it, and are not there yet."""
    return question["kind"] in ("choice", "many") and not question.get("rows")


def has_own_options(question: Body) -> bool:
    """Whether its answers are written by who makes it."""
    return question["kind"] in ("choice", "many") and not question.get("mirror", False)


def question_of(draft: Body, question_id: str) -> dict[str, Any]:
    """The question of that id; refused when there is none any more."""
    for one in draft["questions"]:
        if one["id"] == question_id:
            return dict(one)
    raise Refused("stale-button")


def with_question(
    draft: Body, part: Part, text: str, language: str, compared: Sequence[Any] = ()
) -> tuple[dict[str, Any], str]:
    """The draft with one question more, and its id; `compared` are the answers of a comparison."""
    if part not in parts_for(draft):
        raise Refused("stale-button")
    if len(draft["questions"]) >= MOST_QUESTIONS:
        raise Refused("scheme-full", most=MOST_QUESTIONS)
    known = {one["id"] for one in draft["questions"]} | _TAKEN
    question_id = _new_id(text, known, "question")
    made: dict[str, Any] = {"id": question_id, "kind": part.value, "ask": _said(text, language)}
    match part:
        case Part.compare:
            made |= {"kind": "choice", "rows": list(compared), "mirror": True}
        case Part.scale:
            made |= {"from": SCALES[0][0], "to": SCALES[0][1]}
        case Part.text if draft["responses"][1] == 0:
            made["long"] = True
    if draft["shows"] == Shows.talk and part is Part.choice:
        made["each"] = Each.turn.value
    return {**draft, "questions": [*draft["questions"], made]}, question_id


def _said(text: str, language: str) -> dict[str, str]:
    text = " ".join(text.split())
    if not text:
        raise Refused("scheme-empty")
    if len(text) > MOST_ASK:
        raise Refused("scheme-long", count=len(text), most=MOST_ASK)
    # English is what everybody reads whose language is missing.
    return dict.fromkeys(("en", language), text)


def _new_id(text: str, known: Iterable[str], otherwise: str) -> str:
    """An identifier from words in Latin letters, else a number."""
    found = re.sub(r"[^a-z0-9]+", "_", text.casefold()).strip("_")
    if len(found) > _MOST_ID:
        # At the end of a word, where there is one.
        found = found[: _MOST_ID + 1].rpartition("_")[0] or found[:_MOST_ID]
    if not re.match(r"[a-z]", found):
        found = otherwise
    taken, number, made = set(known), 1, found
    while made in taken or (made == otherwise and found == otherwise):
        made = f"{found[: _MOST_ID - 3]}_{number}"
        number += 1
    return made


def changed(draft: Body, question_id: str, **values: Any) -> dict[str, Any]:
    """The draft with these fields of the question; what is none goes."""
    question_of(draft, question_id)
    return {**draft, "questions": [
        {k: v for k, v in {**one, **values}.items() if v is not None}
        if one["id"] == question_id else one
        for one in draft["questions"]
    ]}  # fmt: skip


def worded(draft: Body, question_id: str, text: str, language: str) -> dict[str, Any]:
    """The question in other words, which are to be translated anew."""
    return changed(draft, question_id, ask=_said(text, language))


def with_options(draft: Body, question_id: str, text: str, language: str) -> dict[str, Any]:
    """The question with these answers, one a line."""
    if not has_own_options(question_of(draft, question_id)):
        raise Refused("stale-button")
    labels = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if not 2 <= len(labels) <= MOST_OPTIONS:
        raise Refused("scheme-options-count", count=len(labels), most=MOST_OPTIONS)
    for label in labels:
        if len(label) > MOST_LABEL:
            raise Refused("scheme-option-long", option=label[:MOST_LABEL], most=MOST_LABEL)
        if labels.count(label) > 1:
            raise Refused("scheme-option-twice", option=label)
    options: list[dict[str, Any]] = []
    for label in labels:
        known = [one["value"] for one in options]
        value = _new_id(label, known, "answer")
        options.append({"value": value, "label": _said(label, language)})
    width = 1 if max(map(len, labels)) > _SHORT else 3 if len(labels) in (3, 6, 9) else 2
    rows = [options[i : i + width] for i in range(0, len(options), width)]
    # Who hangs on an answer that is no more is asked always.
    return freed(changed(draft, question_id, rows=rows), question_id)


def freed(draft: Body, question_id: str) -> dict[str, Any]:
    """The draft in which nothing hangs on the answer to that question."""

    def hangs(one: Body, name: str) -> bool:
        if name == "when":
            return bool(one["when"]["question"] == question_id)
        return name == "of" and bool(one["of"] == question_id)

    return {**draft, "questions": [
        {name: value for name, value in one.items() if not hangs(one, name)}
        for one in draft["questions"]
    ]}  # fmt: skip


def scaled(draft: Body, question_id: str, least: int, most: int) -> dict[str, Any]:
    """The question with that scale."""
    if (least, most) not in SCALES or question_of(draft, question_id)["kind"] != "scale":
        raise Refused("stale-button")
    other = changed(draft, question_id, **{"from": least, "to": most, "says": None})
    return freed(other, question_id)


def removed(draft: Body, question_id: str) -> dict[str, Any]:
    """The draft without the question; what hung on it is asked always."""
    question_of(draft, question_id)
    left = [one for one in draft["questions"] if one["id"] != question_id]
    return freed({**draft, "questions": left}, question_id)


def moved_up(draft: Body, question_id: str) -> dict[str, Any]:
    """The question one place earlier; the first one stays."""
    questions = list(draft["questions"])
    place = questions.index(question_of(draft, question_id))
    if place:
        questions[place - 1 : place + 1] = questions[place], questions[place - 1]
    asked_before: set[str] = set()
    kept = []
    for one in questions:
        # What is asked only after another one cannot come before it.
        hangs = (one.get("when") or {}).get("question"), one.get("of")
        if any(on not in (None, "response") and on not in asked_before for on in hangs):
            raise Refused("scheme-order")
        asked_before.add(one["id"])
        kept.append(one)
    return {**draft, "questions": kept}


def name_of(text: str) -> str:
    """The name in a project file for a scheme that is called so; refused without Latin letters."""
    found = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
    if not re.fullmatch(r"[a-z][a-z0-9-]{1,39}", found):
        raise Refused("scheme-name", example=EXAMPLE)
    return found


def title(text: str, language: str) -> dict[str, Any]:
    """What people read as the name of the scheme."""
    said = " ".join(text.split())
    if len(said) > MOST_TITLE:
        raise Refused("scheme-long", count=len(said), most=MOST_TITLE)
    return {"title": _said(said, language)}
