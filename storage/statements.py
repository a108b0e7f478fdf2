"""Statements made once and kept: making one takes longer than running it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Insert, Select, Table, Update, bindparam, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.database import KEPT, Tx

T = TypeVar("T")

# So many values of a kind are kept with a connection.
_MOST = 256


@cache
def rows_by(table: Table, *columns: str) -> Select[Any]:
    """The rows of the table in which these columns have the values of the parameters so named."""
    return select(table).where(*(table.c[name] == bindparam(name) for name in columns))


@cache
def _change(table: Table, *columns: str) -> Update:
    # A parameter with the name of its column would be taken for a value by itself.
    new: dict[str, Any] = {name: bindparam(f"new_{name}") for name in columns}
    return update(table).where(table.c.id == bindparam("which")).values(new)


@cache
def _added(table: Table) -> Insert:
    return insert(table).returning(table.c.id)


def unless_there(table: Table, *key: str) -> dict[str, Insert]:
    """Adding a row where none has the same `key`, for each engine by its name.

    Without a key any unique one counts, also a public number that is taken by chance.
    """
    columns = list(key) or None
    return {
        "sqlite": sqlite.insert(table).on_conflict_do_nothing(columns),
        "postgresql": postgresql.insert(table).on_conflict_do_nothing(index_elements=columns),
    }


async def change_row(tx: Tx, table: Table, row_id: int, values: Mapping[str, Any]) -> None:
    """Set columns of the row with that id."""
    new = {f"new_{name}": value for name, value in values.items()}
    await tx.execute(_change(table, *sorted(values)), {"which": row_id, **new})


async def change_rows(
    tx: Tx, table: Table, changes: Sequence[tuple[int, Mapping[str, Any]]]
) -> None:
    """Set the same columns of several rows, each given by its id, to values of its own."""
    if changes:
        new = [
            {"which": row_id} | {f"new_{name}": value for name, value in values.items()}
            for row_id, values in changes
        ]
        await tx.execute(_change(table, *sorted(changes[0][1])), new)


async def add_row(tx: Tx, table: Table, values: Mapping[str, Any]) -> int:
    """Add a row; returns its id."""
    return int((await tx.execute(_added(table), dict(values))).scalar_one())


async def kept(tx: Tx, kind: str, key: int, load: Callable[[], Awaitable[T]]) -> T:
    """What never changes once it is committed, loaded once for each connection.

    It is kept with the connection, so it can only be of the same database.
    """
    known: dict[int, T] = tx.info.setdefault(KEPT, {}).setdefault(kind, {})
    if key not in known:
        if len(known) >= _MOST:
            known.clear()
        known[key] = await load()
    return known[key]
