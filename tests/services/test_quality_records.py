"""What quality keeps about people: how long, and what is left of it after an erasure."""

from datetime import timedelta

from sqlalchemy import insert, update

from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.domain.rules import Rules
from bot.services import doubts, erasing, measuring, retaining
from storage import schema
from tests.services.builders import DAY, NOW, TIE, Hall
from tests.services.here import here
from tests.services.reviewing import TWICE, accept, judge, lines_of
from tests.services.test_retaining import LATER, settled


async def scored(hall: Hall) -> None:
    """Every rating there is has a score, and a second verdict."""
    rated = {
        one.id: one
        for one in await hall.rows(schema.assignments, schema.assignments.c.state != "draft")
    }
    lines = await hall.rows(schema.lines, schema.lines.c.assignment_id.in_(rated))
    async with hall.db.begin() as tx:
        for nth, line in enumerate(lines):
            one = rated[line.assignment_id]
            score = {
                "assignment_id": one.id, "task_id": one.task_id, "person_id": one.person_id,
                "project_id": line.project_id, "correct": True, "state": "counts", "at": NOW,
            }  # fmt: skip
            await tx.execute(insert(schema.gold_scores).values(score))
            review = {
                "number": f"RE{nth:06}", "assignment_id": one.id, "reviewer_id": 1,
                "verdict": "accepted", "percent": 100, "at": NOW,
            }  # fmt: skip
            made = insert(schema.reviews).values(review).returning(schema.reviews.c.id)
            review_id = (await tx.execute(made)).scalar_one()
            second = {
                "number": f"SE{nth:06}", "line_id": line.id, "state": "given", "drawn": 1,
                "review_id": review_id, "give_by": NOW, "given_at": NOW,
            }  # fmt: skip
            await tx.execute(insert(schema.second_reviews).values(second))


async def test_scores_and_second_verdicts_go_with_the_rating_that_they_are_about(
    hall: Hall,
) -> None:
    await settled(hall)
    await scored(hall)
    cut = retaining.cut_offs(LATER, Rules())
    told = await retaining.count(hall.db, cut=cut)
    gone = await retaining.delete(hall.db, cut=cut, now=LATER)
    assert gone == told
    assert gone["gold_scores"] == gone["second_reviews"] > 0
    kept = {one.assignment_id for one in await hall.rows(schema.lines)}
    for table in (schema.gold_scores, schema.reviews):
        assert {one.assignment_id for one in await hall.rows(table)} <= kept


async def crowd(hall: Hall) -> tuple[int, int]:
    """Two people who rated the same two tasks."""
    await hall.project(tasks=2, tasks_per_job=2, overlap=2)
    call = await hall.call()
    one, two = await hall.people(2)
    for person in (one, two):
        job = await hall.claim(call, person)
        await hall.rate(job, TIE, TIE + 1)
        await hall.submit(job)
        await hall.sweep_submissions(now=NOW + timedelta(minutes=1))
    return one, two


async def measure(hall: Hall) -> set[int]:
    """The night; returns of whom something is known after it."""
    (project,) = await hall.rows(schema.projects)
    await measuring.measure(hall.db, here, project_id=project.id, now=NOW + DAY)
    tables = (schema.person_measures, schema.rater_weights)
    return {row.person_id for table in tables for row in await hall.rows(table)}


async def leave(hall: Hall, person: int) -> None:
    """Nothing is owed, and the person goes."""
    mine = schema.lines.c.person_id == person
    async with hall.db.begin() as tx:
        await tx.execute(update(schema.lines).where(mine).values(state="rejected", pay_minor=0))
    await erasing.erase(
        hall.db, person_id=person, update_id=1, language="en", cause=hall.cause(), now=NOW + DAY
    )


async def test_nobody_who_was_erased_is_measured_again(hall: Hall) -> None:
    one, two = await crowd(hall)
    assert await measure(hall) == {one, two}
    await leave(hall, one)
    assert await measure(hall) == {two}
    # The votes stay, and so does what they came to.
    assert [row.ratings for row in await hall.rows(schema.task_answers)] == [2, 2]


async def test_a_second_look_at_the_work_of_an_erased_person_waits_for_nobody(hall: Hall) -> None:
    one, _ = await crowd(hall)
    (job,) = await hall.rows(schema.jobs, schema.jobs.c.person_id == one)
    line, other = await lines_of(hall, job)
    judges = [await hall.person(f"Judge {n}", roles=(Role.coordinator,)) for n in range(3)]
    await judge(hall, line, Verdict.rejected, judges[0], rules=TWICE, words="Kanarienvogel")
    await judge(hall, other, Verdict.rejected, judges[0], rules=TWICE)
    await judge(hall, other, Verdict.rejected, judges[1], words="Kanarienvogel")
    await accept(hall, line, judges[1])
    assert await doubts.following(hall.db, by=judges[2]) is not None
    await leave(hall, one)
    assert await doubts.following(hall.db, by=judges[2]) is None
    found = await hall.rows(schema.second_reviews)
    assert [(row.state, row.words) for row in found] == [("lapsed", None), ("given", None)]
