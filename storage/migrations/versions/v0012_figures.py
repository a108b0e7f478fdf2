"""figures: what the nightly run could not measure"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _unmeasured()
    _borrowing()
    _tasks_in_order()
    _decisions_that_move()


def _unmeasured() -> None:
    """Projects whose last run failed, with the reason, and when they are tried again."""
    op.create_table(
        "unmeasured",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("project_id", Id, nullable=False),
        sa.Column("reason", sa.String(length=24), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("again_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unmeasured")),
        sa.UniqueConstraint("project_id", name=op.f("uq_unmeasured_project_id")),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_unmeasured_project_id_projects")
        ),
    )


def _borrowing() -> None:
    """Jobs of one task with a known answer, which borrow a place of their call."""
    op.add_column(
        "jobs",
        sa.Column("borrows", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.create_index(
        "ix_jobs_borrowing", "jobs", ["project_id", "borrows"],
        sqlite_where=sa.text("state = 'active'"), postgresql_where=sa.text("state = 'active'"),
    )  # fmt: skip


def _tasks_in_order() -> None:
    """The tasks of a project a page at a time, and those with a known answer, without the rest."""
    op.create_index("ix_tasks_project", "tasks", ["project_id", "id"])
    known = sa.text("gold IS NOT NULL")
    op.create_index(
        "ix_tasks_known", "tasks", ["project_id", "state", "id"], sqlite_where=known,
        postgresql_where=known,
    )  # fmt: skip


def _decisions_that_move() -> None:
    """The decisions about known answers that move scores, which a sweep looks for."""
    moving = sa.text("act IN ('suspended', 'kept', 'corrected', 'withdrawn')")
    op.create_index(
        "ix_gold_decisions_moving", "gold_decisions", ["at"], sqlite_where=moving,
        postgresql_where=moving,
    )  # fmt: skip
