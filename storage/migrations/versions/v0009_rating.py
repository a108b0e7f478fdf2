"""rating: every scheme on a phone, and what is read and learnt before the first job"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _answering()
    _schemes()
    _learning()


def _answering() -> None:
    op.add_column("jobs", sa.Column("asked", sa.Integer()))


def _schemes() -> None:
    op.create_table(
        "own_schemes",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("scheme_id", Id, nullable=False),
        sa.Column("created_by", Id),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_schemes")),
        sa.UniqueConstraint("name", name=op.f("uq_own_schemes_name")),
        sa.ForeignKeyConstraint(
            ["scheme_id"], ["schemes.id"], name=op.f("fk_own_schemes_scheme_id_schemes")
        ),
    )


def _learning() -> None:
    op.create_table(
        "read_marks",
        sa.Column("id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("project_id", Id, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("what", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_read_marks")),
        sa.UniqueConstraint(
            "person_id", "project_id", "kind", "what",
            name=op.f("uq_read_marks_person_id_project_id_kind_what"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_read_marks_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_read_marks_project_id_projects")
        ),
    )  # fmt: skip
