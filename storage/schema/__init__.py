"""All tables. Constraints and unique indexes stand behind the rules of the domain."""

from storage.schema.columns import Moment, metadata
from storage.schema.hall import causes, hall, inbox, journal, leases, notices
from storage.schema.people import chats, people, roles, waiting
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
from storage.schema.work import assignments, call_posts, calls, jobs, offers, ratings

__all__ = [
    "Moment", "assignments", "batches", "call_drafts", "call_posts", "calls", "causes", "chats",
    "draws", "files", "guidelines", "hall", "hands", "inbox", "jobs", "journal", "leases",
    "metadata", "notices", "offers", "people", "project_versions", "projects", "ratings", "roles",
    "schemes", "tasks", "topics", "waiting",
]  # fmt: skip
