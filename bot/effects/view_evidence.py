"""All that bears on one line: the task, the answer, the verdicts, a dispute about the last."""

from dataclasses import dataclass
from typing import Any

from bot.domain.batches import Refusal, RefusalState
from bot.domain.disputes import Dispute
from bot.domain.gold import GOLD_ITEM, ScoreState, as_shown
from bot.domain.jobs import Job
from bot.domain.lines import Line
from bot.domain.projects import Project
from bot.domain.ratings import Assignment, Submitted, form_for
from bot.domain.refusal import Refused
from bot.domain.reviews import MOST_WORDS, Review
from bot.domain.schemes import QuestionKind, Scheme, Values, spoken
from bot.domain.tasks import Content
from bot.layout import PART, Layout, Part, lay_out
from bot.typeset import Text, split, utf16
from storage import disputes, gold, jobs, lines, projects, ratings, refusals, reviews, tasks
from storage.database import Tx

ROOM = 3000  # units of one message, with room for headings, and for what is being decided
_HEADING = 150  # units around the words of a verdict
_ABOUT = 20  # units that say of which answer a question is
# What was tapped may stand there three times: as given, as known, and as a reviewer mends it.
_TIMES = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A message above the card: a part of the task, the whole of it, or of what was typed.

    `fix` says that a reviewer typed it.
    """

    part: Part | None = None
    answer: Text | None = None
    fix: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """A line with its work as it was handed in; `rating` is none for a flag.

    `scheme` is the form that it makes of this task, `guidelines` are those under which the job
    was claimed, `gold` the known answer of the task, `refusal` is the client's that counts.
    `fits` says that the answer is not one that counts as a miss of the known one, `objected` that
    anything about it was disputed; `made_up` is the number of the line that pays what was
    withheld.
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
    fits: bool = False
    objected: bool = False
    made_up: str | None = None

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
        return self._texts(self.rating.values if self.rating else {})

    @property
    def fixed(self) -> list[str]:
        """What reviewers wrote in place of answers."""
        return [text for one in self.reviews for text in self._texts(one.fix or {})]

    def _texts(self, values: Values) -> list[str]:
        return [
            str(values[one.id])
            for one in self.scheme.questions
            if one.kind == QuestionKind.text and one.id in values
        ]

    @property
    def answer_apart(self) -> bool:
        """Whether what was typed is too long to stand on the card."""
        return self._written + sum(map(utf16, (*self.typed, *self.fixed))) > ROOM

    @property
    def task_apart(self) -> bool:
        """Whether the task is too long to stand on the card."""
        units = sum(section.text.units for section in self.layout.sections)
        written = self._written + sum(map(utf16, (*self.typed, *self.fixed)))
        return not self.layout.is_single or units + written > ROOM

    @property
    def _written(self) -> int:
        """Units that others may have to say on the card: verdicts, objections, a draft."""
        given = sum(utf16(one.words or "") + _HEADING for one in self.reviews)
        objections = MOST_WORDS if self.objected else 0
        refused = utf16(self.refusal.words) + _HEADING if self.refusal else 0
        return given + objections + refused + _TIMES * self._tapped

    @property
    def _tapped(self) -> int:
        """Units that the answers without the typed ones take, in the language of most letters."""
        values = self.rating.values if self.rating else {}
        return sum(
            max(utf16(label) + utf16(spoken(one, values[one.id], language)) + _ABOUT
                for language, label in one.ask.items())
            for one in self.scheme.questions
            if one.kind != QuestionKind.text and one.id in values
        )  # fmt: skip

    @property
    def pieces(self) -> list[Piece]:
        """The messages above the card, in order; none where everything stands on it."""
        found: list[Piece] = []
        if self.task_apart:
            found += [Piece(part=part) for part in self.layout.parts] or [Piece()]
        if self.answer_apart:
            found += [Piece(answer=text) for one in self.typed for text in split(Text(one), PART)]
            found += [
                Piece(answer=text, fix=True)
                for one in self.fixed
                for text in split(Text(one), PART)
            ]
        return found

    @property
    def last(self) -> Review | None:
        """The newest verdict."""
        return self.reviews[-1] if self.reviews else None


def rubric_of(facts: Evidence) -> tuple[str, ...]:
    """What a verdict on the line can rest on, by place; the known answer comes first.

    Who is not shown the known answer cannot name it. See `require_named` for who is.
    """
    rubric = facts.project.offer.rubric
    if facts.gold is None or facts.line.blind:
        return rubric
    return (GOLD_ITEM, *(one for one in rubric if one != GOLD_ITEM))


def may_name(facts: Evidence, item: str | None) -> bool:
    """Whether a verdict on the line can rest on that item: a known answer only when missed."""
    return item != GOLD_ITEM or facts.gold is None or not facts.fits


def require_named(facts: Evidence, item: str | None) -> None:
    """Refuse to let a verdict rest on a known answer that was given, or that fell."""
    if not may_name(facts, item):
        raise Refused("gold-right")


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
    score = await gold.of_assignment(tx, assignment.id) if known else None
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
        objected=await disputes.is_about(tx, line.id),
        made_up=await lines.made_up_by(tx, line.id),
        # What is answered in own words is compared by nobody but the reviewer.
        fits=score is not None and (score.correct or score.state is not ScoreState.counts),
    )
