"""The hall itself: what came in, what goes out, what was done."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from storage.schema.columns import Id, metadata, moment, own_id, ref, state

hall = Table("hall", metadata, Column("bot_id", BigInteger, primary_key=True, autoincrement=False))

causes = Table("causes", metadata, Column("cause", String(64), primary_key=True))

# Which processes are alive, and which of them leads; their times are those of the database.
leases = Table(
    "leases", metadata,
    Column("name", String(32), primary_key=True),
    Column("holder", String(16), nullable=False),
    moment("until"),
)  # fmt: skip

inbox = Table(
    "inbox", metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lane", BigInteger, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("state", String(8), nullable=False),  # new, done, aside
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("number", String(8), unique=True),
    Column("error", Text),
    Column("holder", String(16), nullable=False, server_default=""),  # the process it is for
    moment("received_at"),
    Index("ix_inbox_new", "update_id", sqlite_where=text("state = 'new'"),
          postgresql_where=text("state = 'new'")),
)  # fmt: skip

notices = Table(
    "notices", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),
    ref("person_id", "people.id", null=True),
    Column("kind", String(32), nullable=False),
    Column("args", JSON, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("sound", Boolean, nullable=False),
    state(),
    moment("not_before"),
    moment("expires_at", null=True),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("repeated", Boolean, nullable=False, server_default=text("false")),
    Column("edits", BigInteger),
    Column("merge_key", String(64)),
    Column("in_order", Boolean, nullable=False),
    Column("message_id", BigInteger),
    Column("error", Text),
    moment("leased_until", null=True),
    moment("created_at"),
    moment("sent_at", null=True),
    CheckConstraint("state <> 'sent' OR message_id IS NOT NULL", name="sent"),
    Index("ix_notices_queue", "priority", "id",
          sqlite_where=text("state = 'queued'"),
          postgresql_where=text("state = 'queued'")),
    Index("ix_notices_next", "not_before",
          sqlite_where=text("state = 'queued'"),
          postgresql_where=text("state = 'queued'")),
    Index("ix_notices_sending", "leased_until",
          sqlite_where=text("state = 'sending'"),
          postgresql_where=text("state = 'sending'")),
    Index("ix_notices_due", "chat_id", "id",
          sqlite_where=text("state IN ('queued', 'sending')"),
          postgresql_where=text("state IN ('queued', 'sending')")),
    Index("ix_notices_person", "person_id", "id",
          sqlite_where=text("person_id IS NOT NULL"),
          postgresql_where=text("person_id IS NOT NULL")),
    Index("ix_notices_chat", "chat_id",
          sqlite_where=text("person_id IS NULL"), postgresql_where=text("person_id IS NULL")),
    Index("ix_notices_trouble", "created_at",
          sqlite_where=text("state IN ('uncertain', 'failed')"),
          postgresql_where=text("state IN ('uncertain', 'failed')")),
    Index("uq_notices_merge", "merge_key", unique=True,
          sqlite_where=text("state = 'queued' AND merge_key IS NOT NULL"),
          postgresql_where=text("state = 'queued' AND merge_key IS NOT NULL")),
)  # fmt: skip

journal = Table(
    "journal", metadata,
    own_id(),
    moment("at"),
    Column("actor_id", Id),  # no foreign key: what happened outlives who did it
    Column("act", String(40), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    Index("ix_journal_subject", "subject"),
    Index("ix_journal_actor", "actor_id", "id"),
    Index("ix_journal_act", "act", "id"),
)  # fmt: skip
