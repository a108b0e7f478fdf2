"""plans: what happens often finds its rows by an index, in the order in which it wants them"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

INDEXES: tuple[tuple[str, str, list[str], str | None], ...] = (
    ("ix_roles_person", "roles", ["person_id", "id"], None),
    ("ix_waiting_until", "waiting", ["until"], None),
    ("ix_jobs_working", "jobs", ["person_id", "last_act_at"], "state = 'active'"),
    ("ix_jobs_call", "jobs", ["call_id"], "call_id IS NOT NULL"),
    ("ix_jobs_project", "jobs", ["project_id", "id"], None),
    ("ix_calls_project", "calls", ["project_id", "id"], None),
    ("ix_calls_open", "calls", ["id"], "state IN ('live', 'filled')"),
    ("ix_call_posts_call", "call_posts", ["call_id", "id"], None),
    ("ix_notices_queue", "notices", ["priority", "id"], "state = 'queued'"),
    ("ix_notices_next", "notices", ["not_before"], "state = 'queued'"),
    ("ix_notices_sending", "notices", ["leased_until"], "state = 'sending'"),
)


def upgrade() -> None:
    for name, table, columns, only in INDEXES:
        where = None if only is None else sa.text(only)
        op.create_index(
            name, table, columns, unique=False, sqlite_where=where, postgresql_where=where
        )
