"""Questions to the hall: each has a number, an owner and a time by which it is answered.

Only a human answer or the asker ends one; the clock reminds and passes on, and closes nothing.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.people import Person, Role
from bot.domain.refusal import Refused

MOST_OPEN = 5
MOST_SIGNS = 1000
# Who answers for the hall.
STAFF = (Role.admin, Role.coordinator)
_DAY = timedelta(days=1)


class QuestionState(StrEnum):
    """Where a question stands: the hall is to speak, the asker is to speak, or it is over."""

    open = "open"
    answered = "answered"
    closed = "closed"


class Topic(StrEnum):
    """What a question is about."""

    pay = "pay"
    task = "task"
    account = "account"
    other = "other"


class Nudge(StrEnum):
    """Why an owner is shown a question."""

    asked = "asked"
    more = "more"
    passed = "passed"
    reminder = "reminder"
    late = "late"


@dataclass(frozen=True, slots=True)
class Question:
    """A question; `owner_id` is none while nobody of the hall may answer it.

    `next_at` is when the clock looks at it, `reminded` how often it did. `job` is the number of
    the one that was open when it was asked.
    """

    id: int
    number: str
    person_id: int
    owner_id: int | None
    state: QuestionState
    asked_at: datetime
    reply_by: datetime
    next_at: datetime | None
    reminded: int
    answered_at: datetime | None
    closed_at: datetime | None
    closed_by: int | None
    topic: Topic = Topic.other
    job: str | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One message of the conversation."""

    by_id: int
    words: str
    at: datetime


def is_staff(person: Person) -> bool:
    """Whether the person answers questions for the whole hall."""
    return any((role, None) in person.roles for role in STAFF)


def require_staff(person: Person) -> None:
    """Refuse whoever does not answer for the hall."""
    if not is_staff(person):
        raise Refused("not-coordinator")


def require_words(text: str) -> str:
    """The trimmed words of one message; refused where they are too many or none."""
    words = text.strip()
    if len(words) > MOST_SIGNS:
        raise Refused("words-too-many", most=MOST_SIGNS, length=len(words))
    if not words:
        raise Refused("question-empty")
    return words


def require_room(count: int) -> None:
    """Refuse one more question to whoever has too many that wait for an answer."""
    if count >= MOST_OPEN:
        raise Refused("question-most", most=MOST_OPEN)


def require_going_on(question: Question) -> None:
    """Refuse to say more where the asker has ended it."""
    if question.state is QuestionState.closed:
        raise Refused("question-closed", number=question.number)


def require_answerer(question: Question, person: Person) -> None:
    """Refuse to answer, pass on or read what is another's; admins may take any but their own."""
    require_staff(person)
    if question.person_id == person.id:
        raise Refused("question-own")
    if question.owner_id != person.id and not person.is_admin:
        raise Refused("question-passed", number=question.number)


def choose_owner(
    staff: Iterable[Person], load: Mapping[int, int], but_for: Collection[int]
) -> int | None:
    """Who answers: whoever can be reached and has the fewest open ones; none where nobody may."""
    may = [one for one in staff if one.telegram_id is not None and one.id not in but_for]
    ranked = sorted(
        (one.unreachable_since is not None, load.get(one.id, 0), one.id) for one in may
    )
    return ranked[0][2] if ranked else None


def remind_at(since: datetime, reply_by: datetime) -> datetime:
    """When the owner is reminded: after two thirds of the time."""
    return since + (reply_by - since) * 2 / 3


def look_next(question: Question, now: datetime) -> datetime:
    """When the clock looks again after a reminder: at the time of the reply, then every day."""
    return question.reply_by if now < question.reply_by else now + _DAY
