"""Giving a verdict: on a rating or flag that waits, by somebody who may, once."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.jobs import Job, JobState
from bot.domain.lines import Line
from bot.domain.numbers import public_number
from bot.domain.pay_terms import Verdict
from bot.domain.people import after_quiet_hours
from bot.domain.ratings import Assignment, RatingState, Submitted, form_for
from bot.domain.refusal import Refused
from bot.domain.reviews import (
    FLAG_ITEM,
    Review,
    accept_by_after_return,
    alike,
    fixed_answer,
    percent_of,
    require_complete,
    require_fitting,
    require_in_time,
    require_reviewer,
    require_waiting,
)
from bot.domain.rules import ReviewRules
from bot.domain.schemes import Scheme
from bot.effects.record import record
from bot.effects.second_verdict import as_first, assignment_of, line_of
from bot.effects.settle_rating import settle_rating
from bot.effects.tell import tell
from bot.effects.touch_call import touch_calls
from bot.effects.weigh_answer import weigh_answers
from bot.services.reviews.closing import close_job
from bot.services.reviews.second import draw_second, second_for
from storage import (
    jobs,
    lines,
    people,
    projects,
    ratings,
    reviews,
    second_reviews,
    twins,
)
from storage.database import Database, Tx
from storage.second_reviews import SecondReview


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict with all that is given with it; `hours` for a return."""

    verdict: Verdict
    item: str | None = None
    words: str | None = None
    fix: dict[str, Any] | None = None
    hours: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """A verdict that was given, and the line as it stands after it."""

    review: Review
    line: Line


@dataclass(frozen=True, slots=True)
class _Case:
    """What is judged, kept to one transaction; `second` where it was judged before."""

    line: Line
    job: Job
    assignment: Assignment
    rating: Submitted | None
    second: SecondReview | None


async def accept(
    db: Database, *, number: str, by: int, cause: str, now: datetime, rules: ReviewRules
) -> Given:
    """Accept the rating, or say that the flag is right; the money is owed from then on."""
    async with db.begin(cause) as tx:
        return await give(tx, number, Ruling(Verdict.accepted), by=by, now=now, rules=rules)


async def give(
    tx: Tx, number: str, ruling: Ruling, *, by: int, now: datetime, rules: ReviewRules
) -> Given:
    """The verdict on the line of that number: written, settled in money, and told.

    Refused for strangers, for one's own work, and where it was decided already. One that is
    given a second time is only written down.
    """
    case = await _case(tx, number, by)
    require_in_time(case.line, ruling.verdict, now)
    ruling = await _checked(tx, case, ruling)
    if case.second is not None:
        return await _give_again(tx, case, case.second, ruling, by, now)
    review = await _write(tx, case, ruling, by, now)
    await reviews.drop_draft(tx, by)
    after = {"verdict": review.verdict, "item": review.item, "percent": review.percent}
    await record(tx, "reviewed", f"line:{case.line.number}", by=by, now=now, after=after)
    if ruling.verdict is Verdict.returned:
        return Given(review, await _return(tx, case, review, now))
    told = {"reason": ruling.item, "because": ruling.words}
    await draw_second(tx, case.line, case.job, review, rules=rules, now=now)
    settled = await settle_rating(
        tx, job=case.job, assignment=case.assignment, line=case.line, verdict=ruling.verdict,
        now=now, **told,
    )  # fmt: skip
    if settled.pay.minor < settled.offered.minor:
        await _tell(tx, case, "verdict", review, now)
        await touch_calls(tx, case.job.project_id, now=now)
    await close_job(tx, case.job, now=now)
    return Given(review, settled)


async def _case(tx: Tx, number: str, by: int) -> _Case:
    found = await lines.by_number(tx, number)
    if found is None or found.job_id is None or found.assignment_id is None:
        raise Refused("stale-button")
    require_reviewer(await people.by_id(tx, by), found.project_id)
    job = await jobs.locked_by_id(tx, found.job_id)
    await projects.lock(tx, job.project_id)
    (line,) = await lines.locked(tx, [found.id])
    assignment = await jobs.assignment(tx, found.assignment_id)
    flagged = assignment.state is RatingState.flagged
    second = await second_for(tx, line, by, lock=True)
    if second is not None:
        line, assignment = line_of(second, line), assignment_of(second, assignment)
    require_waiting(line, assignment, by)
    if line.person_id in await twins.of_person(tx, by):
        raise Refused("own-work")
    rating = None if flagged else await ratings.latest(tx, assignment.id)
    return _Case(line, job, assignment, rating, second)


async def _give_again(
    tx: Tx, case: _Case, second: SecondReview, ruling: Ruling, by: int, now: datetime
) -> Given:
    """The second verdict is compared with the first; no money moves, and nobody is told."""
    first = await reviews.by_id(tx, second.review_id)
    percent = percent_of(case.line, case.job.terms.pay_terms, ruling.verdict)
    form = await _form(tx, case)
    agrees = alike(first, ruling.verdict, ruling.item, ruling.fix, form)
    harmed = first.percent < 100 and percent == 100 and ruling.verdict is not Verdict.returned
    given = replace(
        second, state="doubted" if harmed else "given", reviewer_id=by, verdict=ruling.verdict,
        item=ruling.item, words=ruling.words, percent=percent, fix=ruling.fix, given_at=now,
        agrees=agrees,
    )  # fmt: skip
    await second_reviews.give(tx, given)
    await reviews.drop_draft(tx, by)
    after = {"verdict": ruling.verdict, "item": ruling.item, "agrees": agrees}
    await record(tx, "reviewed-again", f"line:{case.line.number}", by=by, now=now, after=after)
    return Given(as_first(given, case.assignment), line_of(given, case.line))


async def _checked(tx: Tx, case: _Case, ruling: Ruling) -> Ruling:
    returns = await reviews.count_returns(tx, case.assignment.id)
    require_fitting(case.line, ruling.verdict, returns)
    if case.rating is None and ruling.verdict is Verdict.rejected:
        ruling = Ruling(Verdict.rejected, FLAG_ITEM, ruling.words)
    terms = case.job.terms.pay_terms
    require_complete(case.line, terms, ruling.verdict, ruling.item, ruling.words)
    if ruling.verdict is not Verdict.fixed or case.rating is None:
        return ruling
    fix = fixed_answer(await _form(tx, case), ruling.fix, case.rating.values)
    return Ruling(ruling.verdict, ruling.item, ruling.words, fix)


async def _form(tx: Tx, case: _Case) -> Scheme:
    scheme = await projects.scheme_of(tx, case.job.terms.project_version_id)
    return form_for(scheme, case.assignment)


async def _write(tx: Tx, case: _Case, ruling: Ruling, by: int, now: datetime) -> Review:
    due_at = None
    if ruling.verdict is Verdict.returned:
        # The hours begin when the person is told, and quiet hours hold that back.
        told_at = after_quiet_hours(await people.by_id(tx, case.line.person_id), now)
        due_at = told_at + timedelta(hours=ruling.hours)
    return await reviews.add(
        tx,
        assignment_id=case.assignment.id,
        rating_id=case.rating.id if case.rating else None,
        by=by,
        verdict=ruling.verdict,
        item=ruling.item,
        words=ruling.words,
        percent=percent_of(case.line, case.job.terms.pay_terms, ruling.verdict),
        fix=ruling.fix,
        due_at=due_at,
        now=now,
    )


async def _return(tx: Tx, case: _Case, review: Review, now: datetime) -> Line:
    """The rating goes back to its person as a job of its own, with the draft as it was."""
    if review.due_at is None:
        raise ValueError(f"review {review.number} has no due time")
    number = public_number()
    job_id = await jobs.add(tx, _return_job(case.job, review, number, now))
    await ratings.decide_latest(tx, case.assignment.id, RatingState.returned, now)
    await jobs.change_assignment(
        tx, case.assignment.id, state=RatingState.returned, job_id=job_id, position=1, held=True
    )
    await weigh_answers(tx, case.job.project_id, [case.assignment.task_id], now=now)
    by = accept_by_after_return(case.line.accept_by, review.due_at)
    await lines.change(tx, case.line.id, accept_by=by)
    await _tell(tx, case, "returned", review, now, job=number)
    (line,) = await lines.locked(tx, [case.line.id])
    return line


def _return_job(job: Job, review: Review, number: str, now: datetime) -> dict[str, Any]:
    return {
        "number": number,
        "person_id": job.person_id,
        "project_id": job.project_id,
        "state": JobState.active,
        "terms": job.terms.to_json(),
        "size": 1,
        "position": 1,
        "claimed_at": now,
        "due_at": review.due_at,
        "last_act_at": now,
        "review_id": review.id,
    }


async def _tell(
    tx: Tx, case: _Case, kind: str, review: Review, now: datetime, **args: Any
) -> None:
    person = await people.by_id(tx, case.line.person_id)
    await tell(
        tx, person, kind, key=f"review:{review.id}", now=now, sound=True, can_wait=True,
        review=review.number, **args,
    )  # fmt: skip
