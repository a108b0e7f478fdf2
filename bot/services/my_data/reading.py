"""Everything about a person, read a page at a time, so that no size of it fills the memory."""

from collections.abc import AsyncIterator
from datetime import datetime

from bot.domain.my_data import About, Page
from bot.domain.people import Person
from bot.domain.retention import kept
from bot.domain.rules import Rules
from storage import people
from storage.database import Database
from storage.my_data import KINDS, Whose

RECORDS = 250  # with long tasks a few megabytes


async def about(db: Database, *, person_id: int, now: datetime, has_tasks: bool) -> About:
    """What stands above the records of the person."""
    async with db.read() as tx:
        person = await people.by_id(tx, person_id)
        pseudonym = (await people.pseudonyms(tx, {person_id}))[person_id]
    return About(person.name, pseudonym, person.language, person.zone, now, has_tasks)


async def pages(
    db: Database, *, person_id: int, rules: Rules, has_tasks: bool = True, records: int = RECORDS
) -> AsyncIterator[Page]:
    """Every kind of record in its order; a kind without any is one empty page.

    Each page is a transaction of its own: what is added meanwhile may be on a later page.
    """
    async with db.read() as tx:
        person = await people.by_id(tx, person_id)
    days = {one.record: one for one in kept(rules.record_days, rules.update_days)}
    for kind in KINDS:
        after: int | None = -1
        is_first = True
        while after is not None:
            async with db.read() as tx:
                found, after = await kind.page(
                    tx, _whose(person, has_tasks), after=after, most=records
                )
            yield Page(kind.name, days[kind.kept_as], tuple(found), is_first, after is None)
            is_first = False


def _whose(person: Person, has_tasks: bool) -> Whose:
    return Whose(person.id, person.telegram_id, person.language, has_tasks)
