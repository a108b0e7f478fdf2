"""What the desk asks goes through no table that grows with the work."""

import pytest

from bot.domain.people import Role
from bot.services import desk
from storage.database import Database
from tests.services.builders import NOW, RULES, Hall
from tests.services.paid_hall import fill
from tests.storage.test_plans import OPEN, caught, plan_of

pytestmark = pytest.mark.engines("sqlite")

# Few rows, however much work there is.
SMALL = {"projects", "chats", "roles", "schedules", "pay_runs", "unmeasured"}


def goes_through(step: str) -> str | None:
    """The table that this step of a plan goes through from end to end, unless it is a small one.

    What is open now may be gone through, and so may what another part of the plan brought.
    """
    words = step.split()
    if words[0] != "SCAN" or "CONSTANT" in words or words[1].startswith(("anon_", "(")):
        return None
    index = words[words.index("INDEX") + 1] if "INDEX" in words else ""
    return None if words[1] in SMALL or index in OPEN else words[1]


async def test_no_part_of_the_desk_goes_through_what_grows(db: Database) -> None:
    hall = Hall(db)
    await fill(hall)
    chief = await hall.person("Chief", roles=(Role.admin,))
    with caught(db) as seen:
        await desk.look(db, by=chief, now=NOW, rules=RULES.pay)
        await desk.tell_due(db, now=NOW, rules=RULES.pay)
    assert len(seen) > 25
    found: dict[str, str] = {}
    async with db.begin() as tx:
        for statement, parameters in seen.items():
            steps = await tx.run_sync(plan_of, statement, parameters)
            found |= {table: statement for step in steps if (table := goes_through(step))}
    assert found == {}
