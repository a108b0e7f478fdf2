"""Rating by taps: each is in the database before it is answered."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.domain import drafting
from bot.domain.answering import asked_at
from bot.domain.drafting import Drafted
from bot.domain.jobs import Job
from bot.domain.ratings import (
    Assignment,
    FlagKind,
    RatingState,
    SkipReason,
    corrected_time,
    form_for,
    next_position,
    still_open,
)
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.domain.schemes import Scheme, in_turn, next_question
from bot.effects.act_on_job import go_on, on_task, open_job, spend_time
from bot.effects.record import record
from bot.effects.view_job import require_read, view_of
from bot.services.ratings.acts import Act, Changed, Turned, answered, on_card, replaced
from storage import jobs, projects
from storage.database import Database, Tx


async def answer(db: Database, act: Act, *, question: int, option: int) -> Turned:
    """Tap an option of a question; the card moves on when the question is answered."""
    return await _drafted(db, act, partial(drafting.tapped, place=question, option=option))


async def tick(
    db: Database, act: Act, *, position: int, question: int, option: int, on: bool
) -> Turned:
    """Take one of several options of the task at `position`, or take it away again.

    It is taken also from a card that is not redrawn yet after other ticks of the same question.
    """
    how = partial(drafting.ticked, place=question, option=option, on=on)
    return await _drafted(db, act, how, shown=(position, question))


async def close(db: Database, act: Act, *, question: int, position: int | None = None) -> Turned:
    """[Done] below an answer of several taps or messages; with `position` as in `tick`."""
    shown = None if position is None else (position, question)
    return await _drafted(db, act, partial(drafting.closed, place=question), shown=shown)


async def restart(db: Database, act: Act, *, question: int) -> Turned:
    """Take an answer back, to give it anew."""
    return await _drafted(db, act, partial(drafting.restarted, place=question))


async def _drafted(
    db: Database, act: Act, how: Callable[[Scheme, Assignment], Drafted], *,
    shown: tuple[int, int] | None = None,
) -> Turned:  # fmt: skip
    """`shown` are the task and the question that the card has to be at still."""

    async def change(tx: Tx, job: Job) -> Changed:
        scheme, mine, current = await on_task(tx, job)
        form = form_for(scheme, current)
        if shown is not None:
            position, place = shown
            if job.position != position:
                raise Refused("stale-button")
            drafting.require_shown(form, current, job.asked, place)
        made = how(form, current)
        return await answered(tx, job, scheme, mine, current, made, act.now)

    return await on_card(db, act, change)


async def ask(db: Database, act: Act, *, question: int) -> Turned:
    """Turn to a question of the task that the card shows; nothing else changes."""

    async def change(tx: Tx, job: Job) -> Changed:
        scheme, mine, current = await on_task(tx, job)
        asked_at(form_for(scheme, current), current.values, question)
        seconds = await spend_time(tx, job, scheme, current, now=act.now)
        await jobs.change_assignment(tx, current.id, active_seconds=seconds)
        now_mine = replaced(mine, replace(current, active_seconds=seconds))
        return await go_on(tx, job, position=job.position, now=act.now, asked=question), now_mine

    return await on_card(db, act, change)


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
        now_mine = replaced(mine, left)
        position = next_position(scheme, now_mine, job.position)
        return await go_on(tx, job, position=position, now=act.now), now_mine

    return await on_card(db, act, change)


async def turn_to(db: Database, act: Act, *, position: int) -> Turned:
    """Show another task of the job, or the summary behind the last one; nothing else changes."""

    async def change(tx: Tx, job: Job) -> Changed:
        if position == job.position:
            # The second of two taps: the card it asks for is there or on its way already.
            return job, None
        asked = None
        if position != job.size + 1:
            scheme, _, there = await on_task(tx, job, position)
            if position == job.position - 1 != job.size:
                asked = _just_answered(form_for(scheme, there), there)
        if job.position <= job.size:
            scheme, _, current = await on_task(tx, job)
            seconds = await spend_time(tx, job, scheme, current, now=act.now)
            await jobs.change_assignment(tx, current.id, active_seconds=seconds)
        return await go_on(tx, job, position=position, now=act.now, asked=asked), None

    return await on_card(db, act, change)


def _just_answered(form: Scheme, there: Assignment) -> int | None:
    """The last question of a task that is answered whole: who goes one task back means that."""
    if next_question(form, there.values) is not None:
        return None
    return max(in_turn(form, there.values), default=None)


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

    return await on_card(db, act, change)


async def submit(db: Database, act: Act, *, rules: Rules) -> Turned:
    """Hand the job in; nothing counts until the undo window is over."""

    async def change(tx: Tx, job: Job) -> Changed:
        scheme = await projects.scheme_of(tx, job.terms.project_version_id)
        mine = await jobs.of_job(tx, job.id)
        open_tasks = still_open(scheme, mine)
        if open_tasks:
            raise Refused("unfinished", tasks=", ".join(map(str, open_tasks)))
        await require_read(tx, job, mine)
        until = act.now + timedelta(seconds=rules.undo_seconds)
        await record(tx, "submit-tapped", f"job:{job.number}", by=act.person_id, now=act.now)
        handed_in = await go_on(
            tx, job, position=job.size + 1, now=act.now, submits_at=until, submitted_at=act.now
        )
        return handed_in, mine

    return await on_card(db, act, change)


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
