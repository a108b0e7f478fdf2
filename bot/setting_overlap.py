"""The settings of dynamic overlap: how sure an answer is to be, and how many ratings for that."""

from dataclasses import dataclass

from bot import setting_rules as may_be
from bot.domain.overlap import MOST_OVERLAP, TARGETS, Sureness
from bot.setting_kinds import Setting

OVERLAP: tuple[Setting, ...] = (
    Setting("OVERLAP_TARGET", "80", may_be.whole(*TARGETS),
            "percent that an answer is to be sure, or one more person rates it"),
    Setting("OVERLAP_MOST", "5", may_be.whole(1, MOST_OVERLAP),
            "ratings that a task is given for that at most; 1: overlap is fixed"),
)  # fmt: skip


@dataclass(frozen=True)
class OverlapSettings:
    """What can be set about it, checked; `OVERLAP` says what each value is."""

    overlap_target: int
    overlap_most: int

    @property
    def sureness(self) -> Sureness:
        """The part that is handed to the rules."""
        return Sureness(self.overlap_target, self.overlap_most)
