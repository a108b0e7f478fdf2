"""Rating schemes as data: questions, options, conditions; and what an answer may be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.refusal import Refused

Value = int | str
Values = Mapping[str, Value]

BOTH_BAD = "both_bad"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a choice, with its label per language (`en` always there)."""

    value: Value
    label: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Condition:
    """A question is asked only when another one was answered with one of `values`."""

    question: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: a choice (with options in rows) or a text (with a least number of words)."""

    id: str
    kind: str
    ask: Mapping[str, str]
    required: bool = True
    rows: tuple[tuple[Option, ...], ...] = ()
    min_words: int = 0
    when: Condition | None = None

    @property
    def options(self) -> tuple[Option, ...]:
        """All options, in the order shown."""
        return tuple(option for row in self.rows for option in row)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A rating scheme: how many responses a task has, and what is asked about them."""

    name: str
    responses: tuple[int, int]
    questions: tuple[Question, ...]
    seconds_per_choice: int = 20

    def question(self, question_id: str) -> Question:
        """The question of that id; refused when there is none."""
        for question in self.questions:
            if question.id == question_id:
                return question
        raise Refused("stale-button")


def in_language(labels: Mapping[str, str], language: str) -> str:
    """The label in the language, its base language, or English."""
    return labels.get(language) or labels.get(language.split("-", 1)[0]) or labels["en"]


def is_asked(question: Question, values: Values) -> bool:
    """Whether the question applies, given the other answers."""
    if question.when is None:
        return True
    return values.get(question.when.question) in question.when.values


def next_question(scheme: Scheme, values: Values) -> Question | None:
    """The first question that is asked, required and unanswered; none when all are answered."""
    for question in scheme.questions:
        if question.required and is_asked(question, values) and question.id not in values:
            return question
    return None


def without_unasked(scheme: Scheme, values: Values) -> dict[str, Value]:
    """The answers to questions that still apply (a changed answer may silence another)."""
    kept = dict(values)
    for question in scheme.questions:
        if question.id in kept and not is_asked(question, kept):
            del kept[question.id]
    return kept


def check_choice(question: Question, index: int) -> Value:
    """The value of the option at `index` in the order shown; refused when there is none."""
    options = question.options
    if question.kind != "choice" or not 0 <= index < len(options):
        raise Refused("stale-button")
    return options[index].value


def check_text(question: Question, text: str) -> str:
    """The trimmed text; refused when it has too few words."""
    words = len(text.split())
    if words < question.min_words:
        raise Refused("too-few-words", words=words, needed=question.min_words)
    return text.strip()


def canonical(values: Values, shown_order: Sequence[int]) -> dict[str, Value]:
    """The answers as if the responses had been shown in the order of the import.

    A preference is a strength from -3 (first shown much better) to 3; it changes its sign when
    the two responses were shown the other way round.
    """
    turned = tuple(shown_order) == (1, 0)
    preference = values.get("preference")
    if not turned or not isinstance(preference, int):
        return dict(values)
    return {**values, "preference": -preference}


def scheme_from(body: Mapping[str, Any]) -> Scheme:
    """The scheme that a stored or packaged mapping describes (validated where it comes in)."""
    least, most = body.get("responses", [2, 2])
    return Scheme(
        name=str(body["name"]),
        responses=(int(least), int(most)),
        questions=tuple(_question(item) for item in body["questions"]),
        seconds_per_choice=int(body.get("seconds_per_choice", 20)),
    )


def _question(item: Mapping[str, Any]) -> Question:
    when = item.get("when")
    return Question(
        id=str(item["id"]),
        kind=str(item["kind"]),
        ask=dict(item["ask"]),
        required=bool(item.get("required", True)),
        rows=tuple(
            tuple(Option(option["value"], dict(option["label"])) for option in row)
            for row in item.get("rows", ())
        ),
        min_words=int(item.get("min_words", 0)),
        when=Condition(str(when["question"]), tuple(when["values"])) if when else None,
    )


def with_reason(body: Mapping[str, Any], reason: str) -> dict[str, Any]:
    """The scheme's mapping with its `reason` question asked `never`, `always`, or if `strong`."""
    questions = [dict(item) for item in body["questions"]]
    if reason == "never":
        questions = [item for item in questions if item["id"] != "reason"]
    elif reason == "always":
        for item in questions:
            if item["id"] == "reason":
                item.pop("when", None)
    return {**body, "questions": questions}
