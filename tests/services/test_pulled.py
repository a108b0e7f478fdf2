"""Pulled tasks: why they are, putting one back, leaving one out."""

from dataclasses import replace

import pytest

from bot.domain.people import Role
from bot.domain.pulled import Pulled
from bot.domain.ratings import FlagKind, SkipReason
from bot.domain.refusal import Refused, Repeated
from bot.services import pulled, ratings
from storage import schema
from tests.services.builders import MINUTE, NOW, RULES, Hall

STRICT = replace(RULES, skips_to_pull=2)


async def skip_by(hall: Hall, *reasons: str) -> None:
    """A task of a project of one is skipped or flagged by people, until it is pulled."""
    call = await hall.call()
    for reason in reasons:
        job = await hall.claim(call, await hall.person(reason))
        act = await hall.act(job)
        if reason == "broken":
            await ratings.flag(hall.db, act, kind=FlagKind(reason))
        else:
            await ratings.skip(hall.db, act, reason=SkipReason(reason))
        await hall.submit(job)
        await hall.sweep_submissions(now=NOW + MINUTE, rules=STRICT)


async def one_of(hall: Hall, boss: int) -> Pulled:
    page = await pulled.listed(hall.db, "pairs", by=boss, page=0, size=5)
    (found,) = page.tasks
    return found


async def test_each_says_who_let_it_go_and_why(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=5)
    boss = await hall.person("Bo", roles=(Role.coordinator,))
    await skip_by(hall, "broken", "too-hard", "too-hard")
    found = await one_of(hall, boss)
    assert [(one.is_flag, one.reason, one.people) for one in found.why] == [
        (True, "broken", 1), (False, "too-hard", 2),
    ]  # fmt: skip
    assert (found.skips, found.flags, found.is_left_out, found.open_slots) == (2, 1, False, 5)
    card = await pulled.card(hall.db, found.id, by=boss)
    assert card.content.prompt[0].text == "Question t1?"
    assert await hall.slots_add_up() == 0


async def test_one_that_is_put_back_goes_to_others_until_it_is_skipped_anew(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=5)
    boss = await hall.person("Bo", roles=(Role.coordinator,))
    await skip_by(hall, "unclear", "other")
    found = await one_of(hall, boss)
    await pulled.put_back(hall.db, found.id, by=boss, cause="u:1", now=NOW)
    with pytest.raises(Repeated):
        await pulled.put_back(hall.db, found.id, by=boss, cause="u:1", now=NOW)
    with pytest.raises(Refused, match="task-not-pulled"):
        await pulled.put_back(hall.db, found.id, by=boss, cause="u:2", now=NOW)
    assert await hall.slots_add_up() == 5
    (entry,) = await hall.acts("task-put-back")
    assert entry.after == {"project": "pairs", "missing": 5}
    await skip_by(hall, "unclear")
    assert (await hall.rows(schema.tasks))[0].state == "open"
    await skip_by(hall, "other")
    assert (await one_of(hall, boss)).skips == 4
    assert await hall.slots_add_up() == 0


async def test_one_that_is_left_out_waits_for_nobody(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=5)
    boss = await hall.person("Bo", roles=(Role.coordinator,))
    await skip_by(hall, "unclear", "other")
    found = await one_of(hall, boss)
    await pulled.leave_out(hall.db, found.id, by=boss, cause=hall.cause(), now=NOW)
    page = await pulled.listed(hall.db, "pairs", by=boss, page=0, size=5)
    assert (page.count, page.left_out, page.tasks[0].is_left_out) == (1, 1, True)
    with pytest.raises(Refused, match="task-left-out"):
        await pulled.leave_out(hall.db, found.id, by=boss, cause=hall.cause(), now=NOW)
    assert len(await hall.acts("task-left-out")) == 1
    await pulled.put_back(hall.db, found.id, by=boss, cause=hall.cause(), now=NOW)
    assert await hall.slots_add_up() == 5


async def test_only_who_coordinates_the_project_decides(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=5)
    ada = await hall.person()
    await skip_by(hall, "unclear", "other")
    with pytest.raises(Refused, match="not-coordinator"):
        await pulled.put_back(hall.db, 1, by=ada, cause=hall.cause(), now=NOW)
    boss = await hall.person("Bo", roles=(Role.coordinator,))
    with pytest.raises(Refused, match="task-not-pulled"):
        await pulled.card(hall.db, 10**9, by=boss)
