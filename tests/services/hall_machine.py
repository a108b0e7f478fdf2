"""A whole hall as a state machine: people do anything in any order, time passes, processes die.

After every step all invariants hold, and what people were told is so.
"""

import asyncio
import atexit
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.domain.calls import Call
from bot.domain.jobs import Job
from bot.domain.refusal import Refused, Repeated
from bot.domain.rules import Rules
from bot.services.ratings import Act
from storage import calls as stored_calls
from storage import jobs as stored_jobs
from storage.database import Database
from storage.migrate import upgrade
from storage.schema import assignments, ratings
from storage.schema import jobs as job_table
from tests.invariants import broken, changeable
from tests.services.builders import NOW, Hall

PEOPLE, NEWCOMERS, TASKS = 5, 2, 6
KEY = "pairs"
RULES = Rules(skips_to_pull=2)
SPANS = [timedelta(seconds=s) for s in (1, 11, 240, 700, 3600, 90_000, 300_000)]

T = TypeVar("T")
Doing = Callable[[str], Awaitable[T]]

who = st.integers(0, PEOPLE + NEWCOMERS - 1)
which = st.integers(0, 3)


@cache
def _template() -> Path:
    """An empty migrated database, made once."""
    folder = tempfile.mkdtemp(prefix="hall-model-")
    atexit.register(shutil.rmtree, folder)
    file = Path(folder) / "hall.db"

    async def make() -> None:
        fresh = Database(f"sqlite+aiosqlite:///{file}")
        await upgrade(fresh)
        await fresh.close()

    with asyncio.Runner() as runner:
        runner.run(make())
    return file


class HallMachine(RuleBasedStateMachine):
    """The hall, its clock, and what people were told: the ground for the rules."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        template = _template()
        self.folder = tempfile.TemporaryDirectory(prefix="hall-")
        file = Path(self.folder.name) / "hall.db"
        shutil.copy(template, file)
        self.db = Database(f"sqlite+aiosqlite:///{file}")
        self.hall = Hall(self.db)
        self.now: datetime = NOW
        self.people: list[int] = []
        # What people were told is saved: the answer by task and person.
        self.answers: dict[tuple[int, int], Any] = {}
        self.submitted: set[int] = set()
        self.last: tuple[str, Doing[Any]] | None = None

    def teardown(self) -> None:
        """Close the hall of this run."""
        self.run(self.db.close())
        self.runner.close()
        self.folder.cleanup()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Wait for something."""
        return self.runner.run(work)

    def do(self, doing: Doing[T]) -> T | None:
        """Do something once, with a fresh cause; none when it was refused."""
        cause = self.hall.cause()

        async def once() -> T:
            return await doing(cause)

        try:
            done = self.run(once())
        except Refused:
            return None
        self.last = (cause, doing)
        return done

    def attempt(self, doing: Callable[[], Coroutine[Any, Any, Any]]) -> None:
        """Do something that may be refused."""
        with suppress(Refused):
            self.run(doing())

    def without_effect(self, doing: Callable[[], Awaitable[Any]]) -> None:
        """Do something that must be refused or known already, and must change nothing."""

        async def vain() -> None:
            before = await self.hall.census()
            try:
                await doing()
            except (Refused, Repeated):
                assert await self.hall.census() == before
            else:
                raise AssertionError("it was done although it must not be")

        self.run(vain())

    def job_of(self, person: int, index: int) -> Job | None:
        """One of the person's active jobs."""

        async def found() -> list[Job]:
            async with self.db.read() as tx:
                return await stored_jobs.current(tx, self.people[person])

        mine = self.run(found())
        return mine[index % len(mine)] if mine else None

    def any_call(self, index: int) -> Call | None:
        """One of the calls that are not closed."""

        async def found() -> list[Call]:
            async with self.db.read() as tx:
                return await stored_calls.unclosed(tx)

        live = self.run(found())
        return live[index % len(live)] if live else None

    def act(self, job: Job, cause: str, *, late: int = 0) -> Act:
        """A tap on the card of the job: the newest one, or an older one."""
        return Act(job.number, job.step - late, job.person_id, cause, self.now)

    @initialize()
    def opens(self) -> None:
        """People who have arrived, some who have not, a project, a call."""
        self.run(self._open())

    async def _open(self) -> None:
        self.people = await self.hall.people(PEOPLE)
        for number in range(NEWCOMERS):
            newcomer = await self.hall.person(f"New {number}", arrival="consent")
            self.people.append(newcomer)
        await self.hall.project(KEY, tasks=TASKS, overlap=2, tasks_per_job=2)
        await self.hall.call(KEY, waves=True)

    @rule(span=st.sampled_from(SPANS))
    def time_passes(self, span: timedelta) -> None:
        """A second, an undo window, some minutes, an hour, a day, a review deadline."""
        self.now += span

    @invariant()
    def the_hall_is_whole(self) -> None:
        """Nothing is lost, doubled, or in two states; nothing written for good can change."""
        assert self.run(broken(self.db)) == []
        assert self.run(changeable(self.db)) == []

    @invariant()
    def what_people_were_told_is_so(self) -> None:
        """Each saved answer is there, and each submission counts or is still to be undone."""
        self.run(self._promises())

    async def _promises(self) -> None:
        mine = {(a.task_id, a.person_id): a for a in await self.hall.rows(assignments)}
        for key, answer in self.answers.items():
            assert mine[key].answer.get("preference") == answer, f"the answer {key} changed"
        given = {rating.assignment_id: rating.answer for rating in await self.hall.rows(ratings)}
        for one in mine.values():
            if one.id in given:
                assert given[one.id] == one.answer, f"assignment {one.id} was rated otherwise"
        for job in await self.hall.rows(job_table):
            if job.id in self.submitted:
                counts = job.state in ("submitted", "settled") or job.submits_at is not None
                assert counts, f"job {job.id} was handed in and is {job.state}"
