"""Why a project offers somebody nothing: which reasons are told first."""

from bot.domain.refusal import Refused

# What one can do something about, first of all by oneself.
_TO_DO = ("open-jobs-cap", "requires-member", "requires-qualification")
_MAY_CHANGE = ("language", "level", "skill")
_NOT_ONES = (
    "country", "requires-other", "requires-tier", "requires-tier-unknown", "project-blocked",
    "region-closed", "course-over",
    "experts-only",
)  # fmt: skip
_OVER = ("seen-all", "seen-elsewhere", "all-done")
_IDLE = ("project-paused",)
_ENDED = ("project-closed",)


def weight(no: Refused) -> int:
    """The place of the reason among others: to do, dated, open, to change, out of reach, over."""
    for nth, reasons in enumerate(_ORDER):
        if no.reason in reasons:
            return nth
    return 1 if "until" in no.facts else 2


_ORDER: tuple[tuple[str, ...], ...] = (
    _TO_DO, (), (), _MAY_CHANGE, _NOT_ONES, _OVER, _IDLE, _ENDED,
)  # fmt: skip
