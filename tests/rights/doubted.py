"""What is in doubt in a hall: a known answer, a task without a sure answer, a verdict."""

from datetime import timedelta

from bot.domain.jobs import Job
from bot.domain.overlap import Sureness
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.services import gold
from storage import schema
from tests.services.builders import BOTH_BAD, NOW, TIE, Hall, item
from tests.services.reviewing import TWICE, accept, judge, lines_of

# The ids of tasks as files have them; who rates never reads them.
HIDDEN = "Mauve-7"


async def doubt(hall: Hall, admin: int) -> list[int]:
    """A task that waits for an answer, a verdict for a third person, a suspended known answer.

    Returns the ids of the tasks.
    """
    await hall.project("unsure", tasks=0, tasks_per_job=1, overlap=2, confidence=Sureness(80, 2))
    await hall.publish("unsure", item("one", id=HIDDEN))
    for option in (TIE, BOTH_BAD):
        await _rated(hall, "unsure", option)
    await hall.project("judged", tasks=1, tasks_per_job=1, overlap=1)
    (line,) = await lines_of(hall, await _rated(hall, "judged", TIE))
    await judge(hall, line, Verdict.rejected, admin, rules=TWICE)
    await accept(hall, line, await hall.person("Saul", roles=(Role.reviewer,)))
    await hall.publish("unsure", item("two", id=f"{HIDDEN}-known", gold={"preference": 1}))
    rows = await hall.rows(schema.tasks, schema.tasks.c.external_id.startswith(HIDDEN))
    known = next(row.id for row in rows if row.gold is not None)
    await gold.suspend(hall.db, known, by=admin, cause=hall.cause(), now=NOW)
    return [row.id for row in rows]


async def _rated(hall: Hall, key: str, option: int) -> Job:
    job = await hall.rate(await hall.claim(await hall.call(key), await hall.person()), option)
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + timedelta(minutes=1))
    return job
