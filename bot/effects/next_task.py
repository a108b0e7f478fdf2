"""Whether a project has a task for somebody, and why not."""

from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.tiers import EXPERT_TIER, skill_of
from bot.effects.measured import tier_of
from storage import expert_queue, tasks, twins
from storage.database import Tx


async def has_next(tx: Tx, person_id: int, project: Project) -> bool:
    """Whether an open task is for the person that neither they nor a twin of theirs met."""
    same = await twins.of_person(tx, person_id)
    if await tasks.has_next(tx, person_id=person_id, project_id=project.id, twins=same):
        return True
    if not await expert_queue.is_waiting(tx, project.id):
        return False
    tier = await tier_of(tx, person_id, skill_of(project.offer.skill)) or 0
    return await expert_queue.has_next(
        tx, person_id=person_id, project_id=project.id, tier=tier, twins=same
    )


async def none_left(tx: Tx, person_id: int, project: Project) -> Refused:
    """Why no task is left: all seen, by another account of theirs, or the rest is for experts."""
    same = await twins.of_person(tx, person_id)
    if same and await tasks.has_next(tx, person_id=person_id, project_id=project.id):
        return Refused("seen-elsewhere", project=project.name)
    for_experts = await expert_queue.has_next(
        tx, person_id=person_id, project_id=project.id, tier=EXPERT_TIER, twins=same
    )
    if for_experts:
        return Refused("experts-only", project=project.name)
    return Refused("seen-all", project=project.name)
