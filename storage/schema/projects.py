"""Projects with their versions, files and tasks."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.schema.columns import Id, metadata, moment, own_id, ref, state

projects = Table(
    "projects", metadata,
    own_id(),
    Column("key", String(40), nullable=False, unique=True),
    Column("name", String(120), nullable=False),
    state(),
    Column("version_id", Id),
    Column("measured_jobs", Integer, nullable=False, server_default="0"),
    Column("measured_seconds", Float),
    Column("open_slots", Integer, nullable=False, server_default="0"),
    Column("created_by", Id),
    moment("created_at"),
    CheckConstraint("open_slots >= 0", name="open_slots"),
)  # fmt: skip

schemes = Table(
    "schemes", metadata,
    own_id(),
    Column("name", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("body", JSON, nullable=False),
    UniqueConstraint("name", "digest"),
)  # fmt: skip

# The schemes that were made in this hall, by the name that project files use.
own_schemes = Table(
    "own_schemes", metadata,
    own_id(),
    Column("name", String(64), nullable=False, unique=True),
    ref("scheme_id", "schemes.id"),
    Column("created_by", Id),
    moment("changed_at"),
)  # fmt: skip

# A scheme in the making: one for each person who makes one.
scheme_drafts = Table(
    "scheme_drafts", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, unique=True),
    Column("body", JSON, nullable=False),
    moment("changed_at"),
)  # fmt: skip

# The sample card that a person is trying out, with what was tapped on it.
scheme_samples = Table(
    "scheme_samples", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, unique=True),
    Column("scheme", JSON, nullable=False),
    Column("state", JSON, nullable=False),
    moment("changed_at"),
)  # fmt: skip

guidelines = Table(
    "guidelines", metadata,
    own_id(), ref("project_id", "projects.id"),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
    # Whether who worked under older ones has to read this change.
    Column("reread", Boolean, nullable=False, server_default=text("true")),
    UniqueConstraint("project_id", "version"),
)  # fmt: skip

project_versions = Table(
    "project_versions", metadata,
    own_id(), ref("project_id", "projects.id"),
    Column("version", Integer, nullable=False),
    ref("scheme_id", "schemes.id"),
    ref("guidelines_id", "guidelines.id"),
    Column("offer", JSON, nullable=False),
    moment("created_at"),
    UniqueConstraint("project_id", "version"),
)  # fmt: skip

files = Table(
    "files", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("person_id", "people.id", null=True),
    Column("name", String(255), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("used", Boolean, nullable=False, server_default=text("false")),
    moment("created_at"),
    # With all but the content, which is long and lies before the rest.
    Index("ix_files_of", "person_id", "created_at", "name", "used", "number"),
)  # fmt: skip

batches = Table(
    "batches", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("project_id", "projects.id"),
    state(),
    Column("file_name", String(255), nullable=False),
    Column("format", String(32), nullable=False),
    Column("created_by", Id),
    moment("created_at"),
    moment("delivered_at", null=True),
    moment("confirmed_at", null=True),
    # The highest id of the tasks that were taken back with it: no task gets one of them again.
    Column("last_task_id", Id),
    Index("ix_batches_project", "project_id", "id"),
    # Those in a client's hands.
    Index("ix_batches_given", "id",
          sqlite_where=text("state IN ('delivered', 'contested')"),
          postgresql_where=text("state IN ('delivered', 'contested')")),
)  # fmt: skip

tasks = Table(
    "tasks", metadata,
    own_id(), ref("project_id", "projects.id"),
    ref("batch_id", "batches.id", null=True),
    Column("external_id", String(200), nullable=False),
    Column("content", JSON, nullable=False),
    Column("language", String(16)),
    Column("overlap", Integer, nullable=False),
    Column("open_slots", Integer, nullable=False),
    Column("priority", Integer, nullable=False, server_default="0"),
    Column("rank", BigInteger, nullable=False),
    state(),
    Column("skips", Integer, nullable=False, server_default="0"),
    # Of a pulled one: somebody decided that it stays out.
    Column("left_out", Boolean, nullable=False, server_default=text("false")),
    # Of a gold task, which is in no batch: the batch of the file that brought it.
    Column("came_with", Id),
    Column("gold", JSON(none_as_null=True)),
    # Of a gold task that was copied: the decided one, whose raters never get this one.
    Column("copied_from", Id),
    # Below that tier nobody gets it: work for experts.
    Column("least_tier", Integer, nullable=False, server_default="0"),
    Column("metadata", JSON, nullable=False),
    Column("predictions", JSON, nullable=False),
    UniqueConstraint("project_id", "external_id"),
    CheckConstraint("open_slots >= 0 AND open_slots <= overlap", name="open_slots"),
    Index("ix_tasks_batch", "batch_id", "id"),
    Index("ix_tasks_project", "project_id", "id"),
    Index("ix_tasks_undecided", "batch_id", sqlite_where=text("state = 'open'"),
          postgresql_where=text("state = 'open'")),
    Index("ix_tasks_pulled", "project_id", "id", sqlite_where=text("state = 'pulled'"),
          postgresql_where=text("state = 'pulled'")),
    Index("ix_tasks_came_with", "came_with", sqlite_where=text("came_with IS NOT NULL"),
          postgresql_where=text("came_with IS NOT NULL")),
    Index("uq_tasks_copied_from", "copied_from", unique=True,
          sqlite_where=text("copied_from IS NOT NULL"),
          postgresql_where=text("copied_from IS NOT NULL")),
    Index("ix_tasks_gold", "project_id", "rank",
          sqlite_where=text("gold IS NOT NULL AND state = 'open'"),
          postgresql_where=text("gold IS NOT NULL AND state = 'open'")),
    Index("ix_tasks_known", "project_id", "state", "id",
          sqlite_where=text("gold IS NOT NULL"), postgresql_where=text("gold IS NOT NULL")),
    Index("ix_tasks_queue", "project_id", "rank",
          sqlite_where=text("state = 'open' AND open_slots > 0 AND least_tier = 0"),
          postgresql_where=text("state = 'open' AND open_slots > 0 AND least_tier = 0")),
    Index("ix_tasks_expert", "project_id", "rank",
          sqlite_where=text("state = 'open' AND open_slots > 0 AND least_tier > 0"),
          postgresql_where=text("state = 'open' AND open_slots > 0 AND least_tier > 0")),
)  # fmt: skip
