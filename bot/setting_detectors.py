"""The settings of what a program points out in ratings, and of the night in which it counts."""

from dataclasses import dataclass

from bot import setting_rules as may_be
from bot.domain.rules import DetectorRules
from bot.setting_kinds import Setting

DETECTORS: tuple[Setting, ...] = (
    Setting("DETECT_GOLD_ANSWERS", "10", may_be.whole(5, 100),
            "known answers in 30 days before missing them is pointed out"),
    Setting("DETECT_GOLD_ACCURACY", "60", may_be.whole(10, 90),
            "percent right of them below which it is pointed out"),
    Setting("DETECT_FAST", "11", may_be.whole(5, 20),
            "of the last 20 ratings, how many faster than reading are pointed out"),
    Setting("DETECT_ONE_OPTION", "15", may_be.whole(10, 20),
            "of the last 20 ratings, how many with one option are pointed out"),
    Setting("DETECT_COPIES", "5", may_be.whole(2, 100),
            "ratings in 30 days with a copied text that are pointed out"),
    Setting("NIGHT_HOUR", "2", may_be.whole(0, 21),
            "hour of UTC from which projects are measured, tiers two hours later"),
)  # fmt: skip


@dataclass(frozen=True)
class DetectorSettings:
    """What can be set about it, checked; `DETECTORS` says what each value is."""

    detect_gold_answers: int
    detect_gold_accuracy: int
    detect_fast: int
    detect_one_option: int
    detect_copies: int
    night_hour: int

    @property
    def detector_rules(self) -> DetectorRules:
        """The part that is handed to the rules of standing."""
        return DetectorRules(
            gold_answers=self.detect_gold_answers,
            gold_percent=self.detect_gold_accuracy,
            fast=self.detect_fast,
            one_option=self.detect_one_option,
            copies=self.detect_copies,
        )
