"""What taps about quality ask goes through no table that grows, nor through a whole project."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from sqlalchemy import event

from bot.domain.disputes import DisputeState
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.effects.fall_gold import fall_gold
from bot.services import desk, disputes, gold, projects, tiers
from storage import gold as stored
from storage import projects as stored_projects
from storage import schema
from storage.database import Database
from tests.services.builders import NOW, RULES, Hall
from tests.services.reviewing import WORDS, accept, judge, reviewer
from tests.services.test_gold_disputes import gold_line, missed_by
from tests.storage.test_desk_plans import goes_through
from tests.storage.test_plans import Executed, caught, plan_of

pytestmark = pytest.mark.engines("sqlite")

# All tasks of a project, one after the other.
WHOLE = "SEARCH tasks USING INDEX ix_tasks_project (project_id=?)"


class Watch:
    """Lets people do things, and keeps the statements that ran for it."""

    def __init__(self, hall: Hall) -> None:
        self.hall = hall
        self.seen: Executed = {}

    async def does(self, act: Callable[..., Awaitable[Any]], *given: Any, **more: Any) -> Any:
        """What a tap asks for; nothing that the test looks up by itself."""
        with caught(self.hall.db) as seen:
            done = await act(self.hall.db, *given, **more)
        self.seen |= seen
        return done

    async def taps(self, act: Callable[..., Awaitable[Any]], *given: Any, **more: Any) -> Any:
        """As `does`, for what happens once."""
        return await self.does(act, *given, cause=self.hall.cause(), now=NOW, **more)

    async def bad(self) -> dict[str, list[str]]:
        """What goes through too much; rows that are added are checked against few."""
        found = {}
        async with self.hall.db.begin() as tx:
            for said, given in self.seen.items():
                steps = await tx.run_sync(plan_of, said, given)
                much = [one for one in steps if goes_through(one) or one.startswith(WHOLE)]
                if much and not said.startswith("INSERT"):
                    found[said] = much
        return found


async def test_no_tap_about_quality_goes_through_what_grows(db: Database) -> None:
    watch = Watch(hall := Hall(db))
    ada, bea, cid = await missed_by(hall, 3)
    rita, saul = await reviewer(hall), await reviewer(hall, "Saul")
    boss = await hall.person("Boss", roles=(Role.coordinator,))
    for person in (ada, bea):
        await judge(hall, await gold_line(hall, person), Verdict.rejected, rita, item=0)
    await accept(hall, await gold_line(hall, cid), rita)
    line = (await gold_line(hall, ada)).number
    for is_gold in (True, False):
        await watch.does(tiers.judged, ada, gold=is_gold, page=0, size=5)
    await watch.does(gold.missed, line, ada)
    made = await watch.taps(disputes.dispute_gold, line=line, by=ada, rules=RULES.pay)
    draft = await watch.taps(disputes.prepare, number=made.number, state="upheld", by=saul)
    await disputes.write(db, number=draft.number, text=WORDS, by=saul, cause=hall.cause())
    upheld = await watch.taps(disputes.decide, draft=draft.number, by=saul)
    assert upheld.state is DisputeState.upheld
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    await watch.does(projects.listed, by=boss)
    await watch.does(gold.listed, "pairs", by=boss, page=0, size=5)
    for act in (gold.suspend, gold.withdraw):
        await watch.does(gold.card, task.id, by=boss)
        await watch.does(desk.look, by=boss, now=NOW, rules=RULES.pay)
        await watch.taps(act, task.id, by=boss)
    assert await watch.bad() == {}
    assert len(watch.seen) > 60


@contextmanager
def counted(db: Database) -> Iterator[list[str]]:
    """What runs meanwhile, each time that it does."""
    ran: list[str] = []

    def executed(
        _conn: Any, _cursor: Any, statement: str, _given: Any, _context: Any, _many: bool
    ) -> None:
        ran.append(statement)

    for engine in db.engines:
        event.listen(engine, "before_cursor_execute", executed)
    yield ran
    for engine in db.engines:
        event.remove(engine, "before_cursor_execute", executed)


class Undone(Exception):  # noqa: N818 - it is no error
    """The test wants it to leave no trace."""


async def asked(db: Database, task_id: int, by: int) -> int:
    """How many statements the card of a known answer takes, and its fall."""
    with counted(db) as ran:
        await gold.card(db, task_id, by=by)
        with suppress(Undone):
            async with db.begin() as tx:
                project = await stored_projects.by_id(tx, 1)
                await fall_gold(tx, project, task_id, answer=None, words=None, by=by, now=NOW)
                raise Undone
    return len(ran)


async def test_an_answer_that_falls_asks_as_much_however_many_gave_one(db: Database) -> None:
    """Nobody is told yet: until a rating is judged nothing tells its task from others."""
    boss = await (hall := Hall(db)).person("Boss", roles=(Role.coordinator,))
    people = await missed_by(hall, 4)
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    # What is kept with a connection goes when a transaction is undone.
    _, before = [await asked(db, task.id, boss) for _ in range(2)]
    async with db.begin() as tx:
        scores = schema.gold_scores
        await tx.execute(scores.delete().where(scores.c.person_id.in_(people[1:])))
    assert await asked(db, task.id, boss) == before > 0


async def test_of_very_many_answers_to_a_known_task_only_the_newest_are_weighed(
    db: Database,
) -> None:
    """The others of each person are looked up for those alone."""
    hall = Hall(db)
    await missed_by(hall, 1)
    with caught(db) as seen:
        async with db.read() as tx:
            await stored.answered(tx, 1, after=None)
    ((said, given),) = seen.items()
    async with db.begin() as tx:
        steps = await tx.run_sync(plan_of, said, given)
    newest = next(nth for nth, step in enumerate(steps) if step.startswith("SCAN anon_"))
    assert [nth for nth, step in enumerate(steps) if step.startswith("SEARCH other")] > [newest]
