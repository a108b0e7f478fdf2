"""Imports that are under way: which batch is being brought in, and how far it got."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, String, Table, text

from storage.schema.columns import Id, metadata, own_id

loads = Table(
    "loads", metadata,
    own_id(),
    # One at a time for each project, so that two files cannot bring in the same task.
    Column("project_id", Id, ForeignKey("projects.id"), nullable=False, unique=True),
    Column("batch_id", Id, ForeignKey("batches.id"), nullable=False, unique=True),
    # The staged file that it comes from; none for one on the server's disk.
    Column("source", String(8)),
    # Before, it can be dropped as if it had never been; afterwards it is only carried on.
    Column("decided", Boolean, nullable=False, server_default=text("false")),
    # When somebody was last at it, in microseconds of the database's clock.
    Column("renewed_at", BigInteger, nullable=False),
)  # fmt: skip
