"""Verdicts and disputes in few words, for tests."""

from datetime import datetime
from typing import Any

from bot.domain.disputes import Dispute
from bot.domain.jobs import Job
from bot.domain.lines import Line
from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.domain.rules import ReviewRules
from bot.services import disputes, reviews
from bot.services.reviews import Given
from storage import jobs as stored_jobs
from storage import lines as stored_lines
from storage import schema
from tests.services.builders import NOW, RULES, Hall

WORDS = "Answer B is shorter, yet it leaves the question open."
# Nothing is given to a second reviewer, or everything.
ONCE, TWICE = ReviewRules(second_percent=0), ReviewRules(second_percent=100)
REPLY = "The guidelines do not ask for short answers."


async def reviewer(hall: Hall, name: str = "Rita") -> int:
    """Somebody who reviews every project."""
    return await hall.person(name, roles=(Role.reviewer,))


async def lines_of(hall: Hall, job: Job) -> list[Line]:
    """The lines of a job as they are now."""
    async with hall.db.read() as tx:
        return await stored_lines.of_job(tx, job.id)


async def handed_in(
    hall: Hall, *, size: int = 1, overlap: int = 2, now: datetime = NOW, **terms: Any
) -> Job:
    """A submitted job of so many ratings, in a project of its own."""
    await hall.project(tasks=size, tasks_per_job=size, overlap=overlap, **terms)
    return await hall.finish(await hall.claim(await hall.call(), await hall.person()), now=now)


async def accept(
    hall: Hall, line: Line, by: int, *, now: datetime = NOW, rules: ReviewRules = ONCE
) -> Given:
    """One tap on Accept."""
    return await reviews.accept(
        hall.db, number=line.number, by=by, cause=hall.cause(), now=now, rules=rules
    )


async def judge(
    hall: Hall, line: Line, verdict: Verdict, by: int, *, now: datetime = NOW, fix: int = 2,
    words: str = WORDS, rules: ReviewRules = ONCE, item: int = 1,
) -> Given:  # fmt: skip
    """A verdict through all its steps: answers, item, words, confirmation."""
    draft = await reviews.start(
        hall.db, number=line.number, verdict=verdict, by=by, cause=hall.cause(), now=now,
        rules=RULES.pay,
    )  # fmt: skip
    number = draft.number
    if verdict is Verdict.fixed:
        await reviews.answer(
            hall.db, number=number, question=0, option=fix, by=by, cause=hall.cause()
        )
    if verdict is not Verdict.returned and draft.item is None:
        await reviews.choose_item(hall.db, number=number, item=item, by=by, cause=hall.cause())
    await reviews.write(hall.db, number=number, text=words, by=by, cause=hall.cause())
    return await reviews.confirm(
        hall.db, number=number, by=by, cause=hall.cause(), now=now, rules=rules
    )


async def return_job(hall: Hall) -> Job:
    """The newest job that a reviewer gave back."""
    async with hall.db.read() as tx:
        rows = await hall.rows(schema.jobs, schema.jobs.c.review_id.is_not(None))
        return await stored_jobs.by_id(tx, rows[-1].id)


async def dispute(hall: Hall, given: Given, *, now: datetime = NOW) -> Dispute:
    """The contractor objects, with words."""
    made = await disputes.open_dispute(
        hall.db, review=given.review.number, by=given.line.person_id, cause=hall.cause(),
        now=now, rules=RULES.pay,
    )  # fmt: skip
    return await disputes.add_words(
        hall.db, number=made.number, text=REPLY, by=made.person_id, cause=hall.cause()
    )


async def decide(
    hall: Hall, made: Dispute, state: str, by: int, *, now: datetime = NOW
) -> Dispute:
    """Somebody decides the dispute."""
    draft = await disputes.prepare(
        hall.db, number=made.number, state=state, by=by, cause=hall.cause(), now=now
    )
    await disputes.write(hall.db, number=draft.number, text=WORDS, by=by, cause=hall.cause())
    return await disputes.decide(hall.db, draft=draft.number, by=by, cause=hall.cause(), now=now)
