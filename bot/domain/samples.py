"""A sample card: a scheme tried out on one task, by the very rules of rating, kept by nobody."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from bot.domain import drafting
from bot.domain.answering import asked_at, shown_now
from bot.domain.drafting import Drafted
from bot.domain.ratings import Assignment, RatingState, form_for
from bot.domain.refusal import Refused
from bot.domain.scheme_body import scheme_from
from bot.domain.schemes import Question, QuestionKind, Scheme, next_question
from bot.domain.tasks import Content

# Where nothing says how many there are, as few as show what the scheme asks.
MOST_SHOWN = 3
TURNS = 2
# The one task and, behind it, the summary.
TASK, SUMMARY = 1, 2


@dataclass(frozen=True, slots=True)
class Sample:
    """What is tried out, in which language, and what was answered so far.

    `task_id` is the task of a project that is shown, or `content` one that is not published yet;
    neither for an example of ours. `project_id` is the project whose terms are shown; `back` the
    screen from which it was asked for.
    """

    body: dict[str, Any]
    language: str
    back: tuple[str, dict[str, Any]]
    responses: int
    turns: int
    project_id: int | None = None
    task_id: int | None = None
    content: dict[str, Any] | None = None
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
        asked = shown_now(self.form, self.values, self.asked)
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
    task_id: int | None = None, content: Content | None = None,
) -> Sample:  # fmt: skip
    """A sample of the scheme; `shown` are the responses and turns of the task, if there is one."""
    scheme = scheme_from(body)
    least, most = scheme.responses
    responses, turns = shown or (
        min(max(least, MOST_SHOWN), most), TURNS if scheme.turns else 0
    )  # fmt: skip
    stored = content.to_json() if content is not None else None
    made = Sample(dict(body), language, back, responses, turns, project_id, task_id, stored)
    if not made.form.questions:
        raise Refused("scheme-no-questions")
    return made


def tapped(sample: Sample, place: int, option: int) -> Sample:
    """After a tap on an option of a question."""
    return _after(sample, drafting.tapped(sample.form, sample.assignment, place, option))


def ticked(sample: Sample, place: int, option: int, *, on: bool) -> Sample:
    """After a tap that takes one of several options, or takes it away."""
    return _after(sample, drafting.ticked(sample.form, sample.assignment, place, option, on=on))


def closed(sample: Sample, place: int) -> Sample:
    """After [Done]."""
    return _after(sample, drafting.closed(sample.form, sample.assignment, place))


def restarted(sample: Sample, place: int) -> Sample:
    """After [Start over]."""
    return _after(sample, drafting.restarted(sample.form, sample.assignment, place))


def turned_to(sample: Sample, place: int) -> Sample:
    """At another question."""
    asked_at(sample.form, sample.values, place)
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
    said = drafting.said(sample.form, sample.assignment, question, message_id, text)
    return _after(sample, said)


def _after(sample: Sample, made: Drafted) -> Sample:
    one = made.one
    now = replace(
        sample, values=one.values, partial=one.partial, written=one.written, asked=made.making,
        position=TASK,
    )  # fmt: skip
    if made.making is None and next_question(now.form, now.values) is None:
        return replace(now, position=SUMMARY)
    return now
