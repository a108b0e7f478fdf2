"""What a night asks goes through no table that grows with the work, but by its pages."""

from datetime import timedelta

import pytest

from bot.services import measuring, tiers
from storage.database import Database
from tests.services.builders import DAY, NOW, Hall
from tests.services.here import here
from tests.storage.test_desk_plans import goes_through
from tests.storage.test_plans import caught, plan_of

pytestmark = pytest.mark.engines("sqlite")

NIGHT = (NOW + DAY).replace(hour=5)


async def test_no_part_of_a_night_goes_through_what_grows(db: Database) -> None:
    """Two nights: in the first there is something to measure and a tier to give."""
    hall = Hall(db)
    await hall.project(tasks=12, overlap=2, tasks_per_job=12)
    call = await hall.call()
    for _ in range(2):
        await hall.finish(await hall.claim(call, await hall.person()))
    with caught(db) as seen:
        for now in (NIGHT, NIGHT + DAY):
            await measuring.measure_of_the_night(db, here, now=now - timedelta(hours=2))
            await tiers.recompute(db, now=now)
    assert len(seen) > 25
    found: dict[str, str] = {}
    async with db.begin() as tx:
        for statement, parameters in seen.items():
            steps = await tx.run_sync(plan_of, statement, parameters)
            found |= {table: statement for step in steps if (table := goes_through(step))}
    assert found == {}, "\n".join(found.values())
