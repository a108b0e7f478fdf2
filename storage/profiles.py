"""What people say of themselves for work."""

from typing import Any

from sqlalchemy import bindparam, select

from bot.domain.profiles import Profile
from storage.database import Tx
from storage.schema import people
from storage.statements import change_row

_SAID = select(people.c.languages, people.c.levels, people.c.country, people.c.skills).where(
    people.c.id == bindparam("which")
)


async def of_person(tx: Tx, person_id: int) -> Profile:
    """What the person said so far."""
    return profile_in((await tx.execute(_SAID, {"which": person_id})).one())


def profile_in(row: Any) -> Profile:
    """The profile that a row of people holds."""
    return Profile(tuple(row.languages), row.levels or {}, row.country, row.skills or {})


async def save(tx: Tx, person_id: int, profile: Profile) -> None:
    """That is what the person says now."""
    values = {
        "languages": list(profile.languages), "levels": dict(profile.levels),
        "country": profile.country, "skills": dict(profile.skills),
    }  # fmt: skip
    await change_row(tx, people, person_id, values)
