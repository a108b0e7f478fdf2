"""Ratings: the answer in an assignment, from draft to verdict."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.answering import Answers
from bot.domain.schemes import Question, Scheme, form_of, next_question


class RatingState(StrEnum):
    """Where a rating stands."""

    draft = "draft"
    skipped = "skipped"
    flagged = "flagged"
    submitted = "submitted"
    accepted = "accepted"
    returned = "returned"
    rejected = "rejected"


class SkipReason(StrEnum):
    """Why a task was skipped."""

    unclear = "unclear"
    too_hard = "too-hard"
    wrong_language = "wrong-language"
    uncomfortable = "uncomfortable"
    other = "other"


class FlagKind(StrEnum):
    """What is wrong with a task."""

    personal_data = "personal-data"
    unsafe = "unsafe"
    wrong_language = "wrong-language"
    broken = "broken"
    duplicate = "duplicate"


# Seen once, never offered again; drafts come back when the person claims again.
SEEN = (
    RatingState.skipped, RatingState.flagged, RatingState.submitted, RatingState.accepted,
    RatingState.returned, RatingState.rejected,
)  # fmt: skip

# These fill the slot that the task was missing.
COUNTED = (RatingState.submitted, RatingState.accepted, RatingState.returned)


@dataclass(frozen=True, slots=True)
class Assignment:
    """One task given to one person, once for ever, with the draft of its answer.

    `partial` is what of several taps was made so far; `written` the messages (number and text) of
    each typed answer; `turns` how many answers of an assistant the conversation has.
    """

    id: int
    job_id: int
    task_id: int
    person_id: int
    position: int
    shown_order: tuple[int, ...]
    state: RatingState
    values: dict[str, Any]
    written: dict[str, list[tuple[int, str]]]
    note: str | None
    active_seconds: float
    held: bool
    partial: dict[str, list[Any]] = field(default_factory=dict)
    turns: int = 0

    @property
    def answers(self) -> Answers:
        """The answers as far as they are given."""
        return Answers(self.values, self.partial)


@dataclass(frozen=True, slots=True)
class Submitted:
    """One submitted version of a rating; its answer never changes."""

    id: int
    number: str
    version: int
    values: dict[str, Any]
    state: RatingState
    submitted_at: datetime
    decided_at: datetime | None = None


def form_for(scheme: Scheme, assignment: Assignment) -> Scheme:
    """The questions that the scheme asks about the task of the assignment."""
    return form_of(scheme, len(assignment.shown_order), assignment.turns)


def text_of(assignment: Assignment, question: Question) -> str:
    """What was written in answer to the question: its messages in order, as one text."""
    parts = [text for _, text in sorted(assignment.written.get(question.id, ())) if text]
    return "\n\n".join(parts) or str(assignment.values.get(question.id, ""))


def is_answered(scheme: Scheme, assignment: Assignment) -> bool:
    """Whether nothing required is missing."""
    if not assignment.values:
        return False
    return next_question(form_for(scheme, assignment), assignment.values) is None


def is_finished(scheme: Scheme, assignment: Assignment) -> bool:
    """Whether the task needs nothing more: answered, skipped or flagged."""
    if assignment.state in (RatingState.skipped, RatingState.flagged):
        return True
    return is_answered(scheme, assignment)


def is_rated(scheme: Scheme, assignment: Assignment) -> bool:
    """Whether it becomes a rating at submission: answered, neither skipped nor flagged."""
    open_now = assignment.state in (RatingState.draft, RatingState.returned)
    return open_now and is_answered(scheme, assignment)


def still_open(scheme: Scheme, assignments: list[Assignment]) -> list[int]:
    """The positions of the tasks that want something; what was let go wants nothing more."""
    return [a.position for a in assignments if a.held and not is_finished(scheme, a)]


def next_position(scheme: Scheme, assignments: list[Assignment], current: int) -> int:
    """The next unfinished task after `current`, else the first unfinished, else the summary."""
    unfinished = still_open(scheme, assignments)
    later = [position for position in unfinished if position > current]
    return min(later or unfinished, default=len(assignments) + 1)


def at_position(assignments: list[Assignment], position: int) -> Assignment | None:
    """The assignment at that position; none on the summary, or where a draft moved on."""
    return next((one for one in assignments if one.position == position), None)


def accepted_by(submitted_at: datetime, review_days: int) -> datetime:
    """When a rating that nobody reviewed is accepted: the review deadline."""
    return submitted_at + timedelta(days=review_days)


def corrected_time(seconds: float, direction: int) -> float:
    """The active time after a tap on "longer" (1) or "shorter" (-1): a quarter, at least 30 s."""
    change = max(seconds * 0.25, 30.0)
    return max(seconds + direction * change, 0.0)
