"""Draws: hands are collected for a while, then jobs go out in an order that haste cannot turn."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from random import Random

# A first card that stood this much later than it was written moves the window.
_LATE = timedelta(seconds=5)


class DrawState(StrEnum):
    """Where a draw stands: hands are collected, jobs are given, all are answered."""

    open = "open"
    drawing = "drawing"
    done = "done"


class HandState(StrEnum):
    """Where a hand stands: up, or what it was answered with."""

    up = "up"
    job = "job"
    held = "held"
    listed = "listed"
    refused = "refused"


@dataclass(frozen=True, slots=True)
class Draw:
    """The draw of one call: hands count from `opened_at` until `until`."""

    call_id: int
    state: DrawState
    opened_at: datetime
    until: datetime
    seconds: int
    seed: str


@dataclass(frozen=True, slots=True)
class NewDraw:
    """What a draw begins with: for how long hands are collected, and the seed of the lots."""

    seconds: int
    seed: str


@dataclass(frozen=True, slots=True)
class Hand:
    """A hand that is up; `waited` is the place on the out-of-work list from before the draw."""

    person_id: int
    waited: int | None = None


def new_seed(random: Random) -> str:
    """A seed that nobody can guess."""
    return f"{random.getrandbits(128):032x}"


def pledge(seed: str) -> str:
    """What is journalled of the seed beforehand: it binds the draw, and tells nothing."""
    return sha256(seed.encode()).hexdigest()


def lot(seed: str, person_id: int) -> str:
    """The lot that the seed draws for the person; who knows the seed can check it."""
    return sha256(f"{seed}:{person_id}".encode()).hexdigest()


def ranked(hands: Iterable[Hand], seed: str) -> list[int]:
    """Who is asked first: the out-of-work list in its order, then everybody else by lot.

    When a hand was put up within the window does not matter.
    """

    def place(hand: Hand) -> tuple[bool, int, str, int]:
        waited = hand.waited
        return waited is None, waited or 0, lot(seed, hand.person_id), hand.person_id

    return [hand.person_id for hand in sorted(hands, key=place)]


def answer_to(*, left: int, ready: bool) -> HandState:
    """What a hand gets whose turn it is, while so many places are left.

    Who is still asked something first gets a place held instead of a job.
    """
    if left < 1:
        return HandState.listed
    return HandState.job if ready else HandState.held


def is_collecting(draw: Draw, now: datetime) -> bool:
    """Whether a hand can still be put up."""
    return draw.state is DrawState.open and now < draw.until


def window_end(draw: Draw, first_card_at: datetime) -> datetime:
    """Until when hands are collected, once the first card stands.

    A card that Telegram kept back for a while must not have eaten up the window.
    """
    late = first_card_at - draw.opened_at > _LATE
    return first_card_at + timedelta(seconds=draw.seconds) if late else draw.until
