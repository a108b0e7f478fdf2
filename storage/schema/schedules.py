"""Calls that go out later, once or again and again, and what came of each of their moments."""

from sqlalchemy import JSON, Boolean, Column, Index, Integer, String, Table, UniqueConstraint, text

from storage.schema.columns import metadata, moment, own_id, ref, state

schedules = Table(
    "schedules", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("project_id", "projects.id"),
    ref("created_by", "people.id"),
    state(),  # active, paused, ended
    Column("places_limit", Integer),
    Column("draw", Boolean, nullable=False),
    Column("waves", Boolean, nullable=False),
    Column("places", JSON, nullable=False),  # pairs of a chat and a topic
    # Once at that time, or by the pattern, which is read in the zone.
    Column("zone", String(64), nullable=False),
    moment("at", null=True),
    Column("cron", String(100)),
    moment("next_at", null=True),
    # The call that it last posted or renewed, and why it last posted none.
    ref("call_id", "calls.id", null=True),
    Column("skipped", String(32)),
    moment("created_at"),
    Index("ix_schedules_next", "next_at",
          sqlite_where=text("next_at IS NOT NULL"), postgresql_where=text("next_at IS NOT NULL")),
    Index("ix_schedules_project", "project_id", "id"),
)  # fmt: skip

schedule_runs = Table(
    "schedule_runs", metadata,
    own_id(), ref("schedule_id", "schedules.id"),
    moment("moment"),
    moment("at"),
    state("outcome"),  # posted, renewed, skipped
    Column("reason", String(32)),
    ref("call_id", "calls.id", null=True),
    UniqueConstraint("schedule_id", "moment"),
)  # fmt: skip
