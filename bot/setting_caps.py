"""The settings of how much one person is given, and of what a streak of skips comes to."""

from dataclasses import dataclass

from bot import setting_rules as may_be
from bot.domain.rules import CapRules
from bot.setting_kinds import Setting
from bot.setting_pay import OFF, amounts


def jobs_a_day(text: str) -> int | None:
    """How many jobs a day; none for no cap."""
    return None if text.casefold() == OFF else may_be.whole(1, 1_000)(text)


CAPS: tuple[Setting, ...] = (
    Setting("JOBS_A_DAY", OFF, jobs_a_day, "jobs one person gets in a day, or off"),
    Setting("EARNINGS_A_DAY", OFF, amounts, "what one person earns in a day, by currency"),
    Setting("SKIP_STREAK", "5", may_be.whole(2, 100), "skips in a row that pause a person"),
    Setting("SKIP_PAUSE_MINUTES", "60", may_be.whole(1, 1_440), "minutes of that pause"),
)


@dataclass(frozen=True)
class CapSettings:
    """What can be set about it, checked; `CAPS` says what each value is."""

    jobs_a_day: int | None
    earnings_a_day: dict[str, int]
    skip_streak: int
    skip_pause_minutes: int

    @property
    def cap_rules(self) -> CapRules:
        """The part that is handed to the rules."""
        return CapRules(
            self.jobs_a_day, self.earnings_a_day, self.skip_streak, self.skip_pause_minutes
        )
