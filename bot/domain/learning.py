"""What a project asks people to learn first: courses, guidelines to read, a short check."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from bot.domain.courses import Item


@dataclass(frozen=True, slots=True)
class Learning:
    """The courses before a job, by their keys; the check of the guidelines.

    `reread` says whether a change of the guidelines has to be read by who worked under older ones.
    """

    training: tuple[str, ...] = ()
    exam: tuple[str, ...] = ()
    check: tuple[Item, ...] = ()
    reread: bool = True

    @property
    def courses(self) -> tuple[str, ...]:
        """Every course, in the order in which they are met."""
        return (*self.training, *self.exam)

    def to_json(self) -> dict[str, Any]:
        """The mapping that is stored."""
        return {
            "training": list(self.training), "exam": list(self.exam),
            "check": [one.to_json() for one in self.check], "reread": self.reread,
        }  # fmt: skip

    @property
    def in_short(self) -> dict[str, Any]:
        """What the journal keeps of it: the check is counted."""
        return {**self.to_json(), "check": len(self.check)}

    @classmethod
    def from_json(cls, body: Mapping[str, Any] | None) -> "Learning":
        """What a stored mapping says; nothing where there is none."""
        if body is None:
            return cls()
        return cls(
            training=tuple(body["training"]), exam=tuple(body["exam"]),
            check=tuple(Item.from_json(one) for one in body["check"]), reread=body["reread"],
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """What a person knows of a project's guidelines, by versions.

    `due` is the newest change that has to be read; `read` the newest version that was read through
    to its last question; `worked` the newest one that a job was claimed under.
    """

    current: int
    due: int
    read: int | None
    worked: int | None


def is_to_read(found: Read, *, has_check: bool) -> bool:
    """Whether the guidelines have to be read before the next job.

    Who never worked there has them one tap from the card, and meets them only with a check.
    """
    if found.read is not None and found.read >= found.due:
        return False
    if has_check:
        return True
    return found.worked is not None and found.worked < found.due


def order_of(person_id: int, version: int, nth: int, count: int) -> tuple[int, ...]:
    """In which order a person sees the options of a check: always the same one."""
    order = list(range(count))
    Random(f"{person_id}:{version}:{nth}").shuffle(order)
    return tuple(order)
