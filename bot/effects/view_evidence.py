"""All that bears on one line: the task, the answer, the verdicts, a dispute about the last."""

from dataclasses import dataclass
from typing import Any

from bot.domain.batches import Refusal, RefusalState
from bot.domain.disputes import Dispute
from bot.domain.gold import GOLD_ITEM, as_shown
from bot.domain.jobs import Job
from bot.domain.lines import Line
from bot.domain.projects import Project
from bot.domain.ratings import Assignment, Submitted, form_for
from bot.domain.refusal import Refused
from bot.domain.reviews import MOST_WORDS, Review
from bot.domain.schemes import QuestionKind, Scheme
from bot.domain.tasks import Content
from bot.layout import PART, Layout, Part, lay_out
from bot.typeset import Text, split, utf16
from storage import disputes, gold, jobs, projects, ratings, refusals, reviews, tasks
from storage.database import Tx

ROOM = 3300  # units of one message, with room for headings and questions
_HEADING = 150  # units around the words of a verdict


@dataclass(frozen=True, slots=True)
class Piece:
    """A message above the card: a part of the task, the whole of it, or of a typed answer."""

    part: Part | None = None
    answer: Text | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A line with its work as it was handed in; `rating` is none for a flag.

    `scheme` is the form that it makes of this task, `guidelines` are those under which the job
    was claimed, `gold` the known answer of the task, `refusal` is the client's that counts.
    """

    line: Line
    job: Job
    project: Project
    scheme: Scheme
    guidelines: str
    assignment: Assignment
    content: Content
    rating: Submitted | None
    reviews: tuple[Review, ...]
    dispute: Dispute | None
    refusal: Refusal | None = None
    gold: dict[str, Any] | None = None

    @property
    def known(self) -> dict[str, Any]:
        """The known answer as this person would have given it; empty where none is known."""
        names = [one.id for one in self.content.responses]
        return as_shown(self.project.scheme, self.gold or {}, self.assignment.shown_order, names)

    @property
    def layout(self) -> Layout:
        """The task as the contractor saw it."""
        return lay_out(self.content, self.assignment.shown_order)

    @property
    def typed(self) -> list[str]:
        """What the contractor wrote as answers."""
        values = self.rating.values if self.rating else {}
        return [
            str(values[one.id])
            for one in self.scheme.questions
            if one.kind == QuestionKind.text and one.id in values
        ]

    @property
    def answer_apart(self) -> bool:
        """Whether what was typed is too long to stand on the card."""
        return self._written + sum(map(utf16, self.typed)) > ROOM

    @property
    def task_apart(self) -> bool:
        """Whether the task is too long to stand on the card."""
        units = sum(section.text.units for section in self.layout.sections)
        written = self._written + sum(map(utf16, self.typed))
        return not self.layout.is_single or units + written > ROOM

    @property
    def _written(self) -> int:
        """Units that others may have to say on the card: verdicts, objections, a draft."""
        given = sum(utf16(one.words or "") + _HEADING for one in self.reviews)
        objections = MOST_WORDS if self.dispute else 0
        refused = utf16(self.refusal.words) + _HEADING if self.refusal else 0
        return given + objections + refused

    @property
    def pieces(self) -> list[Piece]:
        """The messages above the card, in order; none where everything stands on it."""
        found: list[Piece] = []
        if self.task_apart:
            found += [Piece(part=part) for part in self.layout.parts] or [Piece()]
        if self.answer_apart:
            found += [Piece(answer=text) for one in self.typed for text in split(Text(one), PART)]
        return found

    @property
    def last(self) -> Review | None:
        """The newest verdict."""
        return self.reviews[-1] if self.reviews else None


def rubric_of(facts: Evidence) -> tuple[str, ...]:
    """What a verdict on the line can rest on; a missed known answer comes first.

    Who is not shown the known answer cannot name it.
    """
    rubric = facts.project.offer.rubric
    if facts.gold is None or facts.line.blind:
        return rubric
    return (GOLD_ITEM, *(one for one in rubric if one != GOLD_ITEM))


async def evidence_of(tx: Tx, line: Line) -> Evidence:
    """All that bears on the line; refused for one that is for no task, such as a bonus."""
    if line.assignment_id is None or line.job_id is None:
        raise Refused("stale-button")
    job = await jobs.by_id(tx, line.job_id)
    assignment = await jobs.assignment(tx, line.assignment_id)
    given = await reviews.of_assignment(tx, assignment.id)
    version = job.terms.project_version_id
    refusal = (await refusals.live_of(tx, [line.id])).get(line.id)
    known = await gold.known(tx, [assignment.task_id])
    counts = refusal is not None and refusal.state is RefusalState.applied
    return Evidence(
        line=line,
        job=job,
        project=await projects.by_id(tx, job.project_id),
        scheme=form_for(await projects.scheme_of(tx, version), assignment),
        guidelines=await projects.guidelines_of(tx, version),
        assignment=assignment,
        content=(await tasks.text_of(tx, assignment.task_id))[0],
        rating=await ratings.latest(tx, assignment.id),
        reviews=tuple(given),
        dispute=await disputes.about_review(tx, given[-1].id) if given else None,
        refusal=refusal if counts else None,
        gold=known[assignment.task_id][0] if known else None,
    )
