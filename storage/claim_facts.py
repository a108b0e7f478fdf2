"""What decides about a claim, read in one exchange: most people have nothing in their way."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select

from bot.domain.day_caps import Today
from bot.domain.profiles import Profile
from storage.closings import BARS
from storage.database import Tx
from storage.jobs import COUNT_OPEN
from storage.line_kinds import FOR_A_TASK
from storage.profiles import profile_in
from storage.schema import jobs, lines, people
from storage.schema.columns import among
from storage.steps import BARRING

_FACTS = select(
    people.c.languages, people.c.levels, people.c.country, people.c.skills,
    COUNT_OPEN.correlate(None).scalar_subquery().label("open_jobs"),
    BARRING.correlate(None).exists().label("barred"),
    BARS.correlate(None).exists().label("closed"),
).where(people.c.id == bindparam("which"))  # fmt: skip

# What a person was given of the day: work that was not given back, taken back or left to expire.
_OF_DAY = (
    jobs.c.person_id == bindparam("person"), jobs.c.claimed_at >= bindparam("since"),
    jobs.c.review_id.is_(None), among(jobs.c.state, "active", "submitted", "settled"),
)  # fmt: skip
_TODAY = select(
    select(func.count()).where(*_OF_DAY).scalar_subquery().label("jobs"),
    select(func.count())
    .where(*_OF_DAY, jobs.c.project_id == bindparam("project"))
    .scalar_subquery()
    .label("of_project"),
    select(func.coalesce(func.sum(lines.c.pay_minor), 0))
    .where(
        lines.c.person_id == bindparam("person"), lines.c.submitted_at >= bindparam("since"),
        lines.c.currency == bindparam("currency"), FOR_A_TASK,
    )
    .scalar_subquery()
    .label("minor"),
)  # fmt: skip


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


async def today(
    tx: Tx, person_id: int, project_id: int, *, currency: str, since: datetime
) -> Today:
    """What the person has had since then: jobs, those of the project, money in the currency."""
    given = {"person": person_id, "project": project_id, "currency": currency, "since": since}
    row = (await tx.execute(_TODAY, given)).one()
    return Today(int(row.jobs), int(row.of_project), int(row.minor))
