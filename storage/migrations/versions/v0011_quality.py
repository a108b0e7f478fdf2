"""quality: known answers, agreement, confidence, tiers, and reviewers who are checked"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _gold()
    _answers()
    _measures()
    _reviews()
    _gold_disputes()
    _list()


def _list() -> None:
    """Numbers of the out-of-work list are never given out twice; PostgreSQL does so anyway."""
    if op.get_bind().dialect.name != "sqlite":
        return
    op.rename_table("waiting", "waiting_before")
    op.drop_index("ix_waiting_until", "waiting_before")
    op.create_table(
        "waiting",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        _refers("waiting", "person_id", "people"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting")),
        sa.UniqueConstraint("person_id", name=op.f("uq_waiting_person_id")),
        sqlite_autoincrement=True,
    )
    op.execute("INSERT INTO waiting SELECT id, person_id, since, until FROM waiting_before")
    op.drop_table("waiting_before")
    op.create_index("ix_waiting_until", "waiting", ["until"])


def _gold() -> None:
    """How each rating of a gold task came out."""
    op.create_table(
        "gold_scores",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("assignment_id", Id, nullable=False),
        sa.Column("task_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("project_id", Id, nullable=False),
        sa.Column("correct", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gold_scores")),
        sa.UniqueConstraint("assignment_id", name=op.f("uq_gold_scores_assignment_id")),
        _refers("gold_scores", "assignment_id", "assignments"),
        _refers("gold_scores", "task_id", "tasks"),
        _refers("gold_scores", "person_id", "people"),
        _refers("gold_scores", "project_id", "projects"),
    )
    op.create_index("ix_gold_scores_task", "gold_scores", ["task_id"])
    op.create_index("ix_gold_scores_person", "gold_scores", ["person_id", "at"])
    op.create_index("ix_gold_scores_project", "gold_scores", ["project_id", "at"])
    _partial(
        "ix_tasks_gold", "tasks", ["project_id", "rank"], "gold IS NOT NULL AND state = 'open'"
    )


def _answers() -> None:
    """The answer of each task so far and how sure it is; who may still take the task."""
    op.create_table(
        "task_answers",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("task_id", Id, nullable=False),
        sa.Column("project_id", Id, nullable=False),
        sa.Column("ratings", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text()),
        sa.Column("confidence", sa.Float()),
        sa.Column("shares", sa.JSON(), nullable=False),
        sa.Column("adjudicated", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("decided_by", Id),
        sa.Column("asks", sa.String(length=16)),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_answers")),
        sa.UniqueConstraint("task_id", name=op.f("uq_task_answers_task_id")),
        _refers("task_answers", "task_id", "tasks"),
        _refers("task_answers", "project_id", "projects"),
    )
    op.create_index("ix_task_answers_project", "task_answers", ["project_id", "task_id"])
    _partial("ix_task_answers_asks", "task_answers", ["project_id", "task_id"], "asks IS NOT NULL")
    op.create_table(
        "rater_weights",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("project_id", Id, nullable=False),
        sa.Column("accuracy", sa.Float(), nullable=False),
        sa.Column("ratings", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rater_weights")),
        sa.UniqueConstraint(
            "person_id", "project_id", name=op.f("uq_rater_weights_person_id_project_id")
        ),
        _refers("rater_weights", "person_id", "people"),
        _refers("rater_weights", "project_id", "projects"),
    )
    op.create_index("ix_rater_weights_project", "rater_weights", ["project_id"])
    op.add_column(
        "tasks", sa.Column("least_tier", sa.Integer(), server_default="0", nullable=False)
    )
    op.add_column(
        "assignments",
        sa.Column("adjudicates", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.drop_index("ix_tasks_queue", "tasks")
    queue = "state = 'open' AND open_slots > 0 AND least_tier"
    _partial("ix_tasks_queue", "tasks", ["project_id", "rank"], f"{queue} = 0")
    _partial("ix_tasks_expert", "tasks", ["project_id", "rank"], f"{queue} > 0")


def _measures() -> None:
    """What the nightly run found of projects and people, and the tier in each skill."""
    op.create_table(
        "project_measures",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("project_id", Id, nullable=False),
        sa.Column("question", sa.String(length=64), nullable=False),
        sa.Column("level", sa.String(length=16), nullable=False),
        sa.Column("alpha", sa.Float()),
        sa.Column("why", sa.String(length=32)),
        sa.Column("low", sa.Float()),
        sa.Column("high", sa.Float()),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("ratings", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_project_measures")),
        sa.UniqueConstraint(
            "project_id", "question", name=op.f("uq_project_measures_project_id_question")
        ),
        _refers("project_measures", "project_id", "projects"),
    )
    op.create_table(
        "person_measures",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("project_id", Id, nullable=False),
        sa.Column("peers", sa.Float()),
        sa.Column("why", sa.String(length=32)),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("first_chosen", sa.Integer(), nullable=False),
        sa.Column("first_of", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Float()),
        sa.Column("ratings", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_measures")),
        sa.UniqueConstraint(
            "person_id", "project_id", name=op.f("uq_person_measures_person_id_project_id")
        ),
        _refers("person_measures", "person_id", "people"),
        _refers("person_measures", "project_id", "projects"),
    )
    op.create_index("ix_person_measures_project", "person_measures", ["project_id"])
    op.create_table(
        "tiers",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("skill", sa.String(length=40), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tiers")),
        sa.UniqueConstraint("person_id", "skill", name=op.f("uq_tiers_person_id_skill")),
        _refers("tiers", "person_id", "people"),
    )
    op.create_index("ix_tiers_skill", "tiers", ["skill", "tier"])


def _reviews() -> None:
    """Which ratings are looked at by a person, and second verdicts on some of them."""
    op.add_column("lines", sa.Column("drawn", sa.Integer(), server_default="1", nullable=False))
    op.add_column(
        "lines",
        sa.Column("blind", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    queue = ["project_id", "drawn", "accept_by", "id"]
    _partial("ix_lines_drawn", "lines", queue, "state = 'submitted'")
    op.create_index("ix_reviews_reviewer", "reviews", ["reviewer_id", "at"])
    op.create_table(
        "second_reviews",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("line_id", Id, nullable=False),
        sa.Column("review_id", Id, nullable=False),
        sa.Column("project_id", Id),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("drawn", sa.Integer(), nullable=False),
        sa.Column("give_by", sa.BigInteger(), nullable=False),
        sa.Column("reviewer_id", Id),
        sa.Column("verdict", sa.String(length=16)),
        sa.Column("item", sa.String(length=64)),
        sa.Column("words", sa.Text()),
        sa.Column("percent", sa.Integer()),
        sa.Column("fix", sa.JSON()),
        sa.Column("given_at", sa.BigInteger()),
        sa.Column("agrees", sa.Boolean()),
        sa.Column("decided_by", Id),
        sa.Column("decided_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_second_reviews")),
        sa.UniqueConstraint("number", name=op.f("uq_second_reviews_number")),
        sa.UniqueConstraint("line_id", name=op.f("uq_second_reviews_line_id")),
        _refers("second_reviews", "line_id", "lines"),
        _refers("second_reviews", "review_id", "reviews"),
        _refers("second_reviews", "project_id", "projects"),
    )
    op.create_index("ix_second_reviews_review", "second_reviews", ["review_id"])
    op.create_index("ix_second_reviews_reviewer", "second_reviews", ["reviewer_id", "given_at"])
    waits = "state = 'waiting'"
    by_date = ["project_id", "drawn", "give_by", "line_id"]
    _partial("ix_second_reviews_waiting", "second_reviews", by_date, waits)
    _partial("ix_second_reviews_lapse", "second_reviews", ["give_by"], waits)
    doubted = ["project_id", "given_at"]
    _partial("ix_second_reviews_doubted", "second_reviews", doubted, "state = 'doubted'")


def _gold_disputes() -> None:
    """Objections to a known answer, who decided what about one, and what was made one."""
    op.add_column("disputes", sa.Column("task_id", Id))
    _partial("ix_disputes_gold", "disputes", ["task_id"], "task_id IS NOT NULL")
    _partial("uq_disputes_gold", "disputes", ["line_id"], "task_id IS NOT NULL", unique=True)
    op.add_column("tasks", sa.Column("copied_from", Id))
    _partial(
        "uq_tasks_copied_from", "tasks", ["copied_from"], "copied_from IS NOT NULL", unique=True
    )
    op.create_table(
        "gold_decisions",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("task_id", Id, nullable=False),
        sa.Column("by_id", Id),
        sa.Column("act", sa.String(length=16), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gold_decisions")),
        _refers("gold_decisions", "task_id", "tasks"),
    )
    op.create_index("ix_gold_decisions_task", "gold_decisions", ["task_id", "id"])
    # The rank of a gold task is how often it was given; none was given yet.
    op.execute("UPDATE tasks SET rank = id WHERE gold IS NOT NULL")


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
