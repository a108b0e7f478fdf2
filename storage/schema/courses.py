"""Courses with their versions, ways through them, and what is held by who passed."""

from sqlalchemy import (
    JSON,
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

courses = Table(
    "courses", metadata,
    own_id(),
    Column("key", String(40), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    state(),
    Column("version_id", Id),
    Column("created_by", Id),
    moment("created_at"),
)  # fmt: skip

course_versions = Table(
    "course_versions", metadata,
    own_id(), ref("course_id", "courses.id"),
    Column("version", Integer, nullable=False),
    Column("body", JSON, nullable=False),
    # Which of its questions were withdrawn, by their places.
    Column("voided", JSON, nullable=False, server_default="[]"),
    moment("created_at"),
    UniqueConstraint("course_id", "version"),
)  # fmt: skip

sittings = Table(
    "sittings", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("person_id", "people.id"), ref("course_id", "courses.id"),
    ref("version_id", "course_versions.id"), ref("project_id", "projects.id", null=True),
    Column("round", Integer, nullable=False),
    Column("nth", Integer),  # none for one that does not count
    state(),
    Column("asked", JSON, nullable=False),
    Column("answers", JSON, nullable=False),
    Column("turned", Integer, nullable=False, server_default="0"),
    Column("ticked", JSON, nullable=False),
    Column("correct", Integer),
    Column("pay_minor", Integer),
    Column("currency", String(3)),
    Column("line", String(8)),
    Column("lifted", Boolean, nullable=False, server_default=text("false")),
    # A question of it was withdrawn since it was graded.
    Column("regrade", Boolean, nullable=False, server_default=text("false")),
    moment("started_at"),
    moment("last_act_at"),
    moment("ended_at", null=True),
    UniqueConstraint("person_id", "course_id", "round", "nth"),
    Index("uq_sittings_open", "person_id", "course_id", unique=True,
          sqlite_where=text("state = 'open'"), postgresql_where=text("state = 'open'")),
    Index("ix_sittings_version", "version_id", "state"),
    Index("ix_sittings_left", "last_act_at", sqlite_where=text("state = 'open'"),
          postgresql_where=text("state = 'open'")),
    Index("ix_sittings_regrade", "id", sqlite_where=text("regrade"),
          postgresql_where=text("regrade")),
)  # fmt: skip

qualifications = Table(
    "qualifications", metadata,
    own_id(), ref("person_id", "people.id"), ref("course_id", "courses.id"),
    ref("sitting_id", "sittings.id"),
    state(),
    Column("reminded", Boolean, nullable=False, server_default=text("false")),
    moment("gained_at"),
    moment("expires_at", null=True),
    moment("ended_at", null=True),
    Index("uq_qualifications_held", "person_id", "course_id", unique=True,
          sqlite_where=text("state = 'held'"), postgresql_where=text("state = 'held'")),
    Index("ix_qualifications_person", "person_id", "id"),
    Index("ix_qualifications_ends", "expires_at", sqlite_where=text("state = 'held'"),
          postgresql_where=text("state = 'held'")),
)  # fmt: skip
