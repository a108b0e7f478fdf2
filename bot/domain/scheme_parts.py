"""What taps change about a question of a scheme in the making, and when it is asked."""

from collections.abc import Mapping
from enum import StrEnum
from itertools import takewhile
from typing import Any

from bot.domain.refusal import Refused
from bot.domain.scheme_drafts import Body, Shows, changed, freed, question_of
from bot.domain.schemes import Each, QuestionKind

# How many words an answer needs, one after the other at each tap.
WORDS = (0, 3, 10, 30, 100)


class Turn(StrEnum):
    """What one tap changes about a question."""

    required = "required"
    long = "long"
    words = "words"
    links = "links"
    works = "works"
    each = "each"


def turns_for(draft: Body, question: Body) -> list[Turn]:
    """What can be changed about the question by one tap."""
    found = [Turn.required]
    if question["kind"] == QuestionKind.text:
        found += [Turn.long, Turn.words, Turn.links]
        if worked_on(draft, question) is not None:
            found.append(Turn.works)
    asks_all = question["kind"] in (QuestionKind.pick, QuestionKind.rank)
    if not asks_all and not question.get("mirror", False) and each_of(draft) is not None:
        found.append(Turn.each)
    return found


def each_of(draft: Body) -> Each | None:
    """What a question can be asked about, once for each."""
    if draft["shows"] == Shows.talk:
        return Each.turn
    return Each.response if draft["responses"][1] >= 2 else None


def worked_on(draft: Body, question: Body) -> str | None:
    """What a text can be a better version of: the only answer, or the one that was picked."""
    if list(draft["responses"]) == [1, 1]:
        return "response"
    before = takewhile(lambda one: one["id"] != question["id"], draft["questions"])
    return next((one["id"] for one in before if one["kind"] == QuestionKind.pick), None)


def turned(draft: Body, question_id: str, turn: Turn) -> dict[str, Any]:
    """The draft after a tap on that."""
    question = question_of(draft, question_id)
    if turn not in turns_for(draft, question):
        raise Refused("stale-button")
    match turn:
        case Turn.required:
            required = question.get("required", True)
            return changed(draft, question_id, required=False if required else None)
        case Turn.long:
            return changed(draft, question_id, long=None if question.get("long") else True)
        case Turn.links:
            return changed(draft, question_id, links=None if question.get("links") else 1)
        case Turn.works:
            of = None if question.get("of") else worked_on(draft, question)
            return changed(draft, question_id, of=of)
        case Turn.words:
            now = question.get("min_words", 0)
            more = next((one for one in WORDS if one > now), 0)
            return changed(draft, question_id, min_words=more or None)
    each = each_of(draft)
    about = None if question.get("each") or each is None else each.value
    # A condition holds between questions about the same thing only.
    return freed(changed(draft, question_id, each=about, when=None), question_id)


def values_of(question: Body) -> list[tuple[int | str, Mapping[str, str]]]:
    """The answers of a question that others can hang on, with their labels."""
    if question["kind"] == "scale":
        numbers = range(question["from"], question["to"] + 1)
        return [(number, {"en": str(number)}) for number in numbers]
    return [(one["value"], one["label"]) for row in question.get("rows", ()) for one in row]


def hangs_on(draft: Body, question_id: str) -> list[dict[str, Any]]:
    """The earlier questions on whose answer it can hang."""
    question = question_of(draft, question_id)
    place = draft["questions"].index(question)
    return [
        dict(one) for one in draft["questions"][:place]
        if values_of(one) and one.get("each") in (None, question.get("each"))
    ]  # fmt: skip


def hung(draft: Body, question_id: str, place: int) -> dict[str, Any]:
    """The question asked after answers to the one at that place, still to be chosen."""
    others = {one["id"] for one in hangs_on(draft, question_id)}
    found = draft["questions"][place]["id"] if 0 <= place < len(draft["questions"]) else None
    if found not in others:
        raise Refused("stale-button")
    return changed(draft, question_id, when={"question": found, "values": []})


def unhung(draft: Body, question_id: str) -> dict[str, Any]:
    """The question asked always."""
    return changed(draft, question_id, when=None)


def narrowed(draft: Body, question_id: str, place: int) -> dict[str, Any]:
    """The answer at that place counts, or counts no more, for asking the question."""
    when = question_of(draft, question_id).get("when")
    if when is None:
        raise Refused("stale-button")
    values = [value for value, _ in values_of(question_of(draft, when["question"]))]
    if not 0 <= place < len(values):
        raise Refused("stale-button")
    given = set(when["values"]) ^ {values[place]}
    kept = [one for one in values if one in given]
    return changed(draft, question_id, when={"question": when["question"], "values": kept})
