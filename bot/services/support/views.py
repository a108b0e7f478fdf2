"""Questions as their asker sees them, and as those see them who answer."""

from dataclasses import dataclass

from bot.domain.people import Person
from bot.domain.questions import (
    STAFF,
    Question,
    QuestionState,
    Said,
    is_staff,
    require_answerer,
    require_staff,
)
from bot.domain.refusal import Refused
from storage import people, questions
from storage.database import Database, Tx


@dataclass(frozen=True, slots=True)
class Shown:
    """A question with its conversation; `person` is who asked."""

    question: Question
    person: Person
    owner: Person | None
    said: list[Said]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked, the newest first, and what the person is to answer for the hall."""

    person: Person
    questions: list[Question]
    owned: list[Question]
    openings: dict[int, str]  # how each begins


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that waits for an answer, with the names of askers and owners."""

    person: Person
    questions: list[Question]
    names: dict[int, str]


async def mine(db: Database, *, by: int) -> Asked:
    """The person's own questions; of those that are closed only the latest."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        found = await questions.of_person(tx, by)
        closed = [one for one in found if one.state is QuestionState.closed][:3]
        going_on = [one for one in found if one.state is not QuestionState.closed]
        owned = await questions.owned(tx, by) if is_staff(person) else []
        shown = [*going_on, *closed]
        begin = {one.id: (await questions.said(tx, one.id))[0].words for one in (*shown, *owned)}
        return Asked(person, shown, owned, begin)


async def asked(db: Database, number: str, *, by: int) -> Shown:
    """The question of that number, for its asker."""
    async with db.read() as tx:
        one = await questions.by_number(tx, number)
        if one is None or one.person_id != by:
            raise Refused("question-unknown")
        return await _shown(tx, one)


async def waiting(db: Database, number: str, *, by: int) -> Shown:
    """The question of that number, for who is to answer it."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        one = await questions.by_number(tx, number)
        if one is None:
            raise Refused("question-unknown")
        require_answerer(one, person)
        return await _shown(tx, one)


async def everything(db: Database, *, by: int) -> Desk:
    """What waits for an answer: all of it for admins, their own for coordinators."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        require_staff(person)
        found = await questions.waiting(tx) if person.is_admin else await questions.owned(tx, by)
        found = [one for one in found if one.person_id != by]
        concerned = {one.person_id for one in found} | {one.owner_id or 0 for one in found}
        names = {who: (await people.by_id(tx, who)).name for who in concerned - {0}}
        return Desk(person, found, names)


async def owners(db: Database, number: str, *, by: int) -> list[Person]:
    """To whom the question can be passed on."""
    one = await waiting(db, number, by=by)
    async with db.read() as tx:
        staff = await people.with_role(tx, *STAFF)
    barred = (one.question.person_id, one.question.owner_id)
    return [person for person in staff if person.id not in barred]


async def _shown(tx: Tx, one: Question) -> Shown:
    owner = await people.by_id(tx, one.owner_id) if one.owner_id is not None else None
    person = await people.by_id(tx, one.person_id)
    return Shown(one, person, owner, list(await questions.said(tx, one.id)))
