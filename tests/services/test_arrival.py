"""A task in several messages is rated only when all of them have arrived."""

import pytest

from bot.domain.jobs import Job
from bot.domain.notices import Broken, Delivered, Notice, Outcome, Undeliverable, Unknown
from bot.domain.people import Role
from bot.domain.ratings import SkipReason
from bot.domain.refusal import Refused
from bot.services import deadlines, jobs, outbox, ratings
from tests.services.builders import MINUTE, NOW, TIE, Hall, item

LONG = "\n\n".join(f"Paragraph {n}. " + "Some more words of it. " * 20 for n in range(12))


async def a_long_job(hall: Hall) -> Job:
    """A job of one short task and, at the end, one in several messages."""
    await hall.project(tasks=0, overlap=2)
    pair = [{"id": "x", "text": LONG, "model": "m"}, {"id": "y", "text": "Short.", "model": "n"}]
    await hall.publish("pairs", item("short"), item("long", responses=pair))
    return await hall.claim(await hall.call(), await hall.person())


async def deliver(hall: Hall, *, part: int = -1, outcome: Outcome | None = None) -> list[Notice]:
    """Deliver all that is owed; that part of a task meets with the outcome."""
    done: list[Notice] = []
    while found := await outbox.lease(hall.db, NOW, 50):
        for notice in found:
            ill = notice.kind == "job_part" and notice.args["part"] == part
            came = outcome if ill and outcome else Delivered(1000 + notice.id)
            done.append(await outbox.settle(hall.db, notice, came, NOW))
    return done


async def test_a_task_of_one_message_is_handed_in_as_it_is(hall: Hall) -> None:
    await hall.project(tasks=1)
    job = await hall.claim(await hall.call(), await hall.person())
    await hall.rate_all(job)
    assert (await hall.submit(job)).job.submits_at is not None


async def test_a_rating_waits_for_the_last_part_of_its_task(hall: Hall) -> None:
    job = await a_long_job(hall)
    await hall.rate(job, TIE, TIE)
    assert (await jobs.view(hall.db, job.id)).unread == {2}
    with pytest.raises(Refused, match="unread"):
        await hall.submit(job)
    with pytest.raises(Refused, match="unread"):
        await hall.give_back(job, submit_finished=True)
    await deliver(hall)
    assert (await jobs.view(hall.db, job.id)).unread == frozenset()
    assert (await hall.submit(job)).job.submits_at is not None


@pytest.mark.parametrize("part", [0, 1])
async def test_a_part_that_is_refused_comes_again_and_is_told_to_who_coordinates(
    hall: Hall, part: int
) -> None:
    boss = await hall.person("Boss", roles=(Role.coordinator,))
    job = await a_long_job(hall)
    await hall.rate(job, TIE)
    await deliver(hall, part=part, outcome=Broken("Bad Request: message is too odd"))
    assert (await jobs.view(hall.db, job.id)).unread == {2}
    told = [one for one in await hall.notices("part_refused") if one.person_id == boss]
    assert [(one.args["task"], one.args["why"]) for one in told] == [
        ("long", "Bad Request: message is too odd")
    ]
    await hall.rate(job, TIE)
    with pytest.raises(Refused, match="unread") as no:
        await hall.submit(job)
    assert no.value.facts == {"tasks": "2"}
    await ratings.turn_to(hall.db, await hall.act(job), position=2)
    assert await jobs.redraw(
        hall.db, number=job.number, person_id=job.person_id, cause=hall.cause(), now=NOW
    )
    await deliver(hall)
    assert (await hall.submit(job)).job.submits_at is not None


async def test_a_part_that_could_not_be_delivered_has_not_arrived(hall: Hall) -> None:
    job = await a_long_job(hall)
    await hall.rate(job, TIE)
    await deliver(hall, part=1, outcome=Undeliverable("Forbidden: bot was blocked by the user"))
    await hall.rate(job, TIE)
    with pytest.raises(Refused, match="unread"):
        await hall.submit(job)


async def test_what_may_have_arrived_is_taken_for_arrived(hall: Hall) -> None:
    """It is sent again as often as a notice is, and then no more."""
    job = await a_long_job(hall)
    await hall.rate(job, TIE)
    now = NOW
    for _ in range(200):
        found = await outbox.lease(hall.db, now, 50)
        for notice in found:
            ill = notice.kind == "job_part"
            came = Unknown("no answer") if ill else Delivered(1000 + notice.id)
            await outbox.settle(hall.db, notice, came, now)
        now += 6 * MINUTE
    assert (await jobs.view(hall.db, job.id)).unread == frozenset()


async def test_a_skipped_task_needs_nothing_to_arrive(hall: Hall) -> None:
    job = await a_long_job(hall)
    await hall.rate(job, TIE)
    await ratings.skip(hall.db, await hall.act(job), reason=SkipReason.unclear)
    assert (await hall.submit(job)).job.submits_at is not None


async def test_of_what_ran_out_of_time_only_what_arrived_is_taken(hall: Hall) -> None:
    job = await a_long_job(hall)
    await hall.rate(job, TIE, TIE)
    late = job.due_at + 20 * MINUTE
    await deadlines.expire(hall.db, now=late)
    assert await hall.hand_in(job, now=late) == 1
