"""Jobs: what a card shows, giving back, more time, handing in late."""

import pytest

from bot.domain.jobs import Job, JobState
from bot.domain.ratings import RatingState, SkipReason
from bot.domain.refusal import Refused, Repeated
from bot.services import jobs, ratings
from storage import schema
from tests.services.builders import DAY, MINUTE, NOW, RULES, SECOND, TIE, Hall


async def a_job(hall: Hall, *, tasks: int = 3, overlap: int = 1, limit: int | None = None) -> Job:
    await hall.project(tasks=tasks, overlap=overlap)
    return await hall.claim(await hall.call(limit=limit), await hall.person())


async def test_a_card_shows_the_task_that_it_stands_at(hall: Hall) -> None:
    job = await a_job(hall)
    view = await jobs.view(hall.db, job.id)
    assert view.content is not None
    assert view.current is not None
    assert view.content.prompt[0].text == "Question t1?"
    assert (view.current.position, len(view.assignments)) == (1, 3)
    await hall.rate_all(job)
    summary = await jobs.view_by_number(hall.db, job.number, job.person_id)
    assert (summary.content, summary.current) == (None, None)


async def redraw(hall: Hall, job: Job) -> None:
    await jobs.redraw(
        hall.db, number=job.number, person_id=job.person_id, cause=hall.cause(), now=NOW
    )


async def cards_sent(hall: Hall) -> int:
    """Let every card of a job go out; returns how many there were."""
    cards = await hall.notices("job_card")
    for card in cards:
        await hall.change(schema.notices, card.id, state="sent", message_id=card.id)
    return len(cards)


async def test_a_job_drawn_again_makes_every_older_button_old(hall: Hall) -> None:
    job = await a_job(hall)
    act = await hall.act(job)
    await cards_sent(hall)
    await redraw(hall, job)
    with pytest.raises(Refused, match="stale-button"):
        await ratings.answer(hall.db, act, question=0, option=TIE)
    assert [card.args["step"] for card in await hall.notices("job_card")] == [0, 1]


async def test_a_job_is_not_drawn_again_while_it_is_on_its_way(hall: Hall) -> None:
    job = await a_job(hall)
    assert await cards_sent(hall) == 1
    for _ in range(3):
        await redraw(hall, job)
    assert await cards_sent(hall) == 2
    await redraw(hall, job)
    assert await cards_sent(hall) == 3


async def test_the_card_of_a_job_is_known_once_it_was_delivered(hall: Hall) -> None:
    job = await a_job(hall)
    assert (await jobs.view(hall.db, job.id)).job.card_message_id is None
    await hall.change(schema.jobs, job.id, card_message_id=8)
    assert (await jobs.view(hall.db, job.id)).job.card_message_id == 8


async def test_a_job_gets_as_much_time_again_once(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.change(schema.jobs, job.id, reminders=2)

    async def extend(cause: str) -> Job:
        return await jobs.extend(
            hall.db, number=job.number, person_id=job.person_id, cause=cause, now=NOW + MINUTE
        )

    longer = await extend("u:1")
    assert longer.due_at - NOW == 2 * (job.due_at - NOW)
    assert (longer.extended, longer.reminders, longer.last_act_at) == (True, 0, NOW + MINUTE)
    with pytest.raises(Repeated):
        await extend("u:1")
    with pytest.raises(Refused, match="extended-once"):
        await extend("u:2")
    assert (await hall.job(job)).due_at == longer.due_at


# Giving back.


async def test_a_job_given_back_frees_its_slots_and_keeps_its_drafts(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.rate(job, TIE)
    assert await hall.slots_add_up() == 0
    back = await hall.give_back(job)
    assert back.state is JobState.given_back
    assert await hall.slots_add_up() == 3
    kept = await hall.assignments(job)
    assert [one.values for one in kept] == [{"preference": 0}, {}, {}]
    assert not any(one.held for one in kept)


async def test_giving_back_twice_has_one_effect(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.give_back(job, cause="u:1")
    before = await hall.census()
    with pytest.raises(Repeated):
        await hall.give_back(job, cause="u:1")
    with pytest.raises(Refused, match="job-given-back"):
        await hall.give_back(job)
    assert await hall.census() == before


async def test_an_old_button_does_not_give_a_job_back(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.rate(job, TIE)
    with pytest.raises(Refused, match="stale-button"):
        await jobs.give_back(
            hall.db, number=job.number, step=0, person_id=job.person_id, submit_finished=False,
            cause=hall.cause(), now=NOW, rules=RULES,
        )  # fmt: skip


async def test_giving_back_can_hand_in_what_is_finished(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.rate(job, TIE, TIE)
    back = await hall.give_back(job, submit_finished=True)
    assert (back.state, back.submits_at) == (JobState.active, NOW + 10 * SECOND)
    assert await hall.slots_add_up() == 1
    assert await hall.sweep_submissions(now=NOW + 10 * SECOND) == 1
    states = [one.state for one in await hall.assignments(job)]
    assert states == [RatingState.submitted, RatingState.submitted, RatingState.draft]
    assert len(await hall.rows(schema.ratings)) == 2
    assert (await hall.job(job)).state is JobState.submitted
    assert await hall.slots_add_up() == 1


async def test_with_nothing_finished_there_is_nothing_to_hand_in(hall: Hall) -> None:
    job = await a_job(hall)
    await ratings.skip(hall.db, await hall.act(job), reason=SkipReason.unclear)
    back = await hall.give_back(job, submit_finished=True)
    assert back.state is JobState.given_back
    assert await hall.slots_add_up() == 3


async def test_what_was_let_go_stays_let_go_when_handing_in_is_undone(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.rate(job, TIE, TIE)
    await hall.give_back(job, submit_finished=True)
    undone = (await ratings.undo(hall.db, await hall.act(job, now=NOW + SECOND))).job
    assert undone.state is JobState.active
    assert await hall.slots_add_up() == 1
    # It can be handed in again without the task that was let go, …
    await hall.submit(job, now=NOW + 2 * SECOND)
    await ratings.undo(hall.db, await hall.act(job, now=NOW + 3 * SECOND))
    # … and given back without freeing anything twice.
    await hall.give_back(job, now=NOW + 4 * SECOND)
    assert await hall.slots_add_up() == 3


async def test_a_task_that_was_let_go_takes_no_answer(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.rate(job, TIE, TIE)
    await hall.give_back(job, submit_finished=True)
    await ratings.undo(hall.db, await hall.act(job, now=NOW + SECOND))
    with pytest.raises(Refused, match="job-given-back"):
        await ratings.turn_to(hall.db, await hall.act(job), position=3)
    await ratings.turn_to(hall.db, await hall.act(job), position=1)
    turned = await ratings.answer(hall.db, await hall.act(job), question=0, option=TIE)
    assert turned.job.position == 4


async def test_what_was_left_out_of_a_job_handed_in_half_counts_as_skipped(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.rate(job, TIE)
    await ratings.skip(hall.db, await hall.act(job), reason=SkipReason.unclear)
    await hall.give_back(job, submit_finished=True)
    assert await hall.slots_add_up() == 1
    await hall.sweep_submissions(now=NOW + MINUTE)
    assert [task.skips for task in await hall.rows(schema.tasks)] == [0, 1, 0]
    assert await hall.slots_add_up() == 2


async def test_a_job_given_back_reopens_a_filled_call(hall: Hall) -> None:
    job = await a_job(hall, tasks=5, limit=1)
    (call,) = await hall.rows(schema.calls)
    assert (call.state, call.taken) == ("filled", 1)
    await hall.give_back(job)
    (call,) = await hall.rows(schema.calls)
    assert (call.state, call.taken) == ("live", 0)


async def test_review_ends_some_days_after_submission(hall: Hall) -> None:
    job = await a_job(hall)
    assert jobs.review_ends(job) == NOW + 3 * DAY
    done = await hall.finish(job, now=NOW + MINUTE)
    assert jobs.review_ends(done) == NOW + MINUTE + 3 * DAY
