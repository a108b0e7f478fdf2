"""A hall in few words: people, a project with tasks, a call, and what people do with a job."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from itertools import count
from random import Random
from typing import Any

from sqlalchemy import func, select, update

from bot.domain.calls import Call
from bot.domain.draws import NewDraw
from bot.domain.jobs import Job
from bot.domain.money import Money
from bot.domain.people import Arrival, Person, Role, Standing
from bot.domain.places import Membership, Rights
from bot.domain.projects import NewProject, Offerings, Project
from bot.domain.ratings import COUNTED, Assignment, RatingState
from bot.domain.rules import Rules
from bot.domain.scheme_body import with_reason
from bot.formats.schemes import packaged
from bot.services import calls, chats, claims, deadlines, imports, jobs, projects, ratings
from bot.services.claims import Claim
from bot.services.imports import Published, Report
from bot.services.ratings import Act, Turned
from storage import jobs as stored_jobs
from storage import people as stored_people
from storage import schema
from storage.database import Database

NOW = datetime(2030, 1, 15, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)
GROUP = -1001
RULES = Rules()
MEMBER = Rights(Membership.member)
# The options of the pairwise scheme in the order of its buttons.
A_MUCH, A_BETTER, A_SLIGHTLY, TIE, BOTH_BAD, B_SLIGHTLY, B_BETTER, B_MUCH = range(8)


def lines_of(*items: dict[str, Any]) -> bytes:
    """A task file with one JSON object a line."""
    return "\n".join(json.dumps(item) for item in items).encode()


def item(name: str, **more: Any) -> dict[str, Any]:
    """One task of a task file."""
    pair = [
        {"id": letter, "text": f"Answer {letter} to {name}.", "model": f"model-{letter}"}
        for letter in "xy"
    ]
    return {"id": name, "prompt": f"Question {name}?", "responses": pair, **more}


def new_project(key: str = "pairs", *, reason: str = "never", **values: Any) -> NewProject:
    """40 cents a task of 2 minutes, 5 tasks a job, each rated by 3, unless said otherwise."""
    offer: dict[str, Any] = {
        "pay": Money(40, "USD"), "overlap": 3, "tasks_per_job": 5, "seconds_per_task": 120,
        "review_days": 3, "due_minutes": None, "languages": (), "protect_content": False,
        "content_warning": None,
    }  # fmt: skip
    scheme = packaged("pairwise")
    assert scheme is not None
    made = Offerings(**(offer | values))
    return NewProject(key, f"Pairs of {key}", with_reason(scheme, reason), "Choose.", made)


@dataclass
class Hall:
    """The use cases on one database, with a fresh cause for each act."""

    db: Database
    random: Random = field(default_factory=lambda: Random(1))
    _causes: Any = field(default_factory=count)
    _ids: Any = field(default_factory=lambda: count(1000))

    def cause(self) -> str:
        """A cause that was never used."""
        return f"test:{next(self._causes)}"

    async def person(self, name: str = "Ada", *, roles: tuple[Role, ...] = (), **more: Any) -> int:
        """A person in good standing who has arrived; returns the internal id."""
        async with self.db.begin() as tx:
            person_id = await stored_people.add(
                tx, telegram_id=next(self._ids), name=name, username=None, language="en",
                zone="UTC", quiet=("22:00", "08:00"), standing=Standing.good, now=NOW,
            )  # fmt: skip
            await stored_people.change(
                tx, person_id, **({"arrival": Arrival.done, "idle_since": NOW} | more)
            )
            for role in roles:
                await stored_people.grant(
                    tx, person_id=person_id, role=role, project_id=None, by=None, now=NOW
                )
        return person_id

    async def people(self, number: int) -> list[int]:
        """So many people who have arrived."""
        return [await self.person(f"Person {n}") for n in range(number)]

    async def project(self, key: str = "pairs", *, tasks: int = 10, **values: Any) -> Project:
        """An open project with so many tasks, made by the operator at the console."""
        made = await projects.create(
            self.db, new_project(key, **values), by=None, cause=None, now=NOW
        )
        if tasks:
            await self.publish(key, *(item(f"t{n}") for n in range(1, tasks + 1)))
            made = await projects.by_key(self.db, key, by=None)
        return made

    async def inspect(self, key: str, *items: dict[str, Any]) -> Report:
        """The report on a file with these items."""
        return await imports.inspect(
            self.db, project_key=key, name="tasks.jsonl", data=lines_of(*items), by=None
        )

    async def publish(self, key: str, *items: dict[str, Any]) -> Published:
        """Publish a file with these items."""
        report = await self.inspect(key, *items)
        return await imports.publish(
            self.db, report, skip_refused=False, by=None, cause=None, now=NOW
        )

    async def group(self, chat_id: int = GROUP, *, kind: str = "supergroup") -> int:
        """A registered work group; returns its id."""
        boss = await self.person("Boss", roles=(Role.coordinator,))
        await chats.bot_moved(
            self.db, chat_id=chat_id, kind=kind, title=f"Group {chat_id}", rights=MEMBER,
            by=boss, cause=self.cause(), now=NOW,
        )  # fmt: skip
        await chats.register(self.db, chat_id=chat_id, by=boss, cause=self.cause(), now=NOW)
        return chat_id

    async def call(
        self, key: str = "pairs", *, limit: int | None = None, groups: tuple[int, ...] = (),
        draw: NewDraw | None = None, waves: bool = False, now: datetime = NOW,
    ) -> Call:  # fmt: skip
        """A live call of the project, in groups or nowhere."""
        boss = await self.person("Caller", roles=(Role.coordinator,))
        return await calls.post_call(
            self.db, project_key=key, places=[(one, None) for one in groups], limit=limit,
            draw=draw, waves=waves, by=boss, cause=self.cause(), now=now,
        )  # fmt: skip

    async def try_claim(
        self, call: Call, person_id: int, *, now: datetime = NOW, cause: str | None = None,
        rules: Rules = RULES,
    ) -> Claim:  # fmt: skip
        """What comes of a tap on the card of the call."""
        return await claims.claim(
            self.db, number=call.number, person_id=person_id, cause=cause or self.cause(),
            now=now, rules=rules, random=self.random,
        )  # fmt: skip

    async def claim(self, call: Call, person_id: int, *, now: datetime = NOW) -> Job:
        """The job that comes of a tap on the card of the call."""
        job = (await self.try_claim(call, person_id, now=now)).job
        assert job is not None
        return job

    async def act(self, job: Job, *, now: datetime = NOW, cause: str | None = None) -> Act:
        """A tap on the newest card of the job, by its person."""
        newest = await self.job(job)
        return Act(newest.number, newest.step, newest.person_id, cause or self.cause(), now)

    async def rate(self, job: Job, *options: int, now: datetime = NOW) -> Job:
        """Answer task after task from where the card is, with these options."""
        for option in options:
            await ratings.answer(self.db, await self.act(job, now=now), question=0, option=option)
        return await self.job(job)

    async def rate_all(self, job: Job, *, now: datetime = NOW, option: int = A_BETTER) -> Job:
        """Answer every task of the job alike."""
        return await self.rate(job, *(option,) * job.size, now=now)

    async def submit(self, job: Job, *, now: datetime = NOW) -> Turned:
        """Hand the job in; the undo window is open then."""
        return await ratings.submit(self.db, await self.act(job, now=now), rules=RULES)

    async def finish(self, job: Job, *, now: datetime = NOW) -> Job:
        """Rate all, hand in, and let the undo window pass."""
        await self.rate_all(job, now=now)
        await self.submit(job, now=now)
        await self.sweep_submissions(now=now + MINUTE)
        return await self.job(job)

    async def sweep_submissions(self, *, now: datetime, rules: Rules = RULES) -> int:
        """What the clock does when undo windows are over."""
        return await deadlines.finish_submissions(self.db, now=now, rules=rules)

    async def give_back(
        self, job: Job, *, submit_finished: bool = False, now: datetime = NOW,
        cause: str | None = None,
    ) -> Job:  # fmt: skip
        """Give the job back, with or without handing in what is finished."""
        newest = await self.job(job)
        return await jobs.give_back(
            self.db, number=newest.number, step=newest.step, person_id=newest.person_id,
            submit_finished=submit_finished, cause=cause or self.cause(), now=now, rules=RULES,
        )  # fmt: skip

    async def hand_in(self, job: Job, *, now: datetime, cause: str | None = None) -> int:
        """Hand in what was finished of an expired job."""
        return await jobs.hand_in_kept(
            self.db, number=job.number, person_id=job.person_id, cause=cause or self.cause(),
            now=now, rules=RULES,
        )  # fmt: skip

    async def job(self, job: Job) -> Job:
        """The job as it is now."""
        async with self.db.read() as tx:
            return await stored_jobs.by_id(tx, job.id)

    async def assignments(self, job: Job) -> list[Assignment]:
        """The assignments of the job as they are now."""
        async with self.db.read() as tx:
            return await stored_jobs.of_job(tx, job.id)

    async def who(self, person_id: int) -> Person:
        """The person as stored now."""
        async with self.db.read() as tx:
            return await stored_people.by_id(tx, person_id)

    async def change(self, table: Any, row_id: int, **values: Any) -> None:
        """Set columns of one row, for states that no use case makes yet."""
        async with self.db.begin() as tx:
            await tx.execute(update(table).where(table.c.id == row_id).values(**values))

    async def rows(self, table: Any, *conditions: Any) -> list[Any]:
        """The rows of a table, by its key."""
        async with self.db.read() as tx:
            found = select(table).where(*conditions).order_by(*table.primary_key)
            return list((await tx.execute(found)).all())

    async def notices(self, kind: str) -> list[Any]:
        """All notices of a kind, in any state."""
        return await self.rows(schema.notices, schema.notices.c.kind == kind)

    async def acts(self, act: str) -> list[Any]:
        """All entries of the journal about one kind of act."""
        return await self.rows(schema.journal, schema.journal.c.act == act)

    async def census(self) -> dict[str, list[Any]]:
        """Everything that is stored, to see that nothing changed."""
        return {table.name: await self.rows(table) for table in schema.metadata.sorted_tables}

    async def slots_add_up(self) -> int:
        """Check that each task is missing what nobody holds or rated; returns how many."""
        missing = 0
        for task in await self.rows(schema.tasks):
            if task.gold is not None:
                assert task.open_slots == task.overlap == 0, f"task {task.external_id}"
                continue
            mine = schema.assignments.c.task_id == task.id
            used = sum(
                1
                for one in await self.rows(schema.assignments, mine)
                if one.held or RatingState(one.state) in COUNTED
            )
            assert task.open_slots == task.overlap - used, f"task {task.external_id}"
            missing += task.open_slots if task.state == "open" else 0
        async with self.db.read() as tx:
            total = (await tx.execute(select(func.sum(schema.projects.c.open_slots)))).scalar()
        assert total == missing
        return missing


def at(text: str) -> time:
    """A time of day."""
    return time.fromisoformat(text)
