"""Verdicts: reviews, what people object to, and what clients say of a batch."""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from storage.schema.columns import Id, metadata, moment, own_id, ref, state

reviews = Table(
    "reviews", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("assignment_id", "assignments.id"),
    ref("rating_id", "ratings.id", null=True),  # none for a flag
    Column("reviewer_id", Id, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("item", String(64)),
    Column("words", Text),
    Column("percent", Integer, nullable=False),
    Column("fix", JSON(none_as_null=True)),
    moment("due_at", null=True),
    moment("at"),
    CheckConstraint("percent BETWEEN 0 AND 100", name="percent"),
    Index("ix_reviews_assignment", "assignment_id", "id"),
    Index("ix_reviews_reviewer", "reviewer_id", "at"),
)  # fmt: skip

# A verdict in preparation, or the decision of a dispute: one for each person.
review_drafts = Table(
    "review_drafts", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, unique=True),
    ref("line_id", "lines.id"),
    ref("dispute_id", "disputes.id", null=True),
    Column("verdict", String(16), nullable=False),
    Column("item", String(64)),
    Column("words", Text),
    Column("fix", JSON(none_as_null=True)),
    Column("partial", JSON, nullable=False, server_default="{}"),
    Column("hours", Integer, nullable=False),
    moment("created_at"),
)  # fmt: skip

disputes = Table(
    "disputes", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("line_id", "lines.id"),
    ref("person_id", "people.id"),
    ref("review_id", "reviews.id", null=True),
    ref("refusal_id", "refusals.id", null=True),
    Column("task_id", Id),  # the gold task whose known answer it is about
    Column("words", Text, nullable=False),
    state(),
    moment("opened_at"),
    moment("decide_by"),
    Column("decided_by", Id),  # none for the clock
    Column("answer", Text),
    moment("decided_at", null=True),
    Index("uq_disputes_review", "review_id", unique=True,
          sqlite_where=text("review_id IS NOT NULL"),
          postgresql_where=text("review_id IS NOT NULL")),
    Index("uq_disputes_refusal", "refusal_id", unique=True,
          sqlite_where=text("refusal_id IS NOT NULL"),
          postgresql_where=text("refusal_id IS NOT NULL")),
    Index("ix_disputes_gold", "task_id", sqlite_where=text("task_id IS NOT NULL"),
          postgresql_where=text("task_id IS NOT NULL")),
    Index("uq_disputes_gold", "line_id", unique=True,
          sqlite_where=text("task_id IS NOT NULL"),
          postgresql_where=text("task_id IS NOT NULL")),
    Index("ix_disputes_line", "line_id"),
    Index("ix_disputes_open", "decide_by",
          sqlite_where=text("state = 'open'"), postgresql_where=text("state = 'open'")),
)  # fmt: skip

# A client's "no" to one line of a batch, held while many of them wait for an admin.
refusals = Table(
    "refusals", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("batch_id", "batches.id"),
    ref("line_id", "lines.id"),
    Column("reason", String(64), nullable=False),
    Column("words", Text, nullable=False),
    Column("evidence", Text),
    Column("by_id", Id, nullable=False),
    state(),  # held, applied, dismissed, lapsed
    moment("at"),
    Column("decided_by", Id),
    moment("decided_at", null=True),
    Index("uq_refusals_line", "line_id", unique=True,
          sqlite_where=text("state IN ('held', 'applied')"),
          postgresql_where=text("state IN ('held', 'applied')")),
    Index("ix_refusals_batch", "batch_id", "id"),
    Index("ix_refusals_held", "batch_id",
          sqlite_where=text("state = 'held'"), postgresql_where=text("state = 'held'")),
)  # fmt: skip
