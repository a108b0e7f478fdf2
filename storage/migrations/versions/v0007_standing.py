"""standing: the ladder, appeals, proposals, questions, one-time links, who is in which group"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

APPEND_ONLY = (
    ("steps", "a step never goes away", "DELETE"),
    (
        "steps",
        "what a step says never changes",
        (
            "UPDATE OF number, person_id, kind, reason, rule_version, project_id, decided_by, "
            "role, decided_at, follows, closing_id, days, counts_days, grace_days, appeal_days, reply_days"
        ),
    ),
    ("step_evidence", "evidence never goes away", "DELETE"),
    ("step_evidence", "evidence never changes", "UPDATE OF step_id, kind, fact, number, at"),
    ("appeals", "an appeal never goes away", "DELETE"),
    (
        "appeals",
        "what an appeal is about never changes",
        "UPDATE OF number, step_id, person_id, opened_at, step_by",
    ),
)


def upgrade() -> None:
    op.execute("ALTER TABLE people RENAME COLUMN step TO arrival")
    _columns()
    _index("ix_people_seen", "people", ["missed", "seen_at"], unique=False)
    _index("ix_people_rights", "people", ["rights_told"], unique=False)
    _index("ix_people_zone", "people", ["zone", "id"], unique=False)
    _index("ix_people_name", "people", ["name"], unique=False)
    _index("ix_jobs_expired", "jobs", ["due_at"], unique=False, only="state = 'expired'")
    _index("ix_journal_actor", "journal", ["actor_id", "id"], unique=False)
    _index("ix_journal_act", "journal", ["act", "id"], unique=False)
    _tables()
    for table, why, what in APPEND_ONLY:
        _refuse(table, why, what)
    # Who is known already is taken for seen when the hall learns to look, and knows the terms.
    op.execute("UPDATE people SET seen_at = created_at, rights_told = created_at")


def _columns() -> None:
    for column in (
        sa.Column("pause", sa.String(length=16)),
        sa.Column("paused_by", Id),
        sa.Column("seen_at", sa.BigInteger()),
        sa.Column("missed", sa.Integer(), server_default="0", nullable=False),
        sa.Column("missed_at", sa.BigInteger()),
        sa.Column("rights_told", sa.BigInteger()),
        sa.Column("erased_at", sa.BigInteger()),
    ):
        op.add_column("people", column)
    for name in ("may_invite", "may_remove"):
        column = sa.Column(name, sa.Boolean(), server_default=sa.text("false"), nullable=False)
        op.add_column("chats", column)


def _index(
    name: str, table: str, columns: list[str], *, unique: bool, only: str | None = None
) -> None:
    where = None if only is None else sa.text(only)
    op.create_index(
        name, table, columns, unique=unique, sqlite_where=where, postgresql_where=where
    )


def _refuse(table: str, why: str, what: str) -> None:
    name = f"{table}_refuses_{what.split(maxsplit=1)[0].lower()}"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {what} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{why}'); END"
        )
        return
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{why}'; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {what} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def _tables() -> None:
    op.create_table(
        "closings",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("grace_days", sa.Integer(), nullable=False),
        sa.Column("by_id", Id, nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=False),
        sa.Column("announced_at", sa.BigInteger(), nullable=True),
        sa.Column("withdrawn_at", sa.BigInteger(), nullable=True),
        sa.Column("withdrawn_by", Id, nullable=True),
        sa.Column("withdrawn_words", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closings")),
        sa.UniqueConstraint("number", name=op.f("uq_closings_number")),
    )
    _index(
        "ix_closings_due",
        "closings",
        ["state"],
        unique=False,
        only="state IN ('announcing', 'withdrawing')",
    )
    _index(
        "uq_closings_country",
        "closings",
        ["country"],
        unique=True,
        only="state IN ('announcing', 'announced')",
    )
    op.create_table(
        "steps",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("rule_version", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("project_id", Id, nullable=True),
        sa.Column("decided_by", Id, nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("decided_at", sa.BigInteger(), nullable=False),
        sa.Column("follows", Id, nullable=True),
        sa.Column("closing_id", Id, nullable=True),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("counts_days", sa.Integer(), nullable=False),
        sa.Column("grace_days", sa.Integer(), nullable=False),
        sa.Column("appeal_days", sa.Integer(), nullable=False),
        sa.Column("reply_days", sa.Integer(), nullable=False),
        sa.Column("told_at", sa.BigInteger(), nullable=True),
        sa.Column("access_stops", sa.BigInteger(), nullable=True),
        sa.Column("access_returns", sa.BigInteger(), nullable=True),
        sa.Column("ends_at", sa.BigInteger(), nullable=True),
        sa.Column("counts_until", sa.BigInteger(), nullable=True),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_by", Id, nullable=True),
        sa.Column("ended_words", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "kind <> 'block' OR project_id IS NOT NULL", name=op.f("ck_steps_block_project")
        ),
        sa.CheckConstraint(
            "kind <> 'suspension' OR days BETWEEN 1 AND 14", name=op.f("ck_steps_suspension_days")
        ),
        sa.CheckConstraint(
            "state <> 'effective' OR told_at IS NOT NULL", name=op.f("ck_steps_told")
        ),
        sa.ForeignKeyConstraint(
            ["closing_id"], ["closings.id"], name=op.f("fk_steps_closing_id_closings")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_steps_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_steps_project_id_projects")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_steps")),
        sa.UniqueConstraint("number", name=op.f("uq_steps_number")),
    )
    _index("ix_steps_due", "steps", ["due_at"], unique=False, only="due_at IS NOT NULL")
    _index("ix_steps_person", "steps", ["person_id", "id"], unique=False)
    _index(
        "ix_steps_closing",
        "steps",
        ["closing_id", "id"],
        unique=False,
        only="closing_id IS NOT NULL",
    )
    _index("ix_steps_untold", "steps", ["person_id"], unique=False, only="told_at IS NULL")
    _index(
        "uq_steps_block",
        "steps",
        ["person_id", "project_id"],
        unique=True,
        only="kind = 'block' AND state IN ('scheduled', 'effective')",
    )
    _index(
        "uq_steps_deactivation",
        "steps",
        ["person_id"],
        unique=True,
        only="kind IN ('deactivation', 'closing') AND state IN ('scheduled', 'effective')",
    )
    _index(
        "uq_steps_hold",
        "steps",
        ["person_id"],
        unique=True,
        only="kind = 'hold' AND state IN ('scheduled', 'effective')",
    )
    op.create_table(
        "step_evidence",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("step_id", Id, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("fact", sa.String(length=32), nullable=False),
        sa.Column("number", sa.String(length=8), nullable=True),
        sa.Column("other_id", Id, nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["step_id"], ["steps.id"], name=op.f("fk_step_evidence_step_id_steps")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_evidence")),
    )
    _index("ix_step_evidence_step", "step_evidence", ["step_id", "id"], unique=False)
    op.create_table(
        "proposals",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("detector", sa.String(length=24), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("facts", sa.String(length=64), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("found_at", sa.BigInteger(), nullable=False),
        sa.Column("decided_by", Id, nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_proposals_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposals")),
        sa.UniqueConstraint("number", name=op.f("uq_proposals_number")),
        sa.UniqueConstraint(
            "person_id", "detector", "facts", name=op.f("uq_proposals_person_id_detector_facts")
        ),
    )
    _index("ix_proposals_open", "proposals", ["found_at"], unique=False, only="state = 'open'")
    op.create_table(
        "step_drafts",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("by_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=True),
        sa.Column("reason", sa.String(length=32), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("project_id", Id, nullable=True),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("proposal_id", Id, nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["by_id"], ["people.id"], name=op.f("fk_step_drafts_by_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_step_drafts_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_step_drafts_project_id_projects")
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposals.id"], name=op.f("fk_step_drafts_proposal_id_proposals")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step_drafts")),
        sa.UniqueConstraint("by_id", name=op.f("uq_step_drafts_by_id")),
        sa.UniqueConstraint("number", name=op.f("uq_step_drafts_number")),
    )
    op.create_table(
        "appeals",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("step_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("decide_by", sa.BigInteger(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=False),
        sa.Column("reminded", sa.Integer(), server_default="0", nullable=False),
        sa.Column("step_by", Id, nullable=False),
        sa.Column("decided_by", Id, nullable=True),
        sa.Column("role", sa.String(length=16), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "decided_by IS NULL OR decided_by <> step_by", name=op.f("ck_appeals_another")
        ),
        sa.CheckConstraint(
            "state = 'open' OR decided_at IS NOT NULL", name=op.f("ck_appeals_decided")
        ),
        sa.CheckConstraint(
            "decided_by IS NULL OR decided_by <> person_id", name=op.f("ck_appeals_not_own")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_appeals_person_id_people")
        ),
        sa.ForeignKeyConstraint(["step_id"], ["steps.id"], name=op.f("fk_appeals_step_id_steps")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appeals")),
        sa.UniqueConstraint("number", name=op.f("uq_appeals_number")),
        sa.UniqueConstraint("step_id", name=op.f("uq_appeals_step_id")),
    )
    _index("ix_appeals_open", "appeals", ["next_at"], unique=False, only="state = 'open'")
    _index("ix_appeals_person", "appeals", ["person_id", "id"], unique=False)
    op.create_table(
        "questions",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("owner_id", Id, nullable=True),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("reply_by", sa.BigInteger(), nullable=False),
        sa.Column("next_at", sa.BigInteger(), nullable=True),
        sa.Column("reminded", sa.Integer(), server_default="0", nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_by", Id, nullable=True),
        sa.CheckConstraint(
            "state = 'open' OR answered_at IS NOT NULL OR closed_by = person_id",
            name=op.f("ck_questions_closed"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_questions_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
        sa.UniqueConstraint("number", name=op.f("uq_questions_number")),
    )
    _index("ix_questions_open", "questions", ["next_at"], unique=False, only="state = 'open'")
    _index(
        "ix_questions_owner", "questions", ["owner_id", "id"], unique=False, only="state = 'open'"
    )
    _index("ix_questions_person", "questions", ["person_id", "id"], unique=False)
    op.create_table(
        "question_words",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("question_id", Id, nullable=False),
        sa.Column("by_id", Id, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name=op.f("fk_question_words_question_id_questions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question_words")),
    )
    _index("ix_question_words_question", "question_words", ["question_id", "id"], unique=False)
    op.create_table(
        "role_links",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("project_id", Id, nullable=True),
        sa.Column("made_by", Id, nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used_by", Id, nullable=True),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_role_links_project_id_projects")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_links")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_role_links_token_digest")),
    )
    op.create_table(
        "memberships",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("link", sa.String(length=128), nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"],
            ["chats.id"],
            name=op.f("fk_memberships_chat_id_chats"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_memberships_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
        sa.UniqueConstraint("chat_id", "person_id", name=op.f("uq_memberships_chat_id_person_id")),
    )
    _index("ix_memberships_person", "memberships", ["person_id", "id"], unique=False)
    op.create_table(
        "retention",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("cut_off", sa.BigInteger(), nullable=False),
        sa.Column("open", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_retention_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_retention")),
    )
