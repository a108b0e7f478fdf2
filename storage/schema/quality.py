"""Quality: scores on known answers, the answers of tasks, and what was measured of whom."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.schema.columns import Id, metadata, moment, own_id, ref, state

# How a rating of a gold task came out. `state`: counts, suspended, disputed, void.
gold_scores = Table(
    "gold_scores", metadata,
    own_id(), ref("assignment_id", "assignments.id"),
    ref("task_id", "tasks.id"), ref("person_id", "people.id"),
    ref("project_id", "projects.id"),
    Column("correct", Boolean, nullable=False),
    state(),
    moment("at"),
    UniqueConstraint("assignment_id"),
    Index("ix_gold_scores_task", "task_id"),
    Index("ix_gold_scores_person", "person_id", "at"),
    Index("ix_gold_scores_project", "project_id", "at"),
)  # fmt: skip

# What was decided about a known answer: copied, suspended, kept, corrected, withdrawn. By none:
# the rule, or the clock.
gold_decisions = Table(
    "gold_decisions", metadata,
    own_id(), ref("task_id", "tasks.id"),
    Column("by_id", Id),
    Column("act", String(16), nullable=False),
    moment("at"),
    Index("ix_gold_decisions_task", "task_id", "id"),
    Index("ix_gold_decisions_moving", "at",
          sqlite_where=text("act IN ('suspended', 'kept', 'corrected', 'withdrawn')"),
          postgresql_where=text("act IN ('suspended', 'kept', 'corrected', 'withdrawn')")),
)  # fmt: skip

# The answer of a task so far: the label that leads (none on a tie), how sure it is, and the
# part of each label. `adjudicated`: an expert, or the coordinator in `decided_by`, said it.
# `asks`: whom the task waits for, where its ratings are in without a sure answer.
task_answers = Table(
    "task_answers", metadata,
    own_id(), ref("task_id", "tasks.id"), ref("project_id", "projects.id"),
    Column("ratings", Integer, nullable=False),
    Column("label", Text),
    Column("confidence", Float),
    Column("shares", JSON, nullable=False),
    Column("adjudicated", Boolean, nullable=False, server_default=text("false")),
    Column("decided_by", Id),
    Column("asks", String(16)),
    moment("at"),
    UniqueConstraint("task_id"),
    Index("ix_task_answers_project", "project_id", "task_id"),
    Index("ix_task_answers_asks", "project_id", "task_id",
          sqlite_where=text("asks IS NOT NULL"), postgresql_where=text("asks IS NOT NULL")),
)  # fmt: skip

# How often a person is right on a project, as of the last nightly run: the weight of a vote.
rater_weights = Table(
    "rater_weights", metadata,
    own_id(), ref("person_id", "people.id"), ref("project_id", "projects.id"),
    Column("accuracy", Float, nullable=False),
    Column("ratings", Integer, nullable=False),
    moment("at"),
    UniqueConstraint("person_id", "project_id"),
    Index("ix_rater_weights_project", "project_id"),
)  # fmt: skip

# Agreement on a question of a project; `why` says why alpha is undefined.
project_measures = Table(
    "project_measures", metadata,
    own_id(), ref("project_id", "projects.id"),
    Column("question", String(64), nullable=False),
    Column("level", String(16), nullable=False),
    Column("alpha", Float), Column("why", String(32)),
    Column("low", Float), Column("high", Float),
    Column("units", Integer, nullable=False), Column("ratings", Integer, nullable=False),
    moment("at"),
    UniqueConstraint("project_id", "question"),
)  # fmt: skip

# A person on a project: agreement with peers, how often what was shown first was chosen (of the
# decided choices between two), and the median seconds of a rating.
person_measures = Table(
    "person_measures", metadata,
    own_id(), ref("person_id", "people.id"), ref("project_id", "projects.id"),
    Column("peers", Float), Column("why", String(32)),
    Column("units", Integer, nullable=False),
    Column("first_chosen", Integer, nullable=False), Column("first_of", Integer, nullable=False),
    Column("seconds", Float),
    Column("ratings", Integer, nullable=False),
    moment("at"),
    UniqueConstraint("person_id", "project_id"),
    Index("ix_person_measures_project", "project_id"),
)  # fmt: skip

# The level of a person in a skill, 0 to 100, with the parts of the published formula.
tiers = Table(
    "tiers", metadata,
    own_id(), ref("person_id", "people.id"),
    Column("skill", String(40), nullable=False),
    Column("tier", Integer, nullable=False),
    Column("parts", JSON, nullable=False),
    moment("at"),
    UniqueConstraint("person_id", "skill"),
    Index("ix_tiers_skill", "skill", "tier"),
)  # fmt: skip
