"""places: rights in chats, topics, calls being prepared, draws"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    for name, default in (("may_post", "true"), ("may_pin", "false"), ("is_forum", "false")):
        op.add_column(
            "chats",
            sa.Column(name, sa.Boolean(), server_default=sa.text(default), nullable=False),
        )
    op.add_column(
        "calls",
        sa.Column("drawing", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.create_table(
        "topics",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_topics_chat_id_chats")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topics")),
        sa.UniqueConstraint("chat_id", "thread_id", name=op.f("uq_topics_chat_id_thread_id")),
    )
    op.create_table(
        "call_drafts",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("project_id", Id, nullable=False),
        sa.Column("call_id", Id, nullable=True),
        sa.Column("places_limit", sa.Integer(), nullable=True),
        sa.Column("draw", sa.Boolean(), nullable=False),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["call_id"], ["calls.id"], name=op.f("fk_call_drafts_call_id_calls")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_call_drafts_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_call_drafts_project_id_projects")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_drafts")),
        sa.UniqueConstraint("number", name=op.f("uq_call_drafts_number")),
    )
    op.create_table(
        "draws",
        sa.Column("call_id", Id, autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("seed", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_draws_call_id_calls")),
        sa.PrimaryKeyConstraint("call_id", name=op.f("pk_draws")),
    )
    op.create_index(
        "ix_draws_until",
        "draws",
        ["until"],
        unique=False,
        sqlite_where=sa.text("state <> 'done'"),
        postgresql_where=sa.text("state <> 'done'"),
    )
    op.create_table(
        "hands",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("call_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=True),
        sa.Column("raised_at", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_hands_call_id_calls")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_hands_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hands")),
        sa.UniqueConstraint("call_id", "person_id", name=op.f("uq_hands_call_id_person_id")),
    )
    op.create_index(
        "ix_hands_person",
        "hands",
        ["person_id"],
        unique=False,
        sqlite_where=sa.text("state = 'up'"),
        postgresql_where=sa.text("state = 'up'"),
    )
    op.create_index(
        "ix_hands_turn",
        "hands",
        ["call_id", "turn"],
        unique=False,
        sqlite_where=sa.text("state = 'up'"),
        postgresql_where=sa.text("state = 'up'"),
    )
