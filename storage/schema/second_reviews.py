"""Second verdicts: a share of what was reviewed is reviewed again by somebody who is not told."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.schema.columns import Id, metadata, moment, own_id, ref, state

# `state`: waiting (for the second verdict), given, doubted (waits for a third person), upheld,
# overturned, lapsed. It changes no money and nothing for the contractor before the third person.
second_reviews = Table(
    "second_reviews", metadata,
    own_id(), Column("number", String(8), nullable=False, unique=True),
    ref("line_id", "lines.id"), ref("review_id", "reviews.id"),
    ref("project_id", "projects.id", null=True),
    state(),
    Column("drawn", Integer, nullable=False),  # as if it had never been reviewed
    moment("give_by"),
    Column("reviewer_id", Id),
    Column("verdict", String(16)),
    Column("item", String(64)),
    Column("words", Text),
    Column("percent", Integer),
    Column("fix", JSON(none_as_null=True)),
    moment("given_at", null=True),
    Column("agrees", Boolean),
    Column("decided_by", Id),
    moment("decided_at", null=True),
    UniqueConstraint("line_id"),
    Index("ix_second_reviews_review", "review_id"),
    Index("ix_second_reviews_reviewer", "reviewer_id", "given_at"),
    Index("ix_second_reviews_waiting", "project_id", "drawn", "give_by", "line_id",
          sqlite_where=text("state = 'waiting'"), postgresql_where=text("state = 'waiting'")),
    Index("ix_second_reviews_lapse", "give_by",
          sqlite_where=text("state = 'waiting'"), postgresql_where=text("state = 'waiting'")),
    Index("ix_second_reviews_doubted", "project_id", "given_at",
          sqlite_where=text("state = 'doubted'"), postgresql_where=text("state = 'doubted'")),
)  # fmt: skip
