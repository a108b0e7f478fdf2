"""The whole life of money as a state machine: the ground for the rules.

After every step the audit finds nothing, and people have earned and were paid what the model,
which knows no database, says.
"""

import asyncio
import shutil
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from hypothesis.stateful import RuleBasedStateMachine, invariant
from sqlalchemy import Select, select
from sqlalchemy.event import listen

from bot.domain.refusal import Refused, Repeated
from bot.insistence import insistently
from storage import audit
from storage.database import Database, Tx
from storage.schema import assignments, disputes, lines, pay_runs, payouts
from tests import postgres_server
from tests.services.builders import Hall
from tests.services.ledger_hall import BEGIN, template_of

OWED = ("accepted", "confirmed", "in run", "paid")

T = TypeVar("T")
Doing = Callable[[str], Awaitable[T]]


class Killed(BaseException):
    """The process ends before the commit."""


class BreaksError(Exception):
    """Something fails before the commit, and the process goes on."""


class Mortal(Database):
    """A database whose next so manieth commit does not happen."""

    fails: tuple[int, type[BaseException]] | None = None

    def __init__(self, url: str) -> None:
        super().__init__(url)
        if self.is_sqlite:
            # Processes die here, and no disk loses its power: nothing need be waited for.
            listen(self._writer.sync_engine, "connect", _without_waiting)

    @asynccontextmanager
    async def begin(self, cause: str | None = None, *, urgent: bool = False) -> AsyncIterator[Tx]:
        """As it is, unless it is time to fail."""
        async with super().begin(cause, urgent=urgent) as tx:
            yield tx
            if self.fails is not None:
                left, end = self.fails
                self.fails = (left - 1, end) if left > 1 else None
                if left == 1:
                    raise end


def _without_waiting(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA synchronous=OFF").close()


@dataclass(frozen=True)
class Seen:
    """What was read after the last step."""

    lines: list[Any]
    payouts: list[Any]
    runs: list[Any]
    disputes: list[Any]


# Of a line one must know whether its rating is being corrected just now.
_ASKED: tuple[Select[Any], ...] = (
    select(lines, assignments.c.held)
    .outerjoin(assignments, assignments.c.id == lines.c.assignment_id)
    .order_by(lines.c.id),
    *(select(one).order_by(one.c.id) for one in (payouts, pay_runs, disputes)),
)


class LedgerMachine(RuleBasedStateMachine):
    """A hall with its clock, and what its people have earned and were paid."""

    engine: ClassVar[str] = "sqlite"

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory(prefix="hall-")
        template = template_of(self.engine)
        if self.engine == "postgres":
            self.name = self.run(postgres_server.make_database(like=template))
            self.db = Mortal(postgres_server.address(self.name))
        else:
            file = shutil.copy(template, Path(self.folder.name) / "hall.db")
            self.db = Mortal(f"sqlite+aiosqlite:///{file}")
        # Other causes than the template's.
        self.hall = Hall(self.db, _causes=count(1_000_000))
        self.now = BEGIN
        self.raters, self.reviewers, self.admins = [1, 2, 3, 4], [5, 6], [7, 8]
        self.client, self.nobody = 9, 10
        # By person and currency, in minor units; nothing is ever taken off.
        self.earned: Counter[tuple[int, str]] = Counter()
        self.paid: Counter[tuple[int, str]] = Counter()
        self.left: set[int] = set()
        self.last: tuple[str, Doing[Any]] | None = None
        self.seen = Seen([], [], [], [])
        self.look()

    def teardown(self) -> None:
        """Close the hall of this run."""
        self.run(self.db.close())
        if self.engine == "postgres":
            self.run(postgres_server.drop_database(self.name))
        self.runner.close()
        self.folder.cleanup()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Wait for something."""
        return self.runner.run(work)

    def do(self, doing: Doing[T], *, dies: bool = False) -> T | None:
        """Do something for one cause; none when refused. One that `dies` is begun again."""
        cause = self.hall.cause()

        async def once() -> T | None:
            try:
                return await insistently(lambda: doing(cause))
            except Refused:
                return None

        if dies:
            self.db.fails = (1, Killed)
            with suppress(Killed):
                self.run(once())
            died, self.db.fails = self.db.fails is None, None
            if died:
                self.look()
        done = self.run(once())
        if done is not None:
            self.last = (cause, doing)
        return done

    def sweep(self, work: Callable[[], Coroutine[Any, Any, Any]], *, dies_at: int = 0) -> None:
        """Run a sweep; one that dies on its way is run again, as at the next start."""
        if dies_at:
            self.db.fails = (dies_at, Killed)
            with suppress(Killed):
                self.run(work())
            self.db.fails = None
            self.look()
        self.run(work())

    def at_once(self, *works: Doing[Any]) -> list[bool]:
        """Several things at the same time, each for a cause of its own; which were not refused."""

        async def one(work: Doing[Any], cause: str) -> bool:
            try:
                await insistently(lambda: work(cause))
            except Refused:
                return False
            return True

        async def together() -> list[bool]:
            causes = [self.hall.cause() for _ in works]
            return await asyncio.gather(*map(one, works, causes))

        return self.run(together())

    def without_effect(self, doing: Callable[[], Awaitable[Any]]) -> None:
        """Something known already, which must change nothing."""

        async def vain() -> None:
            with suppress(Refused, Repeated):
                await doing()
                raise AssertionError("it was done twice")

        before, _ = self.run(self._look())
        self.run(vain())
        assert self.run(self._look())[0] == before

    async def _look(self) -> tuple[Seen, list[str]]:
        """What is there, and what the audit finds wrong with it."""
        async with self.db.read() as tx:
            found = [list((await tx.execute(one)).all()) for one in _ASKED]
            return Seen(*found), [str(one) for one in await audit.breaches(tx)]

    def look(self) -> None:
        """See what is there now; every promise about money holds."""
        self.seen, wrong = self.run(self._look())
        assert wrong == [], wrong

    @invariant()
    def the_books_are_right(self) -> None:
        """The audit finds nothing, and the sums are those of the model."""
        self.look()
        owed: Counter[tuple[int, str]] = Counter()
        for one in self.seen.lines:
            if one.state in OWED:
                owed[one.person_id, one.currency] += one.pay_minor
        assert owed == self.earned
        paid: Counter[tuple[int, str]] = Counter()
        for one in self.seen.payouts:
            if one.state == "paid":
                paid[one.person_id, one.currency] += one.minor
        assert paid == self.paid
        assert all(self.paid[key] <= self.earned[key] for key in self.paid)
