"""The one way to the database: a writing transaction, a reading one, on SQLite or PostgreSQL."""

import asyncio
import json
import re
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from typing import Any

from sqlalchemy import Engine, Select, Table, event, func, insert, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.domain.refusal import Contended, Repeated
from storage import one_hop, schema

Tx = AsyncConnection

_SQLITE_PRAGMAS = (
    "journal_mode=WAL",
    # NORMAL loses acknowledged transactions at power loss; FULL does not.
    "synchronous=FULL",
    "foreign_keys=ON",
    # What is erased must not be left in the file's free space; it costs nothing measurable.
    "secure_delete=ON",
    # What replaces a row deletes the old one, and the triggers must see that.
    "recursive_triggers=ON",
    "busy_timeout=10000",
)

# What PostgreSQL says when two transactions met: a unique key taken, a failed serialization, a
# deadlock. Waiting for the other and looking again settles each of them.
_MET = frozenset({"23505", "40001", "40P01"})
# What SQLite says when a public number was drawn that is taken.
_TAKEN = re.compile(r"UNIQUE constraint failed: \w+\.(number|pseudonym)$")
# A process that stands still in a transaction must not keep the others waiting for ever.
_POSTGRES = {
    "application_name": "hiringhall",
    "idle_in_transaction_session_timeout": "60000",
    # Our statements touch few rows; compiling one takes longer than it could save.
    "jit": "off",
}
_CONNECTIONS = 20
_STATEMENTS = 500
# One to listen on, one to say that the process is alive.
_SET_ASIDE = 2
# Who stands still while it takes a lease must not keep the others from it for long.
_URGENT = _POSTGRES | {"idle_in_transaction_session_timeout": "1500"}
CHANNEL = "hiringhall"
# With this option a statement of SQLite runs without a transaction around it.
_SINGLE = "hall_single"
# Under this name a connection keeps what never changes.
KEPT = "hall"


def to_json(value: Any) -> str:
    """Compact JSON in the characters that were typed; NaN and infinity refused."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def locking(found: Select[Any], *tables: Table) -> Select[Any]:
    """The same rows, kept from others (the rows of these tables, else all) until the end.

    Rows that only refer to them are not kept waiting. SQLite has one writer, and needs nothing.
    """
    return found.with_for_update(key_share=True, of=tables or None)


def has_several(tx: Tx) -> bool:
    """Whether several processes can be at work on this database."""
    return tx.dialect.name != "sqlite"


async def wake(tx: Tx, what: str) -> None:
    """Tell all processes at the commit that there is something to do for the `what`."""
    if has_several(tx):
        await tx.execute(select(func.pg_notify(CHANNEL, what)))


async def alone(tx: Tx, on: str) -> None:
    """Wait until no other process is at the same thing; nobody comes in until the end."""
    if has_several(tx):
        await tx.execute(select(func.pg_advisory_xact_lock(zlib.crc32(on.encode()))))


class OtherBotError(Exception):
    """This database belongs to another bot; give each bot a database of its own."""


class UnusableError(Exception):
    """The database cannot be opened, or is none of ours; says why and what to do."""


class Database:
    """A database of one hall; `begin()` writes, `read()` reads, nothing else touches it."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        # What people write stands in parameters, and must not get into the log with an error.
        options: dict[str, Any] = {"json_serializer": to_json, "hide_parameters": True}
        if self.is_sqlite:
            file = self.url.set(drivername=one_hop.NAME)
            # One writer: more of them only wait for one another, with long tails.
            self._writer = create_async_engine(file, pool_size=1, max_overflow=0, **options)
            self._reader = create_async_engine(file, pool_size=4, max_overflow=0, **options)
            _prepare_sqlite(self._writer, begin="BEGIN IMMEDIATE", read_only=False)
            _prepare_sqlite(self._reader, begin="BEGIN", read_only=True)
            self._single_writer = self._writer.execution_options(**{_SINGLE: True})
            self._single_reader = self._reader.execution_options(**{_SINGLE: True})
            self._aside = self._writer
        else:
            arguments = {
                "server_settings": _POSTGRES, "prepared_statement_cache_size": _STATEMENTS,
            }  # fmt: skip
            # The connection used last is the next one: few stay warm, and know the statements.
            options |= {"max_overflow": 0, "connect_args": arguments, "pool_use_lifo": True}
            self._writer = create_async_engine(self.url, pool_size=_CONNECTIONS, **options)
            options["connect_args"] = arguments | {"server_settings": _URGENT}
            self._aside = create_async_engine(self.url, pool_size=_SET_ASIDE, **options)
            self._reader = self._writer.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )
            self._single_writer = self._writer.execution_options(isolation_level="AUTOCOMMIT")
            self._single_reader = self._single_writer
        # Waiters take turns in the order they came, which the pool does not promise.
        self._turn = asyncio.Lock() if self.is_sqlite else None

    @asynccontextmanager
    async def begin(self, cause: str | None = None, *, urgent: bool = False) -> AsyncIterator[Tx]:
        """A writing transaction: commits at the end, rolls back on any exception.

        With a `cause` it happens at most once for that cause; raises `Repeated` the second time.
        An `urgent` one gets a connection also while all others wait for one row.
        Raises `Contended` where another transaction of PostgreSQL was in the way, and where a
        public number was drawn that is taken: the next try draws another.
        """
        try:
            async with (
                self._turn or nullcontext(),
                (self._aside if urgent else self._writer).connect() as tx,
                _all_or_nothing(tx),
            ):
                await _claim_cause(tx, cause)
                yield tx
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) in _MET or _TAKEN.search(str(error.orig)):
                raise Contended(str(error.orig)) from error
            raise

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Tx]:
        """A reading transaction on one state of the database; it never waits for writers."""
        async with self._reader.connect() as tx:
            yield tx

    @asynccontextmanager
    async def look(self) -> AsyncIterator[Tx]:
        """For one reading statement, which is a transaction by itself."""
        async with self._single_reader.connect() as tx:
            yield tx

    @asynccontextmanager
    async def once(self) -> AsyncIterator[Tx]:
        """For one writing statement, which is a transaction by itself."""
        async with self._turn or nullcontext(), self._single_writer.connect() as tx:
            yield tx

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection]:
        """A connection outside of transactions, to listen on."""
        async with self._aside.connect() as connection:
            yield await connection.execution_options(isolation_level="AUTOCOMMIT")

    async def bind(self, bot_id: int) -> None:
        """Make this the database of the bot; raises `OtherBotError` when it is another's."""
        async with self.begin() as tx:
            await alone(tx, "bot")
            owner = (await tx.execute(select(schema.hall.c.bot_id))).scalar()
            if owner is None:
                await tx.execute(insert(schema.hall).values(bot_id=bot_id))
            elif owner != bot_id:
                raise OtherBotError(
                    f"this database belongs to bot {owner}, not to bot {bot_id}: use the token of "
                    "that bot, or name another file in HIRINGHALL_DATABASE"
                )

    async def is_sound(self) -> bool:
        """Whether the engine finds its own files whole."""
        if not self.is_sqlite:
            return True
        async with self.read() as tx:
            return bool((await tx.execute(text("PRAGMA quick_check"))).scalar() == "ok")

    @property
    def engines(self) -> frozenset[Engine]:
        """What statements go through, for those who watch them."""
        every = (self._writer, self._reader, self._aside)
        return frozenset(engine.sync_engine for engine in every)

    async def close(self) -> None:
        """Close all connections."""
        await self._writer.dispose()
        await self._reader.dispose()
        await self._aside.dispose()


@asynccontextmanager
async def _all_or_nothing(tx: Tx) -> AsyncIterator[None]:
    try:
        async with tx.begin():
            yield
    except BaseException:
        # What was kept of rows that are gone must not be found under their ids.
        if not tx.invalidated:
            tx.info.pop(KEPT, None)
        raise


_CAUSE = insert(schema.causes)


async def _claim_cause(tx: Tx, cause: str | None) -> None:
    if cause is None:
        return
    try:
        await tx.execute(_CAUSE, {"cause": cause})
    except IntegrityError as error:
        raise Repeated(cause) from error


def _prepare_sqlite(engine: AsyncEngine, *, begin: str, read_only: bool) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def connected(connection: Any, _record: Any) -> None:
        # The driver would begin by itself, and too late; BEGIN is ours, below.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in _SQLITE_PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        if read_only:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begun(connection: Any) -> None:
        if _SINGLE not in connection.get_execution_options():
            connection.exec_driver_sql(begin)
