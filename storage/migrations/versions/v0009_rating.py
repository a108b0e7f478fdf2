"""rating: every scheme on a phone, and what is read and learnt before the first job"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _answering()
    _standing()
    _schemes()
    _learning()
    _courses()
    _sittings()
    _qualifications()
    _start()
    _reading()
    _asking()


def _answering() -> None:
    op.add_column("jobs", sa.Column("asked", sa.Integer()))
    for table in ("assignments", "review_drafts"):
        op.add_column(table, sa.Column("partial", sa.JSON(), server_default="{}", nullable=False))
    op.add_column(
        "assignments", sa.Column("turns", sa.Integer(), server_default="0", nullable=False)
    )


def _standing() -> None:
    op.add_column("people", sa.Column("zone_since", sa.BigInteger()))
    for name, columns, where in (
        ("ix_notices_person", ["person_id", "id"], "person_id IS NOT NULL"),
        ("ix_notices_chat", ["chat_id"], "person_id IS NULL"),
    ):
        op.create_index(
            name, "notices", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where)
        )
    op.create_table(
        "applications",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("applied_at", sa.BigInteger(), nullable=False),
        sa.Column("reply_by", sa.BigInteger(), nullable=False),
        sa.Column("decided_by", Id),
        sa.Column("decided_at", sa.BigInteger()),
        sa.Column("words", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_applications")),
        sa.UniqueConstraint("number", name=op.f("uq_applications_number")),
        sa.UniqueConstraint("person_id", name=op.f("uq_applications_person_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_applications_person_id_people")
        ),
        sa.CheckConstraint(
            "state <> 'declined' OR decided_by IS NOT NULL",
            name=op.f("ck_applications_by_a_person"),
        ),
    )
    op.create_index(
        "ix_applications_open", "applications", ["reply_by"],
        sqlite_where=sa.text("state = 'open'"), postgresql_where=sa.text("state = 'open'"),
    )  # fmt: skip


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
    _of_one_person("scheme_drafts", sa.Column("body", sa.JSON(), nullable=False))
    _of_one_person(
        "scheme_samples",
        sa.Column("scheme", sa.JSON(), nullable=False),
        sa.Column("state", sa.JSON(), nullable=False),
    )


def _of_one_person(table: str, *columns: sa.Column[Any]) -> None:
    """What one person has at most one of at a time."""
    op.create_table(
        table,
        sa.Column("id", Id, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        *columns,
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("number", name=op.f(f"uq_{table}_number")),
        sa.UniqueConstraint("person_id", name=op.f(f"uq_{table}_person_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f(f"fk_{table}_person_id_people")
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


def _start() -> None:
    for column in (
        sa.Column("levels", sa.JSON(none_as_null=True)),
        sa.Column("country", sa.String(length=2)),
        sa.Column("skills", sa.JSON(none_as_null=True)),
    ):
        op.add_column("people", column)
    op.create_index(
        "ix_people_country", "people", ["country", "id"],
        sqlite_where=sa.text("country IS NOT NULL"),
        postgresql_where=sa.text("country IS NOT NULL"),
    )  # fmt: skip
    op.create_table(
        "hall_terms",
        sa.Column("id", Id, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("published_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hall_terms")),
        sa.UniqueConstraint("version", "language", name=op.f("uq_hall_terms_version_language")),
    )
    op.create_table(
        "agreed_texts",
        sa.Column("id", Id, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreed_texts")),
        sa.UniqueConstraint("digest", name=op.f("uq_agreed_texts_digest")),
    )
    op.create_table(
        "consents",
        sa.Column("id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("text_id", Id),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consents")),
        sa.UniqueConstraint("person_id", "version", name=op.f("uq_consents_person_id_version")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_consents_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["text_id"], ["agreed_texts.id"], name=op.f("fk_consents_text_id_agreed_texts")
        ),
    )
    op.execute(
        "INSERT INTO consents (person_id, version, language, at) "
        "SELECT id, consent_version, language, consent_at FROM people "
        "WHERE consent_version IS NOT NULL AND consent_at IS NOT NULL AND erased_at IS NULL"
    )


def _courses() -> None:
    op.add_column(
        "guidelines",
        sa.Column("reread", sa.Boolean(), server_default=sa.text("true"), nullable=False),
    )
    op.create_table(
        "courses",
        sa.Column("id", Id, nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("version_id", Id),
        sa.Column("created_by", Id),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_courses")),
        sa.UniqueConstraint("key", name=op.f("uq_courses_key")),
    )
    op.create_table(
        "course_versions",
        sa.Column("id", Id, nullable=False),
        sa.Column("course_id", Id, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("voided", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course_versions")),
        sa.UniqueConstraint(
            "course_id", "version", name=op.f("uq_course_versions_course_id_version")
        ),
        sa.ForeignKeyConstraint(
            ["course_id"], ["courses.id"], name=op.f("fk_course_versions_course_id_courses")
        ),
    )


def _sittings() -> None:
    refers = {
        "person_id": "people", "course_id": "courses", "version_id": "course_versions",
        "project_id": "projects",
    }  # fmt: skip
    op.create_table(
        "sittings",
        sa.Column("id", Id, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("course_id", Id, nullable=False),
        sa.Column("version_id", Id, nullable=False),
        sa.Column("project_id", Id),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer()),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("turned", sa.Integer(), server_default="0", nullable=False),
        sa.Column("ticked", sa.JSON(), nullable=False),
        sa.Column("correct", sa.Integer()),
        sa.Column("pay_minor", sa.Integer()),
        sa.Column("currency", sa.String(length=3)),
        sa.Column("line", sa.String(length=8)),
        sa.Column("lifted", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("regrade", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("last_act_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sittings")),
        sa.UniqueConstraint("number", name=op.f("uq_sittings_number")),
        sa.UniqueConstraint(
            "person_id", "course_id", "round", "nth",
            name=op.f("uq_sittings_person_id_course_id_round_nth"),
        ),
        *(
            sa.ForeignKeyConstraint(
                [name], [f"{table}.id"], name=op.f(f"fk_sittings_{name}_{table}")
            )
            for name, table in refers.items()
        ),
    )  # fmt: skip
    _while("uq_sittings_open", "sittings", ["person_id", "course_id"], "state = 'open'", True)
    op.create_index("ix_sittings_version", "sittings", ["version_id", "state"])
    _while("ix_sittings_left", "sittings", ["last_act_at"], "state = 'open'")
    _while("ix_sittings_regrade", "sittings", ["id"], "regrade")


def _qualifications() -> None:
    op.create_table(
        "qualifications",
        sa.Column("id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("course_id", Id, nullable=False),
        sa.Column("sitting_id", Id, nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("reminded", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("gained_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger()),
        sa.Column("ended_at", sa.BigInteger()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_qualifications")),
        *(
            sa.ForeignKeyConstraint(
                [f"{name}_id"], [f"{table}.id"],
                name=op.f(f"fk_qualifications_{name}_id_{table}"),
            )
            for name, table in
            (("person", "people"), ("course", "courses"), ("sitting", "sittings"))
        ),
    )  # fmt: skip
    held = "state = 'held'"
    _while("uq_qualifications_held", "qualifications", ["person_id", "course_id"], held, True)
    op.create_index("ix_qualifications_person", "qualifications", ["person_id", "id"])
    _while("ix_qualifications_ends", "qualifications", ["expires_at"], held)


def _while(name: str, table: str, columns: list[str], holds: str, unique: bool = False) -> None:
    """An index of the rows for which that holds."""
    where = sa.text(holds)
    op.create_index(
        name, table, columns, unique=unique, sqlite_where=where, postgresql_where=where
    )


def _asking() -> None:
    op.add_column(
        "questions",
        sa.Column("topic", sa.String(length=8), server_default="other", nullable=False),
    )
    op.add_column("questions", sa.Column("job", sa.String(length=8)))


def _reading() -> None:
    op.add_column("assignments", sa.Column("shown_at", sa.BigInteger()))
    # What was shown before this was written down counts as read.
    op.execute(
        "UPDATE assignments SET shown_at = "
        "(SELECT claimed_at FROM jobs WHERE jobs.id = assignments.job_id) WHERE held"
    )
    op.create_table(
        "images",
        sa.Column("id", Id, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary()),
        sa.Column("address", sa.String(length=2000)),
        sa.Column("file_id", sa.String(length=255)),
        sa.Column("refusal", sa.String(length=255)),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_images")),
        sa.UniqueConstraint("digest", name=op.f("uq_images_digest")),
    )
