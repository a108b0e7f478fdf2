"""Verdicts: what each means in money, for the task, and for who is told what."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.jobs import JobState
from bot.domain.lines import LineState
from bot.domain.money import Money
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.domain.ratings import FlagKind
from bot.domain.refusal import Refused
from bot.formats.schemes import packaged
from bot.services import deadlines, projects, ratings, reviews
from handlers.messages.review_drafts import wants_text
from storage import schema
from tests.invariants import broken
from tests.services.builders import (
    A_BETTER,
    DAY,
    MINUTE,
    NOW,
    RULES,
    Hall,
    item,
    new_project,
)
from tests.services.reviewing import accept, handed_in, judge, lines_of, return_job, reviewer


async def test_an_accepted_rating_is_owed_and_the_job_told_once_when_all_is_decided(
    hall: Hall,
) -> None:
    job = await handed_in(hall, size=2)
    rita = await reviewer(hall)
    one, two = await lines_of(hall, job)
    await accept(hall, one, rita)
    assert await hall.notices("job_accepted") == []
    given = await accept(hall, two, rita)
    assert given.line.state is LineState.confirmed
    (told,) = await hall.notices("job_accepted")
    assert (told.args, told.sound) == ({"job_id": job.id, "ratings": 2, "minor": 80}, False)
    assert (await hall.job(job)).state is JobState.settled
    assert await broken(hall.db) == []


async def test_a_rejected_rating_earns_nothing_and_its_slot_is_open_again(hall: Hall) -> None:
    job = await handed_in(hall, overlap=1)
    rita = await reviewer(hall)
    (line,) = await lines_of(hall, job)
    assert await hall.slots_add_up() == 0
    given = await judge(hall, line, Verdict.rejected, rita)
    assert (given.line.state, given.line.pay) == (LineState.rejected, Money(0, "USD"))
    assert (given.line.reason, given.line.because) == (given.review.item, given.review.words)
    assert await hall.slots_add_up() == 1
    (told,) = await hall.notices("verdict")
    assert (told.args, told.sound) == ({"review": given.review.number}, True)
    assert await hall.notices("job_accepted") == []
    assert (await hall.job(job)).state is JobState.settled
    assert await broken(hall.db) == []


async def test_a_fix_pays_by_the_table_frozen_at_the_claim(hall: Hall) -> None:
    job = await handed_in(hall)
    rita = await reviewer(hall)
    (line,) = await lines_of(hall, job)
    given = await judge(hall, line, Verdict.fixed, rita, fix=A_BETTER + 1)
    assert (given.line.pay, given.review.percent) == (Money(32, "USD"), 80)
    assert given.review.fix == {"preference": -1}
    (stored,) = await hall.rows(schema.ratings)
    assert (stored.state, stored.answer) == ("accepted", {"preference": -2})
    assert len(await hall.notices("verdict")) == 1
    assert await broken(hall.db) == []


async def test_a_fix_that_changes_nothing_is_refused(hall: Hall) -> None:
    job = await handed_in(hall)
    rita = await reviewer(hall)
    (line,) = await lines_of(hall, job)
    with pytest.raises(Refused, match="fix-same"):
        await judge(hall, line, Verdict.fixed, rita, fix=A_BETTER)


async def test_a_fix_that_begins_with_a_text_is_written(hall: Hall) -> None:
    ideal = packaged("ideal")
    assert ideal is not None
    made = replace(new_project(tasks_per_job=1), scheme=ideal)
    await projects.create(hall.db, made, by=None, cause=None, now=NOW)
    await hall.publish("pairs", item("t1", responses=[]))
    job = await hall.claim(await hall.call(), await hall.person())
    await ratings.write(
        hall.db, person_id=job.person_id, text="one word " * 10, message_id=50,
        cause=hall.cause(), now=NOW,
    )  # fmt: skip
    await ratings.close(hall.db, await hall.act(job), question=0)
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + MINUTE)
    rita = await reviewer(hall)
    (line,) = await lines_of(hall, job)
    draft = await reviews.start(
        hall.db, number=line.number, verdict=Verdict.fixed, by=rita, cause=hall.cause(), now=NOW,
        rules=RULES.pay,
    )  # fmt: skip
    assert wants_text(*await reviews.preparing(hall.db, draft.number, rita))
    better = "another word " * 10
    draft = await reviews.write(
        hall.db, number=draft.number, text=better, by=rita, cause=hall.cause()
    )
    assert (draft.fix, draft.words) == ({"ideal": better.strip()}, None)


async def test_a_flag_is_right_or_not(hall: Hall) -> None:
    await hall.project(tasks=2, tasks_per_job=2)
    rita = await reviewer(hall)
    job = await hall.claim(await hall.call(), await hall.person())
    for _ in range(2):
        await ratings.flag(hall.db, await hall.act(job), kind=FlagKind.broken)
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + DAY)
    right, wrong = await lines_of(hall, job)
    await accept(hall, right, rita)
    given = await judge(hall, wrong, Verdict.rejected, rita)
    assert [one.pay.minor for one in await lines_of(hall, job)] == [40, 0]
    assert given.review.item == "flag"
    assert await broken(hall.db) == []


@pytest.mark.parametrize("words", ["", "   too short ", "x" * 1001])
async def test_a_rejection_without_words_is_refused(hall: Hall, words: str) -> None:
    job = await handed_in(hall)
    rita = await reviewer(hall)
    (line,) = await lines_of(hall, job)
    with pytest.raises(Refused, match="words-too"):
        await judge(hall, line, Verdict.rejected, rita, words=words[:9] or words)


async def test_nobody_judges_their_own_work_and_strangers_none(hall: Hall) -> None:
    await hall.project(tasks=1)
    rita = await reviewer(hall)
    job = await hall.finish(await hall.claim(await hall.call(), rita))
    (line,) = await lines_of(hall, job)
    with pytest.raises(Refused, match="own-work"):
        await accept(hall, line, rita)
    with pytest.raises(Refused, match="not-reviewer"):
        await accept(hall, line, await hall.person())
    client = await hall.person(roles=(Role.client,))
    with pytest.raises(Refused, match="not-reviewer"):
        await reviews.queue(hall.db, client)
    assert await reviews.next_to_review(hall.db, rita) is None


async def test_the_second_of_two_reviewers_is_told_what_stands(hall: Hall) -> None:
    job = await handed_in(hall)
    (line,) = await lines_of(hall, job)
    await accept(hall, line, await reviewer(hall))
    with pytest.raises(Refused, match="reviewed-already"):
        await judge(hall, line, Verdict.rejected, await reviewer(hall))


async def test_what_waits_comes_by_its_date_and_goes_round(hall: Hall) -> None:
    job = await handed_in(hall, size=3)
    rita = await reviewer(hall)
    one, two, three = await lines_of(hall, job)
    first = await reviews.next_to_review(hall.db, rita)
    assert first is not None
    assert first.number == one.number
    after = await reviews.next_to_review(hall.db, rita, after=two.number)
    assert after is not None
    assert after.number == three.number
    again = await reviews.next_to_review(hall.db, rita, after=three.number)
    assert again is not None
    assert again.number == one.number
    (waiting,) = (await reviews.queue(hall.db, rita)).waiting
    assert (waiting.count, waiting.first) == (3, one.accept_by)


async def test_a_returned_rating_is_corrected_and_judged_anew(hall: Hall) -> None:
    job = await handed_in(hall)
    rita = await reviewer(hall)
    (line,) = await lines_of(hall, job)
    given = await judge(hall, line, Verdict.returned, rita)
    assert given.review.due_at == NOW + timedelta(hours=48)
    assert given.line.accept_by == NOW + timedelta(hours=72)
    again = await return_job(hall)
    assert (again.size, again.due_at, again.terms) == (1, given.review.due_at, job.terms)
    assert await reviews.next_to_review(hall.db, rita) is None
    with pytest.raises(Refused, match="returned-now"):
        await accept(hall, line, rita)
    assert await broken(hall.db) == []
    await hall.rate(again, A_BETTER + 1)
    assert await broken(hall.db) == []
    later = NOW + DAY
    await hall.submit(again, now=later)
    await hall.sweep_submissions(now=later + DAY)
    assert [row.version for row in await hall.rows(schema.ratings)] == [1, 2]
    assert (await hall.job(again)).state is JobState.settled
    assert await broken(hall.db) == []
    await accept(hall, line, rita, now=later + DAY)
    assert [row.state for row in await hall.rows(schema.ratings)] == ["returned", "accepted"]
    assert (await hall.job(job)).state is JobState.settled
    assert await broken(hall.db) == []


async def test_a_return_takes_no_place_among_the_open_jobs_and_is_no_claim(hall: Hall) -> None:
    job = await handed_in(hall, overlap=3)
    ada = job.person_id
    (line,) = await lines_of(hall, job)
    await judge(hall, line, Verdict.returned, await reviewer(hall))
    await hall.project("more", tasks=9, tasks_per_job=3)
    call = await hall.call("more")
    for _ in range(RULES.open_jobs):
        await hall.submit(await hall.rate_all(await hall.claim(call, ada)))
    assert await broken(hall.db) == []


@pytest.mark.parametrize("by_the_clock", [True, False])
async def test_a_return_that_nobody_corrects_is_judged_as_it_stood(
    hall: Hall, by_the_clock: bool
) -> None:
    job = await handed_in(hall)
    rita = await reviewer(hall)
    (line,) = await lines_of(hall, job)
    given = await judge(hall, line, Verdict.returned, rita)
    again = await hall.rate(await return_job(hall), A_BETTER + 2)
    late = NOW + timedelta(hours=48)
    if by_the_clock:
        assert await deadlines.expire(hall.db, now=late - timedelta(seconds=1)) == 0
        assert await deadlines.expire(hall.db, now=late) == 1
        assert len(await hall.notices("return_over")) == 1
    else:
        await hall.give_back(again, now=late)
    assert await broken(hall.db) == []
    (one,) = await hall.assignments(again)
    assert (one.state, one.values, one.held) == ("submitted", {"preference": -2}, False)
    assert await reviews.accept_overdue(hall.db, now=given.line.accept_by) == 1
    (after,) = await lines_of(hall, job)
    assert after.state is LineState.confirmed
    assert await broken(hall.db) == []


async def test_the_review_deadline_waits_for_who_is_correcting(hall: Hall) -> None:
    job = await handed_in(hall)
    (line,) = await lines_of(hall, job)
    await judge(hall, line, Verdict.returned, await reviewer(hall))
    assert await reviews.accept_overdue(hall.db, now=NOW + 30 * DAY) == 0
    (after,) = await lines_of(hall, job)
    assert after.state is LineState.submitted


async def test_a_rating_is_returned_twice_at_most(hall: Hall) -> None:
    job = await handed_in(hall)
    rita = await reviewer(hall)
    (line,) = await lines_of(hall, job)
    for days in range(2):
        now = NOW + days * DAY
        await judge(hall, line, Verdict.returned, rita, now=now)
        again = await hall.rate(await return_job(hall), A_BETTER + 1, now=now)
        await hall.submit(again, now=now)
        await hall.sweep_submissions(now=now + DAY / 2)
    with pytest.raises(Refused, match="returned-twice"):
        await judge(hall, line, Verdict.returned, rita, now=NOW + 2 * DAY)
    assert await broken(hall.db) == []


async def test_in_a_return_nothing_is_skipped_flagged_or_prolonged(hall: Hall) -> None:
    job = await handed_in(hall)
    (line,) = await lines_of(hall, job)
    await judge(hall, line, Verdict.returned, await reviewer(hall))
    again = await return_job(hall)
    with pytest.raises(Refused, match="stale-button"):
        await ratings.flag(hall.db, await hall.act(again), kind=FlagKind.broken)
