"""Jobs: what a person sees of them, giving back, more time, handing in late."""

from datetime import datetime, timedelta

from bot.domain.jobs import Job, JobState, extended_due
from bot.domain.lines import Line
from bot.domain.ratings import accepted_by, form_for, is_finished, is_rated
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.domain.tasks import in_order
from bot.effects.act_on_job import at_work, open_job, seen_at_work
from bot.effects.end_return import end_return
from bot.effects.free_slot import free_slots
from bot.effects.late_work import still_wanted
from bot.effects.record import record
from bot.effects.show_job import show_job
from bot.effects.touch_call import place_back, touch_calls
from bot.effects.view_job import View, require_read, unread, view_of
from bot.layout import PART
from bot.typeset import Text, split
from storage import jobs, lines, notices, people, projects, tasks
from storage.database import Database


async def view(db: Database, job_id: int) -> View:
    """The job as its card shows it now."""
    async with db.read() as tx:
        return await view_of(tx, await jobs.by_id(tx, job_id))


async def view_by_number(db: Database, number: str, person_id: int) -> View:
    """The person's job of that number; refused when it is not theirs."""
    async with db.read() as tx:
        job = await jobs.by_number(tx, number)
        if job is None or job.person_id != person_id:
            raise Refused("not-yours")
        return await view_of(tx, job)


async def latest(db: Database, person_id: int) -> Job | None:
    """Of the person's open jobs the one that was touched last."""
    async with db.read() as tx:
        return next(iter(await jobs.current(tx, person_id)), None)


async def open_views(db: Database, person_id: int) -> list[View]:
    """The person's open jobs as their cards show them now."""
    async with db.read() as tx:
        return [await view_of(tx, job) for job in await jobs.current(tx, person_id)]


async def parts_to_copy(db: Database, number: str, person_id: int, position: int) -> int:
    """Of how many messages the answer is that the person works on; none where it is protected."""
    return len(await copied(db, number, person_id, position))


async def copied(db: Database, number: str, person_id: int, position: int) -> list[str]:
    """The answer that a text question works on, in parts that fit a message, as it was written."""
    async with db.read() as tx:
        job = await seen_at_work(tx, number, person_id)
        view = await view_of(tx, job)
        current = view.current
        if job.position != position or current is None or view.content is None:
            raise Refused("stale-button")
        if job.terms.protect_content:
            return []
        form = form_for(view.scheme, current)
        of = next((one.of for one in form.questions if one.of), None)
        picked = current.values.get(of or "", 0)
        shown = in_order(view.content.responses, current.shown_order)
        return [part.text for part in split(Text(shown[picked].text), PART)]


async def still_at_work(db: Database, number: str, person_id: int) -> View:
    """The person's job of that number, refused unless it can still be worked on."""
    async with db.read() as tx:
        return await view_of(tx, await seen_at_work(tx, number, person_id))


async def move_card(db: Database, *, job_id: int, message_id: int) -> None:
    """The card of the job stands in another message from now on."""
    async with db.begin() as tx:
        await jobs.change(tx, job_id, card_message_id=message_id)


async def redraw(db: Database, *, number: str, person_id: int, cause: str, now: datetime) -> bool:
    """Owe the whole screen of the job again, at the bottom of the chat; not while it is coming."""
    async with db.begin(cause) as tx:
        job = await open_job(tx, number, person_id)
        if await notices.is_pending(tx, f"job:{job.id}:again:{job.step}:"):
            # The second of two taps: what it asks for comes already, and is not old on arrival.
            return False
        person = await people.by_id(tx, person_id)
        await jobs.step(tx, job)
        job = await jobs.by_id(tx, job.id)
        await show_job(tx, person, job, key=f"{job.id}:again:{job.step}:{cause}", now=now)
        return True


async def extend(db: Database, *, number: str, person_id: int, cause: str, now: datetime) -> Job:
    """Give the job once as much time again as it was given at the claim."""
    async with db.begin(cause) as tx:
        job = await open_job(tx, number, person_id)
        if job.is_return:
            raise Refused("return-fixed-time")
        if job.extended:
            raise Refused("extended-once")
        await jobs.change(
            tx, job.id, extended=True, due_at=extended_due(job), last_act_at=now, reminders=0
        )
        await record(tx, "extended", f"job:{job.number}", by=person_id, now=now)
        return await jobs.by_id(tx, job.id)


async def give_back(
    db: Database, *, number: str, step: int, person_id: int, submit_finished: bool, cause: str,
    now: datetime, rules: Rules,
) -> Job:  # fmt: skip
    """Give the job back; finished ratings can be handed in, the rest returns to the queue.

    What is handed in can be undone like any submission; what was let go stays let go.
    """
    async with db.begin(cause) as tx:
        job = await at_work(tx, number, person_id, step)
        await projects.lock(tx, job.project_id)
        if job.is_return:
            await end_return(tx, job, JobState.given_back, by=person_id, now=now)
            return await jobs.by_id(tx, job.id)
        scheme = await projects.scheme_of(tx, job.terms.project_version_id)
        mine = [one for one in await jobs.of_job(tx, job.id) if one.held]
        done = [one for one in mine if is_rated(scheme, one)]
        keep = done if submit_finished else []
        await require_read(tx, job, keep)
        # What was left out goes in with what was rated, and counts like in any submission.
        stays = [one for one in mine if keep and is_finished(scheme, one)]
        let_go = [one for one in mine if one not in stays]
        await free_slots(tx, job.project_id, let_go)
        values = {"last_act_at": now, "position": job.size + 1}
        if keep:
            until = now + timedelta(seconds=rules.undo_seconds)
            await jobs.step(tx, job, submits_at=until, submitted_at=now, **values)
        else:
            await jobs.step(tx, job, state=JobState.given_back, **values)
        after = {"handed_in": len(keep), "given_back": len(let_go)}
        await record(tx, "given-back", f"job:{number}", by=person_id, now=now, after=after)
        await place_back(tx, job)
        await touch_calls(tx, job.project_id, now=now)
        return await jobs.by_id(tx, job.id)


async def hand_in_kept(
    db: Database, *, number: str, person_id: int, cause: str, now: datetime, rules: Rules
) -> int:
    """Submit what was finished of an expired job, as far as its slots last; returns how many."""
    async with db.begin(cause) as tx:
        job = await jobs.locked(tx, number)
        if job is None or job.person_id != person_id:
            raise Refused("not-yours")
        if job.state is not JobState.expired or job.is_return:
            raise Refused("stale-button")
        await projects.lock(tx, job.project_id)
        wanted = await still_wanted(tx, job)
        missing = await unread(tx, job, wanted)
        back = [one for one in wanted if one.position not in missing]
        if not back:
            raise Refused("slots-gone")
        for one in back:
            await jobs.change_assignment(tx, one.id, held=True)
        usable = await tasks.change_slots(tx, [one.task_id for one in back], -1)
        await projects.change_slots(tx, job.project_id, -usable)
        await jobs.step(
            tx, job, state=JobState.active, submitted_at=now, position=job.size + 1,
            submits_at=now + timedelta(seconds=rules.undo_seconds),
        )  # fmt: skip
        await record(tx, "handed-in-late", f"job:{number}", by=person_id, now=now)
        await place_back(tx, job)
        await touch_calls(tx, job.project_id, now=now)
        return len(back)


async def pays(db: Database, job_id: int) -> list[Line]:
    """What each rating and flag of the job comes to."""
    async with db.read() as tx:
        return await lines.of_job(tx, job_id)


async def guidelines(db: Database, job: Job) -> str:
    """The guidelines of the version of the project under which the job was claimed."""
    async with db.read() as tx:
        return await projects.guidelines_of(tx, job.terms.project_version_id)


def review_ends(job: Job) -> datetime:
    """When a submitted job is accepted at the latest."""
    return accepted_by(job.submitted_at or job.claimed_at, job.terms.review_days)
