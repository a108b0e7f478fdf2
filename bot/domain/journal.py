"""The journal as people look at it: its acts, and what it is narrowed down to."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.domain.refusal import Refused

# Everything that is ever journalled, as it is shown: arriving and settings, work, calls and
# projects, verdicts and batches, pay, standing, roles and the hall itself.
ACTS = (
    "arrived", "consented", "returned", "blocked-bot", "set-language",
    "set-work-languages", "set-levels", "set-country", "set-skills", "set-zone", "set-quiet-hours",
    "set-earned-digest", "set-hall-news", "set-desk-digest", "set-private-calls",
    "signed-on", "signed-off",
    "claimed", "extended", "given-back", "submit-tapped", "submit-undone", "submitted",
    "handed-in-late", "expired", "released", "return-ended", "time-corrected", "task-pulled",
    "hand-up", "place-held", "place-lapsed", "place-declined", "call-reason",
    "warning-accepted", "draw-closed",
    "guidelines-read", "sitting-started", "sitting-ended", "sitting-regraded", "qualified",
    "qualification-expired", "course-published", "course-state", "question-withdrawn",
    "tries-granted",
    "broadcast-confirmed", "broadcast-undone", "broadcast-begun", "broadcast-stopped",
    "broadcast-ended",
    "call-posted", "call-spread", "call-renewed", "call-closed", "schedule-made",
    "schedule-paused", "schedule-resumed", "schedule-ended", "schedule-skipped",
    "project-version", "project-state",
    "scheme-saved", "scheme-deleted", "published",
    "project-edited", "batch-withdrawn", "batch-rest-pulled", "task-put-back", "task-left-out",
    "answer-decided",
    "repriced", "below-floor", "topped-up",
    "reviewed", "reviewed-again", "second-decided", "accepted", "disputed", "dispute-decided",
    "gold-copied", "gold-suspended", "gold-kept", "gold-corrected", "gold-withdrawn",
    "batch-delivered", "batch-confirmed", "batch-finished", "confirmations-applied",
    "refusal-made", "refusal-withdrawn", "refusal-applied", "refusal-dismissed", "refusal-lapsed",
    "line-confirmed", "statement-made", "run-completed", "payout-sent", "payout-paid",
    "payout-failed", "payout-file-made", "payout-file-withdrawn", "payout-report-applied",
    "payouts-reconciled", "payout-method-confirmed", "payout-method-dropped",
    "payout-method-disowned", "payout-account-shared", "bonus", "adjustment", "waived",
    "proposed", "proposal-dismissed", "proposal-passed", "step-decided", "step-effective",
    "step-expired", "step-withdrawn", "access-returned", "tier-lowered",
    "closing-announced", "closing-withdrawn", "region-closed",
    "applied", "application-decided", "appealed", "appeal-decided", "paused", "roles-taken",
    "question-asked", "question-asked-on", "question-answered", "question-closed",
    "question-passed", "my-data-asked", "erased",
    "role-granted", "role-revoked", "role-link-made", "role-link-used", "role-link-revoked",
    "bot-moved", "chat-moved", "chat-registered", "chat-meant", "group-link", "audited",
    "retained", "journal-exported",
)  # fmt: skip
# What an entry can be about: the word before the colon of its subject.
THINGS = (
    "person", "job", "line", "task", "project", "scheme", "batch", "call", "refusal",
    "statement", "payout",
    "run", "payout-file", "payout-method", "file", "question", "role-link", "chat", "audit",
    "course", "sitting", "schedule", "broadcast",
)  # fmt: skip
# Facts of an entry that have a name for people; others are shown under the one they have in code.
# Those in smallest units of money are shown as money.
FACTS = (
    "standing", "state", "step", "reason", "appeal", "role", "roles", "project", "language",
    "levels", "skills", "zone", "version", "tasks", "ratings", "lines", "questions",
    "currency", "minor",
    "verdict", "item",
    "percent", "run", "payouts", "reference", "detector", "proposal", "evidence", "hours",
    "seconds", "pause", "until", "people", "rows", "line", "batch", "call", "kind",
    "left-out", "pay-minor", "hourly-minor", "review-days", "seconds-per-task", "country", "chat",
)  # fmt: skip

_CODE = re.compile(
    r"(?:p(?P<about>\d{1,12}))?(?:b(?P<by>\d{1,12}))?"
    r"(?:d(?P<day>\d{8}))?(?:a(?P<act>[a-z-]{1,24}))?"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: when, who (none: the hall itself), what, about what, and how it changed."""

    id: int
    at: datetime
    actor_id: int | None
    act: str
    subject: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which entries: about a person, by a person (0: the hall itself), on a day, of one act."""

    about: int | None = None
    by: int | None = None
    day: date | None = None
    act: str | None = None

    @property
    def code(self) -> str:
        """It in few letters, for buttons and addresses."""
        parts = (
            "" if self.about is None else f"p{self.about}",
            "" if self.by is None else f"b{self.by}",
            "" if self.day is None else f"d{self.day:%Y%m%d}",
            "" if self.act is None else f"a{self.act}",
        )
        return "".join(parts)

    def turned(self) -> "Narrowed":
        """What the person did, in place of what was done about the person; and back."""
        return replace(self, about=self.by, by=self.about)


def read_code(code: str) -> Narrowed:
    """What such letters mean; refused as an old button when they mean nothing."""
    found = _CODE.fullmatch(code)
    if found is None:
        raise Refused("stale-button")
    about, by, day, act = found.group("about", "by", "day", "act")
    try:
        on = date(int(day[:4]), int(day[4:6]), int(day[6:])) if day else None
    except ValueError:
        raise Refused("stale-button") from None
    return Narrowed(int(about) if about else None, int(by) if by else None, on, act)


def typed(text: str) -> tuple[Narrowed, str]:
    """What typed words narrow down to, and the words that are left to name a person.

    A day is written as 2030-01-15, an act as the journal shows it in its file.
    """
    asked, left = Narrowed(), []
    for word in text.split():
        try:
            asked = replace(asked, day=date.fromisoformat(word))
        except ValueError:
            if word.lower() in ACTS:
                asked = replace(asked, act=word.lower())
            else:
                left.append(word)
    return asked, " ".join(left)
