"""Answering the questions of a form, act by act: what a tap or a message makes of the answers."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.domain.refusal import Refused
from bot.domain.schemes import (
    Question,
    QuestionKind,
    Scheme,
    Values,
    is_asked,
    next_question,
    without_unasked,
)

# A message that is as long as a message can be is followed by the rest of the text.
MORE_FOLLOWS = 4000
_LINK = re.compile(r"https?://[^\s<>()\[\]]+\.[^\s<>()\[\]]{2,}", re.IGNORECASE)
# Scripts that write words without spaces between them; about two signs make a word.
_DENSE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003134f]"
)


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered (`values`), and what of several taps was made so far (`partial`)."""

    values: Mapping[str, Any] = field(default_factory=dict)
    partial: Mapping[str, Sequence[Any]] = field(default_factory=dict)

    def chosen(self, question: Question) -> list[Any]:
        """The options of several taps that count as tapped now."""
        if question.id in self.partial:
            return list(self.partial[question.id])
        given = self.values.get(question.id, [])
        return list(given) if isinstance(given, list) else [given]


def asked_at(form: Scheme, values: Values, place: int) -> Question:
    """The question at that place; refused when there is none, or it is not asked."""
    question = form.at(place)
    if not is_asked(question, values):
        raise Refused("stale-button")
    return question


def wanted_now(form: Scheme, values: Values, turned_to: int | None) -> Question | None:
    """The question that was turned to, else the first open one; none when all is answered."""
    if turned_to is not None and turned_to < len(form.questions):
        return form.questions[turned_to]
    return next_question(form, values)


def shown_now(form: Scheme, values: Values, turned_to: int | None) -> Question:
    """The question that a card asks: as `wanted_now`, and the first when all is answered."""
    return wanted_now(form, values, turned_to) or form.questions[0]


def tap(form: Scheme, answers: Answers, question: Question, option: int) -> Answers:
    """The answers after a tap on the option at that place; refused when there is none."""
    options = question.options
    if not 0 <= option < len(options):
        raise Refused("stale-button")
    value = options[option].value
    match question.kind:
        case QuestionKind.choice | QuestionKind.pick:
            return _answered(form, answers, question, value)
        case QuestionKind.many if options[option].alone:
            return _answered(form, answers, question, [value])
        case QuestionKind.many:
            return _kept(answers, question, _toggled(question, answers.chosen(question), value))
        case QuestionKind.rank:
            order = [*_so_far(answers, question), value]
            if len(set(order)) < len(order):
                raise Refused("stale-button")
            left = [one.value for one in options if one.value not in order]
            if len(left) <= 1:
                return _answered(form, answers, question, order + left)
            return _kept(answers, question, order)
        case _:
            raise Refused("stale-button")


def _so_far(answers: Answers, question: Question) -> list[Any]:
    # A tap on a whole ranking begins it anew.
    return list(answers.partial.get(question.id, []))


def _toggled(question: Question, chosen: list[Any], value: Any) -> list[Any]:
    alone = {one.value for one in question.options if one.alone}
    kept = [one for one in chosen if one not in alone]
    after = [one for one in kept if one != value] if value in kept else [*kept, value]
    if question.most is not None and len(after) > question.most:
        raise Refused("too-many-options", most=question.most)
    return [one.value for one in question.options if one.value in after]


def close(form: Scheme, answers: Answers, question: Question) -> Answers:
    """The answers after [Done] below several options; refused when too few are chosen."""
    chosen = answers.chosen(question)
    if question.kind != QuestionKind.many:
        raise Refused("stale-button")
    if len(chosen) < question.least:
        raise Refused("too-few-options", least=question.least)
    return _answered(form, answers, question, chosen)


def restart(answers: Answers, question: Question) -> Answers:
    """The answers without the one to that question."""
    return Answers(_without(answers.values, question), _without(answers.partial, question))


def _kept(answers: Answers, question: Question, chosen: list[Any]) -> Answers:
    # What was answered before counts no more: what is submitted is what the card shows.
    values = _without(answers.values, question)
    return Answers(values, {**answers.partial, question.id: chosen})


def _answered(form: Scheme, answers: Answers, question: Question, value: Any) -> Answers:
    values = {**answers.values, question.id: value}
    if answers.values.get(question.id) != value:
        # A text that improves one answer is not yet the text that improves another.
        about = {one.id for one in form.questions if one.of == question.id}
        values = {name: given for name, given in values.items() if name not in about}
    values = without_unasked(form, values)
    return Answers(values, _without(answers.partial, question))


def _without(answers: Mapping[str, Any], question: Question) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if name != question.id}


def worded(form: Scheme, answers: Answers, question: Question, text: str | None) -> Answers:
    """The answers with that text, or without one where what was written is none yet."""
    if text is None:
        return restart(answers, question)
    return _answered(form, answers, question, text)


def check_text(question: Question, text: str) -> str:
    """The trimmed text; refused when it has too few words or links."""
    words, links = count_words(text), len(_LINK.findall(text))
    if words < question.min_words:
        raise Refused("too-few-words", words=words, needed=question.min_words)
    if links < question.links:
        raise Refused("too-few-links", links=links, needed=question.links)
    if not text.strip():
        raise Refused("too-few-words", words=0, needed=1)
    return text.strip()


def missing(question: Question, text: str) -> Refused | None:
    """What the text lacks to be an answer; none when it is one."""
    try:
        check_text(question, text)
    except Refused as no:
        return no
    return None


def count_words(text: str) -> int:
    """How many words a text has; where a script puts no spaces, two of its signs count as one."""
    dense = len(_DENSE.findall(text))
    spaced = _DENSE.sub(" ", text).split()
    return (dense + 1) // 2 + sum(1 for word in spaced if any(map(_is_sign, word)))


def _is_sign(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNS"
