"""All tables. Constraints and unique indexes stand behind the rules of the domain."""

from storage.schema.broadcasts import broadcast_recipients, broadcasts
from storage.schema.columns import Moment, metadata
from storage.schema.consents import agreed_texts, consents, hall_terms
from storage.schema.courses import course_versions, courses, qualifications, sittings
from storage.schema.desk import desk_digests
from storage.schema.figures import unmeasured
from storage.schema.hall import causes, hall, inbox, journal, leases, notices
from storage.schema.images import images
from storage.schema.learning import read_marks
from storage.schema.loads import loads
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
from storage.schema.project_drafts import project_drafts
from storage.schema.projects import (
    batches,
    files,
    guidelines,
    own_schemes,
    project_versions,
    projects,
    scheme_drafts,
    scheme_samples,
    schemes,
    tasks,
)
from storage.schema.quality import (
    gold_decisions,
    gold_scores,
    person_measures,
    project_measures,
    rater_weights,
    task_answers,
    tiers,
)
from storage.schema.schedules import schedule_runs, schedules
from storage.schema.second_reviews import second_reviews
from storage.schema.standing import (
    appeals,
    applications,
    closings,
    memberships,
    proposals,
    question_words,
    questions,
    retention,
    role_links,
    step_drafts,
    step_evidence,
    steps,
)
from storage.schema.verdicts import disputes, refusals, review_drafts, reviews
from storage.schema.work import assignments, call_posts, calls, jobs, offers, ratings

__all__ = [
    "Moment", "agreed_texts", "appeals", "applications", "assignments", "awaited_details",
    "awaited_texts",
    "batches", "broadcast_recipients", "broadcasts", "call_drafts", "call_posts", "calls",
    "causes", "chats", "closings", "consents",
    "course_versions", "courses", "desk_digests", "disputes", "draws", "entries", "files",
    "gold_decisions", "gold_scores", "guidelines", "hall",
    "hall_terms", "hands", "images", "inbox", "jobs", "journal", "leases", "lines", "loads",
    "memberships",
    "metadata", "notices", "offers", "own_schemes", "pay_runs", "pay_troubles", "payout_files",
    "payout_methods", "payouts", "people", "person_measures", "postings", "project_drafts",
    "project_measures", "project_versions", "projects",
    "proposals", "qualifications", "question_words", "questions", "rater_weights", "ratings",
    "read_marks",
    "refusals", "retention", "review_drafts", "reviews", "role_links", "roles", "schedule_runs",
    "schedules", "scheme_drafts",
    "scheme_samples", "schemes", "second_reviews",
    "sittings", "statements", "step_drafts", "step_evidence", "steps", "task_answers", "tasks",
    "tiers",
    "topics", "unmeasured",
    "waiting",
]  # fmt: skip
