"""Finding a person by what is known of them: numbers, ids, names."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select

from bot.domain.people import Person
from storage import people as stored
from storage.database import Tx
from storage.schema import (
    appeals,
    jobs,
    lines,
    payouts,
    people,
    questions,
    statements,
    steps,
)

_NUMBERED = (jobs, lines, statements, payouts, steps, appeals, questions)


@dataclass(frozen=True, slots=True)
class Found:
    """A person with the stable name under which files show them."""

    person: Person
    pseudonym: str
    telegram_id: int | None


async def one(tx: Tx, person_id: int) -> Found | None:
    """The person with that internal id."""
    return next(iter(await _all(tx, [person_id])), None)


async def by_numbers(tx: Tx, numbers: Sequence[str]) -> list[Found]:
    """Whose pseudonym, work, pay, step, appeal or question has one of these numbers."""
    mine = [select(table.c.person_id).where(table.c.number.in_(numbers)) for table in _NUMBERED]
    known = or_(people.c.pseudonym.in_(numbers), *(people.c.id.in_(found) for found in mine))
    ids = (await tx.execute(select(people.c.id).where(known).order_by(people.c.id))).scalars()
    return await _all(tx, list(ids))


async def by_id_or_name(tx: Tx, text: str, most: int) -> list[Found]:
    """Who has that numeric Telegram id or username, else in whose name the text stands."""
    plain = text.removeprefix("@")
    exact = func.lower(people.c.username) == plain.lower()
    if plain.isascii() and plain.isdecimal() and len(plain) <= 16:
        exact = or_(exact, people.c.telegram_id == int(plain))
    ids = list((await tx.execute(select(people.c.id).where(exact).limit(most))).scalars())
    if not ids and plain:
        # Letters of other scripts have no lower case in SQLite: they are tried as they are too.
        like = or_(
            people.c.name.contains(plain, autoescape=True),
            func.lower(people.c.name).contains(plain.lower(), autoescape=True),
        )
        named = select(people.c.id).where(like).order_by(people.c.name, people.c.id)
        ids = list((await tx.execute(named.limit(most))).scalars())
    return await _all(tx, ids)


async def _all(tx: Tx, ids: list[int]) -> list[Found]:
    names = await stored.pseudonyms(tx, set(ids))
    known = [one for one in ids if one in names]
    found = [await stored.by_id(tx, person_id) for person_id in known]
    return [Found(person, names[person.id], person.telegram_id) for person in found]


async def usual_currency(tx: Tx, person_id: int) -> str | None:
    """The currency of the newest line of the person; none before the first."""
    newest = (
        select(lines.c.currency)
        .where(lines.c.person_id == person_id)
        .order_by(lines.c.submitted_at.desc(), lines.c.id.desc())
        .limit(1)
    )
    return (await tx.execute(newest)).scalar()
