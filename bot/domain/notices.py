"""Notices: what we owe somebody, what came of sending it, and what follows from that."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from typing import Any

from bot.domain.places import Hindrance


class NoticeState(StrEnum):
    """Where a notice stands; `sending` is the state that a crash leaves behind."""

    queued = "queued"
    sending = "sending"
    sent = "sent"
    uncertain = "uncertain"
    undeliverable = "undeliverable"
    failed = "failed"
    cancelled = "cancelled"


class Priority(IntEnum):
    """What goes out first when not everything can."""

    answer = 0
    job = 1
    personal = 2
    call = 3
    broadcast = 4


@dataclass(frozen=True, slots=True)
class Notice:
    """One message owed to one chat: what (`kind`, `args`), how loud, and where it stands.

    `key` makes it unique: the same fact never becomes two notices. `edits` is the message that it
    replaces in place; A key is unique for ever.
    """

    id: int
    number: str
    key: str
    chat_id: int
    thread_id: int | None
    person_id: int | None
    kind: str
    args: dict[str, Any]
    priority: Priority
    sound: bool
    state: NoticeState
    not_before: datetime
    expires_at: datetime | None
    attempts: int
    repeated: bool
    edits: int | None
    message_id: int | None


@dataclass(frozen=True, slots=True)
class Delivered:
    """Telegram has it; `message_id` is none where the fact has passed and nothing was sent.

    `shown` is a digest of what the message says, so that it is not edited into the same again.
    `english` are the arguments of a second message, where the English did not fit into the first.
    """

    message_id: int | None
    shown: str = ""
    english: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """Telegram told us to wait until then."""

    until: datetime


@dataclass(frozen=True, slots=True)
class TryAgain:
    """It surely did not go out; another try may succeed."""

    why: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may or may not have gone out."""

    why: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has another id now."""

    chat_id: int


class Unreached(StrEnum):
    """Why somebody cannot be written to."""

    blocked = "blocked"
    deleted = "deleted"
    unstarted = "unstarted"


@dataclass(frozen=True, slots=True)
class Undeliverable:
    """The person or chat cannot be written to (blocked, deleted, never started, removed).

    `hindrance` says what keeps the message out of a place, `unreached` what keeps it from a
    person, in words of ours.
    """

    why: str
    hindrance: Hindrance = Hindrance.gone
    unreached: Unreached | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """This message can never go out as it is: our fault, and an alert."""

    why: str


Outcome = Delivered | Wait | TryAgain | Unknown | Moved | Undeliverable | Broken

# The kind of a notice that takes the message which it names in `edits` out of its chat; its
# words are said only where Telegram lets that message stand.
DELETE = "delete"
# Takes out the message that it names in `edits`; where Telegram lets it stand, it shrinks.
RETRACT = "retract"
# Notices that say nothing: the message that they name in `edits` is pinned in silence, or is not
# any more.
PIN, UNPIN = "pin", "unpin"
PINS = frozenset({PIN, UNPIN})
# The English of a notice in a language that nobody reviewed, where both need two messages.
IN_ENGLISH = "in_english"
# Notices that say nothing: their person is put out of their chat, or let in again.
EXPEL, READMIT = "expel", "readmit"
ACTS = frozenset({EXPEL, READMIT})
# The notice of a step: what it announces stands still until it has arrived.
STEP = "step"
MOST_ATTEMPTS = 12
# What is written with a notice that was too late to be sent.
TIME_OVER = "its time was over"
_LONGEST_PAUSE = timedelta(minutes=5)


def after(notice: Notice, outcome: Outcome, now: datetime) -> Notice:
    """The notice after an attempt: a pure function of the outcome, the attempts and the time."""
    tried = replace(notice, attempts=notice.attempts + 1)
    match outcome:
        case Delivered(None):
            return replace(tried, state=NoticeState.cancelled)
        case Delivered(int(message_id)):
            return replace(tried, state=NoticeState.sent, message_id=message_id)
        case Wait(until):
            # Waiting when told to is not a failed attempt.
            return replace(notice, state=NoticeState.queued, not_before=max(until, now))
        case Moved(chat_id):
            return replace(notice, state=NoticeState.queued, chat_id=chat_id)
        case Undeliverable():
            return replace(tried, state=NoticeState.undeliverable)
        case Broken():
            return replace(tried, state=NoticeState.failed)
        case Unknown():
            return repeat(tried, now)
    # What was promised to disappear, or to be told, is tried for as long as it takes.
    if tried.attempts >= MOST_ATTEMPTS and notice.kind not in (DELETE, STEP, *ACTS):
        return replace(tried, state=NoticeState.failed)
    return replace(tried, state=NoticeState.queued, not_before=now + pause(tried.attempts))


def pause(attempts: int) -> timedelta:
    """How long to wait before the next try: 1, 2, 4 … seconds, at most five minutes."""
    return min(timedelta(seconds=2 ** min(attempts - 1, 9)), _LONGEST_PAUSE)


def repeat(notice: Notice, now: datetime) -> Notice:
    """What becomes of a notice that may have gone out already.

    An edit or act is the same when made twice, so it is made again. A message to a person is sent
    again and says that it may be a repetition; so is a call, since its card carries the button. A
    broadcast stays uncertain: a second one would disturb many for nothing.
    """
    if notice.edits is not None or notice.kind in ACTS:
        return replace(notice, state=NoticeState.queued, not_before=now)
    if notice.priority is Priority.broadcast:
        return replace(notice, state=NoticeState.uncertain)
    if notice.attempts >= MOST_ATTEMPTS:
        return replace(notice, state=NoticeState.uncertain)
    return replace(
        notice, state=NoticeState.queued, repeated=True, not_before=now + pause(notice.attempts)
    )


def is_stale(notice: Notice, now: datetime) -> bool:
    """Whether sending it now would only confuse."""
    return notice.expires_at is not None and now >= notice.expires_at
