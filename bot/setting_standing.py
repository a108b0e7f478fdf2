"""The settings of standing: each may be kinder to people than what is published, not harder."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot import setting_rules as may_be
from bot.domain.retention import RECORD_DAYS, UPDATE_DAYS
from bot.domain.rules import StandingRules
from bot.setting_kinds import Setting
from bot.setting_rules import Wrong

_ABSENCE = re.compile(r"([0-9]{1,3}),\s*([0-9]{1,3}),\s*([0-9]{1,3})")
_LEAST_ABSENCE, _MOST_ABSENCE = 7, 365


def promised(least: int, most: int, why: str) -> Callable[[str], int]:
    """A rule for whole numbers whose limits follow from what people are promised."""
    number = may_be.whole(least, most)

    def parse(text: str) -> int:
        try:
            return number(text)
        except Wrong as wrong:
            raise Wrong(wrong.what, f"{wrong.do}: {why}") from None

    return parse


def absences(text: str) -> tuple[int, int, int]:
    """After how many days without a sign of life one is reminded, reminded again, and paused."""
    match = _ABSENCE.fullmatch(text)
    first, second, pause = map(int, match.groups()) if match else (0, 0, 0)
    if not _LEAST_ABSENCE <= first < second < pause <= _MOST_ABSENCE:
        do = f"Write three rising numbers from {_LEAST_ABSENCE} to {_MOST_ABSENCE}, as in 21,28,35"
        raise Wrong(f"{text!r} are no three days of absence", do)
    return first, second, pause


STANDING: tuple[Setting, ...] = (
    Setting("STEP_DAYS", "14",
            promised(14, 90, "nobody climbs the ladder faster than in 14 days a step"),
            "days between two steps of the ladder"),
    Setting("STEP_RATINGS", "20",
            promised(20, 200, "a step needs new work to judge by, at least 20 ratings"),
            "ratings between two steps of the ladder"),
    Setting("WARNING_DAYS", "90", promised(14, 90, "a warning is over after 90 days"),
            "days for which a warning counts"),
    Setting("SUSPENSION_DAYS", "14", promised(1, 14, "a suspension lasts at most 14 days"),
            "the most days that a suspension lasts"),
    Setting("HOLD_HOURS", "72", promised(1, 72, "a hold lapses by itself after 72 hours"),
            "hours for which a hold lasts"),
    Setting("GRACE_DAYS", "14",
            promised(14, 90, "a deactivation is announced 14 days ahead"),
            "days from the notice of a deactivation to its effect"),
    Setting("APPEAL_DAYS", "90", promised(90, 365, "a step can be appealed for 90 days"),
            "days in which a step can be appealed"),
    Setting("APPEAL_REPLY_DAYS", "7", promised(1, 7, "an appeal is answered within 7 days"),
            "days in which an appeal is decided"),
    Setting("QUESTION_DAYS", "3", promised(1, 7, "nobody waits for support over a week"),
            "days in which a question is answered"),
    Setting("INACTIVE_DAYS", "21,28,35", absences,
            "days of absence until a reminder, another, and the pause"),
    Setting("EXPIRED_JOBS", "3", promised(3, 20, "one or two jobs that ran out happen to anybody"),
            "jobs in a row that run out before it is proposed to warn"),
    Setting("RIGHTS_DAYS", "365", promised(30, 365, "people are told their rights every year"),
            "days after which people are told their rights again"),
    Setting("LINK_HOURS", "24", may_be.whole(1, 168),
            "hours for which a link that gives a role works"),
    Setting("APPROVAL_DAYS", "0", may_be.whole(0, 14),
            "days in which newcomers are approved; 0: they start at once"),
    Setting("RECORD_DAYS", str(RECORD_DAYS),
            promised(RECORD_DAYS, 3653, "people need the records of their work for four years"),
            "days for which journal, ledger and work are kept"),
    Setting("UPDATE_DAYS", str(UPDATE_DAYS), may_be.whole(2, 365),
            "days for which messages to the bot are kept as they came"),
)  # fmt: skip


@dataclass(frozen=True)
class StandingSettings:
    """What can be set about standing, checked; `STANDING` says what each value is."""

    step_days: int
    step_ratings: int
    warning_days: int
    suspension_days: int
    hold_hours: int
    grace_days: int
    appeal_days: int
    appeal_reply_days: int
    question_days: int
    inactive_days: tuple[int, int, int]
    expired_jobs: int
    rights_days: int
    link_hours: int
    approval_days: int
    record_days: int
    update_days: int

    @property
    def standing_rules(self) -> StandingRules:
        """The part that is handed to the rules of standing."""
        return StandingRules(
            between_days=self.step_days,
            between_ratings=self.step_ratings,
            warning_days=self.warning_days,
            suspension_days=self.suspension_days,
            hold_hours=self.hold_hours,
            grace_days=self.grace_days,
            appeal_days=self.appeal_days,
            reply_days=self.appeal_reply_days,
            question_days=self.question_days,
            inactive_days=self.inactive_days,
            expired_jobs=self.expired_jobs,
            rights_days=self.rights_days,
            link_hours=self.link_hours,
            approval_days=self.approval_days,
        )
