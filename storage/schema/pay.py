"""Pay: what work earns, the ledger, pay runs with their statements and payouts."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.schema.columns import Id, metadata, moment, own_id, ref, state

lines = Table(
    "lines", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("person_id", "people.id"),
    ref("project_id", "projects.id", null=True),
    ref("job_id", "jobs.id", null=True),
    ref("assignment_id", "assignments.id", null=True),
    Column("kind", String(16), nullable=False),
    state(),
    Column("client", String(16), nullable=False),
    Column("offered_minor", BigInteger, nullable=False),
    Column("pay_minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("reason", String(64)),
    Column("because", Text),
    moment("submitted_at"),
    moment("accept_by"),
    moment("confirm_by", null=True),
    moment("accepted_at", null=True),
    moment("confirmed_at", null=True),
    moment("client_at", null=True),
    ref("statement_id", "statements.id", null=True),
    ref("corrects", "lines.id", null=True),
    Column("by_id", Id),  # who gave a bonus; no foreign key, as in the journal
    # Whether somebody is asked to review it: 0 first, where votes disagree; 1 yes; 2 only who
    # looks for more.
    Column("drawn", Integer, nullable=False, server_default="1"),
    # Whether the known answer of the task is kept from its reviewer.
    Column("blind", Boolean, nullable=False, server_default=text("false")),
    CheckConstraint("pay_minor >= 0 AND pay_minor <= offered_minor", name="pay"),
    CheckConstraint("(statement_id IS NOT NULL) = (state IN ('in run', 'paid'))", name="in_run"),
    CheckConstraint("(confirmed_at IS NOT NULL) = (state IN ('confirmed', 'in run', 'paid'))",
                    name="confirmed"),
    CheckConstraint("state <> 'accepted' OR confirm_by IS NOT NULL", name="dated"),
    Index("uq_lines_assignment", "assignment_id", unique=True,
          sqlite_where=text("kind IN ('rating', 'flag')"),
          postgresql_where=text("kind IN ('rating', 'flag')")),
    Index("uq_lines_corrects", "corrects", unique=True,
          sqlite_where=text("corrects IS NOT NULL"),
          postgresql_where=text("corrects IS NOT NULL")),
    Index("ix_lines_person", "person_id", "submitted_at"),
    Index("ix_lines_job", "job_id"),
    Index("ix_lines_statement", "statement_id",
          sqlite_where=text("statement_id IS NOT NULL"),
          postgresql_where=text("statement_id IS NOT NULL")),
    Index("ix_lines_accept_by", "accept_by",
          sqlite_where=text("state = 'submitted'"), postgresql_where=text("state = 'submitted'")),
    Index("ix_lines_review", "project_id", "accept_by", "id",
          sqlite_where=text("state = 'submitted'"), postgresql_where=text("state = 'submitted'")),
    Index("ix_lines_drawn", "project_id", "drawn", "accept_by", "id",
          sqlite_where=text("state = 'submitted'"), postgresql_where=text("state = 'submitted'")),
    Index("ix_lines_confirm_by", "confirm_by",
          sqlite_where=text("state = 'accepted'"), postgresql_where=text("state = 'accepted'")),
    Index("ix_lines_payable", "person_id", "confirmed_at",
          sqlite_where=text("state = 'confirmed'"), postgresql_where=text("state = 'confirmed'")),
)  # fmt: skip

# An entry seals its postings, which are written before it: the database refuses one that does
# not balance, and a posting that comes after.
entries = Table(
    "entries", metadata,
    own_id(),
    Column("key", String(48), nullable=False, unique=True),
    Column("movement", String(16), nullable=False),
    Column("currency", String(3), nullable=False),
    moment("at"),
    UniqueConstraint("key", "currency"),
)  # fmt: skip

postings = Table(
    "postings", metadata,
    own_id(),
    Column("entry_key", String(48), nullable=False),
    Column("account", String(16), nullable=False),
    Column("owner_id", Id, nullable=False),  # a person or a project, by the account
    Column("currency", String(3), nullable=False),
    Column("minor", BigInteger, nullable=False),
    ForeignKeyConstraint(["entry_key", "currency"], ["entries.key", "entries.currency"],
                         deferrable=True, initially="DEFERRED"),
    CheckConstraint("minor <> 0", name="minor"),
    Index("ix_postings_entry", "entry_key"),
    Index("ix_postings_account", "account", "owner_id", "currency"),
)  # fmt: skip

pay_runs = Table(
    "pay_runs", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    Column("zone", String(64), nullable=False),
    moment("period_start"),
    moment("period_end"),
    state(),
    Column("by_id", Id),  # none for the clock
    moment("opened_at"),
    moment("completed_at", null=True),
    UniqueConstraint("zone", "period_end"),
    Index("ix_pay_runs_open", "period_end",
          sqlite_where=text("state = 'open'"), postgresql_where=text("state = 'open'")),
)  # fmt: skip

# Whose part of a run failed; it is tried again, and the others are paid meanwhile.
pay_troubles = Table(
    "pay_troubles", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("run_id", "pay_runs.id"),
    ref("person_id", "people.id"),
    Column("error", String(64), nullable=False),
    moment("at"),
    moment("solved_at", null=True),
    UniqueConstraint("run_id", "person_id"),
    Index("ix_pay_troubles_open", "run_id",
          sqlite_where=text("solved_at IS NULL"), postgresql_where=text("solved_at IS NULL")),
)  # fmt: skip

statements = Table(
    "statements", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("run_id", "pay_runs.id"),
    ref("person_id", "people.id"),
    Column("currency", String(3), nullable=False),
    Column("gross_minor", BigInteger, nullable=False),
    Column("deductions_minor", BigInteger, nullable=False),
    Column("net_minor", BigInteger, nullable=False),
    moment("made_at"),
    moment("expected_at"),
    moment("dispute_by"),
    UniqueConstraint("run_id", "person_id", "currency"),
    CheckConstraint("net_minor = gross_minor - deductions_minor AND net_minor > 0 "
                    "AND deductions_minor >= 0", name="net"),
    Index("ix_statements_person", "person_id", "id"),
)  # fmt: skip

payout_methods = Table(
    "payout_methods", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("person_id", "people.id"),
    Column("kind", String(24), nullable=False),
    Column("secret", Text, nullable=False),
    Column("last_four", String(8), nullable=False),
    Column("fingerprint", String(64), nullable=False),
    state(),
    moment("created_at"),
    moment("confirmed_at", null=True),
    moment("effective_at", null=True),
    Index("uq_payout_methods_pending", "person_id", unique=True,
          sqlite_where=text("state = 'pending'"), postgresql_where=text("state = 'pending'")),
    Index("ix_payout_methods_person", "person_id", "id"),
    Index("ix_payout_methods_fingerprint", "fingerprint"),
)  # fmt: skip

# Who was asked to write details of a payout method, what for, and the sealed part given so far.
awaited_details = Table(
    "awaited_details", metadata,
    own_id(),
    Column("person_id", Id, ForeignKey("people.id"), nullable=False, unique=True),
    Column("kind", String(24), nullable=False),
    Column("part", String(16), nullable=False),
    Column("secret", Text),
    Column("card_id", BigInteger),  # the message that asks
    moment("until"),
    Index("ix_awaited_details_until", "until"),
)  # fmt: skip

payouts = Table(
    "payouts", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("statement_id", "statements.id"),
    ref("person_id", "people.id"),
    Column("minor", BigInteger, nullable=False),
    Column("currency", String(3), nullable=False),
    state(),
    ref("method_id", "payout_methods.id", null=True),
    ref("file_id", "payout_files.id", null=True),
    Column("reference", String(140)),
    Column("reason", String(300)),
    moment("created_at"),
    moment("sent_at", null=True),
    moment("settled_at", null=True),
    CheckConstraint("minor > 0", name="minor"),
    Index("uq_payouts_live", "statement_id", unique=True,
          sqlite_where=text("state <> 'failed'"), postgresql_where=text("state <> 'failed'")),
    Index("ix_payouts_statement", "statement_id"),
    Index("ix_payouts_file", "file_id", "number"),
    Index("ix_payouts_person", "person_id", "id"),
    Index("ix_payouts_open", "state", "id",
          sqlite_where=text("state IN ('due', 'sent')"),
          postgresql_where=text("state IN ('due', 'sent')")),
)  # fmt: skip

# A file for the payer that was handed to an admin; it is taken out of the chat again.
payout_files = Table(
    "payout_files", metadata,
    own_id(),
    Column("number", String(8), nullable=False, unique=True),
    ref("run_id", "pay_runs.id", null=True),
    Column("by_id", Id, nullable=False),
    Column("payouts", Integer, nullable=False),
    moment("made_at"),
    moment("deleted_at", null=True),
    Index("ix_payout_files_there", "made_at",
          sqlite_where=text("deleted_at IS NULL"), postgresql_where=text("deleted_at IS NULL")),
)  # fmt: skip
