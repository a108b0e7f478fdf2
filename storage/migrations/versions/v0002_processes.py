"""several processes: who is alive, whose update it is, and a wake-up for who leads"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "leases",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("holder", sa.String(length=16), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_leases")),
    )
    op.add_column(
        "inbox", sa.Column("holder", sa.String(length=16), server_default="", nullable=False)
    )
    if op.get_bind().dialect.name == "postgresql":
        # Whoever leads is woken when another process commits a notice, and sends it at once.
        op.execute(
            "CREATE FUNCTION notices_wake() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN PERFORM pg_notify('hiringhall', 'outbox'); RETURN NULL; END $$"
        )
        op.execute(
            "CREATE TRIGGER notices_wake AFTER INSERT ON notices "
            "FOR EACH STATEMENT EXECUTE FUNCTION notices_wake()"
        )
