"""The settings of known answers: how many tasks of a person have one, and when one is doubted."""

from dataclasses import dataclass

from bot import setting_rules as may_be
from bot.domain.rules import GoldRules
from bot.setting_kinds import Setting

GOLD: tuple[Setting, ...] = (
    Setting("GOLD_SHARE_NEW", "20", may_be.whole(0, 50),
            "of newcomers' tasks, percent with a known answer"),
    Setting("GOLD_SHARE_TRUSTED", "5", may_be.whole(0, 50),
            "of trusted people's tasks, percent with a known answer"),
    Setting("GOLD_DOUBT_ANSWERS", "5", may_be.whole(3, 50),
            "good raters who must have answered before a known answer is doubted"),
    Setting("GOLD_DOUBT_ACCURACY", "70", may_be.whole(50, 95),
            "percent right on the other known answers that make a good rater"),
)  # fmt: skip


@dataclass(frozen=True)
class GoldSettings:
    """What can be set about it, checked; `GOLD` says what each value is."""

    gold_share_new: int
    gold_share_trusted: int
    gold_doubt_answers: int
    gold_doubt_accuracy: int

    @property
    def gold_rules(self) -> GoldRules:
        """The part that is handed to the rules."""
        return GoldRules(
            self.gold_share_new, self.gold_share_trusted,
            self.gold_doubt_answers, self.gold_doubt_accuracy,
        )  # fmt: skip
