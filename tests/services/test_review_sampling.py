"""What comes before a reviewer: drawn by lot and tier, all of it where votes disagree."""

from collections import Counter
from dataclasses import replace

import pytest

from bot.domain.lines import Line
from bot.domain.review_sampling import Draw, is_drawn
from bot.domain.rules import ReviewRules, Rules
from bot.domain.tiers import Parts
from bot.services import ratings, reviews
from storage import schema
from storage import tiers as stored_tiers
from tests.services.builders import BOTH_BAD, MINUTE, NOW, RULES, TIE, Hall
from tests.services.reviewing import lines_of, reviewer

NONE = replace(RULES, reviews=ReviewRules(0, 0, 0, 0))


async def given(hall: Hall, person: int, *, rules: Rules = NONE) -> list[Line]:
    """The lines of a job of that person, every task answered alike."""
    job = await hall.claim(await hall.call(), person)
    await hall.rate_all(job, option=TIE)
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + MINUTE, rules=rules)
    return await lines_of(hall, job)


def test_the_lot_is_the_same_for_the_same_signs_and_falls_as_often_as_said() -> None:
    drawn = [is_drawn(20, "review", number) for number in range(2000)]
    assert drawn == [is_drawn(20, "review", number) for number in range(2000)]
    assert 340 < sum(drawn) < 460
    assert not any(is_drawn(0, "review", number) for number in range(200))
    assert all(is_drawn(100, "review", number) for number in range(200))
    assert drawn != [is_drawn(20, "second", number) for number in range(2000)]


@pytest.mark.parametrize(
    ("tier", "own", "share"), [(None, None, 100), (59, None, 100), (60, None, 0), (60, 100, 100)]
)
async def test_the_share_goes_by_the_tier_or_by_the_project(
    hall: Hall, tier: int | None, own: int | None, share: int
) -> None:
    await hall.project(tasks=5, overlap=1, review_share=own)
    person = await hall.person()
    if tier is not None:
        async with hall.db.begin() as tx:
            await stored_tiers.put(tx, person, "rating", tier=tier, parts=Parts(), now=NOW)
    rules = replace(RULES, reviews=ReviewRules(trusted_percent=0))
    drawn = Counter(one.drawn for one in await given(hall, person, rules=rules))
    assert drawn == {Draw.share if share else Draw.left: 5}


async def test_what_is_handed_in_again_is_drawn_alike(hall: Hall) -> None:
    await hall.project(tasks=20, tasks_per_job=20, overlap=1)
    half = replace(RULES, reviews=ReviewRules(50, 50, 0, 0))
    job = await hall.claim(await hall.call(), await hall.person())
    await hall.rate_all(job)
    await hall.submit(job)
    await ratings.undo(hall.db, await hall.act(job))
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + MINUTE, rules=half)
    found = await lines_of(hall, job)
    wanted = [is_drawn(50, "review", job.number, one.assignment_id) for one in found]
    assert [one.drawn is Draw.share for one in found] == wanted
    assert len(set(wanted)) == 2


async def test_all_ratings_of_a_task_come_first_when_its_votes_disagree(hall: Hall) -> None:
    await hall.project(tasks=2, tasks_per_job=2, overlap=2)
    one, other = await hall.people(2)
    first = await given(hall, one)
    rita = await reviewer(hall)
    assert [line.drawn for line in first] == [Draw.left, Draw.left]
    assert await reviews.next_to_review(hall.db, rita, project_key="pairs") is None
    job = await hall.claim(await hall.call(), other)
    await hall.rate(job, TIE, BOTH_BAD)
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + MINUTE, rules=NONE)
    rows = await hall.rows(schema.lines)
    assert [row.drawn for row in rows] == [Draw.left, Draw.disagreement] * 2
    found = await reviews.next_to_review(hall.db, rita, project_key="pairs")
    assert found is not None
    assert found.number == first[1].number
    (waits,) = (await reviews.queue(hall.db, rita)).waiting
    assert (waits.count, waits.left) == (2, 2)


async def test_what_was_not_drawn_can_be_reached_and_goes_round_by_itself(hall: Hall) -> None:
    await hall.project(tasks=2, tasks_per_job=2, overlap=1)
    one, two = await given(hall, await hall.person())
    rita = await reviewer(hall)
    first = await reviews.next_to_review(hall.db, rita, project_key="pairs", left=True)
    assert first is not None
    assert first.number == one.number
    after = await reviews.next_to_review(hall.db, rita, after=one.number)
    assert after is not None
    assert after.number == two.number
    assert (await reviews.reviewing(hall.db, one.number, rita)).waiting == 2
