"""What the clock does to jobs: submissions that count, reminders, expiry. Each is a sweep."""

from datetime import datetime
from statistics import median
from typing import Any

from bot.domain.jobs import Job, JobState, is_expired, reminder_due
from bot.domain.notices import Priority
from bot.domain.numbers import public_number
from bot.domain.people import Pause, Person, Role
from bot.domain.profiles import RATING
from bot.domain.projects import Project
from bot.domain.ratings import Assignment, RatingState, accepted_by, is_rated
from bot.domain.rules import CapRules, Rules
from bot.domain.skips import pause_after, streak_after
from bot.domain.tasks import TaskState, is_pulled_by
from bot.effects.end_return import end_return
from bot.effects.expect_pay import expect_pay
from bot.effects.free_slot import free_slots
from bot.effects.measured import tier_of
from bot.effects.record import record
from bot.effects.score_gold import score_gold
from bot.effects.settle_rating import settle_job
from bot.effects.tell import tell
from bot.effects.touch_call import place_back, touch_calls
from bot.effects.weigh_answer import weigh_answers
from bot.insistence import each
from storage import jobs, people, projects, ratings, tasks
from storage.database import Database, Tx

MEASURED_OVER = 100  # jobs behind the median pace of a project
LAST_REMINDER = 2


async def finish_submissions(db: Database, *, now: datetime, rules: Rules) -> int:
    """Sweep: what was submitted and not undone counts from now on; returns how many jobs."""
    async with db.look() as tx:
        due = await jobs.ending(tx, now, 500)

    async def finish(one: tuple[int, int]) -> int:
        job_id, person_id = one
        async with db.begin() as tx:
            person = await people.locked(tx, person_id)
            job = await jobs.locked_by_id(tx, job_id)
            if job.state is JobState.active and job.submits_at and job.submits_at <= now:
                await _finish(tx, person, job, now, rules)
            return 1

    return await each(due, finish)


async def _finish(tx: Tx, person: Person, job: Job, now: datetime, rules: Rules) -> None:
    project = await projects.locked(tx, job.project_id)
    scheme = await projects.scheme_of(tx, job.terms.project_version_id)
    mine = await jobs.of_job(tx, job.id)
    rated = [one for one in mine if one.held and is_rated(scheme, one)]
    numbers = await _submit_ratings(tx, job, rated)
    let_go = [one for one in mine if one.held and one not in rated]
    await free_slots(tx, job.project_id, let_go)
    flagged = [one for one in let_go if one.state is RatingState.flagged]
    await expect_pay(
        tx, job, rated=numbers, flagged=flagged, now=now,
        tier=await tier_of(tx, person.id, project.offer.skill or RATING),
        share=project.offer.review_share, rules=rules.reviews,
    )  # fmt: skip
    await weigh_answers(tx, project.id, [one.task_id for one in rated], now=now)
    for doubted in await score_gold(tx, job, rated, now=now, rules=rules.gold):
        await _tell_doubted(tx, project.id, doubted, now)
    pulled = await _count_skips(tx, job, let_go, now, rules)
    await jobs.change(tx, job.id, state=JobState.submitted, submits_at=None)
    await settle_job(tx, job.id, now=now)
    if rated and not job.is_return:
        await _measure(tx, project)
    after = {"ratings": len(rated), "left_out": len(let_go)}
    await record(tx, "submitted", f"job:{job.number}", by=job.person_id, now=now, after=after)
    await _tell_submitted(tx, person, job, now)
    if not job.is_return:
        # A task that nobody is to be given says nothing about who left it out.
        left_out = [
            one.state is RatingState.skipped
            for one in mine
            if one.held and one.task_id not in pulled
        ]
        await _go_on_with_streak(tx, person, job, left_out, now, rules.caps)
    await touch_calls(tx, job.project_id, now=now)


async def _count_skips(
    tx: Tx, job: Job, let_go: list[Assignment], now: datetime, rules: Rules
) -> set[int]:
    """Each skipped task is one skip nearer to being pulled; returns those that are pulled."""
    pulled = set()
    for one in let_go:
        if one.state is RatingState.skipped:
            skips = await tasks.count_skip(tx, one.task_id)
            if is_pulled_by(skips, rules.skips_to_pull):
                await _pull(tx, job.project_id, one.task_id, now)
                pulled.add(one.task_id)
    return pulled


async def _go_on_with_streak(
    tx: Tx, person: Person, job: Job, skipped: list[bool], now: datetime, rules: CapRules
) -> None:
    """Tasks left out in a row; a streak of them pauses for a while, written and told at once.

    The person is locked. Whoever is paused anyway gets no second pause; a new streak begins.
    """
    streak = streak_after(person.skip_streak, skipped)
    kept = 0 if streak >= rules.skip_streak else streak
    if kept != person.skip_streak:
        await people.change(tx, person.id, skip_streak=kept)
    until = pause_after(
        person, streak, most=rules.skip_streak, minutes=rules.skip_pause_minutes, now=now
    )
    if until is None:
        return
    await people.change(tx, person.id, pause=Pause.skips, paused_until=until, paused_by=None)
    await people.sign_off(tx, person.id)
    after = {"pause": Pause.skips, "until": until.isoformat(), "job": job.number}
    await record(tx, "paused", f"person:{person.id}", by=None, now=now, after=after)
    await tell(
        tx, person, "skips_paused", key=f"skips:{job.id}:{job.step}", now=now,
        count=streak, until=until.isoformat(),
    )  # fmt: skip


async def _submit_ratings(tx: Tx, job: Job, rated: list[Assignment]) -> dict[str, Assignment]:
    """Store the ratings; returns them by their new numbers."""
    submitted_at = job.submitted_at
    if submitted_at is None:
        raise ValueError(f"job {job.id} was never submitted")
    known = await ratings.latest_versions(tx, [one.id for one in rated])
    made: list[dict[str, Any]] = [
        {
            "number": public_number(),
            "assignment_id": one.id,
            "job_id": job.id,
            "version": known.get(one.id, 0) + 1,
            "answer": one.values,
            "active_seconds": one.active_seconds,
            "pay_minor": job.terms.pay.minor,
            "currency": job.terms.pay.currency,
            "submitted_at": submitted_at,
            "accept_by": accepted_by(submitted_at, job.terms.review_days),
            "state": RatingState.submitted,
        }
        for one in rated
    ]
    await ratings.add(tx, made)
    await jobs.hand_in(tx, [one.id for one in rated])
    return {row["number"]: one for row, one in zip(made, rated, strict=True)}


async def _pull(tx: Tx, project_id: int, task_id: int, now: datetime) -> None:
    task = await tasks.by_id(tx, task_id)
    if task.state is not TaskState.open:
        return
    await tasks.set_state(tx, task_id, TaskState.pulled)
    await projects.change_slots(tx, project_id, -task.open_slots)
    await record(tx, "task-pulled", f"task:{task_id}", by=None, now=now)


async def _measure(tx: Tx, project: Project) -> None:
    seconds = await ratings.recent_seconds(tx, project.id, MEASURED_OVER)
    # The latest jobs may have been left out whole, and this one be older than all of them.
    measured = median(seconds) if seconds else project.measured_seconds
    await projects.change(
        tx, project.id, measured_jobs=project.measured_jobs + 1, measured_seconds=measured
    )


async def _tell_doubted(tx: Tx, project_id: int, task_id: int, now: datetime) -> None:
    """Owe who coordinates the project or the hall a quiet word about a known answer."""
    await record(tx, "gold-suspended", f"task:{task_id}", by=None, now=now)
    everywhere = await people.with_role(tx, Role.admin, Role.coordinator)
    here = await people.coordinators_of(tx, {project_id})
    for person in {one.id: one for one in (*everywhere, *here)}.values():
        key = f"gold:{task_id}:{now.isoformat()}:for:{person.id}"
        await tell(tx, person, "gold_doubted", key=key, now=now, can_wait=True, task=task_id)


async def _tell_submitted(tx: Tx, person: Person, job: Job, now: datetime) -> None:
    await tell(
        tx, person, "job_submitted", key=f"job:{job.id}:submitted:{job.step}", now=now,
        priority=Priority.job, edits=job.card_message_id, job_id=job.id,
    )  # fmt: skip


async def expire(db: Database, *, now: datetime) -> int:
    """Sweep: take overdue jobs of the idle back, drafts kept; returns how many."""
    async with db.read() as tx:
        late = [job.id for job in await jobs.overdue(tx, now, 500) if is_expired(job, now)]

    async def end(job_id: int) -> int:
        async with db.begin() as tx:
            job = await jobs.locked_by_id(tx, job_id)
            if is_expired(job, now):
                await _expire(tx, job, now)
            return 1

    return await each(late, end)


async def _expire(tx: Tx, job: Job, now: datetime) -> None:
    await projects.lock(tx, job.project_id)
    if job.is_return:
        await _expire_return(tx, job, now)
        return
    scheme = await projects.scheme_of(tx, job.terms.project_version_id)
    mine = await jobs.of_job(tx, job.id)
    finished = sum(1 for one in mine if is_rated(scheme, one))
    await free_slots(tx, job.project_id, [one for one in mine if one.held])
    await jobs.step(tx, job, state=JobState.expired)
    after = {"finished": finished}
    await record(tx, "expired", f"job:{job.number}", by=None, now=now, after=after)
    await place_back(tx, job)
    person = await people.by_id(tx, job.person_id)
    await tell(
        tx, person, "job_expired", key=f"job:{job.id}:expired:{job.step}", now=now,
        priority=Priority.job, job_id=job.id, finished=finished,
    )  # fmt: skip
    await touch_calls(tx, job.project_id, now=now)


async def _expire_return(tx: Tx, job: Job, now: datetime) -> None:
    await end_return(tx, job, JobState.expired, by=None, now=now)
    person = await people.by_id(tx, job.person_id)
    await tell(tx, person, "return_over", key=f"job:{job.id}:expired", now=now, job_id=job.id)


async def remind(db: Database, *, now: datetime) -> int:
    """Sweep: remind the idle at half (silent) and at nine tenths (with sound) of their time."""
    async with db.read() as tx:
        due = [job.id for job in await jobs.to_remind(tx, now) if reminder_due(job, now)]

    async def remind_of(job_id: int) -> int:
        async with db.begin() as tx:
            job = await jobs.locked_by_id(tx, job_id)
            which = reminder_due(job, now)
            if not which:
                return 0
            await jobs.change(tx, job.id, reminders=which)
            person = await people.by_id(tx, job.person_id)
            key = f"job:{job.id}:remind:{which}:{int(job.extended)}"
            await tell(
                tx, person, "job_reminder", key=key, now=now, priority=Priority.job,
                sound=which == LAST_REMINDER, expires_at=job.due_at, job_id=job.id, which=which,
            )  # fmt: skip
            return 1

    return await each(due, remind_of)
