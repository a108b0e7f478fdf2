"""The hall's numbers: each a setting, handed to the rules that need them."""

from dataclasses import dataclass, field
from datetime import time

from bot.domain.money import Money
from bot.domain.overlap import Sureness
from bot.domain.pay_periods import PayDay
from bot.domain.payout_files import PayoutLayout
from bot.domain.payout_methods import MethodKind
from bot.domain.retention import RECORD_DAYS, UPDATE_DAYS


@dataclass(frozen=True, slots=True)
class PayRules:
    """When and how the hall pays. Amounts are minor units by currency."""

    zones: tuple[str, ...] = ("UTC",)
    day: PayDay = field(default_factory=lambda: PayDay(4, time(12)))
    thresholds: dict[str, int] = field(default_factory=lambda: {"USD": 1000, "EUR": 1000})
    carry_days: int = 30
    transfer_days: int = 3
    dispute_days: int = 30
    reply_days: int = 7
    return_hours: int = 48
    floors: dict[str, int] = field(default_factory=lambda: {"USD": 800})
    large: dict[str, int] = field(default_factory=lambda: {"USD": 10000, "EUR": 10000})
    held_percent: int = 10
    held_lines: int = 20
    contact: str = ""
    methods: tuple[MethodKind, ...] = tuple(MethodKind)
    method_hours: int = 72
    layout: PayoutLayout = field(default_factory=PayoutLayout)

    def threshold(self, currency: str) -> int:
        """The least that is paid out by itself; a currency without a figure has none."""
        return self.thresholds.get(currency, 0)

    def is_large(self, money: Money) -> bool:
        """Whether so much is given at once that it is asked twice; without a figure, always."""
        return money.minor >= self.large.get(money.currency, 0)


@dataclass(frozen=True, slots=True)
class DetectorRules:
    """From where on detectors of ratings speak: so many known answers, of which less is right.

    And of the last 20 ratings so many that are fast, or have one option; so many copied ones.
    """

    gold_answers: int = 10
    gold_percent: int = 60
    fast: int = 11
    one_option: int = 15
    copies: int = 5


@dataclass(frozen=True, slots=True)
class StandingRules:
    """The times of the ladder, of appeals, questions and absences, in days unless named."""

    between_days: int = 14
    between_ratings: int = 20
    warning_days: int = 90
    suspension_days: int = 14
    hold_hours: int = 72
    grace_days: int = 14
    appeal_days: int = 90
    reply_days: int = 7
    question_days: int = 3
    inactive_days: tuple[int, int, int] = (21, 28, 35)  # a reminder, another, the pause
    expired_jobs: int = 3
    rights_days: int = 365
    link_hours: int = 24
    approval_days: int = 0  # within which a newcomer is approved or not; none: not asked
    detectors: DetectorRules = field(default_factory=DetectorRules)


@dataclass(frozen=True, slots=True)
class CapRules:
    """What one person is given in a day at most, and what a streak of skips comes to.

    Without a figure there is no cap; earnings are minor units by currency.
    """

    jobs_a_day: int | None = None
    earnings_a_day: dict[str, int] = field(default_factory=dict)
    skip_streak: int = 5
    skip_pause_minutes: int = 60


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """How much a person reviews, and how reviewers are checked; figures in percent but the tier.

    Of newcomers' and of trusted people's ratings, of verdicts that are given a second time, and
    of ratings with a known answer that is kept from the reviewer.
    """

    new_percent: int = 100
    trusted_percent: int = 20
    second_percent: int = 10
    gold_percent: int = 50
    least_tier: int = 60


@dataclass(frozen=True, slots=True)
class GoldRules:
    """In percent: how many of a person's tasks have a known answer, while new and when trusted.

    And from how many good raters on one is doubted, who are right so often on the others.
    """

    new_percent: int = 20
    trusted_percent: int = 5
    doubt_answers: int = 5
    doubt_percent: int = 70


@dataclass(frozen=True, slots=True)
class Rules:
    """The defaults of the hall; `docs/settings.md` lists what each is for."""

    open_jobs: int = 2
    offer_minutes: int = 10
    undo_seconds: int = 10
    skips_to_pull: int = 5
    quiet_from: str = "22:00"
    quiet_to: str = "08:00"
    language: str = "en"
    list_hours: int = 4
    draw_seconds: int = 60
    taps_a_minute: int = 60
    commands_a_minute: int = 20
    pay: PayRules = field(default_factory=PayRules)
    standing: StandingRules = field(default_factory=StandingRules)
    caps: CapRules = field(default_factory=CapRules)
    record_days: int = RECORD_DAYS
    update_days: int = UPDATE_DAYS
    gold: GoldRules = field(default_factory=GoldRules)
    reviews: ReviewRules = field(default_factory=ReviewRules)
    sureness: Sureness = field(default_factory=Sureness)
    night_hour: int = 2  # of UTC, from which projects are measured
