"""Acts about standing: what admins decide, what arrives, what the clock does."""

from datetime import datetime, timedelta

from sqlalchemy import update

from bot.domain.notices import Delivered
from bot.domain.rules import Rules, StandingRules
from bot.domain.steps import Evidence, EvidenceKind, Step, StepKind
from bot.services import outbox, standing
from storage import schema, step_drafts, steps
from tests.services.builders import DAY, Hall

# One rating between two steps is enough for tests of the ladder.
RULES = Rules(standing=StandingRules(between_ratings=0))


async def prepare(
    hall: Hall, by: int, person: int, kind: StepKind, *, now: datetime,
    reason: str = "expired-jobs", days: int | None = None, project: str | None = None,
    at: datetime | None = None,
) -> str:  # fmt: skip
    """A decision that lacks only the confirmation; it rests on something that just happened."""
    draft = await standing.begin(hall.db, person_id=person, by=by, cause=hall.cause(), now=now)
    one = Evidence(
        EvidenceKind.event, "event", at or now, words=f"Seen at {at or now}, case {draft.number}."
    )
    async with hall.db.begin() as tx:
        await step_drafts.change(tx, draft.id, evidence=step_drafts.as_json([one]))
    await standing.choose(
        hall.db, number=draft.number, by=by, kind=kind, reason=reason, days=days, project=project
    )
    await standing.write(
        hall.db, number=draft.number, text="This is what happened, in words.", by=by
    )
    return draft.number


async def decide(
    hall: Hall, by: int, person: int, kind: StepKind, *, now: datetime,
    reason: str = "expired-jobs", days: int | None = None, project: str | None = None,
    rules: Rules = RULES,
) -> Step:  # fmt: skip
    """A step that was decided; its notice waits in the outbox."""
    number = await prepare(
        hall, by, person, kind, now=now, reason=reason, days=days, project=project
    )
    return await standing.decide(
        hall.db, number=number, by=by, cause=hall.cause(), now=now, rules=rules
    )


async def deliver(hall: Hall, *, now: datetime) -> None:
    """Everything in the outbox arrives."""
    while taken := await outbox.lease(hall.db, now, 100):
        for notice in taken:
            await outbox.settle(hall.db, notice, Delivered(notice.id + 1000), now)


async def tell(
    hall: Hall, by: int, person: int, kind: StepKind, *, now: datetime, **more: object
) -> Step:
    """A step that was decided, and whose notice has arrived."""
    made = await decide(hall, by, person, kind, now=now, **more)  # type: ignore[arg-type]
    await deliver(hall, now=now)
    async with hall.db.read() as tx:
        return await steps.by_id(tx, made.id)


async def climb(hall: Hall, by: int, person: int, *, now: datetime, to: StepKind) -> datetime:
    """Every rung up to that one, each told and two weeks after the other; returns the time."""
    from bot.domain.steps import RUNGS

    for kind in RUNGS[: RUNGS.index(to) + 1]:
        days = 7 if kind is StepKind.suspension else None
        await tell(hall, by, person, kind, now=now, days=days)
        now += 15 * DAY
    return now - 15 * DAY


async def look(hall: Hall, *, now: datetime) -> None:
    """What the clock does about standing, and what goes out because of it."""
    await standing.carry_out(hall.db, now=now)
    await standing.look_at_appeals(hall.db, now=now)
    await deliver(hall, now=now)


async def unreachable(hall: Hall, person: int, since: datetime) -> None:
    """The person has blocked the bot."""
    async with hall.db.begin() as tx:
        await tx.execute(
            update(schema.people)
            .where(schema.people.c.id == person)
            .values(unreachable_since=since)
        )


HOUR = timedelta(hours=1)
