"""Rating: each tap and text is in the database before it is answered."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.jobs import Job
from bot.domain.ratings import (
    Assignment,
    FlagKind,
    RatingState,
    SkipReason,
    corrected_time,
    next_position,
    still_open,
)
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.domain.schemes import (
    Question,
    Scheme,
    check_choice,
    check_text,
    is_asked,
    next_question,
    without_unasked,
)
from bot.effects.act_on_job import at_work, go_on, on_task, open_job, spend_time
from bot.effects.record import record
from bot.effects.show_job import show_job
from bot.effects.view_job import View, view_of
from storage import jobs, projects
from storage.database import Database, Tx


@dataclass(frozen=True, slots=True)
class Act:
    """Which button of which card was tapped, by whom, in answer to what."""

    number: str
    step: int | None
    person_id: int
    cause: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Turned:
    """The job after an act, the task its card showed before (`was`), and where it shows now.

    `below` means that the next screen is owed as notices and the old card only shrinks.
    """

    job: Job
    was: int
    below: bool
    card: int | None
    view: View


# The job after an act, and all its assignments where the act knows them already.
Changed = tuple[Job, list[Assignment] | None]


async def answer(db: Database, act: Act, *, question: int, option: int) -> Turned:
    """Choose an option of a question; the card moves on when the task is answered."""

    async def change(tx: Tx, job: Job) -> Changed:
        scheme, mine, current = await on_task(tx, job)
        if not 0 <= question < len(scheme.questions):
            raise Refused("stale-button")
        asked = scheme.questions[question]
        values = {**current.values, asked.id: check_choice(asked, option)}
        return await _answered(tx, job, scheme, mine, current, values, act.now)

    return await _at_work(db, act, change)


async def write(
    db: Database, *, person_id: int, text: str, message_id: int, cause: str, now: datetime
) -> Turned:
    """A message in answer to the text question that the person's card asks now.

    Refused, with what is expected, when nothing is to be written.
    """
    async with db.begin(cause) as tx:
        working = await _working(tx, person_id)
        if not working:
            raise Refused("nothing-to-write")
        before, scheme, mine, current, question = await _awaiting_text(tx, working)
        values = {**current.values, question.id: check_text(question, text)}
        written = {**current.written, question.id: message_id}
        await jobs.change_assignment(tx, current.id, written=written)
        job, _ = await _answered(tx, before, scheme, mine, current, values, now, written=len(text))
        view = await view_of(tx, job)
        await show_job(tx, view.person, job, key=cause, now=now)
        return Turned(job, before.position, below=True, card=before.card_message_id, view=view)


async def rewrite(
    db: Database, *, person_id: int, text: str, message_id: int, cause: str, now: datetime
) -> Job:
    """An edit of a sent message: the text answer that it gave changes, while the job is open."""
    async with db.begin(cause) as tx:
        for job in await _working(tx, person_id):
            scheme = await projects.scheme_of(tx, job.terms.project_version_id)
            for one in await jobs.of_job(tx, job.id):
                for question in scheme.questions:
                    if one.written.get(question.id) != message_id:
                        continue
                    values = {**one.values, question.id: check_text(question, text)}
                    await jobs.change_assignment(tx, one.id, answer=values)
                    # No act on the card: its buttons stay good.
                    await jobs.change(tx, job.id, last_act_at=now)
                    return job
        raise Refused("edit-unused")


async def skip(db: Database, act: Act, *, reason: SkipReason) -> Turned:
    """Leave the task out, with a reason; the person never meets it again."""
    return await _leave(db, act, RatingState.skipped, reason)


async def flag(db: Database, act: Act, *, kind: FlagKind) -> Turned:
    """Say what is wrong with the task instead of rating it."""
    return await _leave(db, act, RatingState.flagged, kind)


async def _leave(
    db: Database, act: Act, state: RatingState, note: SkipReason | FlagKind
) -> Turned:
    async def change(tx: Tx, job: Job) -> Changed:
        if job.is_return:
            raise Refused("stale-button")
        scheme, mine, current = await on_task(tx, job)
        seconds = await spend_time(tx, job, scheme, current, now=act.now)
        await jobs.change_assignment(
            tx, current.id, state=state, note=note, active_seconds=seconds
        )
        left = replace(current, state=state, note=note, active_seconds=seconds)
        now_mine = _with(mine, left)
        position = next_position(scheme, now_mine, job.position)
        return await go_on(tx, job, position=position, now=act.now), now_mine

    return await _at_work(db, act, change)


async def turn_to(db: Database, act: Act, *, position: int) -> Turned:
    """Show another task of the job, or the summary behind the last one; nothing else changes."""

    async def change(tx: Tx, job: Job) -> Changed:
        if position == job.position:
            # The second of two taps: the card it asks for is there or on its way already.
            return job, None
        if position != job.size + 1:
            await on_task(tx, job, position)
        if job.position <= job.size:
            scheme, _, current = await on_task(tx, job)
            seconds = await spend_time(tx, job, scheme, current, now=act.now)
            await jobs.change_assignment(tx, current.id, active_seconds=seconds)
        return await go_on(tx, job, position=position, now=act.now), None

    return await _at_work(db, act, change)


async def correct_time(db: Database, act: Act, *, direction: int) -> Turned:
    """The person says that the job took longer (1) or less long (-1) than was counted."""

    async def change(tx: Tx, job: Job) -> Changed:
        mine = await jobs.of_job(tx, job.id)
        total = sum(one.active_seconds for one in mine)
        wanted = corrected_time(total, direction)
        for one in mine:
            share = one.active_seconds / total if total else 1 / len(mine)
            await jobs.change_assignment(tx, one.id, active_seconds=wanted * share)
        before, after = {"seconds": round(total)}, {"seconds": round(wanted)}
        await record(
            tx, "time-corrected", f"job:{job.number}", by=act.person_id, now=act.now,
            before=before, after=after,
        )  # fmt: skip
        return await go_on(tx, job, position=job.position, now=act.now), None

    return await _at_work(db, act, change)


async def submit(db: Database, act: Act, *, rules: Rules) -> Turned:
    """Hand the job in; nothing counts until the undo window is over."""

    async def change(tx: Tx, job: Job) -> Changed:
        scheme = await projects.scheme_of(tx, job.terms.project_version_id)
        mine = await jobs.of_job(tx, job.id)
        open_tasks = still_open(scheme, mine)
        if open_tasks:
            raise Refused("unfinished", tasks=", ".join(map(str, open_tasks)))
        until = act.now + timedelta(seconds=rules.undo_seconds)
        await record(tx, "submit-tapped", f"job:{job.number}", by=act.person_id, now=act.now)
        handed_in = await go_on(
            tx, job, position=job.size + 1, now=act.now, submits_at=until, submitted_at=act.now
        )
        return handed_in, mine

    return await _at_work(db, act, change)


async def undo(db: Database, act: Act) -> Turned:
    """Take the submission back while its window is open."""
    async with db.begin(act.cause) as tx:
        job = await open_job(tx, act.number, act.person_id, act.step)
        if job.submits_at is None or job.submits_at <= act.now:
            raise Refused("undo-over")
        await record(tx, "submit-undone", f"job:{job.number}", by=act.person_id, now=act.now)
        back = await go_on(
            tx, job, position=job.size + 1, now=act.now, submits_at=None, submitted_at=None
        )
        view = await view_of(tx, back)
        return Turned(back, back.position, below=False, card=None, view=view)


async def _at_work(
    db: Database, act: Act, change: Callable[[Tx, Job], Awaitable[Changed]]
) -> Turned:
    """One act on a card; the next screen is owed as notices where the card cannot hold it."""
    async with db.begin(act.cause) as tx:
        before = await at_work(tx, act.number, act.person_id, act.step)
        job, mine = await change(tx, before)
        view = await view_of(tx, job, mine)
        below = job.position != before.position and not view.fits_one_message
        if below:
            await show_job(tx, view.person, job, key=f"{job.id}:{job.step}", now=act.now)
        return Turned(job, before.position, below, before.card_message_id, view)


async def _answered(
    tx: Tx, job: Job, scheme: Scheme, mine: list[Assignment], current: Assignment,
    values: dict[str, Any], now: datetime, *, written: int = 0,
) -> Changed:  # fmt: skip
    """The job after the answers of its current assignment have changed."""
    kept = without_unasked(scheme, values)
    seconds = await spend_time(tx, job, scheme, current, now=now, written=written)
    await jobs.change_assignment(
        tx, current.id, answer=kept, state=RatingState.draft, note=None, active_seconds=seconds
    )
    rated = replace(
        current, values=kept, state=RatingState.draft, note=None, active_seconds=seconds
    )
    now_mine = _with(mine, rated)
    position = job.position
    if next_question(scheme, kept) is None:
        position = next_position(scheme, now_mine, job.position)
    return await go_on(tx, job, position=position, now=now), now_mine


def _with(mine: list[Assignment], changed: Assignment) -> list[Assignment]:
    return [changed if one.id == changed.id else one for one in mine]


async def _working(tx: Tx, person_id: int) -> list[Job]:
    mine = await jobs.current(tx, person_id, lock=True)
    return [job for job in mine if job.submits_at is None]


Awaiting = tuple[Job, Scheme, list[Assignment], Assignment, Question]


async def _awaiting_text(tx: Tx, working: list[Job]) -> Awaiting:
    """The job that a message is for: one whose card asks for it, else one that could take it."""
    could: list[Awaiting] = []
    for job in working:
        if job.position > job.size:
            continue
        scheme, mine, current = await on_task(tx, job)
        asked = next_question(scheme, current.values)
        if asked is not None and asked.kind == "text":
            return job, scheme, mine, current, asked
        question = _takes_text(scheme, current)
        if question is not None:
            could.append((job, scheme, mine, current, question))
    if not could or could[0][0].id != working[0].id:
        # An answer of long ago is changed by a message only where the person is at work now.
        raise Refused("button-due")
    return could[0]


def _takes_text(scheme: Scheme, current: Assignment) -> Question | None:
    return next(
        (q for q in scheme.questions if q.kind == "text" and is_asked(q, current.values)
         and current.values), None,
    )  # fmt: skip
