"""What a project needs to know about a person before a claim, and does not know yet."""

from datetime import datetime

from bot.domain.gates import Gate, GateKind
from bot.domain.people import Person
from bot.domain.profiles import Question, questions
from bot.domain.projects import Project
from bot.domain.requirements import open_questions
from bot.effects.requirement_facts import facts_for
from storage import profiles
from storage.database import Tx


async def asked(tx: Tx, person: Person, project: Project, now: datetime) -> tuple[Question, ...]:
    """What must be asked before a job of the project, the first to ask first."""
    offer = project.offer
    if not offer.languages and not offer.wanted.asks_anything and offer.requires is None:
        return ()
    said = await profiles.of_person(tx, person.id)
    found = questions(said, offer.languages, offer.wanted)
    if offer.requires is not None:
        facts = await facts_for(tx, person.id, offer, said, now)
        found = tuple(dict.fromkeys((*found, *open_questions(offer.requires, facts))))
    return found


async def find(tx: Tx, person: Person, project: Project, now: datetime) -> Gate | None:
    """The first of these questions."""
    left = await asked(tx, person, project, now)
    return Gate(GateKind.profile, left[0].code) if left else None
