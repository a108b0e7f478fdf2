"""dispatch: private calls in waves, and what coordinators plan and send"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _waves()
    _projects()
    _requirements()
    _schedules()
    _broadcasts()
    _imports()
    _desk()


def _waves() -> None:
    """Which calls go privately as well, whom they asked, and since when somebody has no work."""
    off, on = sa.text("false"), sa.text("true")
    for table in ("calls", "call_drafts"):
        op.add_column(table, sa.Column("waves", sa.Boolean(), server_default=off, nullable=False))
    op.add_column("calls", sa.Column("next_wave_at", sa.BigInteger()))
    op.add_column("calls", sa.Column("wave_cursor", sa.JSON(none_as_null=True)))
    op.add_column("offers", sa.Column("made_at", sa.BigInteger()))
    op.add_column("offers", sa.Column("told_at", sa.BigInteger()))
    op.add_column("offers", sa.Column("message_id", sa.BigInteger()))
    op.add_column("offers", sa.Column("reason", sa.String(length=16)))
    op.add_column("offers", sa.Column("private", sa.Boolean(), server_default=off, nullable=False))
    op.add_column(
        "people", sa.Column("private_calls", sa.Boolean(), server_default=on, nullable=False)
    )
    op.add_column("people", sa.Column("idle_since", sa.BigInteger()))
    op.add_column(
        "people", sa.Column("ignored_calls", sa.Integer(), server_default="0", nullable=False)
    )
    op.execute(
        "UPDATE people SET idle_since = coalesce("
        "(SELECT max(claimed_at) FROM jobs WHERE jobs.person_id = people.id), created_at) "
        "WHERE arrival = 'done'"
    )
    _partial("ix_calls_wave", "calls", ["next_wave_at"], "next_wave_at IS NOT NULL")
    _partial("ix_offers_person", "offers", ["person_id"], "state = 'held'")
    _partial("ix_offers_private", "offers", ["call_id", "person_id"], "private")
    _partial("ix_people_idle", "people", ["idle_since", "id"], "idle_since IS NOT NULL")


def _requirements() -> None:
    """How many tasks in a row somebody left out; what a day holds; whose accounts are one's."""
    op.add_column(
        "people", sa.Column("skip_streak", sa.Integer(), server_default="0", nullable=False)
    )
    op.create_index("ix_jobs_claimed", "jobs", ["person_id", "claimed_at"])
    _partial("ix_step_evidence_other", "step_evidence", ["other_id"], "other_id IS NOT NULL")


def _projects() -> None:
    """Projects made and changed in the chat, pulled tasks that stay out, files taken back."""
    op.create_table(
        "project_drafts",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_project_drafts_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_drafts")),
        sa.UniqueConstraint("number", name=op.f("uq_project_drafts_number")),
        sa.UniqueConstraint("person_id", name=op.f("uq_project_drafts_person_id")),
    )
    op.add_column("batches", sa.Column("last_task_id", Id))
    op.add_column(
        "tasks",
        sa.Column("left_out", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.add_column("tasks", sa.Column("came_with", Id))
    _partial("ix_tasks_pulled", "tasks", ["project_id", "id"], "state = 'pulled'")
    _partial("ix_tasks_came_with", "tasks", ["came_with"], "came_with IS NOT NULL")


def _schedules() -> None:
    """Calls that are planned, what groups are for, and how long a card has stood."""
    for name in ("languages", "project_ids"):
        op.add_column("chats", sa.Column(name, sa.JSON(), server_default="[]", nullable=False))
    op.add_column("call_drafts", sa.Column("at", sa.BigInteger()))
    op.add_column("call_drafts", sa.Column("cron", sa.String(length=100)))
    op.add_column("call_drafts", sa.Column("zone", sa.String(length=64)))
    op.add_column("call_posts", sa.Column("sent_at", sa.BigInteger()))
    op.add_column(
        "call_posts",
        sa.Column("pinned", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.execute(
        "UPDATE call_posts SET sent_at = "
        "(SELECT created_at FROM calls WHERE calls.id = call_posts.call_id) "
        "WHERE message_id IS NOT NULL"
    )
    op.create_table(
        "schedules",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("project_id", Id, nullable=False),
        sa.Column("created_by", Id, nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("places_limit", sa.Integer()),
        sa.Column("draw", sa.Boolean(), nullable=False),
        sa.Column("waves", sa.Boolean(), nullable=False),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger()),
        sa.Column("cron", sa.String(length=100)),
        sa.Column("next_at", sa.BigInteger()),
        sa.Column("call_id", Id),
        sa.Column("skipped", sa.String(length=32)),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        _refers("schedules", "project_id", "projects"),
        _refers("schedules", "created_by", "people"),
        _refers("schedules", "call_id", "calls"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedules")),
        sa.UniqueConstraint("number", name=op.f("uq_schedules_number")),
    )
    op.create_table(
        "schedule_runs",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("schedule_id", Id, nullable=False),
        sa.Column("moment", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("outcome", sa.String(length=24), nullable=False),
        sa.Column("reason", sa.String(length=32)),
        sa.Column("call_id", Id),
        _refers("schedule_runs", "schedule_id", "schedules"),
        _refers("schedule_runs", "call_id", "calls"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedule_runs")),
        sa.UniqueConstraint(
            "schedule_id", "moment", name=op.f("uq_schedule_runs_schedule_id_moment")
        ),
    )
    _partial("ix_schedules_next", "schedules", ["next_at"], "next_at IS NOT NULL")
    op.create_index("ix_schedules_project", "schedules", ["project_id", "id"])


def _broadcasts() -> None:
    """One message to many: what it is, to whom it goes, and what became of it for each."""
    op.add_column(
        "people",
        sa.Column("hall_news", sa.Boolean(), server_default=sa.text("true"), nullable=False),
    )
    op.create_table(
        "broadcasts",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("by_id", Id, nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("bodies", sa.JSON(), nullable=False),
        sa.Column("segment", sa.JSON(), nullable=False),
        sa.Column("at", sa.String(length=16)),
        sa.Column("people", sa.Integer()),
        sa.Column("newest_id", Id),
        sa.Column("listed_id", Id, server_default="0", nullable=False),
        sa.Column("listed", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("starts_at", sa.BigInteger()),
        sa.Column("stopped_at", sa.BigInteger()),
        sa.Column("stopped_by", Id),
        sa.Column("ended_at", sa.BigInteger()),
        sa.Column("counts", sa.JSON(none_as_null=True)),
        sa.Column("card_id", sa.BigInteger()),
        sa.Column("shown_at", sa.BigInteger()),
        _refers("broadcasts", "by_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
        sa.UniqueConstraint("number", name=op.f("uq_broadcasts_number")),
    )
    _partial("uq_broadcasts_draft", "broadcasts", ["by_id"], "state = 'draft'", unique=True)
    live = "state IN ('waiting', 'sending', 'stopping')"
    _partial("ix_broadcasts_live", "broadcasts", ["id"], live)
    op.create_table(
        "broadcast_recipients",
        sa.Column("id", Id, nullable=False),
        sa.Column("broadcast_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("settled_at", sa.BigInteger()),
        _refers("broadcast_recipients", "broadcast_id", "broadcasts"),
        _refers("broadcast_recipients", "person_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast_recipients")),
        sa.UniqueConstraint(
            "broadcast_id", "person_id",
            name=op.f("uq_broadcast_recipients_broadcast_id_person_id"),
        ),
    )  # fmt: skip
    _partial(
        "ix_broadcast_recipients_due", "broadcast_recipients", ["broadcast_id", "due_at", "id"],
        "state = 'waiting'",
    )  # fmt: skip
    for name, columns in (("state", ["broadcast_id", "state"]), ("person", ["person_id", "id"])):
        op.create_index(f"ix_broadcast_recipients_{name}", "broadcast_recipients", columns)


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name)


def _partial(
    name: str, table: str, columns: list[str], where: str, *, unique: bool = False
) -> None:
    op.create_index(
        name, table, columns, unique=unique, sqlite_where=sa.text(where),
        postgresql_where=sa.text(where),
    )  # fmt: skip


def _imports() -> None:
    """Which batch is being brought in, and how far it got."""
    off = sa.text("false")
    op.create_table(
        "loads",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("project_id", Id, nullable=False),
        sa.Column("batch_id", Id, nullable=False),
        sa.Column("source", sa.String(length=8)),
        sa.Column("decided", sa.Boolean(), server_default=off, nullable=False),
        sa.Column("renewed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loads")),
        sa.UniqueConstraint("project_id", name=op.f("uq_loads_project_id")),
        sa.UniqueConstraint("batch_id", name=op.f("uq_loads_batch_id")),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_loads_project_id_projects")
        ),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batches.id"], name=op.f("fk_loads_batch_id_batches")
        ),
    )


def _desk() -> None:
    """Who is told each morning what waits; and the tasks that a batch still waits for."""
    op.create_table(
        "desk_digests",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("wanted", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("told_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_digests")),
        sa.UniqueConstraint("person_id", name=op.f("uq_desk_digests_person_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_desk_digests_person_id_people")
        ),
    )
    _partial("ix_tasks_undecided", "tasks", ["batch_id"], "state = 'open'")
    op.create_index("ix_files_of", "files", ["person_id", "created_at", "name", "used", "number"])
    op.create_index("ix_call_drafts_person", "call_drafts", ["person_id", "id"])
