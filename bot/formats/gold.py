"""The known answers of a gold task, as exports write answers: what the scheme does not take."""

from collections.abc import Sequence
from typing import Any

from bot.domain.schemes import Each, Question, QuestionKind, Scheme, is_asked
from bot.formats.records import Item
from bot.formats.shape import Shape


def check_gold(scheme: Scheme, item: Item, shape: Shape) -> None:
    """Note each known answer that nobody could give: no question, no option, or none to tap."""
    responses = [one.id for one in item.responses]
    turns = [str(nth) for nth in range(1, sum(t.role == "assistant" for t in item.prompt) + 1)]
    asked = {one.id: one for one in scheme.questions}
    for name, value in (item.gold or {}).items():
        field, question = f"gold.{name}", asked.get(name)
        if question is None:
            shape.fault(field, "gold-question", expected=_told(asked))
        elif question.each is None:
            _check(question, value, field, shape, responses)
        elif not isinstance(value, dict) or not value:
            shape.fault(field, "wrong-type", expected="object")
        else:
            about = responses if question.each is Each.response else turns
            for one, answer in value.items():
                place = f"{field}.{one}"
                if one in about:
                    _check(question, answer, place, shape, responses)
                else:
                    shape.fault(place, "not-an-option", expected=_told(about))
    if not shape.faults:
        _check_asked(asked, item.gold or {}, shape)


def _check_asked(asked: dict[str, Question], gold: dict[str, Any], shape: Shape) -> None:
    """Note answers to what is not asked by the other known answers; own words only explain."""
    for name, value in gold.items():
        question, asks = asked[name], asked[name].when
        if asks is None or asks.question not in gold or question.kind == QuestionKind.text:
            continue
        first, each = gold[asks.question], asked[asks.question].each
        for about in value if question.each is not None else ("",):
            given = first.get(about) if each is not None else first
            # Of one response or turn the first answer may not be known.
            if given is not None and not is_asked(question, {asks.question: given}):
                shape.fault(f"gold.{name}.{about}".rstrip("."), "gold-answer")


def _check(
    question: Question, value: Any, field: str, shape: Shape, responses: Sequence[str]
) -> None:
    if question.kind == QuestionKind.text:
        shape.text(value, field)
        return
    several = question.kind in (QuestionKind.many, QuestionKind.rank)
    if several != isinstance(value, list):
        shape.fault(field, "wrong-type", expected="list" if several else "answer")
        return
    shown = question.kind in (QuestionKind.pick, QuestionKind.rank)
    known = responses if shown else [one.value for one in question.options]
    given = value if several else [value]
    # To Python True is 1, and 1.0 too; in a file they are three answers.
    if any((type(one), one) not in [(type(each), each) for each in known] for one in given):
        shape.fault(field, "not-an-option", expected=_told(known))
    elif not _can_be_given(question, given, len(known)):
        shape.fault(field, "gold-answer")


def _can_be_given(question: Question, given: Sequence[Any], of: int) -> bool:
    """Whether so many can be tapped together, each once."""
    if len(set(given)) < len(given):
        return False
    if question.kind == QuestionKind.rank:
        return len(given) == of
    if question.kind == QuestionKind.many:
        alone = {one.value for one in question.options if one.alone}
        if alone & set(given):
            return len(given) == 1
        return question.least <= len(given) <= (question.most or of)
    return True


def _told(known: Sequence[Any] | dict[str, Any]) -> str:
    return ", ".join(map(str, known))[:200]
