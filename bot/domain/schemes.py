"""Rating schemes as data: questions, options, conditions; and the form that a task makes of them.

A scheme can ask a question once, once for `each` response, or once for each turn of a
conversation. The form of a task has a question of its own for each of these, with its number in
its id, so that all else deals with plain questions only.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import Any

from bot.domain.refusal import Refused

Values = Mapping[str, Any]
Labels = Mapping[str, str]

# What stands for the responses where the scheme names no letters of its own.
LETTERS: tuple[Labels, ...] = tuple(
    {"en": latin, "ar": arabic} for latin, arabic in zip("ABCDE", "أبجده", strict=True)
)
# In a row of buttons on a phone.
_ROW = 5


class QuestionKind(StrEnum):
    """How a question is answered."""

    choice = "choice"  # one option, by one tap
    many = "many"  # any of the options, then [Done]
    pick = "pick"  # one of the responses, by one tap
    rank = "rank"  # all responses, tapped from the best on
    text = "text"  # a message, or several


class Each(StrEnum):
    """What a question is asked about, once for each."""

    response = "response"
    turn = "turn"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice, with its label per language (`en` always there).

    `says` is what a short label such as a number stands for. An answer `alone` goes with no other.
    """

    value: int | str
    label: Labels
    says: Labels | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """A question is asked only when another one was answered with one of `values`."""

    question: str
    values: tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a scheme or, with `about` set, of the form of a task.

    `about` counts from 0: the response as shown, or the turn. `mirror` says that a choice changes
    its sign with the order of two responses. Of a text, `links` is how many addresses it needs,
    `long` that it may be several messages and ends with [Done], `of` the question whose response
    it works on. Of many, `least` and `most` options are taken.
    """

    id: str
    kind: str
    ask: Labels
    required: bool = True
    rows: tuple[tuple[Option, ...], ...] = ()
    min_words: int = 0
    when: Condition | None = None
    each: Each | None = None
    about: int | None = None
    mirror: bool = False
    links: int = 0
    long: bool = False
    of: str | None = None
    least: int = 1
    most: int | None = None

    @property
    def options(self) -> tuple[Option, ...]:
        """All options, in the order shown."""
        return tuple(option for row in self.rows for option in row)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A rating scheme, or the form of one task: the responses it takes, and what is asked.

    A scheme with `turns` is about conversations: each has at least one answer of an assistant.
    """

    name: str
    responses: tuple[int, int]
    questions: tuple[Question, ...]
    seconds_per_choice: int = 20
    title: Labels | None = None
    letters: tuple[Labels, ...] = LETTERS

    def question(self, question_id: str) -> Question:
        """The question of that id; refused when there is none."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise Refused("stale-button")

    def at(self, index: int) -> Question:
        """The question at that place; refused when there is none."""
        if not 0 <= index < len(self.questions):
            raise Refused("stale-button")
        return self.questions[index]

    @property
    def turns(self) -> bool:
        """Whether something is asked about each turn."""
        return any(question.each is Each.turn for question in self.questions)

    def takes_tasks_of(self, other: "Scheme") -> bool:
        """Whether every task that fits the other scheme fits this one."""
        least, most = self.responses
        fits = least <= other.responses[0] and other.responses[1] <= most
        return fits and (other.turns or not self.turns)

    @property
    def varies(self) -> bool:
        """Whether the form depends on the task."""
        shown = (QuestionKind.pick, QuestionKind.rank)
        return any(one.each is not None or one.kind in shown for one in self.questions)


def form_of(scheme: Scheme, responses: int, turns: int = 0) -> Scheme:
    """The questions about a task with so many responses and turns, each with options of its own.

    All questions about one response follow one another. What only a choice between responses can
    answer is not asked about a single one.
    """
    if not scheme.varies:
        return scheme
    made: list[Question] = []
    for each, group in groupby(scheme.questions, key=lambda one: one.each):
        block = list(group)
        count = {None: 1, Each.response: responses, Each.turn: turns}[each]
        for about in range(count):
            made += _block(scheme, block, about, responses)
    return replace(scheme, questions=tuple(made))


def _block(
    scheme: Scheme, block: Sequence[Question], about: int, responses: int
) -> Iterator[Question]:
    for one in block:
        made = one
        if one.kind in (QuestionKind.pick, QuestionKind.rank):
            if responses < 2:
                continue
            options = [Option(i, scheme.letters[i]) for i in range(responses)]
            made = replace(one, rows=_in_rows(options))
        yield made if one.each is None else _numbered(scheme, made, about)


def _numbered(scheme: Scheme, one: Question, about: int) -> Question:
    when = one.when
    if when is not None and scheme.question(when.question).each is one.each:
        when = replace(when, question=f"{when.question}:{about}")
    return replace(one, id=f"{one.id}:{about}", about=about, when=when)


def _in_rows(options: Sequence[Option]) -> tuple[tuple[Option, ...], ...]:
    return tuple(tuple(options[i : i + _ROW]) for i in range(0, len(options), _ROW))


def in_language(labels: Labels, language: str) -> str:
    """The label in the language, its base language, or English."""
    return labels.get(language) or labels.get(language.split("-", 1)[0]) or labels["en"]


def is_asked(question: Question, values: Values) -> bool:
    """Whether the question applies, given the other answers."""
    if question.when is None:
        return True
    given = values.get(question.when.question)
    several = given if isinstance(given, list) else [given]
    return any(one in question.when.values for one in several)


def next_question(form: Scheme, values: Values) -> Question | None:
    """The first question that is asked, required and unanswered; none when all are answered."""
    for question in form.questions:
        if question.required and is_asked(question, values) and question.id not in values:
            return question
    return None


def in_turn(form: Scheme, values: Values) -> list[int]:
    """The places of the questions that are asked one after the other."""
    return [
        place for place, one in enumerate(form.questions) if one.required and is_asked(one, values)
    ]


def without_unasked(form: Scheme, values: Values) -> dict[str, Any]:
    """The answers to questions that still apply (a changed answer may silence another)."""
    kept = dict(values)
    for question in form.questions:
        if question.id in kept and not is_asked(question, kept):
            del kept[question.id]
    return kept


def spoken(question: Question, value: Any, language: str) -> str:
    """An answer in words: labels, in their order where the order is the answer, or the text."""
    names = {one.value: in_language(one.label, language) for one in question.options}
    if isinstance(value, list):
        between = " > " if question.kind == QuestionKind.rank else ", "
        return between.join(names.get(one, str(one)) for one in value)
    return names.get(value, str(value))


def canonical(scheme: Scheme, values: Values, shown_order: Sequence[int]) -> dict[str, Any]:
    """The answers as if the responses had been shown in the order of the import.

    A preference between two is a strength from -3 (first shown much better) to 3; it changes its
    sign when the two were shown the other way round.
    """
    by_id = {question.id: question for question in scheme.questions}
    found = {}
    for name, value in values.items():
        base, _, about = name.partition(":")
        question = by_id.get(base) or by_id.get(name)
        if question is None:
            found[name] = value
        elif question.each is Each.response and about:
            found[f"{base}:{shown_order[int(about)]}"] = _turned(question, value, shown_order)
        else:
            found[name] = _turned(question, value, shown_order)
    return found


def _turned(question: Question, value: Any, shown_order: Sequence[int]) -> Any:
    if question.kind == QuestionKind.rank:
        return [shown_order[place] for place in value]
    if question.kind == QuestionKind.pick:
        return shown_order[value]
    if question.mirror and tuple(shown_order) == (1, 0) and isinstance(value, int):
        return -value
    return value


def exported(scheme: Scheme, values: Values, responses: Sequence[str]) -> dict[str, Any]:
    """Canonical answers as files have them: responses by their ids, turns by number from 1.

    What is asked about each response or turn is a mapping from it to the answer.
    """
    by_id = {question.id: question for question in scheme.questions}
    found: dict[str, Any] = {}
    for name, value in values.items():
        base, _, about = name.partition(":")
        question = by_id.get(base)
        if question is None:
            found[name] = value
        elif question.each is not None and about:
            of = responses[int(about)] if question.each is Each.response else str(int(about) + 1)
            found.setdefault(base, {})[of] = value
        elif question.kind == QuestionKind.rank:
            found[name] = [responses[place] for place in value]
        elif question.kind == QuestionKind.pick:
            found[name] = responses[value]
        else:
            found[name] = value
    return found
