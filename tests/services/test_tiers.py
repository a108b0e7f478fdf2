"""Tiers on a real database: counted, kept by night, told where they open or close work."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, update

from bot.domain.disputes import DisputeState
from bot.domain.jobs import Job
from bot.domain.pay_terms import Verdict
from bot.domain.requirements_reading import parsed
from bot.domain.tiers import Parts
from bot.services import tiers
from storage import schema, tier_facts
from storage import tiers as stored
from tests.services.builders import DAY, NOW, Hall
from tests.services.reviewing import accept, decide, dispute, judge, lines_of, reviewer

NIGHT = (NOW + DAY).replace(hour=5)
SIZE = 12


async def worked(hall: Hall, *, right: int = 0, wrong: int = 0, **terms: Any) -> Job:
    """Twelve ratings of one person, of which some count as known answers."""
    await hall.project(tasks=SIZE, tasks_per_job=SIZE, overlap=2, **terms)
    job = await hall.finish(await hall.claim(await hall.call(), await hall.person()))
    await score(hall, job, right, wrong)
    return job


async def score(hall: Hall, job: Job, right: int, wrong: int, *, state: str = "counts") -> None:
    async with hall.db.begin() as tx:
        for nth, one in enumerate((await hall.assignments(job))[: right + wrong]):
            values = {
                "assignment_id": one.id, "task_id": one.task_id, "person_id": job.person_id,
                "project_id": job.project_id, "correct": nth < right, "state": state, "at": NOW,
            }  # fmt: skip
            await tx.execute(insert(schema.gold_scores), values)


async def seen(hall: Hall, job: Job, *, judged: bool) -> None:
    """What nobody judged counts as accepted in time; or waits again."""
    was, is_now = ("submitted", "accepted") if judged else ("accepted", "submitted")
    table = schema.assignments
    mine = update(table).where(table.c.job_id == job.id, table.c.state == was)
    async with hall.db.begin() as tx:
        await tx.execute(mine.values(state=is_now))


async def peers(hall: Hall, job: Job, alpha: float | None, units: int) -> None:
    values = {
        "person_id": job.person_id, "project_id": job.project_id, "peers": alpha, "why": None,
        "units": units, "first_chosen": 0, "first_of": 0, "seconds": 30.0, "ratings": SIZE,
        "at": NOW,
    }  # fmt: skip
    async with hall.db.begin() as tx:
        await tx.execute(insert(schema.person_measures), values)


async def tier(hall: Hall, person: int, skill: str = "rating") -> int | None:
    async with hall.db.read() as tx:
        return await stored.tier(tx, person, skill)


async def facts(hall: Hall, person: int, now: datetime = NIGHT) -> dict[str, Parts]:
    async with hall.db.read() as tx:
        return await tier_facts.of_person(tx, person, now - timedelta(days=90))


async def test_a_night_counts_what_is_there_once_in_the_skill_of_the_project(hall: Hall) -> None:
    job = await worked(hall, right=3, wrong=1, skill="law")
    lines, rita = await lines_of(hall, job), await reviewer(hall)
    await accept(hall, lines[0], rita)
    await judge(hall, lines[1], Verdict.rejected, rita)
    await peers(hall, job, 0.4, 8)
    # Nothing tells a known answer from others before the rating was judged.
    assert (await facts(hall, job.person_id))["law"].gold == 2
    await seen(hall, job, judged=True)
    assert await facts(hall, job.person_id) == {
        "law": Parts(SIZE, gold_right=3, gold=4, accepted=1, verdicts=2, peers=0.4, units=8)
    }
    assert await tiers.recompute(hall.db, now=NIGHT.replace(hour=3)) == 0
    assert await tiers.recompute(hall.db, now=NIGHT) == 1
    # 3 × 3 + 2 × 1 + 8 × 0.5 + 10, of 3 × 4 + 2 × 2 + 8 + 20.
    assert await tier(hall, job.person_id, "law") == round(100 * 25 / 44)
    assert await tier(hall, job.person_id) is None
    assert await tiers.recompute(hall.db, now=NIGHT) == 0
    assert await tiers.recompute(hall.db, now=NIGHT + DAY) == 0
    # What is out of the window ends, and with it the tier.
    assert await tiers.recompute(hall.db, now=NIGHT + 91 * DAY) == 1
    assert await tier(hall, job.person_id, "law") is None


async def test_what_is_disputed_or_fell_counts_for_nothing(hall: Hall) -> None:
    job = await worked(hall)
    await score(hall, job, 0, 2, state="void")
    lines, rita = await lines_of(hall, job), await reviewer(hall)
    given = await judge(hall, lines[1], Verdict.rejected, rita)
    await tiers.recompute(hall.db, now=NIGHT)
    assert await tier(hall, job.person_id) == 45
    assert (await facts(hall, job.person_id))["rating"] == Parts(SIZE, verdicts=1)
    made = await dispute(hall, given)
    assert (await facts(hall, job.person_id))["rating"] == Parts(SIZE)
    await decide(hall, made, DisputeState.overturned, await reviewer(hall, "Ron"))
    assert (await facts(hall, job.person_id))["rating"] == Parts(SIZE)
    # Decided: computed at once, before any night.
    assert await tier(hall, job.person_id) == 50


async def test_a_tier_that_closes_work_is_a_notice_with_sound_one_that_opens_it_none(
    hall: Hall,
) -> None:
    job = await worked(hall, right=SIZE, requires=None)
    await hall.project("expert", tasks=1, requires=parsed("tier rating >= 70"))
    await seen(hall, job, judged=True)
    await tiers.recompute(hall.db, now=NIGHT)
    (told,) = await hall.notices("tier_raised")
    assert (told.args["after"], told.args["steps"], told.sound) == (82, [60, 70, 80], False)
    assert len(told.args["projects"]) == 1
    lines, rita = await lines_of(hall, job), await reviewer(hall)
    await seen(hall, job, judged=False)
    for line in lines[:9]:
        await judge(hall, line, Verdict.rejected, rita)
    await seen(hall, job, judged=True)
    await tiers.recompute(hall.db, now=NIGHT + DAY)
    (less,) = await hall.notices("tier_lowered")
    assert (less.args["before"], less.args["after"], less.sound) == (82, 62, True)
    assert less.args["steps"] == [70, 80]
    assert Parts.from_json(less.args["parts"]).verdicts == 9
    (entry,) = await hall.acts("tier-lowered")
    assert entry.after == {"skill": "rating", "tier": 62}
    # A change between two steps is no news.
    await seen(hall, job, judged=False)
    await judge(hall, lines[9], Verdict.rejected, rita)
    await seen(hall, job, judged=True)
    await tiers.recompute(hall.db, now=NIGHT + 2 * DAY)
    assert len(await hall.notices("tier_lowered")) == 1
    assert await tier(hall, job.person_id) == 61


async def test_the_page_shows_each_part_and_what_counted_against_somebody(hall: Hall) -> None:
    job = await worked(hall, right=2, wrong=1)
    lines, rita = await lines_of(hall, job), await reviewer(hall)
    await judge(hall, lines[5], Verdict.rejected, rita)
    await accept(hall, lines[2], rita)
    await peers(hall, job, None, 0)
    before = await tiers.own(hall.db, job.person_id, now=NIGHT)
    assert [(one.skill, one.tier) for one in before.skills] == [("rating", None)]
    await tiers.recompute(hall.db, now=NIGHT)
    found = await tiers.own(hall.db, job.person_id, now=NIGHT)
    (one,) = found.projects
    assert (one.gold, dict(one.verdicts)) == ((0, 1), {"accepted": 1, "rejected": 1})
    # Nobody hears of a known answer while its rating is not judged.
    assert (found.less, found.missed) == (1, 1)
    assert found.skills[0].tier == 44
    _, less, whole = await tiers.judged(hall.db, job.person_id, gold=False, page=0, size=5)
    assert (less[0].line, less[0].what, whole) == (lines[5].number, "rejected", 1)
    _, missed, _ = await tiers.judged(hall.db, job.person_id, gold=True, page=0, size=5)
    assert [one.line for one in missed] == [lines[2].number]
