"""Alembic's entry: the connection is handed in by `storage.migrate`."""

from typing import Any, Literal

from alembic import context

from storage.schema import Moment, metadata


def render_item(kind: str, item: Any, _autogen_context: Any) -> str | Literal[False]:
    if kind == "type" and isinstance(item, Moment):
        return "sa.BigInteger()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=False,
    render_item=render_item,
    transactional_ddl=True,
)
context.run_migrations()
