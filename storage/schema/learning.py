"""What people read, learn and prove before they work on a project."""

from sqlalchemy import Column, String, Table, UniqueConstraint

from storage.schema.columns import metadata, moment, own_id, ref

read_marks = Table(
    "read_marks", metadata,
    own_id(), ref("person_id", "people.id"), ref("project_id", "projects.id"),
    Column("kind", String(16), nullable=False),
    Column("what", String(64), nullable=False),
    moment("at"),
    UniqueConstraint("person_id", "project_id", "kind", "what"),
)  # fmt: skip
