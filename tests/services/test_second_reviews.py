"""Verdicts that are given a second time: by whom, what they look like, and what they leave."""

import asyncio

import pytest

from bot.domain.calls import Call
from bot.domain.jobs import Job
from bot.domain.lines import Line, LineState
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.domain.ratings import FlagKind
from bot.domain.refusal import Refused
from bot.domain.review_sampling import Draw
from bot.services import ratings, reviews
from storage import schema
from tests.invariants import broken
from tests.services.builders import (
    A_SLIGHTLY,
    B_SLIGHTLY,
    BOTH_BAD,
    DAY,
    MINUTE,
    NOW,
    TIE,
    Hall,
)
from tests.services.reviewing import (
    ONCE,
    TWICE,
    accept,
    dispute,
    handed_in,
    judge,
    lines_of,
    reviewer,
)
from tests.services.test_twins import paid_to

# What a second verdict may change; all else stays as it was.
OWN = {"second_reviews", "journal", "causes", "review_drafts"}


async def judged(hall: Hall, verdict: Verdict = Verdict.rejected) -> tuple[Line, int, int]:
    """A rating with a verdict that is drawn to be given again: its line, both reviewers."""
    (line,) = await lines_of(hall, await handed_in(hall))
    first, second = await reviewer(hall, "First"), await reviewer(hall, "Second")
    if verdict is Verdict.accepted:
        await accept(hall, line, first, rules=TWICE)
    else:
        await judge(hall, line, verdict, first, rules=TWICE)
    return line, first, second


async def share_account(hall: Hall, *people: int) -> None:
    """All of them are paid to the same place."""
    for person in people:
        await paid_to(hall, person, "same")


async def money(hall: Hall) -> dict[str, list[object]]:
    """All that a second verdict must leave alone."""
    return {name: rows for name, rows in (await hall.census()).items() if name not in OWN}


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("first", [Verdict.accepted, Verdict.rejected])
async def test_a_second_verdict_changes_nothing_but_what_is_known_of_reviewers(
    hall: Hall, first: Verdict, verdict: Verdict
) -> None:
    line, _, second = await judged(hall, first)
    before = await money(hall)
    if verdict is Verdict.accepted:
        given = await accept(hall, line, second)
    else:
        given = await judge(hall, line, verdict, second)
    assert await money(hall) == before
    assert given.review.verdict is verdict
    (row,) = await hall.rows(schema.second_reviews)
    assert (row.reviewer_id, row.verdict, row.agrees) == (second, verdict, verdict is first)
    harmed = first is Verdict.rejected and verdict is Verdict.accepted
    assert row.state == ("doubted" if harmed else "given")
    assert await broken(hall.db) == []


@pytest.mark.parametrize(
    ("fix", "agrees"), [(A_SLIGHTLY, True), (TIE, False), (B_SLIGHTLY, False)]
)
async def test_two_fixes_are_alike_where_the_answers_in_them_are(
    hall: Hall, fix: int, agrees: bool
) -> None:
    (line,) = await lines_of(hall, await handed_in(hall))
    await judge(hall, line, Verdict.fixed, await reviewer(hall, "First"), rules=TWICE)
    await judge(hall, line, Verdict.fixed, await reviewer(hall, "Second"), fix=fix)
    (row,) = await hall.rows(schema.second_reviews)
    assert (row.verdict, row.agrees) == (Verdict.fixed, agrees)


async def test_nothing_tells_it_from_a_rating_that_nobody_has_judged(hall: Hall) -> None:
    (line,) = await lines_of(hall, await handed_in(hall))
    first, second = await reviewer(hall, "First"), await reviewer(hall, "Second")
    fresh = await reviews.reviewing(hall.db, line.number, second)
    waits = (await reviews.queue(hall.db, second)).waiting
    await judge(hall, line, Verdict.rejected, first, rules=TWICE)
    seen = await reviews.reviewing(hall.db, line.number, second)
    assert (await reviews.queue(hall.db, second)).waiting == waits
    assert seen.waiting == fresh.waiting == 1
    assert seen.facts.line == fresh.facts.line
    assert seen.facts.assignment == fresh.facts.assignment
    assert seen.facts.reviews == fresh.facts.reviews == ()
    assert seen.facts.pieces == fresh.facts.pieces
    found = await reviews.next_to_review(hall.db, second, project_key="pairs")
    assert found is not None
    assert found.number == line.number


async def test_to_who_gave_it_the_second_verdict_is_the_one_that_counts(hall: Hall) -> None:
    line, _, second = await judged(hall)
    given = await accept(hall, line, second)
    assert given.line.pay == line.offered
    seen = (await reviews.reviewing(hall.db, line.number, second)).facts
    assert (seen.line.state, seen.line.pay) == (LineState.accepted, line.offered)
    assert [one.verdict for one in seen.reviews] == [Verdict.accepted]
    with pytest.raises(Refused, match="reviewed-already"):
        await judge(hall, line, Verdict.rejected, second)
    # Everybody else sees what stands.
    stands = (await reviews.evidence(hall.db, line.number, line.person_id)).line
    assert (stands.state, stands.pay.minor) == (LineState.rejected, 0)


async def test_one_that_would_be_returned_is_being_corrected_to_who_returned_it(
    hall: Hall,
) -> None:
    line, _, second = await judged(hall)
    await judge(hall, line, Verdict.returned, second)
    with pytest.raises(Refused, match="returned-now"):
        await accept(hall, line, second)
    assert await hall.rows(schema.jobs, schema.jobs.c.review_id.is_not(None)) == []


async def test_of_two_at_once_one_gives_it_and_the_other_is_told_what_stands(hall: Hall) -> None:
    line, _, second = await judged(hall)
    third = await reviewer(hall, "Third")
    before = await money(hall)
    said = await asyncio.gather(
        accept(hall, line, second), accept(hall, line, third), return_exceptions=True
    )
    (refused,) = [one for one in said if isinstance(one, BaseException)]
    assert isinstance(refused, Refused)
    assert refused.reason == "reviewed-already"
    assert len(await hall.acts("reviewed-again")) == 1
    assert await money(hall) == before


async def test_nobody_gives_the_first_verdict_and_the_second(hall: Hall) -> None:
    line, first, _ = await judged(hall)
    assert await reviews.next_to_review(hall.db, first) is None
    assert (await reviews.queue(hall.db, first)).waiting == []
    with pytest.raises(Refused, match="reviewed-already"):
        await accept(hall, line, first)


async def test_neither_who_did_the_work_nor_another_account_of_theirs_gives_it(
    hall: Hall,
) -> None:
    await hall.project(tasks=1, tasks_per_job=1)
    worker, twin = await reviewer(hall, "Worker"), await reviewer(hall, "Twin")
    first = await reviewer(hall, "First")
    (line,) = await lines_of(hall, await hall.finish(await hall.claim(await hall.call(), worker)))
    await share_account(hall, worker, twin)
    await judge(hall, line, Verdict.rejected, first, rules=TWICE)
    for mine in (worker, twin):
        assert await reviews.next_to_review(hall.db, mine) is None
        assert (await reviews.queue(hall.db, mine)).waiting == []
        with pytest.raises(Refused, match="own-work"):
            await accept(hall, line, mine)
    (row,) = await hall.rows(schema.second_reviews)
    assert row.state == "waiting"


async def test_another_account_of_the_first_reviewer_does_not_give_it(hall: Hall) -> None:
    line, first, twin = await judged(hall)
    await share_account(hall, first, twin)
    assert await reviews.next_to_review(hall.db, twin) is None
    with pytest.raises(Refused, match="reviewed-already"):
        await accept(hall, line, twin)


async def test_a_flag_is_looked_at_twice_like_a_rating(hall: Hall) -> None:
    await hall.project(tasks=1, tasks_per_job=1)
    job = await hall.claim(await hall.call(), await hall.person())
    await ratings.flag(hall.db, await hall.act(job), kind=FlagKind.broken)
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + MINUTE)
    (line,) = await lines_of(hall, job)
    await accept(hall, line, await reviewer(hall), rules=TWICE)
    second = await reviewer(hall, "Second")
    before = await money(hall)
    await judge(hall, line, Verdict.rejected, second)
    assert await money(hall) == before


async def test_what_nobody_reviews_a_second_time_is_left_at_its_date(hall: Hall) -> None:
    line, _, second = await judged(hall)
    assert await reviews.lapse_second(hall.db, now=line.accept_by - MINUTE) == 0
    assert await reviews.lapse_second(hall.db, now=line.accept_by) == 1
    assert await reviews.next_to_review(hall.db, second) is None
    with pytest.raises(Refused, match="reviewed-already"):
        await accept(hall, line, second)


async def test_a_disputed_verdict_is_given_by_who_decides_and_by_nobody_else(hall: Hall) -> None:
    (line,) = await lines_of(hall, await handed_in(hall))
    given = await judge(hall, line, Verdict.rejected, await reviewer(hall), rules=TWICE)
    await dispute(hall, given)
    assert await reviews.next_to_review(hall.db, await reviewer(hall, "Second")) is None


async def test_without_the_lot_nothing_is_given_again(hall: Hall) -> None:
    (line,) = await lines_of(hall, await handed_in(hall))
    await accept(hall, line, await reviewer(hall), rules=ONCE)
    assert await hall.rows(schema.second_reviews) == []


async def test_somebody_who_reviews_other_projects_is_not_asked(hall: Hall) -> None:
    line, _, _ = await judged(hall)
    with pytest.raises(Refused, match="not-reviewer"):
        await accept(hall, line, await hall.person("Client", roles=(Role.client,)))


async def test_a_verdict_at_the_last_minute_leaves_time_for_the_second(hall: Hall) -> None:
    (line,) = await lines_of(hall, await handed_in(hall))
    late = line.accept_by - MINUTE
    await accept(hall, line, await reviewer(hall), now=late, rules=TWICE)
    (row,) = await hall.rows(schema.second_reviews)
    assert row.give_by == late + 3 * DAY


async def test_no_other_way_shows_a_reviewer_the_first_verdict(hall: Hall) -> None:
    line, first, second = await judged(hall)
    boss = await hall.person("Boss", roles=(Role.coordinator,))
    seen = await reviews.told(hall.db, line.number, second)
    assert (seen.facts.reviews, seen.facts.line.state) == ((), LineState.submitted)
    # Its person, who gave it and who coordinates see what stands.
    for other in (line.person_id, first, boss):
        stands = await reviews.told(hall.db, line.number, other)
        assert [one.verdict for one in stands.facts.reviews] == [Verdict.rejected]


async def test_a_difference_that_shows_later_shows_there_as_well(hall: Hall) -> None:
    await hall.project(tasks=1, tasks_per_job=1, overlap=3)
    call = await hall.call()
    ada, ben, cleo = await hall.people(3)
    (one,) = await lines_of(hall, await rated(hall, call, ada, TIE))
    (two,) = await lines_of(hall, await rated(hall, call, ben, TIE))
    await accept(hall, one, await reviewer(hall, "First"), rules=TWICE)
    saul = await reviewer(hall, "Saul")

    async def drawn() -> list[Draw]:
        seen = [await reviews.reviewing(hall.db, each.number, saul) for each in (one, two)]
        return [each.facts.line.drawn for each in seen]

    assert await drawn() == [Draw.share] * 2
    await rated(hall, call, cleo, BOTH_BAD)
    assert await drawn() == [Draw.disagreement] * 2


async def rated(hall: Hall, call: Call, person: int, option: int) -> Job:
    """The job of somebody who gave that answer, handed in."""
    job = await hall.claim(call, person)
    await hall.rate(job, option)
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + MINUTE)
    return await hall.job(job)
