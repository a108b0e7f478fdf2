"""What the database says of a hall at work: whether it rests, what is open, whose card is true."""

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, and_, func, select

from sandbox import Person
from storage.database import Database
from storage.schema import inbox, jobs, notices, people

# Buttons that name the job and the step of the card they stand on.
ON_A_CARD = frozenset({"a", "u", "x", "sr", "fr", "ga", "gr"})


def _owed() -> ColumnElement[bool]:
    due = notices.c.not_before <= datetime.now(UTC)
    return notices.c.state.in_(("queued", "sending")) & due


async def is_quiet(db: Database) -> bool:
    """Whether no update waits and no notice is due."""
    async with db.read() as tx:
        new = select(inbox.c.update_id).where(inbox.c.state == "new").limit(1)
        owed = select(notices.c.id).where(_owed()).limit(1)
        return not (await tx.execute(new)).first() and not (await tx.execute(owed)).first()


async def is_over(db: Database) -> bool:
    """Whether nobody has an active job any more, and nothing waits."""
    async with db.read() as tx:
        if (await tx.execute(select(jobs.c.id).where(jobs.c.state == "active").limit(1))).first():
            return False
    return await is_quiet(db)


async def unrest(db: Database) -> list[str]:
    """What waits although it should not."""
    async with db.read() as tx:
        new = select(inbox.c.update_id, inbox.c.error).where(inbox.c.state == "new")
        owed = select(notices.c.kind, notices.c.state, notices.c.error).where(_owed())
        return [f"waits: {tuple(row)}" for found in (new, owed) for row in await tx.execute(found)]


async def unfinished(db: Database) -> list[str]:
    """The jobs that nobody could finish."""
    async with db.read() as tx:
        found = (
            select(people.c.name, jobs.c.number, jobs.c.position, jobs.c.size, jobs.c.submits_at)
            .join(people, people.c.id == jobs.c.person_id)
            .where(jobs.c.state == "active")
        )
        return [f"unfinished: {tuple(row)}" for row in await tx.execute(found)]


async def set_aside(db: Database) -> list[str]:
    """Updates that failed for good, and notices that never went out."""
    async with db.read() as tx:
        aside = select(inbox.c.update_id, inbox.c.error).where(inbox.c.state == "aside")
        lost = notices.c.state.in_(("failed", "uncertain", "undeliverable"))
        never = select(notices.c.kind, notices.c.state, notices.c.error).where(lost)
        told = [f"update set aside: {tuple(row)}" for row in await tx.execute(aside)]
        return told + [f"notice lost: {tuple(row)}" for row in await tx.execute(never)]


async def without_card(db: Database, everybody: list[Person]) -> list[str]:
    """Active jobs of which no message in the person's chat shows the present step."""
    shown: dict[int, set[tuple[str, str]]] = {}
    for person in everybody:
        data = [b.data for m in person.inbox() for b in m.buttons if b.data is not None]
        parts = [one.split(":") for one in data]
        shown[person.id] = {(p[1], p[2]) for p in parts if p[0] in ON_A_CARD}
    async with db.read() as tx:
        found = (
            select(people.c.telegram_id, people.c.name, jobs.c.number, jobs.c.step)
            .join(people, people.c.id == jobs.c.person_id)
            .where(jobs.c.state == "active")
        )
        return [
            f"no card shows job {row.number} of {row.name} at step {row.step}"
            for row in await tx.execute(found)
            if (row.number, str(row.step)) not in shown.get(row.telegram_id, set())
        ]


async def counts(db: Database) -> dict[str, int]:
    """How many jobs there are, by what became of them."""
    async with db.read() as tx:
        found = select(jobs.c.state, func.count()).group_by(jobs.c.state)
        sent = select(func.count()).where(and_(notices.c.repeated, notices.c.state == "sent"))
        by_state = {str(state): int(number) for state, number in await tx.execute(found)}
        return {
            "jobs": sum(by_state.values()),
            "submitted": by_state.get("submitted", 0),
            "repeated": int((await tx.execute(sent)).scalar_one()),
        }
