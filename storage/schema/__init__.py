"""All tables. Constraints and unique indexes stand behind the rules of the domain."""

from storage.schema.columns import Moment, metadata
from storage.schema.hall import causes, hall, inbox, journal, leases, notices
from storage.schema.pay import (
    awaited_details,
    entries,
    lines,
    pay_runs,
    pay_troubles,
    payout_files,
    payout_methods,
    payouts,
    postings,
    statements,
)
from storage.schema.people import awaited_texts, chats, people, roles, waiting
from storage.schema.places import call_drafts, draws, hands, topics
from storage.schema.projects import (
    batches,
    files,
    guidelines,
    project_versions,
    projects,
    schemes,
    tasks,
)
from storage.schema.verdicts import disputes, refusals, review_drafts, reviews
from storage.schema.work import assignments, call_posts, calls, jobs, offers, ratings

__all__ = [
    "Moment", "assignments", "awaited_details", "awaited_texts", "batches", "call_drafts",
    "call_posts", "calls",
    "causes", "chats", "disputes", "draws", "entries", "files", "guidelines", "hall", "hands",
    "inbox", "jobs", "journal", "leases", "lines", "metadata", "notices", "offers", "pay_runs",
    "pay_troubles", "payout_files", "payout_methods", "payouts", "people", "postings",
    "project_versions", "projects", "ratings", "refusals", "review_drafts", "reviews", "roles",
    "schemes", "statements", "tasks", "topics", "waiting",
]  # fmt: skip
