"""The settings of review: how much a person looks at, and how reviewers are checked."""

from dataclasses import dataclass

from bot import setting_rules as may_be
from bot.domain.rules import ReviewRules
from bot.setting_kinds import Setting

REVIEWS: tuple[Setting, ...] = (
    Setting("REVIEW_SHARE_NEW", "100", may_be.whole(0, 100),
            "of newcomers' ratings, percent that are drawn for review"),
    Setting("REVIEW_SHARE_TRUSTED", "20", may_be.whole(0, 100),
            "of trusted people's ratings, percent that are drawn for review"),
    Setting("REVIEW_SECOND_SHARE", "10", may_be.whole(0, 100),
            "of verdicts, percent that somebody else gives again without knowing"),
    Setting("REVIEW_GOLD_SHARE", "50", may_be.whole(0, 100),
            "of ratings with a known answer, percent that check the reviewer"),
    Setting("REVIEWER_LEAST_TIER", "60", may_be.whole(0, 95),
            "the tier of a reviewer below which it is proposed to take the role"),
)  # fmt: skip


@dataclass(frozen=True)
class ReviewSettings:
    """What can be set about it, checked; `REVIEWS` says what each value is."""

    review_share_new: int
    review_share_trusted: int
    review_second_share: int
    review_gold_share: int
    reviewer_least_tier: int

    @property
    def review_rules(self) -> ReviewRules:
        """The part that is handed to the rules."""
        return ReviewRules(
            new_percent=self.review_share_new,
            trusted_percent=self.review_share_trusted,
            second_percent=self.review_second_share,
            gold_percent=self.review_gold_share,
            least_tier=self.reviewer_least_tier,
        )
