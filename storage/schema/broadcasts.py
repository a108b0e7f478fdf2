"""Broadcasts: one message to many, and what became of it for each of them."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    text,
)

from storage.schema.columns import Id, metadata, moment, own_id, ref, state

broadcasts = Table(
    "broadcasts", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("by_id", "people.id"),
    state(),
    Column("bodies", JSON, nullable=False),  # by language; the first that was written, for all
    Column("segment", JSON, nullable=False),
    Column("at", String(16)),  # a local time of each recipient; none: at once
    Column("people", Integer),  # as many as were confirmed
    Column("newest_id", Id),  # whoever arrived later does not get it
    Column("listed_id", Id, nullable=False, server_default="0"),  # listed up to that person
    Column("listed", Boolean, nullable=False, server_default=text("false")),
    moment("made_at"),
    moment("starts_at", null=True),  # the end of the time in which it can be taken back
    moment("stopped_at", null=True),
    Column("stopped_by", Id),
    moment("ended_at", null=True),
    Column("counts", JSON(none_as_null=True)),  # what became of it, once it is over
    Column("card_id", BigInteger),  # the message that shows how far it is
    moment("shown_at", null=True),
    Index("uq_broadcasts_draft", "by_id", unique=True,
          sqlite_where=text("state = 'draft'"), postgresql_where=text("state = 'draft'")),
    Index("ix_broadcasts_live", "id",
          sqlite_where=text("state IN ('waiting', 'sending', 'stopping')"),
          postgresql_where=text("state IN ('waiting', 'sending', 'stopping')")),
)  # fmt: skip

broadcast_recipients = Table(
    "broadcast_recipients", metadata,
    own_id(),
    ref("broadcast_id", "broadcasts.id"),
    ref("person_id", "people.id"),
    state(),
    moment("due_at"),
    moment("settled_at", null=True),
    UniqueConstraint("broadcast_id", "person_id"),
    Index("ix_broadcast_recipients_due", "broadcast_id", "due_at", "id",
          sqlite_where=text("state = 'waiting'"), postgresql_where=text("state = 'waiting'")),
    Index("ix_broadcast_recipients_state", "broadcast_id", "state"),
    Index("ix_broadcast_recipients_person", "person_id", "id"),
)  # fmt: skip
