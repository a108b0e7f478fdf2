"""retain: what is older than the retention can be deleted, by that command and no other way"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# Which row may go, while `retention` is open, and what is said of all others.
DELETABLE = (
    ("journal", "the journal is append-only", "OLD.at < cut_off"),
    ("entries", "the ledger is append-only", "OLD.at < cut_off OR OLD.movement = 'opening'"),
    (
        "postings",
        "the ledger is append-only",
        (
            "EXISTS (SELECT 1 FROM entries e WHERE e.key = OLD.entry_key "
            "AND (e.at < cut_off OR e.movement = 'opening'))"
        ),
    ),
    ("statements", "a statement never changes", "OLD.made_at < cut_off"),
    ("reviews", "a verdict never changes", "OLD.at < cut_off"),
    (
        "lines",
        "a line never goes away",
        "OLD.accept_by < cut_off AND OLD.state IN ('paid', 'rejected', 'reversed')",
    ),
    ("payouts", "a payout never goes away", "OLD.settled_at < cut_off"),
    ("ratings", "a submitted rating never changes", "OLD.submitted_at < cut_off"),
    (
        "steps",
        "a step never goes away",
        "OLD.ended_at < cut_off AND OLD.state IN ('withdrawn', 'expired')",
    ),
    (
        "step_evidence",
        "evidence never goes away",
        (
            "EXISTS (SELECT 1 FROM steps s WHERE s.id = OLD.step_id AND s.ended_at < cut_off "
            "AND s.state IN ('withdrawn', 'expired'))"
        ),
    ),
    ("appeals", "an appeal never goes away", "OLD.decided_at < cut_off"),
)
EMPTIED = ("steps", "step_evidence", "appeals")


def upgrade() -> None:
    op.execute("INSERT INTO retention (id, cut_off, open) VALUES (1, 0, false)")
    for table, why, which in DELETABLE:
        _refuse_all_but(table, why, which)
    for table in EMPTIED:
        _refuse_emptying(table)


def _refuse_all_but(table: str, why: str, which: str) -> None:
    name = f"{table}_refuses_delete"
    allowed = f"SELECT 1 FROM retention WHERE retention.open AND ({which})"  # noqa: S608 - ours
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"DROP TRIGGER {name}")
        op.execute(
            f"CREATE TRIGGER {name} BEFORE DELETE ON {table} WHEN NOT EXISTS ({allowed}) "
            f"BEGIN SELECT RAISE(ABORT, '{why}'); END"
        )
        return
    # The same function stands before an emptying of the whole table, where no row is known.
    op.execute(
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'DELETE' THEN IF EXISTS ({allowed}) THEN RETURN OLD; END IF; END IF; "
        f"RAISE EXCEPTION '{why}'; END $$"
    )


def _refuse_emptying(table: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    op.execute(
        f"CREATE TRIGGER {table}_refuses_truncate BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuses_delete()"
    )
