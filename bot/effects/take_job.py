"""Turning a place into a job: tasks chosen, slots taken, terms frozen."""

from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from bot.domain.calls import Call
from bot.domain.gold import choose, comes_up, how_many, mixed, share_of
from bot.domain.jobs import Job, JobState, due_in
from bot.domain.numbers import public_number
from bot.domain.people import Person
from bot.domain.projects import Project, terms_of
from bot.domain.ratings import RatingState, is_finished, next_position
from bot.domain.rules import GoldRules, Rules
from bot.domain.tasks import shuffled_order
from bot.domain.tiers import TRUSTED_TIER, skill_of
from bot.effects.measured import tier_of
from bot.effects.touch_call import left
from storage import borrowing, calls, expert_queue, gold, jobs, people, projects, tasks, twins
from storage.database import Tx


async def take_job(
    tx: Tx, *, person: Person, project: Project, call: Call | None, now: datetime, rules: Rules,
    random: Random,
) -> Job | None:  # fmt: skip
    """Give the person a job of up to N tasks of the project; none when all were seen.

    What another account of the same person has seen counts as seen.
    Drafts of earlier, unfinished jobs come along. Whether the person may is the caller's concern.
    """
    picked = await _choose(tx, person, project, call, rules.gold, random)
    if picked is None:
        return None
    chosen = picked.tasks
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
        "borrows": picked.borrows,
    }
    job_id = await jobs.add(tx, values)
    await _assign(tx, job_id, person.id, chosen, picked.experts, random)
    usable = await tasks.change_slots(tx, chosen, -1)
    await projects.change_slots(tx, project.id, -usable)
    if call and not picked.borrows:
        await calls.take_place(tx, call.id)
    mine = await jobs.of_job(tx, job_id)
    if any(is_finished(project.scheme, one) for one in mine):
        await jobs.change(tx, job_id, position=next_position(project.scheme, mine, 0))
    return await jobs.by_id(tx, job_id)


@dataclass(frozen=True, slots=True)
class _Picked:
    """The tasks of a job in their order, those for an expert, and whether it borrows a place."""

    tasks: list[int]
    experts: set[int]
    borrows: bool = False


async def _choose(
    tx: Tx, person: Person, project: Project, call: Call | None, rules: GoldRules, random: Random
) -> _Picked | None:
    size = project.offer.tasks_per_job
    # Claims of a project take turns, so what a twin was given a moment ago is seen here.
    same = await twins.of_person(tx, person.id)
    tier = await tier_of(tx, person.id, skill_of(project.offer.skill)) or 0
    who: dict[str, Any] = {"person_id": person.id, "project_id": project.id, "twins": same}
    experts = await expert_queue.next_for(tx, **who, size=size, tier=tier) if tier else []
    real = [*experts, *await tasks.next_for(tx, **who, size=size - len(experts))]
    if not real:
        return None
    share = share_of(tier, TRUSTED_TIER, rules.new_percent, rules.trusted_percent)
    accounts = [person, *[await people.by_id(tx, one) for one in same]]
    if any(one.may_review(project.id) for one in accounts):
        # What they can read in the queue says nothing of how they rate.
        share = 0.0
    mine = [one.id for one in accounts]
    if size == 1:
        lucky = not experts and comes_up(share, random)
        count = int(lucky and await _may_borrow(tx, person, project, call))
        known = await _known(tx, project.id, mine, count, random)
        return _Picked(known or real, set(experts), borrows=bool(known))
    count = how_many(min(len(real) + 1, size), share, random)
    known = await _known(tx, project.id, mine, count, random)
    return _Picked(mixed(real[: size - len(known)], known, random), set(experts))


async def _may_borrow(tx: Tx, person: Person, project: Project, call: Call | None) -> bool:
    """Whether a job of one task may have a known answer: not twice in a row, nor the last place.

    The real task stays open for the next one; see `places` for what the call says meanwhile.
    """
    if call is None or await borrowing.was_last(tx, person.id, project.id):
        return False
    return await left(tx, call, but_for=person.id) > 1


async def _known(
    tx: Tx, project_id: int, accounts: list[int], count: int, random: Random
) -> list[int]:
    """So many tasks with a known answer, or as many as there are that none of these has met."""
    ranks = await gold.to_give(tx, project_id, accounts) if count else {}
    if not ranks:
        return []
    chosen = choose(ranks, count, random)
    await gold.given(tx, {one: ranks[one] for one in chosen})
    return chosen


async def _assign(
    tx: Tx, job_id: int, person_id: int, chosen: list[int], experts: set[int], random: Random
) -> None:
    kept = await jobs.kept(tx, person_id, chosen)
    fresh = []
    shows = await tasks.contents(tx, chosen)
    for position, task_id in enumerate(chosen, 1):
        if task_id in kept:
            again = kept[task_id].id
            await jobs.change_assignment(
                tx, again, job_id=job_id, position=position, held=True,
                adjudicates=task_id in experts,
            )  # fmt: skip
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
                "adjudicates": task_id in experts,
            }
        )
    if fresh:
        await jobs.assign(tx, fresh)
