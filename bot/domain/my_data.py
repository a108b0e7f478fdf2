"""What a person gets of everything the hall knows about them: pages of records, kind by kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.retention import Retention

# A field with its value: a text, number, time, `Money`, none, or lists and mappings of these.
Fields = Mapping[str, Any]

# The two files: one to read, one for programs.
HTML, JSON = "my-data.html", "my-data.json"

# The fields whose values are words of ours, which people read in their language.
WORDED = frozenset({
    "arrival", "by", "client", "decided_as", "kind", "movement", "account", "part", "pause",
    "paused_by", "reason", "role", "standing", "state", "verdict", "chat", "bot", "fact",
})  # fmt: skip
# What people wrote, or read as a task: shown as it is, in its own direction.
AT_LENGTH = frozenset({"words", "answer", "because", "text", "evidence_words", "ended_words"})

# Fields and words that have a text in each language; others are told as they stand.
FIELDS = frozenset({
    "accepted", "correct", "gold", "gold_right", "skill", "tier", "verdicts",
    "about", "absence_reminders", "accept_by", "accepted_at", "access_returns", "access_stops",
    "account", "act", "accuracy", "active_seconds", "after", "answer", "answered_at", "answers",
    "appeal_days", "arrival", "asked_at", "at", "batch", "because", "before", "by", "call",
    "changed_at", "claimed_at", "client", "client_at", "closed_at", "confirm_by", "confirmed_at",
    "context", "corrects", "country", "counts_days", "counts_until", "course", "created_at",
    "days", "decide_by", "decided_as", "decided_at", "deductions", "detector", "digest_told",
    "dispute_by", "due_at", "effective_at", "ended_at", "ended_words", "ends_at", "entry",
    "erased_at", "error", "evidence", "evidence_words", "expected_at", "expires_at", "extended",
    "fact", "fix", "first_chosen", "first_of", "found_at", "gained_at", "grace_days",
    "granted_at", "gross", "group",
    "hall_news", "hours",
    "id", "idle_since", "ignored_calls", "item", "job", "kind", "label", "language", "languages",
    "last_act_at", "last_four",
    "levels", "line", "made_at", "method", "missed_at", "moved", "movement", "name", "net",
    "note", "number", "offered", "opened_at", "part", "pause", "paused_by", "paused_until", "pay",
    "pay_zone", "peers", "percent", "period_end", "period_start", "position", "private",
    "private_calls",
    "project", "prompt",
    "pseudonym", "question", "quiet_from", "quiet_to", "raised_at", "rating", "ratings", "reason",
    "received_at", "reference", "refusal", "reminders", "repeated", "reply_by", "reply_days",
    "responses", "right", "rights_told", "role", "round", "rule_version", "said", "seconds",
    "seen_at",
    "sent_at", "settled_at", "since", "size", "skills",
    "skip_streak", "solved_at", "sound", "standing",
    "started_at", "state", "statement", "step", "subject", "submitted_at", "task", "telegram_id",
    "terms", "text", "told_at", "topic", "try", "turn", "units", "unreachable_since", "until",
    "update",
    "used", "used_at", "username", "value", "verdict", "verdict_number", "version", "versions",
    "words", "zone", "zone_since",
})  # fmt: skip
WORDS = frozenset({
    "counts", "disputed", "void",
    "accepted", "account", "active", "adjustment", "admin", "answered", "applicant", "applied",
    "arbiter", "aside", "assistant", "bank", "bank-account", "block", "blocked", "bonus", "broken",
    "cancelled", "claimed", "client", "clock", "closing", "confirmed", "consent", "coordinator",
    "correction", "deactivated", "deactivating", "deactivation", "decided", "declined", "deleted",
    "dismissed", "done", "draft", "dropped", "due", "duplicate", "earned", "effective", "email",
    "event", "event-at", "expired", "failed", "fixed", "flag", "flagged", "given-back", "good",
    "guide-check", "guide-read", "guidelines", "hall", "held", "hold", "holder", "iban", "in-run",
    "inactive", "invited", "issued", "job", "language", "lapsed", "late", "left", "left-out",
    "line", "listed", "member",
    "mobile-money", "new", "not-asked", "open", "opening", "other", "overturned", "own", "paid",
    "passed", "pay", "payable", "payout", "paypal", "pending", "personal-data", "phone",
    "project", "queued", "rating", "refused", "rejected", "released", "removed", "renewed",
    "replaced", "returned", "reversed", "reviewer", "scheduled", "second-warning", "sending",
    "sent", "settled", "silent", "skipped", "skips", "somebody", "stopped", "submitted",
    "suspended",
    "suspension", "system", "task", "time", "too-hard", "top-up", "topic", "training",
    "uncertain", "unclear",
    "uncomfortable", "undeliverable", "unsafe", "unstarted", "up", "upheld", "user",
    "waiting", "waived",
    "warned", "warning", "wise", "withdrawn", "wrong-language", "you", "zone",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """Some records of one kind; `is_first` and `is_last` say where the kind begins and ends."""

    kind: str
    kept: Retention
    records: tuple[Fields, ...]
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class About:
    """What stands above all records: whose they are, when they were read, how times are told."""

    name: str
    pseudonym: str
    language: str
    zone: str
    made_at: datetime
    has_tasks: bool = True
