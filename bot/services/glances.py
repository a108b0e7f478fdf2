"""How far projects are, and what about them waits or is not as it should be: for their list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.projects import Project, ProjectState
from bot.effects.find_project import coordinated
from bot.effects.measured import agreement_on_main
from storage import answers, calls, gold_desk, pulled, review_queue, tasks
from storage.database import Database, Tx
from storage.measures import Measure


@dataclass(frozen=True, slots=True)
class Glance:
    """What about a project waits for somebody: answers, gold in doubt, pulled tasks, reviews.

    `is_uncalled`: there is work to give out, and no call by which anybody learns of it. `counts`
    are its tasks, slots and ratings.
    """

    agreement: Measure | None
    unsure: int
    doubted: int
    pulled: int
    to_review: int
    is_uncalled: bool
    counts: Mapping[str, int] = field(default_factory=dict)


async def at_a_glance(db: Database, keys: Sequence[str], *, by: int) -> dict[str, Glance]:
    """What is wrong with each of these projects, by its key, for who coordinates them."""
    async with db.read() as tx:
        found = [await coordinated(tx, key, by) for key in keys]
        ids = [one.id for one in found]
        doubted = await gold_desk.suspended_in(tx, ids)
        unsure = await answers.for_coordinators(tx, ids)
        to_review = {one.project_id: one.count for one in await review_queue.waiting(tx, by, ids)}
        return {
            one.key: await _glance(
                tx, one, unsure.get(one.id, 0), doubted.get(one.id, 0), to_review.get(one.id, 0)
            )
            for one in found
        }


async def _glance(
    tx: Tx, project: Project, unsure: int, doubted: int, to_review: int
) -> Glance:  # fmt: skip
    out = await pulled.count(tx, project.id)
    counts = await tasks.progress(tx, project.id)
    has_work = project.state is ProjectState.open and counts["open_slots"] > 0
    return Glance(
        agreement=await agreement_on_main(tx, project), unsure=unsure, doubted=doubted,
        pulled=out.pulled - out.left_out, to_review=to_review,
        is_uncalled=has_work and not await calls.unclosed(tx, project.id), counts=counts,
    )  # fmt: skip
