"""Tasks that are given to nobody any more, and why."""

from dataclasses import dataclass

from bot.domain.refusal import Refused


@dataclass(frozen=True, slots=True)
class Why:
    """How many people let a task go for one reason; flagged, or else skipped."""

    is_flag: bool
    reason: str
    people: int


@dataclass(frozen=True, slots=True)
class Pulled:
    """A pulled task: how many ratings it still misses, and why it was pulled.

    `is_left_out` means that somebody decided that it stays out.
    """

    id: int
    project_id: int
    external_id: str
    is_left_out: bool
    open_slots: int
    batch: str | None
    why: tuple[Why, ...]

    @property
    def skips(self) -> int:
        """How many people skipped it."""
        return sum(one.people for one in self.why if not one.is_flag)

    @property
    def flags(self) -> int:
        """How many people flagged it."""
        return sum(one.people for one in self.why if one.is_flag)


def require_pulled(found: Pulled | None) -> Pulled:
    """The task, refused where somebody put it back meanwhile."""
    if found is None:
        raise Refused("task-not-pulled")
    return found


def require_undecided(found: Pulled) -> None:
    """Refuse to leave out again what stays out already."""
    if found.is_left_out:
        raise Refused("task-left-out")
