"""Where calls are posted, how a call is prepared, and who put up a hand in a draw."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    text,
)

from storage.schema.columns import Id, metadata, moment, own_id, ref, state

topics = Table(
    "topics", metadata,
    own_id(),
    Column("chat_id", BigInteger, ForeignKey("chats.id"), nullable=False),
    Column("thread_id", BigInteger, nullable=False),
    Column("name", String(128), nullable=False),
    state(),  # open, closed, gone
    UniqueConstraint("chat_id", "thread_id"),
)  # fmt: skip

call_drafts = Table(
    "call_drafts", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("person_id", "people.id"),
    ref("project_id", "projects.id"),
    # The call that gets more places; else the one that this became.
    ref("call_id", "calls.id", null=True),
    Column("places_limit", Integer),
    Column("draw", Boolean, nullable=False),
    Column("waves", Boolean, nullable=False, server_default=text("false")),
    Column("places", JSON, nullable=False),  # pairs of a chat and a topic
    # When it goes out: once at that time, or by the pattern in that zone; none of them: at once.
    moment("at", null=True),
    Column("cron", String(100)),
    Column("zone", String(64)),
    state(),  # open, posted
    moment("created_at"),
    Index("ix_call_drafts_person", "person_id", "id"),
)  # fmt: skip

draws = Table(
    "draws", metadata,
    Column("call_id", Id, ForeignKey("calls.id"), primary_key=True, autoincrement=False),
    state(),
    moment("opened_at"),
    moment("until"),
    Column("seconds", Integer, nullable=False),
    Column("seed", String(32), nullable=False),
    Index("ix_draws_until", "until",
          sqlite_where=text("state <> 'done'"), postgresql_where=text("state <> 'done'")),
)  # fmt: skip

hands = Table(
    "hands", metadata,
    own_id(), ref("call_id", "calls.id"),
    ref("person_id", "people.id"),
    state(),
    Column("turn", Integer),  # whose turn it is, from 1; none while hands are collected
    moment("raised_at"),
    moment("answered_at", null=True),
    UniqueConstraint("call_id", "person_id"),
    Index("ix_hands_person", "person_id",
          sqlite_where=text("state = 'up'"), postgresql_where=text("state = 'up'")),
    Index("ix_hands_turn", "call_id", "turn",
          sqlite_where=text("state = 'up'"), postgresql_where=text("state = 'up'")),
)  # fmt: skip
