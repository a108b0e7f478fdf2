"""People, their roles, the list, and the chats they are met in."""

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
    text,
)

from storage.schema.columns import Id, metadata, moment, own_id, ref, state

people = Table(
    "people", metadata,
    own_id(),
    Column("telegram_id", BigInteger, unique=True),
    Column("pseudonym", String(8), nullable=False, unique=True),
    Column("name", String(200), nullable=False, server_default=""),
    Column("username", String(64)),
    Column("language", String(16), nullable=False),
    Column("languages", JSON, nullable=False),
    # What one said of oneself for work; what is not there was never asked.
    Column("levels", JSON(none_as_null=True)),
    Column("country", String(2)),
    Column("skills", JSON(none_as_null=True)),
    Column("zone", String(64), nullable=False),
    Column("quiet_from", String(5), nullable=False),
    Column("quiet_to", String(5), nullable=False),
    state("arrival"),
    state("standing"),
    # Why nothing is offered for now, and until when; without an end, until the person returns.
    Column("pause", String(16)),
    moment("paused_until", null=True),
    Column("paused_by", Id),  # none for the clock
    moment("seen_at", null=True),  # the last sign of life, to the day
    Column("missed", Integer, nullable=False, server_default="0"),  # reminders since then
    moment("missed_at", null=True),  # the last of them
    moment("rights_told", null=True),
    moment("erased_at", null=True),
    moment("unreachable_since", null=True),
    Column("consent_version", Integer),
    Column("pay_zone", String(64), nullable=False, server_default=""),  # none yet: the first
    # Until when the earned digest has told; none for who does not want it.
    moment("digest_told", null=True),
    moment("consent_at", null=True),
    moment("zone_since", null=True),  # of its country; none: since they arrived
    moment("created_at"),
    # Whether what is about no work of theirs may come as well.
    Column("hall_news", Boolean, nullable=False, server_default=text("true")),
    # Whether calls may come privately; since when there was no new job; how many private calls
    # in a row were left unanswered.
    Column("private_calls", Boolean, nullable=False, server_default=text("true")),
    moment("idle_since", null=True),
    Column("ignored_calls", Integer, nullable=False, server_default="0"),
    # Tasks in a row that were left out, over all jobs that count.
    Column("skip_streak", Integer, nullable=False, server_default="0"),
    Index("ix_people_idle", "idle_since", "id", sqlite_where=text("idle_since IS NOT NULL"),
          postgresql_where=text("idle_since IS NOT NULL")),
    Index("ix_people_digest_told", "digest_told", sqlite_where=text("digest_told IS NOT NULL"),
          postgresql_where=text("digest_told IS NOT NULL")),
    Index("ix_people_country", "country", "id", sqlite_where=text("country IS NOT NULL"),
          postgresql_where=text("country IS NOT NULL")),
    Index("ix_people_seen", "missed", "seen_at"),
    Index("ix_people_rights", "rights_told"),
    Index("ix_people_zone", "zone", "id"),
    Index("ix_people_name", "name"),
)  # fmt: skip

roles = Table(
    "roles", metadata,
    own_id(), ref("person_id", "people.id"),
    Column("role", String(16), nullable=False),
    ref("project_id", "projects.id", null=True),
    Column("granted_by", Id),
    moment("granted_at"),
    Index("ix_roles_person", "person_id", "id"),
    Index("uq_roles_all", "person_id", "role", unique=True,
          sqlite_where=text("project_id IS NULL"), postgresql_where=text("project_id IS NULL")),
    Index("uq_roles_project", "person_id", "role", "project_id", unique=True,
          sqlite_where=text("project_id IS NOT NULL"),
          postgresql_where=text("project_id IS NOT NULL")),
)  # fmt: skip

waiting = Table(
    "waiting", metadata,
    # The order of the list is the order of signing on; two clock readings can be equal.
    own_id(),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, unique=True),
    moment("since"),
    moment("until"),
    Index("ix_waiting_until", "until"),
    # A number that is given out again would stand before those whom waves have looked at.
    sqlite_autoincrement=True,
)  # fmt: skip

# Who was asked to write something, what takes the words (`topic`), and what it knows already.
awaited_texts = Table(
    "awaited_texts", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, unique=True),
    Column("topic", String(24), nullable=False),
    Column("args", JSON, nullable=False),
    Column("card_id", BigInteger),  # the message that asks
    moment("until"),
    Index("ix_awaited_texts_until", "until"),
)  # fmt: skip

chats = Table(
    "chats", metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("title", String(256), nullable=False),
    Column("bot", String(16), nullable=False),  # member, administrator, left
    Column("moved_to", BigInteger),
    Column("added_by", Id),
    Column("registered_by", Id),
    moment("registered_at", null=True),
    moment("last_call_edit", null=True),
    Column("may_post", Boolean, nullable=False, server_default=text("true")),
    Column("may_pin", Boolean, nullable=False, server_default=text("false")),
    Column("is_forum", Boolean, nullable=False, server_default=text("false")),
    Column("may_invite", Boolean, nullable=False, server_default=text("false")),
    Column("may_remove", Boolean, nullable=False, server_default=text("false")),
    # What its calls are for: languages, and ids of projects; empty for all.
    Column("languages", JSON, nullable=False, server_default="[]"),
    Column("project_ids", JSON, nullable=False, server_default="[]"),
)  # fmt: skip
