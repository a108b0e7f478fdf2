"""SQLite in the thread that asks: a statement takes less time than handing it to another thread.

What may wait holds up nobody: a commit waits for the disk in a thread, many rows at once are
written there, and a file that another program has locked is asked for again and again.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from typing import Any, TypeVar

from sqlalchemy import (
    Connection,
    CursorResult,
    Dialect,
    Engine,
    Executable,
    NestedTransaction,
    create_engine,
)
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool

T = TypeVar("T")

# How long another program may keep the file, and how soon it is asked for again.
PATIENCE_SECONDS = 10.0
_PAUSE_SECONDS = 0.005
# So many rows are written at once, without a thread.
_FEW = 50


class EndedError(sqlite3.OperationalError):
    """SQLite itself has undone the transaction, as it does when the disk is full."""


class Transaction:
    """What is open on one connection; it has what storage uses of the AsyncConnection.

    It is no AsyncConnection, since that one goes through a thread or a greenlet at each statement.
    """

    def __init__(self, connection: Connection, apart: "Apart") -> None:
        self._connection, self._apart = connection, apart

    @property
    def dialect(self) -> Dialect:
        """The dialect of the database."""
        return self._connection.dialect

    @property
    def info(self) -> dict[Any, Any]:
        """What is kept with the connection."""
        return self._connection.info

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:
        """Run a statement, or run it for each of a list of rows."""
        if isinstance(parameters, list) and len(parameters) > _FEW:
            return await self._apart(lambda: self._connection.execute(statement, parameters))
        return self._connection.execute(statement, parameters)

    async def exec_driver_sql(self, statement: str) -> CursorResult[Any]:
        """Run SQL as it is written."""
        return self._connection.exec_driver_sql(statement)

    async def run_sync(self, work: Callable[..., T], *given: Any) -> T:
        """Have it done on SQLAlchemy's own connection."""
        return work(self._connection, *given)

    async def begin_nested(self) -> "Nested":
        """Begin a part that can be undone alone."""
        return Nested(self._connection.begin_nested())


class Nested:
    """A part of a transaction."""

    def __init__(self, part: NestedTransaction) -> None:
        self._part = part

    async def rollback(self) -> None:
        """Undo the part; what was before it stays."""
        self._part.rollback()


class Apart:
    """A thread for what waits."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sqlite")

    async def __call__(self, work: Callable[[], T]) -> T:
        """Have it done in the thread; who is cancelled still waits, as it cannot be undone."""
        done = asyncio.get_running_loop().run_in_executor(self._thread, work)
        try:
            return await asyncio.shield(done)
        except asyncio.CancelledError:
            await asyncio.wait([done])
            raise

    def close(self) -> None:
        """End the thread."""
        self._thread.shutdown(wait=False)


class Nearby:
    """One file of SQLite: one connection that writes, and as many that read as are needed."""

    def __init__(self, url: URL, pragmas: tuple[str, ...], **options: Any) -> None:
        # No implicit BEGIN of the driver: it would come too late.
        connect = {"check_same_thread": False, "isolation_level": None}
        self.engine: Engine = create_engine(
            url.set(drivername="sqlite"), poolclass=NullPool, connect_args=connect, **options
        )
        self._pragmas = pragmas
        self._apart = Apart()
        # Waiters take turns in the order they came.
        self._turn = asyncio.Lock()
        self._writer: Connection | None = None
        self._idle: list[Connection] = []

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Transaction]:
        """A writing transaction; it has the file for itself among those that write."""
        async with self._turn:
            if self._writer is None:
                # Nobody waits inside of SQLite, where it would hold up all others.
                self._writer = self._open("busy_timeout=0")
            async with self._written(self._writer):
                yield Transaction(self._writer, self._apart)

    @asynccontextmanager
    async def _written(self, writer: Connection) -> AsyncIterator[None]:
        file = _file(writer)
        await _insist(lambda: file.execute("BEGIN IMMEDIATE"))
        try:
            with writer.begin():
                yield
                await self._apart(lambda: _commit(file))
        except BaseException:
            # What was kept of rows that are gone must not be found under their ids.
            writer.info.clear()
            raise

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        """A reading transaction on one state of the file."""
        with self._reader() as connection:
            _file(connection).execute("BEGIN")
            with connection.begin():
                yield Transaction(connection, self._apart)

    @contextmanager
    def _reader(self) -> Iterator[Connection]:
        connection = self._idle.pop() if self._idle else self._open("query_only=ON")
        try:
            yield connection
        finally:
            self._idle.append(connection)

    def _open(self, more: str) -> Connection:
        connection = self.engine.connect()
        for pragma in (*self._pragmas, more):
            _file(connection).execute(f"PRAGMA {pragma}")
        return connection

    def close(self) -> None:
        """Close all connections."""
        for connection in (self._writer, *self._idle):
            if connection is not None:
                connection.close()
        self._writer, self._idle = None, []
        self.engine.dispose()
        self._apart.close()


def _file(connection: Connection) -> sqlite3.Connection:
    found: sqlite3.Connection | None = connection.connection.driver_connection
    if found is None:
        raise EndedError("the connection is closed")
    return found


def _commit(file: sqlite3.Connection) -> None:
    if not file.in_transaction:
        raise EndedError("the transaction was ended by SQLite")
    file.commit()


async def _insist(begin: Callable[[], object]) -> None:
    loop = asyncio.get_running_loop()
    end = loop.time() + PATIENCE_SECONDS
    while True:
        try:
            begin()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or loop.time() > end:
                raise
            await asyncio.sleep(_PAUSE_SECONDS)
        else:
            return
