"""What the nightly run could not do."""

from sqlalchemy import Column, String, Table, UniqueConstraint

from storage.schema.columns import metadata, moment, own_id, ref

# Projects whose last run failed: why, since when, and when they are tried again.
unmeasured = Table(
    "unmeasured", metadata,
    own_id(), ref("project_id", "projects.id"),
    Column("reason", String(24), nullable=False),
    moment("since"), moment("again_at"),
    UniqueConstraint("project_id"),
)  # fmt: skip
