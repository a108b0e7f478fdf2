"""Turning a place into a job: tasks chosen, slots taken, terms frozen."""

from datetime import datetime
from random import Random

from bot.domain.calls import Call
from bot.domain.jobs import Job, JobState, due_in
from bot.domain.numbers import public_number
from bot.domain.people import Person
from bot.domain.projects import Project, terms_of
from bot.domain.ratings import RatingState, is_finished, next_position
from bot.domain.rules import Rules
from bot.domain.tasks import shuffled_order
from storage import calls, jobs, projects, tasks, twins
from storage.database import Tx


async def take_job(
    tx: Tx, *, person: Person, project: Project, call: Call | None, now: datetime, rules: Rules,
    random: Random,
) -> Job | None:  # fmt: skip
    """Give the person a job of up to N tasks of the project; none when all were seen.

    What another account of the same person has seen counts as seen.
    Drafts of earlier, unfinished jobs come along. Whether the person may is the caller's concern.
    """
    size = project.offer.tasks_per_job
    # Claims of a project take turns, so what a twin was given a moment ago is seen here.
    same = await twins.of_person(tx, person.id)
    chosen = await tasks.next_for(
        tx, person_id=person.id, project_id=project.id, size=size, twins=same
    )
    if not chosen:
        return None
    values = {
        "number": public_number(),
        "person_id": person.id,
        "project_id": project.id,
        "call_id": call.id if call else None,
        "state": JobState.active,
        "terms": terms_of(project, rules.pay.day.weekday).to_json(),
        "size": len(chosen),
        "position": 1,
        "claimed_at": now,
        "due_at": now + due_in(project, len(chosen)),
        "last_act_at": now,
    }
    job_id = await jobs.add(tx, values)
    await _assign(tx, job_id, person.id, chosen, random)
    await tasks.change_slots(tx, chosen, -1)
    await projects.change_slots(tx, project.id, -len(chosen))
    if call:
        await calls.take_place(tx, call.id)
    mine = await jobs.of_job(tx, job_id)
    if any(is_finished(project.scheme, one) for one in mine):
        await jobs.change(tx, job_id, position=next_position(project.scheme, mine, 0))
    return await jobs.by_id(tx, job_id)


async def _assign(tx: Tx, job_id: int, person_id: int, chosen: list[int], random: Random) -> None:
    kept = await jobs.kept(tx, person_id, chosen)
    fresh = []
    shows = await tasks.contents(tx, chosen)
    for position, task_id in enumerate(chosen, 1):
        if task_id in kept:
            again = kept[task_id].id
            await jobs.change_assignment(tx, again, job_id=job_id, position=position, held=True)
            continue
        order = shuffled_order(len(shows[task_id].responses), random)
        fresh.append(
            {
                "job_id": job_id,
                "task_id": task_id,
                "person_id": person_id,
                "position": position,
                "shown_order": list(order),
                "state": RatingState.draft,
                "held": True,
                "answer": {},
                "turns": shows[task_id].assistant_turns,
            }
        )
    if fresh:
        await jobs.assign(tx, fresh)
