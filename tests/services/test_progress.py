"""How a project gets on, counted from what was rated, in the days of who looks."""

from datetime import timedelta

import pytest

from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.services import progress
from tests.services.builders import DAY, NOW, Hall


async def test_days_pace_and_what_is_left_are_counted(hall: Hall) -> None:
    await hall.project(tasks=20)
    boss = await hall.person("Bo", roles=(Role.coordinator,))
    call, people = await hall.call(), await hall.people(5)
    for ago, one in zip((5, 4, 2, 0), people, strict=False):
        await hall.finish(await hall.claim(call, one, now=NOW - ago * DAY), now=NOW - ago * DAY)
    at_work = await hall.claim(call, people[-1])
    found = await progress.view(hall.db, "pairs", by=boss, now=NOW)
    made = found.progress
    assert [one.ratings for one in made.days[-6:]] == [5, 5, 0, 5, 0, 5]
    assert (made.whole, made.today, made.done) == ((5, 0, 5, 0), 5, 20)
    assert (made.left, found.counts["in_work"], found.to_review) == (40, 5, 20)
    assert (found.going.jobs, found.going.next_due) == (1, at_work.due_at)
    quality = found.quality
    assert (quality.agreement, quality.gold, quality.has_answer) == (None, (0, 0), True)
    assert made.forecast is None  # ten ratings in four days say too little


async def test_a_rating_counts_on_the_day_of_who_looks(hall: Hall) -> None:
    await hall.project(tasks=5)
    boss = await hall.person("Bo", roles=(Role.coordinator,), zone="Asia/Kolkata")
    call, (ada, ben) = await hall.call(), await hall.people(2)
    late = NOW.replace(hour=18, minute=29) - DAY  # 23:59 there
    await hall.finish(await hall.claim(call, ada, now=late), now=late)
    await hall.finish(await hall.claim(call, ben))
    days = (await progress.view(hall.db, "pairs", by=boss, now=NOW)).progress.days
    assert [one.ratings for one in days[-2:]] == [5, 5]
    later = NOW + timedelta(hours=7)  # a day further there, not yet in world time
    days = (await progress.view(hall.db, "pairs", by=boss, now=later)).progress.days
    assert [one.ratings for one in days[-3:]] == [5, 5, 0]


async def test_only_who_coordinates_the_project_sees_it(hall: Hall) -> None:
    await hall.project(tasks=5)
    with pytest.raises(Refused, match="not-coordinator"):
        await progress.view(hall.db, "pairs", by=await hall.person(), now=NOW)
