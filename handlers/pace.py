"""Who goes too fast: counted for each person, in the memory of this process."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from bot.domain.pace import Bucket, Pace, take

_MOST_PEOPLE = 50_000


class Turn(Enum):
    """What becomes of an act: it counts, it is the first that does not, or one more."""

    counts = "counts"
    slower = "slower"
    dropped = "dropped"


@dataclass
class Paces:
    """The buckets of one kind of act; a restart forgets them, and so does a crowd."""

    pace: Pace
    _known: OrderedDict[int, tuple[Bucket, int, Turn]] = field(default_factory=OrderedDict)

    def turn(self, who: int, act: int, now: datetime) -> Turn:
        """What becomes of that act of theirs; one that is tried again is not counted again."""
        before = self._known.get(who)
        if before is not None and before[1] == act:
            return before[2]
        bucket, counts = take(before[0] if before else None, self.pace, now)
        first = before is None or bucket.rests != before[0].rests
        turn = Turn.counts if counts else Turn.slower if first else Turn.dropped
        self._known[who] = (bucket, act, turn)
        self._known.move_to_end(who)
        if len(self._known) > _MOST_PEOPLE:
            self._known.popitem(last=False)
        return turn

    def rests(self, who: int) -> datetime | None:
        """Until when nothing of theirs counts; none for who does not go too fast."""
        return self._known[who][0].rests if who in self._known else None
