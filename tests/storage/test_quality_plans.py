"""What taps about quality ask goes through no table that grows, nor through a whole project."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.domain.disputes import DisputeState
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.services import desk, disputes, gold, projects, tiers
from storage import gold as stored
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
