"""Who of those who run the hall is told each morning what waits, and until when they were."""

from sqlalchemy import Boolean, Column, ForeignKey, Table, text

from storage.schema.columns import Id, metadata, moment, own_id

desk_digests = Table(
    "desk_digests", metadata,
    own_id(),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, unique=True),
    Column("wanted", Boolean, nullable=False, server_default=text("true")),
    moment("told_at", null=True),
)  # fmt: skip
