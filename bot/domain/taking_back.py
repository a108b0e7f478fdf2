"""Taking back a published file: whole while nobody was given any of it, else what is left."""

from dataclasses import dataclass

from bot.domain.batches import Batch, BatchState
from bot.domain.refusal import Refused


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of the tasks of a published file so far.

    `given` are tasks that somebody was ever given, `to_pull` those that still miss ratings, and
    `missing` how many; `gold` are the tasks with a known answer that came with the file.
    """

    tasks: int = 0
    gold: int = 0
    given: int = 0
    in_work: int = 0
    rated: int = 0
    to_pull: int = 0
    missing: int = 0

    @property
    def is_untouched(self) -> bool:
        """Whether nobody was given any of it."""
        return self.given == 0


def require_in_hand(batch: Batch) -> None:
    """Refuse what the client has, and what was taken back before."""
    if batch.state is BatchState.withdrawn:
        raise Refused("batch-withdrawn", number=batch.number)
    if batch.state is not BatchState.open:
        raise Refused("batch-delivered", number=batch.number)


def require_whole(batch: Batch, fate: Fate) -> None:
    """Refuse to take back whole what somebody was given a part of."""
    require_in_hand(batch)
    if not fate.is_untouched:
        raise Refused("batch-given", number=batch.number, given=fate.given)


def require_rest(batch: Batch, fate: Fate) -> None:
    """Refuse to pull the rest where none is left."""
    require_in_hand(batch)
    if not fate.to_pull:
        raise Refused("batch-no-rest", number=batch.number)
