"""health: what went wrong lately is found without reading all notices"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TROUBLE = sa.text("state IN ('uncertain', 'failed')")


def upgrade() -> None:
    op.create_index(
        "ix_notices_trouble",
        "notices",
        ["created_at"],
        unique=False,
        sqlite_where=TROUBLE,
        postgresql_where=TROUBLE,
    )
