"""All tables. Constraints and unique indexes stand behind the rules of the domain.

Times are microseconds since 1970 UTC in a 64-bit integer (`Moment`), alike on both engines.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Moment(TypeDecorator[datetime]):
    """An aware time in UTC, exact to the microsecond."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> int | None:
        """Microseconds since 1970; a naive time is a programming error."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        return (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: Any, _dialect: Dialect) -> datetime | None:
        """The aware time."""
        return None if value is None else _EPOCH + value * _MICROSECOND


# SQLite counts by itself only in a column of type INTEGER.
Id = BigInteger().with_variant(Integer, "sqlite")


def _id() -> Column[int]:
    return Column("id", Id, primary_key=True, autoincrement=True)


def _ref(name: str, target: str, *, null: bool = False) -> Column[int]:
    return Column(name, Id, ForeignKey(target), nullable=null)


def _time(name: str, *, null: bool = False) -> Column[datetime]:
    return Column(name, Moment, nullable=null)


def _state(name: str = "state") -> Column[str]:
    return Column(name, String(24), nullable=False)


hall = Table("hall", metadata, Column("bot_id", BigInteger, primary_key=True, autoincrement=False))

causes = Table("causes", metadata, Column("cause", String(64), primary_key=True))

inbox = Table(
    "inbox", metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("lane", BigInteger, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("state", String(8), nullable=False),  # new, done, aside
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("number", String(8), unique=True),
    Column("error", Text),
    _time("received_at"),
    Index("ix_inbox_new", "update_id", sqlite_where=text("state = 'new'"),
          postgresql_where=text("state = 'new'")),
)  # fmt: skip

people = Table(
    "people", metadata,
    _id(),
    Column("telegram_id", BigInteger, unique=True),
    Column("pseudonym", String(8), nullable=False, unique=True),
    Column("name", String(200), nullable=False, server_default=""),
    Column("username", String(64)),
    Column("language", String(16), nullable=False),
    Column("languages", JSON, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("quiet_from", String(5), nullable=False),
    Column("quiet_to", String(5), nullable=False),
    _state("step"),
    _state("standing"),
    _time("paused_until", null=True),
    _time("unreachable_since", null=True),
    Column("consent_version", Integer),
    _time("consent_at", null=True),
    _time("created_at"),
)  # fmt: skip

roles = Table(
    "roles", metadata,
    _id(), _ref("person_id", "people.id"),
    Column("role", String(16), nullable=False),
    _ref("project_id", "projects.id", null=True),
    Column("granted_by", Id),
    _time("granted_at"),
    Index("uq_roles_all", "person_id", "role", unique=True,
          sqlite_where=text("project_id IS NULL"), postgresql_where=text("project_id IS NULL")),
    Index("uq_roles_project", "person_id", "role", "project_id", unique=True,
          sqlite_where=text("project_id IS NOT NULL"),
          postgresql_where=text("project_id IS NOT NULL")),
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
    _time("registered_at", null=True),
    _time("last_call_edit", null=True),
)  # fmt: skip

projects = Table(
    "projects", metadata,
    _id(),
    Column("key", String(40), nullable=False, unique=True),
    Column("name", String(120), nullable=False),
    _state(),
    Column("version_id", Id),
    Column("measured_jobs", Integer, nullable=False, server_default="0"),
    Column("measured_seconds", Float),
    Column("open_slots", Integer, nullable=False, server_default="0"),
    Column("created_by", Id),
    _time("created_at"),
    CheckConstraint("open_slots >= 0", name="open_slots"),
)  # fmt: skip

schemes = Table(
    "schemes", metadata,
    _id(),
    Column("name", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("body", JSON, nullable=False),
    UniqueConstraint("name", "digest"),
)  # fmt: skip

guidelines = Table(
    "guidelines", metadata,
    _id(), _ref("project_id", "projects.id"),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("project_id", "version"),
)  # fmt: skip

project_versions = Table(
    "project_versions", metadata,
    _id(), _ref("project_id", "projects.id"),
    Column("version", Integer, nullable=False),
    _ref("scheme_id", "schemes.id"),
    _ref("guidelines_id", "guidelines.id"),
    Column("offer", JSON, nullable=False),
    _time("created_at"),
    UniqueConstraint("project_id", "version"),
)  # fmt: skip

files = Table(
    "files", metadata,
    _id(),
    Column("number", String(8), nullable=False, unique=True),
    _ref("person_id", "people.id", null=True),
    Column("name", String(255), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("used", Boolean, nullable=False, server_default=text("false")),
    _time("created_at"),
)  # fmt: skip

batches = Table(
    "batches", metadata,
    _id(),
    Column("number", String(8), nullable=False, unique=True),
    _ref("project_id", "projects.id"),
    _state(),
    Column("file_name", String(255), nullable=False),
    Column("format", String(32), nullable=False),
    Column("created_by", Id),
    _time("created_at"),
)  # fmt: skip

tasks = Table(
    "tasks", metadata,
    _id(), _ref("project_id", "projects.id"),
    _ref("batch_id", "batches.id", null=True),
    Column("external_id", String(200), nullable=False),
    Column("content", JSON, nullable=False),
    Column("language", String(16)),
    Column("overlap", Integer, nullable=False),
    Column("open_slots", Integer, nullable=False),
    Column("priority", Integer, nullable=False, server_default="0"),
    Column("rank", BigInteger, nullable=False),
    _state(),
    Column("skips", Integer, nullable=False, server_default="0"),
    Column("gold", JSON(none_as_null=True)),
    Column("metadata", JSON, nullable=False),
    Column("predictions", JSON, nullable=False),
    UniqueConstraint("project_id", "external_id"),
    CheckConstraint("open_slots >= 0 AND open_slots <= overlap", name="open_slots"),
    Index("ix_tasks_queue", "project_id", "rank",
          sqlite_where=text("state = 'open' AND open_slots > 0"),
          postgresql_where=text("state = 'open' AND open_slots > 0")),
)  # fmt: skip

calls = Table(
    "calls", metadata,
    _id(),
    Column("number", String(8), nullable=False, unique=True),
    _ref("project_id", "projects.id"),
    _state(),
    Column("places_limit", Integer),
    Column("taken", Integer, nullable=False, server_default="0"),
    Column("created_by", Id),
    _time("created_at"),
    CheckConstraint("places_limit IS NULL OR taken <= places_limit", name="taken"),
)  # fmt: skip

call_posts = Table(
    "call_posts", metadata,
    _id(), _ref("call_id", "calls.id"),
    Column("chat_id", BigInteger, ForeignKey("chats.id", onupdate="CASCADE"), nullable=False),
    Column("thread_id", BigInteger),
    Column("message_id", BigInteger),
    Column("shown", String(16), nullable=False, server_default=""),
    Index("uq_call_posts_place", "call_id", "chat_id", text("coalesce(thread_id, 0)"),
          unique=True),
)  # fmt: skip

offers = Table(
    "offers", metadata,
    _id(), _ref("call_id", "calls.id"),
    _ref("person_id", "people.id"),
    _state(),
    _time("until"),
    Index("uq_offers_held", "call_id", "person_id", unique=True,
          sqlite_where=text("state = 'held'"), postgresql_where=text("state = 'held'")),
    Index("ix_offers_until", "until",
          sqlite_where=text("state = 'held'"), postgresql_where=text("state = 'held'")),
)  # fmt: skip

waiting = Table(
    "waiting", metadata,
    # The order of the list is the order of signing on; two clock readings can be equal.
    _id(),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, unique=True),
    _time("since"),
    _time("until"),
)  # fmt: skip

jobs = Table(
    "jobs", metadata,
    _id(),
    Column("number", String(8), nullable=False, unique=True),
    _ref("person_id", "people.id"),
    _ref("project_id", "projects.id"),
    _ref("call_id", "calls.id", null=True),
    _state(),
    Column("terms", JSON, nullable=False),
    Column("size", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("step", Integer, nullable=False, server_default="0"),
    _time("claimed_at"),
    _time("due_at"),
    Column("extended", Boolean, nullable=False, server_default=text("false")),
    Column("reminders", Integer, nullable=False, server_default="0"),
    _time("last_act_at"),
    _time("submits_at", null=True),
    _time("submitted_at", null=True),
    _time("settled_at", null=True),
    Column("card_message_id", BigInteger),
    Index("ix_jobs_person", "person_id", "state"),
    Index("ix_jobs_due", "due_at",
          sqlite_where=text("state = 'active'"), postgresql_where=text("state = 'active'")),
    Index("ix_jobs_submits", "submits_at", sqlite_where=text("submits_at IS NOT NULL"),
          postgresql_where=text("submits_at IS NOT NULL")),
    CheckConstraint("size > 0", name="size"),
)  # fmt: skip

assignments = Table(
    "assignments", metadata,
    _id(), _ref("job_id", "jobs.id"),
    _ref("task_id", "tasks.id"),
    _ref("person_id", "people.id"),
    Column("position", Integer, nullable=False),
    Column("shown_order", JSON, nullable=False),
    _state(),
    Column("held", Boolean, nullable=False),
    Column("answer", JSON, nullable=False),
    # Which message each text answer came in, so that an edit of the message changes it.
    Column("written", JSON, nullable=False, server_default="{}"),
    Column("note", String(64)),
    Column("active_seconds", Float, nullable=False, server_default="0"),
    UniqueConstraint("task_id", "person_id"),
    Index("ix_assignments_job", "job_id", "position"),
)  # fmt: skip

ratings = Table(
    "ratings", metadata,
    _id(),
    Column("number", String(8), nullable=False, unique=True),
    _ref("assignment_id", "assignments.id"),
    _ref("job_id", "jobs.id"),
    Column("version", Integer, nullable=False),
    Column("answer", JSON, nullable=False),
    Column("active_seconds", Float, nullable=False),
    Column("pay_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    _time("submitted_at"),
    _time("accept_by"),
    _state(),
    _time("decided_at", null=True),
    UniqueConstraint("assignment_id", "version"),
    Index("ix_ratings_job", "job_id"),
    Index("ix_ratings_accept_by", "accept_by",
          sqlite_where=text("state = 'submitted'"),
          postgresql_where=text("state = 'submitted'")),
)  # fmt: skip

notices = Table(
    "notices", metadata,
    _id(),
    Column("number", String(8), nullable=False, unique=True),
    Column("key", String(120), nullable=False, unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger),
    _ref("person_id", "people.id", null=True),
    Column("kind", String(32), nullable=False),
    Column("args", JSON, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("sound", Boolean, nullable=False),
    _state(),
    _time("not_before"),
    _time("expires_at", null=True),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("repeated", Boolean, nullable=False, server_default=text("false")),
    Column("edits", BigInteger),
    Column("merge_key", String(64)),
    Column("in_order", Boolean, nullable=False),
    Column("message_id", BigInteger),
    Column("error", Text),
    _time("leased_until", null=True),
    _time("created_at"),
    _time("sent_at", null=True),
    CheckConstraint("state <> 'sent' OR message_id IS NOT NULL", name="sent"),
    Index("ix_notices_due", "chat_id", "id",
          sqlite_where=text("state IN ('queued', 'sending')"),
          postgresql_where=text("state IN ('queued', 'sending')")),
    Index("uq_notices_merge", "merge_key", unique=True,
          sqlite_where=text("state = 'queued' AND merge_key IS NOT NULL"),
          postgresql_where=text("state = 'queued' AND merge_key IS NOT NULL")),
)  # fmt: skip

journal = Table(
    "journal", metadata,
    _id(),
    _time("at"),
    Column("actor_id", Id),  # no foreign key: what happened outlives who did it
    Column("act", String(40), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    Index("ix_journal_subject", "subject"),
)  # fmt: skip
