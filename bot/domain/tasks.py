"""Tasks: what is to be judged, and in which order tasks go out."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Any

from bot.domain.images import public_id


class TaskState(StrEnum):
    """Whether a task takes ratings: not yet, still, or no more."""

    staged = "staged"
    open = "open"
    decided = "decided"
    pulled = "pulled"
    # Of a gold task: doubted, and no answer that is known any more.
    suspended = "suspended"
    withdrawn = "withdrawn"


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a prompt."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Response:
    """One response of a model; `model` is never shown to contractors.

    `image` is the digest of an image that is part of it; the text may be empty then.
    """

    id: str
    text: str
    model: str | None = None
    image: str | None = None

    @property
    def told(self) -> str:
        """The text, and below it the name of the image where there is one."""
        return "\n\n".join(filter(None, (self.text, public_id(self.image) if self.image else "")))

    def to_json(self) -> list[str | None]:
        """The list that is stored."""
        stored = [self.id, self.text, self.model]
        return stored if self.image is None else [*stored, self.image]


@dataclass(frozen=True, slots=True)
class Content:
    """What a contractor reads: the turns of the prompt, a context, the responses."""

    prompt: tuple[Turn, ...]
    responses: tuple[Response, ...]
    context: str | None = None

    @property
    def assistant_turns(self) -> int:
        """How many answers of an assistant the conversation has."""
        return sum(1 for turn in self.prompt if turn.role == "assistant")

    @property
    def asked(self) -> str:
        """The last turn of the prompt in one line."""
        return " ".join(self.prompt[-1].text.split()) if self.prompt else ""

    @property
    def images(self) -> tuple[str, ...]:
        """The digests of the images that responses carry."""
        return tuple(one.image for one in self.responses if one.image)

    def to_json(self) -> dict[str, Any]:
        """The mapping that is stored."""
        return {
            "prompt": [[turn.role, turn.text] for turn in self.prompt],
            "responses": [item.to_json() for item in self.responses],
            "context": self.context,
        }

    @classmethod
    def from_json(cls, body: dict[str, Any]) -> "Content":
        """The content of a stored task."""
        return cls(
            prompt=tuple(Turn(role, text) for role, text in body["prompt"]),
            responses=tuple(Response(*item) for item in body["responses"]),
            context=body["context"],
        )


@dataclass(frozen=True, slots=True)
class Task:
    """One item to judge."""

    id: int
    project_id: int
    batch_id: int | None
    external_id: str
    content: Content
    language: str | None
    overlap: int
    open_slots: int
    state: TaskState
    gold: bool


_MOST_SLOTS = 127
_MOST_PRIORITY = 511


def rank(*, slots_missing: int, priority: int, disagreement: int = 0, sequence: int) -> int:
    """The place of a task in the queue, as one integer that fits 63 bits; the lowest goes first.

    Fewest missing slots first, then the higher priority (-512 to 511), then the models'
    disagreement (0 to 127), then the order of import.
    """
    slots = min(max(slots_missing, 0), _MOST_SLOTS)
    urgent = min(max(_MOST_PRIORITY - priority, 0), 2 * _MOST_PRIORITY + 1)
    agreed = 127 - min(max(disagreement, 0), 127)
    return (slots << 56) | (urgent << 46) | (agreed << 39) | (sequence & ((1 << 39) - 1))


def ranked(place: int, slots_missing: int) -> int:
    """That rank with another number of missing slots; the rest of it stays."""
    slots = min(max(slots_missing, 0), _MOST_SLOTS)
    return (slots << 56) | (place & ((1 << 56) - 1))


def shuffled_order(count: int, random: Random) -> tuple[int, ...]:
    """A random order in which the responses are shown to one contractor."""
    order = list(range(count))
    random.shuffle(order)
    return tuple(order)


def in_order(responses: Sequence[Response], order: Sequence[int]) -> tuple[Response, ...]:
    """The responses as shown: the first one shown first."""
    return tuple(responses[index] for index in order)


def is_pulled_by(skips: int, limit: int) -> bool:
    """Whether so many different people skipped the task that nobody else should meet it."""
    return skips >= limit
