"""Giving back the slots of assignments that will not be rated in their job."""

from bot.domain.ratings import Assignment
from storage import jobs, projects, tasks
from storage.database import Tx


async def free_slots(tx: Tx, project_id: int, let_go: list[Assignment]) -> None:
    """The assignments hold no slot any more; drafts stay for a re-offer."""
    if not let_go:
        return
    for one in let_go:
        await jobs.change_assignment(tx, one.id, held=False)
    # A pulled task gets its slot back, but nobody will fill it.
    usable = await tasks.change_slots(tx, [one.task_id for one in let_go], 1)
    await projects.change_slots(tx, project_id, usable)
