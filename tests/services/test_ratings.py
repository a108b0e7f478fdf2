"""Rating: every act is stored at once, an old button does nothing, time is counted."""

import asyncio
from dataclasses import replace

import pytest

from bot.domain.jobs import Job, JobState
from bot.domain.ratings import FlagKind, RatingState, SkipReason
from bot.domain.refusal import Refused, Repeated
from bot.formats.schemes import packaged
from bot.services import jobs, projects, ratings
from bot.services.ratings import Act, Turned
from storage import schema
from tests.services.builders import (
    A_BETTER,
    B_MUCH,
    MINUTE,
    NOW,
    SECOND,
    TIE,
    Hall,
    item,
    new_project,
)


async def a_job(hall: Hall, *, tasks: int = 3, reason: str = "never") -> Job:
    await hall.project(tasks=tasks, reason=reason)
    return await hall.claim(await hall.call(), await hall.person())


async def answer(hall: Hall, act: Act, option: int = TIE, question: int = 0) -> Turned:
    return await ratings.answer(hall.db, act, question=question, option=option)


async def write(hall: Hall, job: Job, text: str, *, message_id: int = 50) -> Turned:
    return await ratings.write(
        hall.db, person_id=job.person_id, text=text, message_id=message_id, cause=hall.cause(),
        now=NOW,
    )  # fmt: skip


async def test_an_answer_is_stored_and_the_card_moves_on(hall: Hall) -> None:
    job = await a_job(hall)
    turned = await answer(hall, await hall.act(job), A_BETTER)
    assert (turned.was, turned.job.position, turned.below) == (1, 2, False)
    assert (await hall.assignments(job))[0].values == {"preference": -2}


async def test_after_the_last_answer_comes_the_summary(hall: Hall) -> None:
    job = await a_job(hall)
    assert (await hall.rate(job, TIE, TIE, TIE)).position == 4


async def test_a_tap_that_comes_twice_is_one_answer(hall: Hall) -> None:
    job = await a_job(hall)
    act = await hall.act(job, cause="u:9")
    await answer(hall, act)
    before = await hall.census()
    with pytest.raises(Repeated):
        await answer(hall, act)
    assert await hall.census() == before


async def test_two_taps_on_one_card_are_one_answer(hall: Hall) -> None:
    job = await a_job(hall)
    acts = [await hall.act(job), await hall.act(job)]
    done = await asyncio.gather(*(answer(hall, act) for act in acts), return_exceptions=True)
    assert sum(isinstance(one, Turned) for one in done) == 1
    (no,) = (one for one in done if isinstance(one, Refused))
    assert no.reason == "stale-button"
    assert (await hall.job(job)).position == 2


@pytest.mark.parametrize(("question", "option"), [(-1, 0), (9, 0), (0, 8), (0, -1)])
async def test_a_forged_button_changes_nothing(hall: Hall, question: int, option: int) -> None:
    job = await a_job(hall)
    act = await hall.act(job)
    before = await hall.census()
    with pytest.raises(Refused, match="stale-button"):
        await answer(hall, act, option, question)
    assert await hall.census() == before


async def test_nobody_acts_on_a_job_of_another(hall: Hall) -> None:
    job = await a_job(hall)
    stranger = await hall.person("Eve")
    before = await hall.census()
    with pytest.raises(Refused, match="not-yours"):
        await answer(hall, Act(job.number, job.step, stranger, hall.cause(), NOW))
    with pytest.raises(Refused, match="not-yours"):
        await answer(hall, Act("XXXXXXXX", job.step, stranger, hall.cause(), NOW))
    with pytest.raises(Refused, match="not-yours"):
        await jobs.view_by_number(hall.db, job.number, stranger)
    assert await hall.census() == before


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (JobState.given_back, "job-given-back"),
        (JobState.expired, "job-expired"),
        (JobState.submitted, "job-submitted"),
        (JobState.settled, "job-settled"),
        (JobState.released, "job-released"),
    ],
)
async def test_an_ended_job_takes_no_answer(hall: Hall, state: JobState, reason: str) -> None:
    job = await a_job(hall)
    act = await hall.act(job)
    await hall.change(schema.jobs, job.id, state=state)
    with pytest.raises(Refused, match=reason) as no:
        await answer(hall, act)
    assert no.value.facts == {"number": job.number}


async def test_there_is_nothing_to_answer_on_the_summary(hall: Hall) -> None:
    job = await hall.rate_all(await a_job(hall))
    with pytest.raises(Refused, match="stale-button"):
        await answer(hall, await hall.act(job))


async def test_a_changed_answer_drops_the_reason_that_it_no_longer_needs(hall: Hall) -> None:
    job = await a_job(hall, tasks=1, reason="strong")
    await answer(hall, await hall.act(job), B_MUCH)
    await write(hall, job, "It is simply right.")
    act = await hall.act(job)
    await ratings.turn_to(hall.db, act, position=1)
    await answer(hall, await hall.act(job), TIE)
    assert (await hall.assignments(job))[0].values == {"preference": 0}


# Text.


async def test_a_reason_is_written_as_a_message_and_the_card_comes_below_it(hall: Hall) -> None:
    job = await a_job(hall, tasks=2, reason="strong")
    turned = await answer(hall, await hall.act(job), B_MUCH)
    assert turned.job.position == 1
    turned = await write(hall, job, "  It is simply right. ")
    assert (turned.was, turned.job.position, turned.below) == (1, 2, True)
    assert (await hall.assignments(job))[0].values["reason"] == "It is simply right."
    assert len(await hall.notices("job_card")) == 2


async def test_a_short_reason_is_kept_until_the_rest_comes(hall: Hall) -> None:
    job = await a_job(hall, reason="strong")
    await answer(hall, await hall.act(job), B_MUCH)
    turned = await write(hall, job, "too short", message_id=50)
    (one, *_) = await hall.assignments(job)
    assert ("reason" in one.values, one.written["reason"]) == (False, [(50, "too short")])
    assert turned.job.position == 1
    turned = await write(hall, job, "sorry", message_id=51)
    assert (await hall.assignments(job))[0].values["reason"] == "too short\n\nsorry"
    assert turned.job.position == 2


async def test_a_whole_reason_takes_the_place_of_a_short_try(hall: Hall) -> None:
    job = await a_job(hall, reason="strong")
    await answer(hall, await hall.act(job), B_MUCH)
    await write(hall, job, "It is", message_id=50)
    await write(hall, job, "It is right in every point.", message_id=51)
    assert (await hall.assignments(job))[0].values["reason"] == "It is right in every point."


async def test_a_text_where_a_button_is_due_is_refused(hall: Hall) -> None:
    job = await a_job(hall)
    with pytest.raises(Refused, match="button-due"):
        await write(hall, job, "The first one is better.")
    await hall.rate_all(job)
    with pytest.raises(Refused, match="button-due"):
        await write(hall, job, "I am done with it.")


async def test_a_text_without_a_job_is_refused(hall: Hall) -> None:
    job = await a_job(hall)
    await hall.give_back(job)
    with pytest.raises(Refused, match="nothing-to-write"):
        await write(hall, job, "Is anybody there at all?")


async def test_an_edited_message_changes_the_reason_that_it_gave(hall: Hall) -> None:
    job = await a_job(hall, tasks=2, reason="always")
    for message_id in (50, 51):
        await answer(hall, await hall.act(job), TIE)
        await write(hall, job, "They are much alike.", message_id=message_id)

    async def edit(message_id: int, text: str = "They differ in tone only.") -> Job | None:
        return await ratings.rewrite(
            hall.db, person_id=job.person_id, text=text, message_id=message_id,
            cause=hall.cause(), now=NOW,
        )  # fmt: skip

    await edit(50)
    reasons = [one.values["reason"] for one in await hall.assignments(job)]
    assert reasons == ["They differ in tone only.", "They are much alike."]
    with pytest.raises(Refused, match="edit-unused"):
        await edit(99)
    await edit(50, "no")
    assert "reason" not in (await hall.assignments(job))[0].values
    with pytest.raises(Refused, match="unfinished"):
        await hall.submit(job)
    await edit(50)
    await hall.submit(job)
    with pytest.raises(Refused, match="edit-unused"):
        await edit(50)


# Leaving out.


async def test_a_skip_and_a_flag_have_a_reason_and_move_on(hall: Hall) -> None:
    job = await a_job(hall)
    await ratings.skip(hall.db, await hall.act(job), reason=SkipReason.unclear)
    turned = await ratings.flag(hall.db, await hall.act(job), kind=FlagKind.unsafe)
    assert turned.job.position == 3
    first, second, _ = await hall.assignments(job)
    assert (first.state, first.note) == (RatingState.skipped, "unclear")
    assert (second.state, second.note) == (RatingState.flagged, "unsafe")


async def test_an_answer_takes_a_skip_back(hall: Hall) -> None:
    job = await a_job(hall)
    await ratings.skip(hall.db, await hall.act(job), reason=SkipReason.other)
    await ratings.turn_to(hall.db, await hall.act(job), position=1)
    await answer(hall, await hall.act(job))
    one = (await hall.assignments(job))[0]
    assert (one.state, one.note, one.values) == (RatingState.draft, None, {"preference": 0})


@pytest.mark.parametrize(("position", "possible"), [(0, False), (1, True), (4, True), (5, False)])
async def test_the_card_turns_to_any_task_and_the_summary(
    hall: Hall, position: int, possible: bool
) -> None:
    job = await a_job(hall)
    act = await hall.act(job)
    if possible:
        assert (await ratings.turn_to(hall.db, act, position=position)).job.position == position
    else:
        with pytest.raises(Refused, match="stale-button"):
            await ratings.turn_to(hall.db, act, position=position)


async def test_one_task_back_is_the_question_that_was_just_answered(hall: Hall) -> None:
    job = await a_job(hall, reason="always")
    await answer(hall, await hall.act(job))
    await write(hall, job, "They are much alike.")
    turned = await ratings.turn_to(hall.db, await hall.act(job), position=1)
    assert turned.job.asked == 1
    turned = await ratings.turn_to(hall.db, await hall.act(job), position=3)
    assert turned.job.asked is None
    # What is not answered whole begins with what is open, and so does what is further away.
    for position in (2, 3, 1):
        turned = await ratings.turn_to(hall.db, await hall.act(job), position=position)
        assert turned.job.asked is None


async def test_the_same_answer_again_leads_to_the_question_behind_it(hall: Hall) -> None:
    job = await a_job(hall, reason="always")
    await answer(hall, await hall.act(job))
    await write(hall, job, "They are much alike.")
    await ratings.turn_to(hall.db, await hall.act(job), position=1)
    turned = await answer(hall, await hall.act(job))
    assert (turned.job.position, turned.job.asked) == (1, 1)
    turned = await answer(hall, await hall.act(job), A_BETTER)
    assert (turned.job.position, turned.job.asked) == (2, None)


async def test_an_edit_of_another_task_leaves_the_card_as_it_is(hall: Hall) -> None:
    job = await a_job(hall, tasks=2, reason="always")
    await answer(hall, await hall.act(job))
    await write(hall, job, "They are much alike.")

    async def edited() -> Job | None:
        return await ratings.rewrite(
            hall.db, person_id=job.person_id, text="They differ in tone only.", message_id=50,
            cause=hall.cause(), now=NOW,
        )  # fmt: skip

    assert await edited() is None
    assert (await hall.assignments(job))[0].values["reason"] == "They differ in tone only."
    for position in (1, 3):
        await ratings.turn_to(hall.db, await hall.act(job), position=position)
        assert await edited() is not None


async def test_a_long_task_is_owed_below_part_by_part_before_its_card(hall: Hall) -> None:
    await hall.project(tasks=1)
    long = "\n\n".join(f"Paragraph {n}. " + "Some more words of it. " * 20 for n in range(12))
    pair = [{"id": "x", "text": long}, {"id": "y", "text": "Short."}]
    await hall.publish("pairs", item("long", responses=pair))
    job = await hall.claim(await hall.call(), await hall.person())
    turned = await answer(hall, await hall.act(job))
    assert turned.below
    parts = [notice.args["part"] for notice in await hall.notices("job_part")]
    assert parts == list(range(len(parts)))
    assert len(parts) >= 3
    cards = await hall.notices("job_card")
    assert cards[-1].id > (await hall.notices("job_part"))[-1].id
    assert turned.job.position == 2


# Time.


async def test_active_time_is_what_passed_up_to_what_reading_takes(hall: Hall) -> None:
    job = await a_job(hall)
    await answer(hall, await hall.act(job, now=NOW + 5 * SECOND))
    assert (await hall.assignments(job))[0].active_seconds == pytest.approx(5)
    await answer(hall, await hall.act(job, now=NOW + 600 * SECOND))
    # 20 s for the choice, and some seconds for the few words.
    assert 20 < (await hall.assignments(job))[1].active_seconds < 30


async def test_a_message_that_is_the_first_act_on_a_task_counts_the_reading_of_it(
    hall: Hall,
) -> None:
    ideal = packaged("ideal")
    assert ideal is not None
    await projects.create(
        hall.db, replace(new_project(), scheme=ideal), by=None, cause=None, now=NOW
    )
    prompt = [{"role": "user", "content": "Explain it to me slowly. " * 40}]
    await hall.publish("pairs", item("t1", prompt=prompt, responses=[]))
    job = await hall.claim(await hall.call(), await hall.person())
    later = NOW + 600 * SECOND
    await ratings.write(
        hall.db, person_id=job.person_id, text="Gladly.", message_id=50, cause=hall.cause(),
        now=later,
    )  # fmt: skip
    (one,) = await hall.assignments(job)
    reading, typing, choosing = 1000 / 14, len("Gladly.") / 1.5, ideal["seconds_per_choice"]
    assert one.active_seconds == pytest.approx(reading + choosing + typing)


async def test_time_on_a_task_adds_up_over_its_visits(hall: Hall) -> None:
    job = await a_job(hall)
    act = await hall.act(job, now=NOW + 4 * SECOND)
    await ratings.turn_to(hall.db, act, position=2)
    act = await hall.act(job, now=NOW + 10 * SECOND)
    await ratings.turn_to(hall.db, act, position=1)
    await answer(hall, await hall.act(job, now=NOW + 13 * SECOND))
    first, second, _ = await hall.assignments(job)
    assert (first.active_seconds, second.active_seconds) == (7, 6)


@pytest.mark.parametrize(("direction", "total"), [(1, 45), (-1, 0)])
async def test_the_person_corrects_the_time_and_it_is_spread(
    hall: Hall, direction: int, total: float
) -> None:
    job = await a_job(hall)
    for n in range(1, 4):
        await answer(hall, await hall.act(job, now=NOW + 5 * n * SECOND))
    act = await hall.act(job, now=NOW + MINUTE)
    await ratings.correct_time(hall.db, act, direction=direction)
    spent = [one.active_seconds for one in await hall.assignments(job)]
    assert sum(spent) == pytest.approx(total)
    assert len(set(spent)) == 1
    (entry,) = await hall.acts("time-corrected")
    assert (entry.before, entry.after) == ({"seconds": 15}, {"seconds": total})


async def test_time_that_was_not_counted_is_added_evenly(hall: Hall) -> None:
    job = await a_job(hall)
    await ratings.correct_time(hall.db, await hall.act(job), direction=1)
    assert [one.active_seconds for one in await hall.assignments(job)] == [10, 10, 10]
