"""A known answer put together by taps: each question of it in turn, any of its options.

The taps are one text, a sign for each: nothing is stored before the answer is confirmed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.domain.answering import Answers, close, tap
from bot.domain.gold import answer_of, as_shown, compared
from bot.domain.refusal import Refused
from bot.domain.schemes import Question, QuestionKind, Scheme, form_of, next_question

NONE = "."  # before the first tap
DONE = "-"  # below several options
_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
# As many as the data of a button holds, besides the task.
MOST_TAPS = 40


def form_of_known(
    scheme: Scheme, known: Mapping[str, Any], responses: Sequence[str], turns: int
) -> Scheme:
    """The questions of the known answer that are not in own words, as a form of their own."""
    shown = as_shown(scheme, known, range(len(responses)), responses)
    bases = {one.id for one in compared(scheme, known)}
    form = form_of(scheme, len(responses), turns)
    asked = [
        one for one in form.questions if one.id in shown and one.id.partition(":")[0] in bases
    ]
    ids = {one.id for one in asked}
    return replace(form, questions=tuple(_required(one, ids) for one in asked))


def _required(question: Question, asked: set[str]) -> Question:
    """The question, asked for certain where what it hangs on is not asked."""
    hangs = question.when is not None and question.when.question in asked
    return replace(question, required=True, when=question.when if hangs else None)


def tapped(taps: str, option: int) -> str:
    """The taps with one more, on that option of the question that is due."""
    return taps + _SIGNS[option]


def replayed(form: Scheme, taps: str) -> Answers:
    """What these taps make; refused where they cannot have been made."""
    if taps[:1] != NONE or len(taps) > MOST_TAPS:
        raise Refused("stale-button")
    answers = Answers()
    for sign in taps[1:]:
        question = next_question(form, answers.values)
        if question is None or sign not in _SIGNS + DONE:
            raise Refused("stale-button")
        if sign == DONE:
            answers = close(form, answers, question)
        else:
            answers = tap(form, answers, question, _SIGNS.index(sign))
    return answers


def chosen(
    scheme: Scheme, known: Mapping[str, Any], answers: Answers, responses: Sequence[str]
) -> dict[str, Any]:
    """The answer as a known one is written; what is in own words stays as it was."""
    own = {one.id for one in scheme.questions if one.kind == QuestionKind.text}
    kept = {name: value for name, value in known.items() if name in own}
    return kept | answer_of(scheme, answers.values, range(len(responses)), responses)
