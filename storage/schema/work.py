"""Work: calls, places, jobs and ratings."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    text,
)

from storage.schema.columns import Id, metadata, moment, own_id, ref, state

calls = Table(
    "calls", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("project_id", "projects.id"),
    state(),
    Column("places_limit", Integer),
    Column("taken", Integer, nullable=False, server_default="0"),
    Column("created_by", Id),
    moment("created_at"),
    # While hands are collected or answered, jobs go to nobody else.
    Column("drawing", Boolean, nullable=False, server_default=text("false")),
    # Whether it goes to people privately as well, when to look for more of them, and how far in
    # the order of the longest without work somebody looked.
    Column("waves", Boolean, nullable=False, server_default=text("false")),
    moment("next_wave_at", null=True),
    Column("wave_cursor", JSON(none_as_null=True)),
    Index("ix_calls_wave", "next_wave_at", sqlite_where=text("next_wave_at IS NOT NULL"),
          postgresql_where=text("next_wave_at IS NOT NULL")),
    Index("ix_calls_project", "project_id", "id"),
    Index("ix_calls_open", "id",
          sqlite_where=text("state IN ('live', 'filled')"),
          postgresql_where=text("state IN ('live', 'filled')")),
    CheckConstraint("places_limit IS NULL OR taken <= places_limit", name="taken"),
)  # fmt: skip

call_posts = Table(
    "call_posts", metadata,
    own_id(), ref("call_id", "calls.id"),
    Column("chat_id", BigInteger, ForeignKey("chats.id", onupdate="CASCADE"), nullable=False),
    Column("thread_id", BigInteger),
    Column("message_id", BigInteger),
    Column("shown", String(16), nullable=False, server_default=""),
    # Since when that message stands, and whether it is pinned.
    moment("sent_at", null=True),
    Column("pinned", Boolean, nullable=False, server_default=text("false")),
    Index("ix_call_posts_call", "call_id", "id"),
    Index("uq_call_posts_place", "call_id", "chat_id", text("coalesce(thread_id, 0)"),
          unique=True),
)  # fmt: skip

offers = Table(
    "offers", metadata,
    own_id(), ref("call_id", "calls.id"),
    ref("person_id", "people.id"),
    state(),
    moment("until"),
    moment("made_at", null=True),
    moment("told_at", null=True),  # the time to answer counts from here
    Column("message_id", BigInteger),
    # By a private call; else by the own tap. Why it was declined.
    Column("private", Boolean, nullable=False, server_default=text("false")),
    Column("reason", String(16)),
    Index("ix_offers_private", "call_id", "person_id",
          sqlite_where=text("private"), postgresql_where=text("private")),
    Index("ix_offers_person", "person_id",
          sqlite_where=text("state = 'held'"), postgresql_where=text("state = 'held'")),
    Index("uq_offers_held", "call_id", "person_id", unique=True,
          sqlite_where=text("state = 'held'"), postgresql_where=text("state = 'held'")),
    Index("ix_offers_until", "until",
          sqlite_where=text("state = 'held'"), postgresql_where=text("state = 'held'")),
)  # fmt: skip

jobs = Table(
    "jobs", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("person_id", "people.id"),
    ref("project_id", "projects.id"),
    ref("call_id", "calls.id", null=True),
    state(),
    Column("terms", JSON, nullable=False),
    Column("size", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("asked", Integer),  # the question that was turned to; none for the first open one
    Column("step", Integer, nullable=False, server_default="0"),
    moment("claimed_at"),
    moment("due_at"),
    Column("extended", Boolean, nullable=False, server_default=text("false")),
    Column("reminders", Integer, nullable=False, server_default="0"),
    moment("last_act_at"),
    moment("submits_at", null=True),
    moment("submitted_at", null=True),
    moment("settled_at", null=True),
    Column("card_message_id", BigInteger),
    # The review that asks for it, where a job is one returned rating; reviews refer to jobs.
    Column("review_id", Id),
    # One task with a known answer: it borrows a place of the call while it is in work.
    Column("borrows", Boolean, nullable=False, server_default=text("false")),
    Index("ix_jobs_borrowing", "project_id", "borrows",
          sqlite_where=text("state = 'active'"), postgresql_where=text("state = 'active'")),
    Index("ix_jobs_working", "person_id", "last_act_at",
          sqlite_where=text("state = 'active'"),
          postgresql_where=text("state = 'active'")),
    Index("ix_jobs_call", "call_id",
          sqlite_where=text("call_id IS NOT NULL"),
          postgresql_where=text("call_id IS NOT NULL")),
    Index("ix_jobs_project", "project_id", "id"),
    Index("ix_jobs_person", "person_id", "state"),
    Index("ix_jobs_claimed", "person_id", "claimed_at"),
    Index("ix_jobs_due", "due_at",
          sqlite_where=text("state = 'active'"), postgresql_where=text("state = 'active'")),
    Index("ix_jobs_expired", "due_at",
          sqlite_where=text("state = 'expired'"), postgresql_where=text("state = 'expired'")),
    Index("ix_jobs_submits", "submits_at", sqlite_where=text("submits_at IS NOT NULL"),
          postgresql_where=text("submits_at IS NOT NULL")),
    CheckConstraint("size > 0", name="size"),
)  # fmt: skip

assignments = Table(
    "assignments", metadata,
    own_id(), ref("job_id", "jobs.id"),
    ref("task_id", "tasks.id"),
    ref("person_id", "people.id"),
    Column("position", Integer, nullable=False),
    Column("shown_order", JSON, nullable=False),
    state(),
    Column("held", Boolean, nullable=False),
    Column("answer", JSON, nullable=False),
    # Which messages each text answer came in, so that an edit of a message changes it.
    Column("written", JSON, nullable=False, server_default="{}"),
    # What of an answer by several taps was made so far.
    Column("partial", JSON, nullable=False, server_default="{}"),
    Column("turns", Integer, nullable=False, server_default="0"),
    # Given to an expert, because the ratings before did not agree.
    Column("adjudicates", Boolean, nullable=False, server_default=text("false")),
    Column("note", String(64)),
    Column("active_seconds", Float, nullable=False, server_default="0"),
    # When all parts of a task that does not fit one message had been delivered.
    moment("shown_at", null=True),
    UniqueConstraint("task_id", "person_id"),
    Index("ix_assignments_job", "job_id", "position"),
)  # fmt: skip

ratings = Table(
    "ratings", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("assignment_id", "assignments.id"),
    ref("job_id", "jobs.id"),
    Column("version", Integer, nullable=False),
    Column("answer", JSON, nullable=False),
    Column("active_seconds", Float, nullable=False),
    Column("pay_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    moment("submitted_at"),
    moment("accept_by"),
    state(),
    moment("decided_at", null=True),
    UniqueConstraint("assignment_id", "version"),
    Index("ix_ratings_job", "job_id"),
    Index("ix_ratings_accept_by", "accept_by",
          sqlite_where=text("state = 'submitted'"),
          postgresql_where=text("state = 'submitted'")),
)  # fmt: skip
