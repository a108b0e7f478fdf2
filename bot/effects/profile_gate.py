"""What a project needs to know about a person before a claim, and does not know yet."""

from datetime import datetime

from bot.domain.gates import Gate, GateKind
from bot.domain.people import Person
from bot.domain.profiles import Question, questions
from bot.domain.projects import Project
from storage import profiles
from storage.database import Tx


async def asked(tx: Tx, person: Person, project: Project) -> tuple[Question, ...]:
    """What must be asked before a job of the project, the first to ask first."""
    offer = project.offer
    if not offer.languages and not offer.wanted.asks_anything:
        return ()
    return questions(await profiles.of_person(tx, person.id), offer.languages, offer.wanted)


async def find(tx: Tx, person: Person, project: Project, now: datetime) -> Gate | None:
    """The first of these questions."""
    del now
    left = await asked(tx, person, project)
    return Gate(GateKind.profile, left[0].code) if left else None
