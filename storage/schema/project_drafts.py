"""Projects in the making, and changes of one that are looked at: one for each coordinator."""

from sqlalchemy import JSON, Column, ForeignKey, String, Table

from storage.schema.columns import Id, metadata, moment, own_id

project_drafts = Table(
    "project_drafts", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, unique=True),
    Column("body", JSON, nullable=False),
    moment("changed_at"),
)  # fmt: skip
