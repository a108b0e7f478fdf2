"""Finding a person, and what an admin sees of one."""

from dataclasses import dataclass

from bot.domain.numbers import readings
from bot.domain.people import require_admin
from bot.domain.refusal import Refused
from storage import finding, lines, people, track_records
from storage.database import Database
from storage.finding import Found
from storage.track_records import TrackRecord

__all__ = ["MOST", "Dossier", "Found", "dossier", "find"]

MOST = 8


@dataclass(frozen=True, slots=True)
class Dossier:
    """One person as admins see them; `earned` is (state, currency) to (count, minor units)."""

    found: Found
    earned: dict[tuple[str, str], tuple[int, int]]
    done: TrackRecord


async def find(db: Database, text: str, *, by: int) -> list[Found]:
    """Who is meant: by number, id or username, else by a part of the name; one more than shown."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        numbers = readings(text)
        found = await finding.by_numbers(tx, numbers) if numbers else []
        return found or await finding.by_id_or_name(tx, text.strip(), MOST + 1)


async def dossier(db: Database, person_id: int, *, by: int) -> Dossier:
    """All that there is to see of the person."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        found = await finding.one(tx, person_id)
        if found is None:
            raise Refused("no-person")
        done = await track_records.of_person(tx, person_id)
        return Dossier(found, await lines.sums_of(tx, person_id), done)
