"""Jobs: due times, reminders, expiry, undo, and the time that counts as active."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.projects import Project, Terms, pace

LEAST_DUE = timedelta(minutes=10)
MOST_DUE = timedelta(hours=24)
STILL_ACTIVE = timedelta(minutes=10)
# After its due time, for who is at work on it; the review of a returned rating goes on then.
LONGEST_CORRECTION = timedelta(hours=12)


class JobState(StrEnum):
    """Where a job stands; given back by the person, expired by the clock, released by us."""

    active = "active"
    submitted = "submitted"
    settled = "settled"
    given_back = "given back"
    expired = "expired"
    released = "released"


@dataclass(frozen=True, slots=True)
class Job:
    """What one contractor claimed: a bundle of tasks with a due time and frozen terms.

    `step` counts the acts on it, so that a button of an older card is known as such;
    `position` is the task that the card shows, 1 to `size`, or `size` + 1 for the summary.
    `asked` is the place of the question that was turned to; none for the first open one.
    `submits_at` is set from the tap on Submit until the undo window ends. `review_id` is the
    review that gave the one rating of the job back.
    """

    id: int
    number: str
    person_id: int
    project_id: int
    call_id: int | None
    state: JobState
    terms: Terms
    size: int
    position: int
    step: int
    claimed_at: datetime
    due_at: datetime
    extended: bool
    reminders: int
    last_act_at: datetime
    submits_at: datetime | None
    submitted_at: datetime | None
    card_message_id: int | None
    review_id: int | None = None
    asked: int | None = None

    @property
    def is_return(self) -> bool:
        """Whether it is one rating that a reviewer gave back to be corrected."""
        return self.review_id is not None


def due_in(project: Project, tasks: int) -> timedelta:
    """The time a job of so many tasks is given.

    The project's own figure where it names one; else three times the expected active time, never
    under 10 minutes or over 24 hours.
    """
    if project.offer.due_minutes is not None:
        return timedelta(minutes=project.offer.due_minutes)
    expected = timedelta(seconds=pace(project).seconds_per_task * tasks)
    return min(max(3 * expected, LEAST_DUE), MOST_DUE)


def is_untouched(job: Job) -> bool:
    """Whether nothing was done with the job since it was claimed."""
    return job.submits_at is None and job.last_act_at == job.claimed_at


def is_expired(job: Job, now: datetime) -> bool:
    """Whether the clock takes the job back: overdue and idle for 10 minutes, or twice overdue."""
    if job.state is not JobState.active or job.submits_at is not None or now < job.due_at:
        return False
    given = job.due_at - job.claimed_at
    last = job.due_at + (min(given, LONGEST_CORRECTION) if job.is_return else given)
    return now - job.last_act_at >= STILL_ACTIVE or now >= last


def reminder_due(job: Job, now: datetime) -> int:
    """The reminder that is due now: 1 at half of the time, 2 at nine tenths, 0 for none.

    Only the idle are reminded, and never twice of the same.
    """
    if job.state is not JobState.active or job.submits_at is not None:
        return 0
    if now - job.last_act_at < STILL_ACTIVE / 2 or now >= job.due_at:
        return 0
    passed = (now - job.claimed_at) / (job.due_at - job.claimed_at)
    which = 2 if passed >= 0.9 else 1 if passed >= 0.5 else 0
    return which if which > job.reminders else 0


def extended_due(job: Job) -> datetime:
    """The due time after the one extension: as much again as was given at the claim."""
    return job.due_at + (job.due_at - job.claimed_at)


_READ_PER_SECOND = 14.0  # characters of an alphabet: a slow careful 170 words a minute
_READ_DENSE_PER_SECOND = 4.5  # signs of Chinese, Japanese, Thai and the like
_WRITE_PER_SECOND = 1.5
_DENSE = frozenset({"zh", "ja", "ko", "th", "yue"})


def reading_allowance(characters: int, language: str | None) -> float:
    """Seconds that reading so many characters may count as active time."""
    base = (language or "en").split("-")[0]
    return characters / (_READ_DENSE_PER_SECOND if base in _DENSE else _READ_PER_SECOND)


def writing_allowance(characters: int) -> float:
    """Seconds that writing so many characters may count as active time."""
    return characters / _WRITE_PER_SECOND


# Of a text that was read before, what each later answer about it may take to look up.
_LOOKING_UP = 0.25


def allowance(reading: float, answering: float, *, first: bool) -> float:
    """Seconds that may count between two acts on a task: reading it once, then looking it up."""
    return (reading if first else reading * _LOOKING_UP) + answering


def counted(since: datetime, now: datetime, allowance: float) -> float:
    """The active seconds between two acts: what passed, up to the allowance for what lay between.

    A clock that was set back counts as no time.
    """
    return min(max((now - since).total_seconds(), 0.0), allowance)
