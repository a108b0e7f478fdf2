"""pay: lines, the ledger, verdicts, pay runs with statements and payouts"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

APPEND_ONLY = (
    ("entries", "the ledger is append-only", "UPDATE"),
    ("entries", "the ledger is append-only", "DELETE"),
    ("postings", "the ledger is append-only", "UPDATE"),
    ("postings", "the ledger is append-only", "DELETE"),
    ("statements", "a statement never changes", "UPDATE"),
    ("statements", "a statement never changes", "DELETE"),
    ("reviews", "a verdict never changes", "UPDATE"),
    ("reviews", "a verdict never changes", "DELETE"),
    ("lines", "a line never goes away", "DELETE"),
    (
        "lines",
        "what a line is for never changes",
        (
            "UPDATE OF number, person_id, project_id, job_id, assignment_id, kind, offered_minor, "
            "currency, submitted_at, corrects"
        ),
    ),
    ("payouts", "a payout never goes away", "DELETE"),
    (
        "payouts",
        "what a payout is for never changes",
        "UPDATE OF number, statement_id, person_id, minor, currency, created_at",
    ),
)

EMPTIED = (
    "journal", "ratings", "entries", "postings", "statements", "reviews", "lines", "payouts",
)  # fmt: skip

_LEGS = "FROM postings WHERE entry_key = NEW.key"
GUARDS = (
    (
        "entries_balance",
        "entries",
        f"(SELECT count(*) {_LEGS}) < 2 OR (SELECT sum(minor) {_LEGS}) <> 0",
        "an entry balances to zero",
    ),
    (
        "postings_are_sealed",
        "postings",
        "EXISTS (SELECT 1 FROM entries WHERE key = NEW.entry_key)",
        "an entry gets no more postings",
    ),
)

# What was rated before there was a ledger: owed since it was accepted, without a client's word.
LINES = """
INSERT INTO lines (
    number, person_id, project_id, job_id, assignment_id, kind, state, client,
    offered_minor, pay_minor, currency, submitted_at, accept_by, accepted_at, confirmed_at
)
SELECT r.number, j.person_id, j.project_id, r.job_id, r.assignment_id, 'rating',
       CASE WHEN r.state = 'accepted' THEN 'confirmed' ELSE 'submitted' END, 'not asked',
       r.pay_minor, r.pay_minor, r.currency, r.submitted_at, r.accept_by,
       CASE WHEN r.state = 'accepted' THEN r.decided_at END,
       CASE WHEN r.state = 'accepted' THEN r.decided_at END
  FROM ratings r JOIN jobs j ON j.id = r.job_id
 WHERE r.state IN ('submitted', 'accepted')
 ORDER BY r.id
"""
POSTINGS = """
INSERT INTO postings (entry_key, account, owner_id, currency, minor)
SELECT 'line:' || CAST(l.id AS TEXT) || leg.movement, leg.account,
       CASE WHEN leg.account = 'project' THEN l.project_id ELSE l.person_id END,
       l.currency, leg.sign * l.pay_minor
  FROM lines l CROSS JOIN (
       SELECT ':accepted' AS movement, 'project' AS account, -1 AS sign
       UNION ALL SELECT ':accepted', 'earned', 1
       UNION ALL SELECT ':confirmed', 'earned', -1
       UNION ALL SELECT ':confirmed', 'payable', 1
  ) AS leg
 WHERE l.state = 'confirmed'
 ORDER BY l.id
"""
ENTRIES = """
INSERT INTO entries (key, movement, currency, at)
SELECT 'line:' || CAST(l.id AS TEXT) || ':' || made.movement, made.movement, l.currency,
       l.confirmed_at
  FROM lines l CROSS JOIN (
       SELECT 'accepted' AS movement UNION ALL SELECT 'confirmed'
  ) AS made
 WHERE l.state = 'confirmed'
 ORDER BY l.id
"""
# What was rated before there was a ledger: owed since it was accepted, without a client's word.
BACKFILL = (LINES, POSTINGS, ENTRIES)


def upgrade() -> None:
    _tables()
    for table, why, what in APPEND_ONLY:
        _refuse(table, why, what)
    for name, table, when, why in GUARDS:
        _guard(name, table, when, why)
    for table in EMPTIED:
        _refuse_emptying(table)
    for statement in BACKFILL:
        op.get_bind().exec_driver_sql(statement)


def _refuse(table: str, why: str, what: str) -> None:
    name = f"{table}_refuses_{what.split(maxsplit=1)[0].lower()}"
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {what} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{why}'); END"
        )
        return
    _function(name, f"RAISE EXCEPTION '{why}';")
    op.execute(
        f"CREATE TRIGGER {name} BEFORE {what} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def _refuse_emptying(table: str) -> None:
    """PostgreSQL empties a table without deleting its rows one by one; SQLite knows no such way."""
    if op.get_bind().dialect.name == "sqlite":
        return
    op.execute(
        f"CREATE TRIGGER {table}_refuses_truncate BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuses_delete()"
    )


def _guard(name: str, table: str, when: str, why: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN {when} "
            f"BEGIN SELECT RAISE(ABORT, '{why}'); END"
        )
        return
    _function(name, f"IF {when} THEN RAISE EXCEPTION '{why}'; END IF; RETURN NEW;")
    op.execute(
        f"CREATE TRIGGER {name} BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def _function(name: str, body: str) -> None:
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
    )


def _tables() -> None:
    op.create_table(
        "entries",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=48), nullable=False),
        sa.Column("movement", sa.String(length=16), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sa.UniqueConstraint("key", "currency", name=op.f("uq_entries_key_currency")),
        sa.UniqueConstraint("key", name=op.f("uq_entries_key")),
    )
    op.create_table(
        "pay_runs",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("period_start", sa.BigInteger(), nullable=False),
        sa.Column("period_end", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("by_id", Id, nullable=True),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("completed_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pay_runs")),
        sa.UniqueConstraint("number", name=op.f("uq_pay_runs_number")),
        sa.UniqueConstraint("zone", "period_end", name=op.f("uq_pay_runs_zone_period_end")),
    )
    op.create_index(
        "ix_pay_runs_open",
        "pay_runs",
        ["period_end"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_table(
        "pay_troubles",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("run_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("error", sa.String(length=64), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("solved_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_pay_troubles_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["pay_runs.id"], name=op.f("fk_pay_troubles_run_id_pay_runs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pay_troubles")),
        sa.UniqueConstraint("number", name=op.f("uq_pay_troubles_number")),
        sa.UniqueConstraint("run_id", "person_id", name=op.f("uq_pay_troubles_run_id_person_id")),
    )
    op.create_index(
        "ix_pay_troubles_open",
        "pay_troubles",
        ["run_id"],
        unique=False,
        sqlite_where=sa.text("solved_at IS NULL"),
        postgresql_where=sa.text("solved_at IS NULL"),
    )
    op.create_table(
        "payout_files",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("run_id", Id, nullable=True),
        sa.Column("by_id", Id, nullable=False),
        sa.Column("payouts", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["run_id"], ["pay_runs.id"], name=op.f("fk_payout_files_run_id_pay_runs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payout_files")),
        sa.UniqueConstraint("number", name=op.f("uq_payout_files_number")),
    )
    op.create_index(
        "ix_payout_files_there",
        "payout_files",
        ["made_at"],
        unique=False,
        sqlite_where=sa.text("deleted_at IS NULL"),
        postgresql_where=sa.text("deleted_at IS NULL"),
    )
    op.create_table(
        "payout_methods",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("last_four", sa.String(length=8), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("confirmed_at", sa.BigInteger(), nullable=True),
        sa.Column("effective_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_payout_methods_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payout_methods")),
        sa.UniqueConstraint("number", name=op.f("uq_payout_methods_number")),
    )
    op.create_index(
        "ix_payout_methods_fingerprint", "payout_methods", ["fingerprint"], unique=False
    )
    op.create_index(
        "ix_payout_methods_person", "payout_methods", ["person_id", "id"], unique=False
    )
    op.create_index(
        "uq_payout_methods_pending",
        "payout_methods",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )
    op.create_table(
        "awaited_details",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("part", sa.String(length=16), nullable=False),
        sa.Column("secret", sa.Text(), nullable=True),
        sa.Column("card_id", sa.BigInteger(), nullable=True),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_awaited_details_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_awaited_details")),
        sa.UniqueConstraint("person_id", name=op.f("uq_awaited_details_person_id")),
    )
    op.create_index("ix_awaited_details_until", "awaited_details", ["until"], unique=False)
    op.create_table(
        "awaited_texts",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("topic", sa.String(length=24), nullable=False),
        sa.Column("args", sa.JSON(), nullable=False),
        sa.Column("card_id", sa.BigInteger(), nullable=True),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_awaited_texts_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_awaited_texts")),
        sa.UniqueConstraint("number", name=op.f("uq_awaited_texts_number")),
        sa.UniqueConstraint("person_id", name=op.f("uq_awaited_texts_person_id")),
    )
    op.create_index("ix_awaited_texts_until", "awaited_texts", ["until"], unique=False)
    op.create_table(
        "postings",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("entry_key", sa.String(length=48), nullable=False),
        sa.Column("account", sa.String(length=16), nullable=False),
        sa.Column("owner_id", Id, nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("minor <> 0", name=op.f("ck_postings_minor")),
        sa.ForeignKeyConstraint(
            ["entry_key", "currency"],
            ["entries.key", "entries.currency"],
            name=op.f("fk_postings_entry_key_currency_entries"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_postings")),
    )
    op.create_index(
        "ix_postings_account", "postings", ["account", "owner_id", "currency"], unique=False
    )
    op.create_index("ix_postings_entry", "postings", ["entry_key"], unique=False)
    op.create_table(
        "statements",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("run_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("gross_minor", sa.BigInteger(), nullable=False),
        sa.Column("deductions_minor", sa.BigInteger(), nullable=False),
        sa.Column("net_minor", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("expected_at", sa.BigInteger(), nullable=False),
        sa.Column("dispute_by", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "net_minor = gross_minor - deductions_minor AND net_minor > 0 AND deductions_minor >= 0",
            name=op.f("ck_statements_net"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_statements_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["pay_runs.id"], name=op.f("fk_statements_run_id_pay_runs")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
        sa.UniqueConstraint("number", name=op.f("uq_statements_number")),
        sa.UniqueConstraint(
            "run_id", "person_id", "currency", name=op.f("uq_statements_run_id_person_id_currency")
        ),
    )
    op.create_index("ix_statements_person", "statements", ["person_id", "id"], unique=False)
    op.create_table(
        "payouts",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("statement_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("method_id", Id, nullable=True),
        sa.Column("file_id", Id, nullable=True),
        sa.Column("reference", sa.String(length=140), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.Column("settled_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("minor > 0", name=op.f("ck_payouts_minor")),
        sa.ForeignKeyConstraint(
            ["file_id"], ["payout_files.id"], name=op.f("fk_payouts_file_id_payout_files")
        ),
        sa.ForeignKeyConstraint(
            ["method_id"], ["payout_methods.id"], name=op.f("fk_payouts_method_id_payout_methods")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_payouts_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_payouts_statement_id_statements")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payouts")),
        sa.UniqueConstraint("number", name=op.f("uq_payouts_number")),
    )
    op.create_index("ix_payouts_file", "payouts", ["file_id", "number"], unique=False)
    op.create_index(
        "ix_payouts_open",
        "payouts",
        ["state", "id"],
        unique=False,
        sqlite_where=sa.text("state IN ('due', 'sent')"),
        postgresql_where=sa.text("state IN ('due', 'sent')"),
    )
    op.create_index("ix_payouts_person", "payouts", ["person_id", "id"], unique=False)
    op.create_index("ix_payouts_statement", "payouts", ["statement_id"], unique=False)
    op.create_index(
        "uq_payouts_live",
        "payouts",
        ["statement_id"],
        unique=True,
        sqlite_where=sa.text("state <> 'failed'"),
        postgresql_where=sa.text("state <> 'failed'"),
    )
    op.create_table(
        "lines",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("project_id", Id, nullable=True),
        sa.Column("job_id", Id, nullable=True),
        sa.Column("assignment_id", Id, nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("client", sa.String(length=16), nullable=False),
        sa.Column("offered_minor", sa.BigInteger(), nullable=False),
        sa.Column("pay_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=True),
        sa.Column("because", sa.Text(), nullable=True),
        sa.Column("submitted_at", sa.BigInteger(), nullable=False),
        sa.Column("accept_by", sa.BigInteger(), nullable=False),
        sa.Column("confirm_by", sa.BigInteger(), nullable=True),
        sa.Column("accepted_at", sa.BigInteger(), nullable=True),
        sa.Column("confirmed_at", sa.BigInteger(), nullable=True),
        sa.Column("client_at", sa.BigInteger(), nullable=True),
        sa.Column("statement_id", Id, nullable=True),
        sa.Column("corrects", Id, nullable=True),
        sa.Column("by_id", Id, nullable=True),
        sa.CheckConstraint(
            "(confirmed_at IS NOT NULL) = (state IN ('confirmed', 'in run', 'paid'))",
            name=op.f("ck_lines_confirmed"),
        ),
        sa.CheckConstraint(
            "(statement_id IS NOT NULL) = (state IN ('in run', 'paid'))",
            name=op.f("ck_lines_in_run"),
        ),
        sa.CheckConstraint(
            "state <> 'accepted' OR confirm_by IS NOT NULL", name=op.f("ck_lines_dated")
        ),
        sa.CheckConstraint(
            "pay_minor >= 0 AND pay_minor <= offered_minor", name=op.f("ck_lines_pay")
        ),
        sa.ForeignKeyConstraint(
            ["assignment_id"], ["assignments.id"], name=op.f("fk_lines_assignment_id_assignments")
        ),
        sa.ForeignKeyConstraint(["corrects"], ["lines.id"], name=op.f("fk_lines_corrects_lines")),
        sa.ForeignKeyConstraint(["job_id"], ["jobs.id"], name=op.f("fk_lines_job_id_jobs")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_lines_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["project_id"], ["projects.id"], name=op.f("fk_lines_project_id_projects")
        ),
        sa.ForeignKeyConstraint(
            ["statement_id"], ["statements.id"], name=op.f("fk_lines_statement_id_statements")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lines")),
        sa.UniqueConstraint("number", name=op.f("uq_lines_number")),
    )
    op.create_index(
        "ix_lines_accept_by",
        "lines",
        ["accept_by"],
        unique=False,
        sqlite_where=sa.text("state = 'submitted'"),
        postgresql_where=sa.text("state = 'submitted'"),
    )
    op.create_index(
        "ix_lines_review",
        "lines",
        ["project_id", "accept_by", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'submitted'"),
        postgresql_where=sa.text("state = 'submitted'"),
    )
    op.create_index(
        "ix_lines_confirm_by",
        "lines",
        ["confirm_by"],
        unique=False,
        sqlite_where=sa.text("state = 'accepted'"),
        postgresql_where=sa.text("state = 'accepted'"),
    )
    op.create_index("ix_lines_job", "lines", ["job_id"], unique=False)
    op.create_index(
        "ix_lines_payable",
        "lines",
        ["person_id", "confirmed_at"],
        unique=False,
        sqlite_where=sa.text("state = 'confirmed'"),
        postgresql_where=sa.text("state = 'confirmed'"),
    )
    op.create_index("ix_lines_person", "lines", ["person_id", "submitted_at"], unique=False)
    op.create_index(
        "ix_lines_statement",
        "lines",
        ["statement_id"],
        unique=False,
        sqlite_where=sa.text("statement_id IS NOT NULL"),
        postgresql_where=sa.text("statement_id IS NOT NULL"),
    )
    op.create_index(
        "uq_lines_assignment",
        "lines",
        ["assignment_id"],
        unique=True,
        sqlite_where=sa.text("kind IN ('rating', 'flag')"),
        postgresql_where=sa.text("kind IN ('rating', 'flag')"),
    )
    op.create_index(
        "uq_lines_corrects",
        "lines",
        ["corrects"],
        unique=True,
        sqlite_where=sa.text("corrects IS NOT NULL"),
        postgresql_where=sa.text("corrects IS NOT NULL"),
    )
    op.create_table(
        "refusals",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("batch_id", Id, nullable=False),
        sa.Column("line_id", Id, nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("by_id", Id, nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("decided_by", Id, nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["batches.id"], name=op.f("fk_refusals_batch_id_batches")
        ),
        sa.ForeignKeyConstraint(["line_id"], ["lines.id"], name=op.f("fk_refusals_line_id_lines")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refusals")),
        sa.UniqueConstraint("number", name=op.f("uq_refusals_number")),
    )
    op.create_index("ix_refusals_batch", "refusals", ["batch_id", "id"], unique=False)
    op.create_index(
        "ix_refusals_held",
        "refusals",
        ["batch_id"],
        unique=False,
        sqlite_where=sa.text("state = 'held'"),
        postgresql_where=sa.text("state = 'held'"),
    )
    op.create_index(
        "uq_refusals_line",
        "refusals",
        ["line_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('held', 'applied')"),
        postgresql_where=sa.text("state IN ('held', 'applied')"),
    )
    op.create_table(
        "reviews",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("assignment_id", Id, nullable=False),
        sa.Column("rating_id", Id, nullable=True),
        sa.Column("reviewer_id", Id, nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("item", sa.String(length=64), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("fix", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("percent BETWEEN 0 AND 100", name=op.f("ck_reviews_percent")),
        sa.ForeignKeyConstraint(
            ["assignment_id"],
            ["assignments.id"],
            name=op.f("fk_reviews_assignment_id_assignments"),
        ),
        sa.ForeignKeyConstraint(
            ["rating_id"], ["ratings.id"], name=op.f("fk_reviews_rating_id_ratings")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
        sa.UniqueConstraint("number", name=op.f("uq_reviews_number")),
    )
    op.create_index("ix_reviews_assignment", "reviews", ["assignment_id", "id"], unique=False)
    op.create_table(
        "disputes",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("line_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("review_id", Id, nullable=True),
        sa.Column("refusal_id", Id, nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("decide_by", sa.BigInteger(), nullable=False),
        sa.Column("decided_by", Id, nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["line_id"], ["lines.id"], name=op.f("fk_disputes_line_id_lines")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_disputes_person_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["refusal_id"], ["refusals.id"], name=op.f("fk_disputes_refusal_id_refusals")
        ),
        sa.ForeignKeyConstraint(
            ["review_id"], ["reviews.id"], name=op.f("fk_disputes_review_id_reviews")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disputes")),
        sa.UniqueConstraint("number", name=op.f("uq_disputes_number")),
    )
    op.create_index("ix_disputes_line", "disputes", ["line_id"], unique=False)
    op.create_index(
        "ix_disputes_open",
        "disputes",
        ["decide_by"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index(
        "uq_disputes_refusal",
        "disputes",
        ["refusal_id"],
        unique=True,
        sqlite_where=sa.text("refusal_id IS NOT NULL"),
        postgresql_where=sa.text("refusal_id IS NOT NULL"),
    )
    op.create_index(
        "uq_disputes_review",
        "disputes",
        ["review_id"],
        unique=True,
        sqlite_where=sa.text("review_id IS NOT NULL"),
        postgresql_where=sa.text("review_id IS NOT NULL"),
    )
    op.create_table(
        "review_drafts",
        sa.Column("id", Id, autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("line_id", Id, nullable=False),
        sa.Column("dispute_id", Id, nullable=True),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("item", sa.String(length=64), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("fix", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["disputes.id"], name=op.f("fk_review_drafts_dispute_id_disputes")
        ),
        sa.ForeignKeyConstraint(
            ["line_id"], ["lines.id"], name=op.f("fk_review_drafts_line_id_lines")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_review_drafts_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_drafts")),
        sa.UniqueConstraint("number", name=op.f("uq_review_drafts_number")),
        sa.UniqueConstraint("person_id", name=op.f("uq_review_drafts_person_id")),
    )
    op.add_column("batches", sa.Column("delivered_at", sa.BigInteger(), nullable=True))
    op.add_column("batches", sa.Column("confirmed_at", sa.BigInteger(), nullable=True))
    op.create_index("ix_batches_project", "batches", ["project_id", "id"], unique=False)
    op.create_index(
        "ix_batches_given",
        "batches",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state IN ('delivered', 'contested')"),
        postgresql_where=sa.text("state IN ('delivered', 'contested')"),
    )
    op.create_index("ix_tasks_batch", "tasks", ["batch_id", "id"], unique=False)
    op.add_column("jobs", sa.Column("review_id", Id, nullable=True))
    op.add_column(
        "people", sa.Column("pay_zone", sa.String(length=64), server_default="", nullable=False)
    )
    op.add_column("people", sa.Column("digest_told", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_people_digest_told",
        "people",
        ["digest_told"],
        unique=False,
        sqlite_where=sa.text("digest_told IS NOT NULL"),
        postgresql_where=sa.text("digest_told IS NOT NULL"),
    )
