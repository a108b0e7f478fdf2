"""Batches on their way to a client: delivered, then confirmed or refused, by word or silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.lines import ClientState, Line, LineState
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.domain.schemes import Scheme, canonical

# What a client can name besides words of its own; published in `docs/clients.md`.
REASONS = ("wrong-answer", "guidelines", "language", "careless", "copied", "other")
LEAST_WORDS, MOST_WORDS = 10, 1000
REMIND = timedelta(days=2)
# Good news of a day come together, at this local time.
_EVENING = time(18)


class BatchState(StrEnum):
    """Where a batch stands."""

    open = "open"
    delivered = "delivered"
    confirmed = "confirmed"
    contested = "contested"
    withdrawn = "withdrawn"  # taken back before anybody was given any of it


class RefusalState(StrEnum):
    """What became of a client's "no" to one line."""

    held = "held"
    applied = "applied"
    dismissed = "dismissed"
    lapsed = "lapsed"


@dataclass(frozen=True, slots=True)
class Batch:
    """One import of tasks: the unit that is delivered to a client and confirmed by it."""

    id: int
    number: str
    project_id: int
    state: BatchState
    file_name: str
    created_at: datetime
    delivered_at: datetime | None
    confirmed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A client's "no" to one line, with what it rests on, and who decided what about it."""

    id: int
    number: str
    batch_id: int
    line_id: int
    reason: str
    words: str
    evidence: str | None
    by_id: int
    state: RefusalState
    at: datetime
    decided_by: int | None
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class Asked:
    """One line as a client judges it: the task and the answer in the order of the import."""

    line: Line
    task_id: int
    external_id: str
    shown_order: tuple[int, ...]
    given: dict[str, Any]
    refusal: str | None
    form: Scheme

    @property
    def answers(self) -> dict[str, Any]:
        """The answers as if the responses had been shown in the order of the import."""
        return canonical(self.form, self.given, self.shown_order)


@dataclass(frozen=True, slots=True)
class Tally:
    """The lines of a batch by what the client said of them; those rejected here are not its.

    `refused` are those applied, `held` those that wait for an admin (they count as `waiting` too).
    `accepted` and `submitted` say how far the hall is with them; `first` and `last` are the
    confirm-by dates of what waits.
    """

    submitted: int = 0
    accepted: int = 0
    rejected: int = 0
    not_asked: int = 0
    waiting: int = 0
    confirmed: int = 0
    silent: int = 0
    refused: int = 0
    held: int = 0
    first: datetime | None = None
    last: datetime | None = None

    @property
    def lines(self) -> int:
        """All ratings of the batch that are the client's to judge."""
        return self.submitted + self.accepted

    @property
    def answered(self) -> int:
        """How many the client needs to say nothing about any more."""
        return self.confirmed + self.silent + self.refused


def must_be_held(refused: int, lines: int, rules: PayRules) -> bool:
    """Whether so many refusals of a batch of so many lines wait for a named admin."""
    return refused * 100 > rules.held_percent * lines or refused > rules.held_lines


def state_of(tally: Tally) -> BatchState:
    """Where a batch stands that was delivered."""
    if tally.refused or tally.held:
        return BatchState.contested
    if tally.answered and not tally.waiting:
        return BatchState.confirmed
    return BatchState.delivered


def require_delivered(batch: Batch) -> None:
    """Refuse a client's word on what was not handed to it."""
    if batch.state in (BatchState.open, BatchState.withdrawn):
        raise Refused("batch-not-delivered", number=batch.number)


def require_others_work(line: Line, by: int) -> None:
    """Refuse a word, as client or for one, on what one has rated oneself."""
    if line.person_id == by:
        raise Refused("own-work")


def require_anothers(held: Sequence["Refusal"], by: int) -> None:
    """Refuse to approve what one has refused oneself, for the client or as the client."""
    if any(one.by_id == by for one in held):
        raise Refused("own-refusal")


def require_asked_of(line: Line, now: datetime) -> None:
    """Refuse a client's word on a line that does not wait for it any more."""
    if line.client is ClientState.not_asked or line.confirm_by is None:
        raise Refused("line-no-client")
    if line.state in (LineState.rejected, LineState.reversed):
        raise Refused("line-not-delivered")
    if line.client is ClientState.confirmed:
        raise Refused("line-client-confirmed")
    if line.client is ClientState.refused:
        raise Refused("line-client-refused")
    if line.client is ClientState.silent or now >= line.confirm_by:
        raise Refused("line-silent", until=line.confirm_by)


def waits(line: Line, now: datetime) -> bool:
    """Whether the client may still speak of the line."""
    try:
        require_asked_of(line, now)
    except Refused:
        return False
    return True


def is_over(line: Line, now: datetime) -> bool:
    """Whether a refusal that is still held has nothing left to be held for."""
    return not waits(line, now)


def checked_words(text: str) -> str:
    """A refusal's words, trimmed; refused when too short to be understood, or too long."""
    words = text.strip()
    if not LEAST_WORDS <= len(words) <= MOST_WORDS:
        raise Refused("refusal-words", least=LEAST_WORDS, most=MOST_WORDS)
    return words


def require_reason(reason: str) -> str:
    """The code, which must be one of the published ones."""
    if reason not in REASONS:
        raise Refused("stale-button")
    return reason


def told_at(zone: str, now: datetime) -> datetime:
    """When good news of now are told: the next evening there."""
    local = now.astimezone(ZoneInfo(zone))
    day = local.date()
    for ahead in range(3):
        evening = datetime.combine(day + timedelta(days=ahead), _EVENING, ZoneInfo(zone))
        when = evening.astimezone(now.tzinfo)
        if when > now:
            return when
    raise ValueError(f"no evening in {zone}")


def told_since(zone: str, until: datetime) -> datetime:
    """Since when there was news to tell that evening: the evening before."""
    local = until.astimezone(ZoneInfo(zone))
    before = datetime.combine(local.date() - timedelta(days=1), _EVENING, ZoneInfo(zone))
    return before.astimezone(until.tzinfo)


def to_remind_of(tally: Tally, now: datetime) -> str | None:
    """Which of its two reminders a batch is due: before the first date, and before the last."""
    if tally.first is None or tally.last is None:
        return None
    if tally.last - REMIND <= now < tally.last:
        return "last"
    return "first" if tally.first - REMIND <= now < tally.first else None


def in_chunks(ids: Sequence[int], size: int) -> list[Sequence[int]]:
    """The ids in parts of that size, in their order."""
    return [ids[start : start + size] for start in range(0, len(ids), size)]
