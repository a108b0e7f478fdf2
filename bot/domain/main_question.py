"""The main question of a scheme, the one that agreement and confidence are about, and its labels.

A label is the answer as files have it, in one word: a response by its id, an option by its value,
a ranking as `a>b>c`, several options as `facts+tone`.
"""

from collections.abc import Sequence
from math import factorial
from typing import Any

from bot.domain.schemes import (
    Option,
    Question,
    QuestionKind,
    Scheme,
    Values,
    canonical,
    exported,
)

# Two numbers have no order worth the name.
_LEAST_ON_A_SCALE = 3


def main_question(scheme: Scheme) -> Question | None:
    """The first question that everybody answers about the whole task, and not in own words."""
    for question in scheme.questions:
        of_all = question.each is None and question.when is None and question.required
        if of_all and question.kind != QuestionKind.text:
            return question
    return None


def label_of(question: Question, answer: Values) -> str | None:
    """The label of an answer as exports (and known answers) write it; none where it is open."""
    given = answer.get(question.id)
    if given is None:
        return None
    if question.kind == QuestionKind.rank:
        return ">".join(map(str, given))
    if question.kind == QuestionKind.many:
        order = {one.value: place for place, one in enumerate(question.options)}
        return "+".join(map(str, sorted(given, key=lambda one: order.get(one, len(order)))))
    return str(given)


def vote_of(
    scheme: Scheme, answer: Values, shown_order: Sequence[int], responses: Sequence[str]
) -> str | None:
    """The label of a stored answer, the shown order undone; none without a main question.

    `responses` are the ids of the task's responses in the order of the import.
    """
    question = main_question(scheme)
    if question is None or question.id not in answer:
        return None
    only = {question.id: answer[question.id]}
    return label_of(question, exported(scheme, canonical(scheme, only, shown_order), responses))


def parts_of(question: Question, label: str, responses: Sequence[str]) -> list[int | str]:
    """What a label is made of: response ids, option values; the opposite of `label_of`.

    What is neither stays as it is written.
    """
    if question.kind == QuestionKind.rank:
        return _ids_in(label, responses) or [label]
    if question.kind == QuestionKind.pick:
        return [label]
    values = {str(one.value): one.value for one in question.options}
    if label in values or question.kind != QuestionKind.many:
        return [values.get(label, label)]
    return [values.get(one, one) for one in label.split("+")]


def _ids_in(label: str, responses: Sequence[str]) -> list[int | str]:
    """The ids in that order; an id may itself hold the sign that stands between two."""
    for one in responses:
        if label == one:
            return [one]
        if label.startswith(f"{one}>"):
            left = [other for other in responses if other != one]
            if rest := _ids_in(label[len(one) + 1 :], left):
                return [one, *rest]
    return []


def label_count(question: Question, responses: int) -> int:
    """How many labels an answer about a task with so many responses can have."""
    if question.kind == QuestionKind.pick:
        return responses
    if question.kind == QuestionKind.rank:
        return factorial(responses)
    if question.kind == QuestionKind.many:
        alone = sum(1 for one in question.options if one.alone)
        return int(2 ** (len(question.options) - alone)) - 1 + alone
    return len(question.options)


def scale_of(question: Question) -> tuple[int, ...]:
    """The numbers among the options from the lowest on; none where they are no scale.

    What stands beside the numbers, such as "both bad", is a label and no place on the scale.
    """
    if question.kind != QuestionKind.choice:
        return ()
    numbers = sorted(value for one in question.options if (value := _number(one)) is not None)
    return tuple(numbers) if len(numbers) >= _LEAST_ON_A_SCALE else ()


def is_ordered(question: Question) -> bool:
    """Whether the labels are numbers on a scale."""
    return bool(scale_of(question))


def _number(option: Option) -> int | None:
    value: Any = option.value
    return value if isinstance(value, int) and not isinstance(value, bool) else None
