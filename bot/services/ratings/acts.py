"""What all acts on the card of a job share: whose tap, and the job as it is after it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.drafting import Drafted
from bot.domain.jobs import Job
from bot.domain.ratings import Assignment, RatingState, form_for, next_position
from bot.domain.schemes import Scheme, next_question
from bot.effects.act_on_job import at_work, go_on, spend_time
from bot.effects.show_job import show_job
from bot.effects.view_job import View, view_of
from storage import jobs
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


async def on_card(
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


async def answered(
    tx: Tx, job: Job, scheme: Scheme, mine: list[Assignment], current: Assignment,
    made: Drafted, now: datetime, *, typed: int = 0,
) -> Changed:  # fmt: skip
    """The job after the answer of its `current` task has become what was `made` of it.

    The card stays at the question whose answer is in the making; else it goes on to the next
    open question or, behind the last one, to the next task. `typed` counts the signs of a message.
    """
    seconds = await spend_time(tx, job, scheme, current, now=now, written=typed)
    rated = replace(made.one, state=RatingState.draft, note=None, active_seconds=seconds)
    await jobs.change_assignment(
        tx, rated.id, answer=rated.values, partial=rated.partial, written=rated.written,
        state=rated.state, note=rated.note, active_seconds=seconds,
    )  # fmt: skip
    now_mine = replaced(mine, rated)
    position = job.position
    if made.making is None and next_question(form_for(scheme, rated), rated.values) is None:
        position = next_position(scheme, now_mine, job.position)
    return await go_on(tx, job, position=position, now=now, asked=made.making), now_mine


def replaced(mine: list[Assignment], changed: Assignment) -> list[Assignment]:
    """The assignments with that one as it is now."""
    return [changed if one.id == changed.id else one for one in mine]
