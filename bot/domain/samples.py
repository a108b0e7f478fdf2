"""A sample card: a scheme tried out on one task, by the very rules of rating, kept by nobody."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from bot.domain import answering
from bot.domain.answering import Answers
from bot.domain.ratings import Assignment, RatingState, form_for, text_of
from bot.domain.refusal import Refused
from bot.domain.scheme_body import scheme_from
from bot.domain.schemes import Question, QuestionKind, Scheme, is_asked, next_question

# Where nothing says how many there are, as few as show what the scheme asks.
MOST_SHOWN = 3
TURNS = 2
# The one task and, behind it, the summary.
TASK, SUMMARY = 1, 2


@dataclass(frozen=True, slots=True)
class Sample:
    """What is tried out, in which language, and what was answered so far.

    `task_id` is the task of a project that is shown, none for an example of ours; `project_id`
    the project whose terms are shown; `back` the screen from which it was asked for.
    """

    body: dict[str, Any]
    language: str
    back: tuple[str, dict[str, Any]]
    responses: int
    turns: int
    project_id: int | None = None
    task_id: int | None = None
    position: int = TASK
    asked: int | None = None
    values: dict[str, Any] = field(default_factory=dict)
    partial: dict[str, list[Any]] = field(default_factory=dict)
    written: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    @property
    def scheme(self) -> Scheme:
        """The scheme that is tried out."""
        return scheme_from(self.body)

    @property
    def assignment(self) -> Assignment:
        """The task as the one of a job that nobody has."""
        return Assignment(
            id=0, job_id=0, task_id=self.task_id or 0, person_id=0, position=TASK,
            shown_order=tuple(range(self.responses)), state=RatingState.draft,
            values=self.values, written=self.written, note=None, active_seconds=0.0, held=True,
            partial=self.partial, turns=self.turns,
        )  # fmt: skip

    @property
    def form(self) -> Scheme:
        """The questions about the task."""
        return form_for(self.scheme, self.assignment)

    @property
    def awaits(self) -> Question | None:
        """The question that a message would answer now."""
        if self.position != TASK:
            return None
        form = self.form
        asked = form.questions[self.asked] if self.asked is not None else None
        asked = asked or next_question(form, self.values) or form.questions[0]
        return asked if asked.kind == QuestionKind.text else None

    def state(self) -> dict[str, Any]:
        """All but the scheme, as it is stored."""
        return {name: value for name, value in asdict(self).items() if name != "body"}

    @classmethod
    def from_json(cls, body: Mapping[str, Any], state: Mapping[str, Any]) -> "Sample":
        """The stored sample."""
        kind, args = state["back"]
        written = {name: [(n, t) for n, t in one] for name, one in state["written"].items()}
        return cls(body=dict(body), **{**state, "back": (kind, args), "written": written})


def begun(
    body: Mapping[str, Any], language: str, back: tuple[str, dict[str, Any]], *,
    shown: tuple[int, int] | None = None, project_id: int | None = None,
    task_id: int | None = None,
) -> Sample:  # fmt: skip
    """A sample of the scheme; `shown` are the responses and turns of the task, if there is one."""
    scheme = scheme_from(body)
    least, most = scheme.responses
    responses, turns = shown or (
        min(max(least, MOST_SHOWN), most), TURNS if scheme.turns else 0
    )  # fmt: skip
    made = Sample(dict(body), language, back, responses, turns, project_id, task_id)
    if not made.form.questions:
        raise Refused("scheme-no-questions")
    return made


def tapped(sample: Sample, place: int, option: int) -> Sample:
    """After a tap on an option of a question."""
    form, asked = _asked(sample, place)
    answers = answering.tap(form, sample.assignment.answers, asked, option)
    return _after(sample, answers, place if asked.id in answers.partial else None)


def closed(sample: Sample, place: int) -> Sample:
    """After [Done]."""
    form, asked = _asked(sample, place)
    answers = sample.assignment.answers
    if asked.kind == QuestionKind.text:
        text = answering.check_text(asked, text_of(sample.assignment, asked))
        return _after(sample, answering.worded(form, answers, asked, text), None)
    return _after(sample, answering.close(form, answers, asked), None)


def restarted(sample: Sample, place: int) -> Sample:
    """After [Start over]."""
    _, asked = _asked(sample, place)
    written = {name: one for name, one in sample.written.items() if name != asked.id}
    answers = answering.restart(sample.assignment.answers, asked)
    return _after(replace(sample, written=written), answers, place)


def turned_to(sample: Sample, place: int) -> Sample:
    """At another question."""
    _asked(sample, place)
    return replace(sample, asked=place)


def positioned(sample: Sample, position: int) -> Sample:
    """At the task, or at the summary behind it."""
    if position not in (TASK, SUMMARY):
        raise Refused("stale-button")
    return replace(sample, position=position, asked=None)


def written(sample: Sample, message_id: int, text: str) -> Sample:
    """After a message in answer to the question that awaits one."""
    question = sample.awaits
    if question is None:
        raise Refused("stale-button")
    form = sample.form
    stands = not question.long and answering.missing(question, text) is None
    before = [] if stands else sample.written.get(question.id, [])
    messages = {**sample.written, question.id: [*before, (message_id, text)]}
    now = replace(sample, written=messages)
    whole = text_of(now.assignment, question)
    is_open = question.long or answering.missing(question, whole) is not None
    answers = answering.worded(
        form, now.assignment.answers, question, None if is_open else whole.strip()
    )
    return _after(now, answers, form.questions.index(question) if is_open else None)


def _asked(sample: Sample, place: int) -> tuple[Scheme, Question]:
    form = sample.form
    asked = form.at(place)
    if not is_asked(asked, sample.values):
        raise Refused("stale-button")
    return form, asked


def _after(sample: Sample, answers: Answers, making: int | None) -> Sample:
    values, partial = dict(answers.values), {k: list(v) for k, v in answers.partial.items()}
    now = replace(sample, values=values, partial=partial, asked=making, position=TASK)
    if making is None and next_question(now.form, values) is None:
        return replace(now, position=SUMMARY)
    return now
