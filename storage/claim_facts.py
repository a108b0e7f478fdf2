"""What decides about a claim, read in one exchange: most people have nothing in their way."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from bot.domain.profiles import Profile
from storage.closings import BARS
from storage.database import Tx
from storage.jobs import COUNT_OPEN
from storage.profiles import profile_in
from storage.schema import people
from storage.steps import BARRING

_FACTS = select(
    people.c.languages, people.c.levels, people.c.country, people.c.skills,
    COUNT_OPEN.correlate(None).scalar_subquery().label("open_jobs"),
    BARRING.correlate(None).exists().label("barred"),
    BARS.correlate(None).exists().label("closed"),
).where(people.c.id == bindparam("which"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """What a person said, the jobs they hold, and whether steps or a closing need a look."""

    profile: Profile
    open_jobs: int
    barred: bool
    closed: bool


async def of_person(tx: Tx, person_id: int, country: str | None) -> ClaimFacts:
    """The facts of the person, who lives in that country as far as the hall knows."""
    given = {"which": person_id, "person": person_id, "person_id": person_id, "country": country}
    row = (await tx.execute(_FACTS, given)).one()
    return ClaimFacts(profile_in(row), int(row.open_jobs), bool(row.barred), bool(row.closed))
