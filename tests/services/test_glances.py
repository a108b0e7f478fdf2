"""What is wrong with a project at a glance, for who coordinates it."""

from typing import Any

import pytest

from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.services import glances
from storage import schema
from tests.services.builders import Hall


async def test_each_project_says_what_waits_for_somebody(hall: Hall) -> None:
    boss = await hall.person(roles=(Role.coordinator,))
    await hall.project(tasks=10)
    await hall.project("quiet", tasks=0)
    found = await glances.at_a_glance(hall.db, ["pairs", "quiet"], by=boss)
    assert (found["pairs"].is_uncalled, found["quiet"].is_uncalled) == (True, False)
    await hall.finish(await hall.claim(await hall.call(), await hall.person()))
    for task, state in ((1, "pulled"), (2, "suspended")):
        more: dict[str, Any] = {"gold": {}} if state == "suspended" else {}
        await hall.change(schema.tasks, task, state=state, **more)
    # Whoever took a file back, or left a task out, has decided about it.
    await hall.change(schema.tasks, 3, state="pulled", left_out=True)
    one = (await glances.at_a_glance(hall.db, ["pairs"], by=boss))["pairs"]
    assert (one.is_uncalled, one.to_review, one.pulled, one.doubted) == (False, 5, 1, 1)
    with pytest.raises(Refused, match="not-coordinator"):
        await glances.at_a_glance(hall.db, ["pairs"], by=await hall.person())
