"""SQLAlchemy's dialect for aiosqlite, with one hop to the driver's thread for each statement.

As it stands it hops four times: to make a cursor, to execute, to fetch, to close. Each hop costs
more than the statement itself. Here one function does all four in the thread.
"""

# ruff: noqa: SLF001 - the driver has no public way to give its thread a function

import sqlite3
from collections import deque
from typing import Any

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
    SQLiteDialect_aiosqlite,
)
from sqlalchemy.util.concurrency import await_


class Cursor(AsyncAdapt_aiosqlite_cursor):
    """Runs a statement, fetches all its rows and closes, in one go."""

    __slots__ = ("_done",)

    def __init__(self, adapt_connection: AsyncAdapt_aiosqlite_connection) -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._rows = deque()
        self._done: sqlite3.Cursor | None = None

    def execute(self, operation: Any, parameters: Any = None) -> None:
        """Run a statement."""
        self._run(_execute, operation, parameters or ())

    def executemany(self, operation: Any, seq_of_parameters: Any) -> None:
        """Run a statement for each of the rows."""
        self._run(_execute_many, operation, seq_of_parameters)

    def _run(self, work: Any, *given: Any) -> None:
        raw: Any = self._connection
        try:
            self._done, self._rows = await_(raw._execute(work, raw, *given))
        except Exception as error:  # noqa: BLE001 - SQLAlchemy names it
            self._adapt_connection._handle_exception(error)

    @property
    def description(self) -> Any:
        """The columns of the rows."""
        return self._done.description if self._done else None

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""
        return self._done.rowcount if self._done else -1

    @property
    def lastrowid(self) -> int:
        """The id of the row that was added last."""
        return (self._done.lastrowid or 0) if self._done else 0

    def close(self) -> None:
        """Forget the rows; the cursor was closed in the thread."""
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        """Nothing is left to be closed."""


def _execute(raw: Any, operation: str, parameters: Any) -> tuple[sqlite3.Cursor, deque[Any]]:
    cursor = raw._conn.execute(operation, parameters)
    rows = deque(cursor.fetchall()) if cursor.description else deque()
    cursor.close()
    return cursor, rows


def _execute_many(raw: Any, operation: str, parameters: Any) -> tuple[sqlite3.Cursor, deque[Any]]:
    cursor = raw._conn.executemany(operation, parameters)
    cursor.close()
    return cursor, deque()


class _Connection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ()
    _cursor_cls: type[AsyncAdapt_aiosqlite_cursor] = Cursor

    def rollback(self) -> None:
        """Nothing, where nothing has begun: the pool asks each time that one is given back."""
        if self._connection._connection and self._connection.in_transaction:
            super().rollback()


class _Driver(AsyncAdapt_aiosqlite_dbapi):
    def connect(self, *given: Any, **more: Any) -> _Connection:
        made = super().connect(*given, **more)
        return _Connection(self, made._connection)


class OneHop(SQLiteDialect_aiosqlite):
    """As its name says."""

    driver = "onehop"
    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> _Driver:
        """The driver with our cursor."""
        import aiosqlite

        return _Driver(aiosqlite, sqlite3)


# The driver as it is named in a URL.
NAME = "sqlite+onehop"
registry.register("sqlite.onehop", __name__, "OneHop")
