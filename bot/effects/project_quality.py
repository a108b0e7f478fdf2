"""How good the work on a project is: agreement on its main question, and its known answers."""

from dataclasses import dataclass

from bot.domain.main_question import main_question
from bot.domain.projects import Project
from bot.effects.measured import agreement_on_main
from storage import gold
from storage.database import Tx
from storage.measures import Measure


@dataclass(frozen=True, slots=True)
class Quality:
    """Agreement on the main question, none: not measured yet; known answers right, of how many.

    Without `has_answer` no question has one answer for a task.
    """

    agreement: Measure | None
    gold: tuple[int, int]
    has_answer: bool


async def quality_of(tx: Tx, project: Project) -> Quality:
    """How good the work on the project is, as of the last night and of the scores until now."""
    right = await gold.accuracy_of_project(tx, project.id)
    has_answer = main_question(project.scheme) is not None
    return Quality(await agreement_on_main(tx, project), right, has_answer)
