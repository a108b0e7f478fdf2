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
    _requirements()


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
    _partial("uq_offers_private", "offers", ["call_id", "person_id"], "private", unique=True)
    _partial("ix_people_idle", "people", ["idle_since", "id"], "idle_since IS NOT NULL")


def _requirements() -> None:
    """How many tasks in a row somebody left out; what a day holds; whose accounts are one's."""
    op.add_column(
        "people", sa.Column("skip_streak", sa.Integer(), server_default="0", nullable=False)
    )
    op.create_index("ix_jobs_claimed", "jobs", ["person_id", "claimed_at"])
    _partial("ix_step_evidence_other", "step_evidence", ["other_id"], "other_id IS NOT NULL")


def _partial(
    name: str, table: str, columns: list[str], where: str, *, unique: bool = False
) -> None:
    op.create_index(
        name, table, columns, unique=unique, sqlite_where=sa.text(where),
        postgresql_where=sa.text(where),
    )  # fmt: skip
