"""How sure the answers of a project are, where its overlap follows that."""

from bot.domain.overlap import Tally
from bot.domain.projects import Project
from storage import answers
from storage.database import Tx


async def answered(tx: Tx, project: Project) -> Tally | None:
    """How many answers are sure, and for whom the others wait; none with a fixed overlap."""
    rule = project.offer.confidence
    return None if rule is None else await answers.tally(tx, project.id, target=rule.target)
