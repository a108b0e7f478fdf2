"""A hall with money in every state: what is expected, owed, waited for, paid, failed, refused."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.domain.lines import LineKind
from bot.domain.money import Money
from bot.domain.pay_terms import PayTerms, Verdict
from bot.domain.payouts import PayoutState
from bot.domain.people import Role
from bot.domain.ratings import FlagKind
from bot.domain.rules import PayRules
from bot.effects.owe_line import owe_line
from bot.effects.settle_rating import settle_job, settle_rating
from bot.services import payouts, payruns, ratings, reviews
from storage import jobs, lines, projects, schema
from tests.services.builders import A_BETTER, DAY, MINUTE, NOW, Hall

# NOW is Tuesday, 15 January 2030, 12:00 UTC.
FRIDAY = datetime(2030, 1, 18, 12, tzinfo=UTC)
WEEK = timedelta(days=7)
PAY = PayRules(thresholds={"USD": 100})


async def judge(
    hall: Hall, line_id: int, verdict: Verdict, *, now: datetime, reason: str | None = None
) -> None:
    """The verdict on the rating or flag of a submitted line."""
    async with hall.db.begin() as tx:
        (line,) = await lines.locked(tx, [line_id])
        assert line.job_id is not None
        assert line.assignment_id is not None
        job = await jobs.locked_by_id(tx, line.job_id)
        await projects.lock(tx, job.project_id)
        one = await jobs.assignment(tx, line.assignment_id)
        await settle_rating(
            tx, job=job, assignment=one, line=line, verdict=verdict, now=now, reason=reason,
            because=reason and "in words",
        )  # fmt: skip
        await settle_job(tx, job.id, now=now)


async def owe(
    hall: Hall, person_id: int, money: Money, *, now: datetime, corrects: int | None = None
) -> None:
    """A bonus, or what makes up for another line."""
    kind = LineKind.bonus if corrects is None else LineKind.correction
    async with hall.db.begin() as tx:
        await owe_line(
            tx, person_id=person_id, project_id=None, kind=kind, money=money, reason="thanks",
            because=None, by=None, now=now, corrects=corrects,
        )  # fmt: skip


async def submitted(hall: Hall, person_id: int) -> list[int]:
    """The person's lines that wait for a verdict, by id."""
    table = schema.lines
    mine = (table.c.person_id == person_id) & (table.c.state == "submitted")
    async with hall.db.read() as tx:
        found = await tx.execute(select(table.c.id).where(mine).order_by(table.c.id))
        return list(found.scalars())


async def mark(hall: Hall, person_id: int, state: PayoutState, *, by: int, now: datetime) -> None:
    """What the payer says of the person's oldest payout that is not settled."""
    table = schema.payouts
    mine = (table.c.person_id == person_id) & table.c.state.in_(("due", "sent"))
    oldest = (await hall.rows(table, mine))[0]
    await payouts.mark(
        hall.db, number=oldest.number, state=state, reference="R1", reason="closed", by=by,
        cause=hall.cause(), now=now,
    )  # fmt: skip


async def fill(hall: Hall) -> None:
    """Three people, three weeks: every state of a line and a payout is met."""
    boss = await hall.person("Boss", roles=(Role.admin,))
    ada, ben, cy = await hall.people(3)
    await hall.project(tasks=10)
    call = await hall.call()
    gated = PayTerms(confirm_days=7)
    await hall.project("gated", tasks=5, pay=Money(70, "JPY"), pay_terms=gated)
    asked = await hall.call("gated")

    job = await hall.rate(await hall.claim(call, ada), *[A_BETTER] * 4)
    await ratings.flag(hall.db, await hall.act(job), kind=FlagKind.broken)
    await hall.submit(job)
    await hall.sweep_submissions(now=NOW + MINUTE)
    await hall.finish(await hall.claim(asked, ben))
    first, second, third, *_ = await submitted(hall, ada)
    await judge(hall, first, Verdict.accepted, now=NOW + DAY)
    await judge(hall, second, Verdict.fixed, now=NOW + DAY, reason="facts")
    await judge(hall, third, Verdict.rejected, now=NOW + DAY, reason="care")
    await owe(hall, ada, Money(150, "USD"), now=NOW + DAY)
    await owe(hall, ben, Money(20, "USD"), now=NOW + DAY)
    await payruns.run_due(hall.db, now=FRIDAY, rules=PAY)
    for state in (PayoutState.sent, PayoutState.failed, PayoutState.paid):
        await mark(hall, ada, state, by=boss, now=FRIDAY + DAY)

    await owe(hall, ada, Money(40, "USD"), now=FRIDAY + DAY, corrects=third)
    await owe(hall, ada, Money(90, "USD"), now=FRIDAY + DAY)
    await reviews.accept_overdue(hall.db, now=FRIDAY + DAY)
    await owe(hall, cy, Money(1500, "KWD"), now=FRIDAY + DAY)
    await payruns.run_due(hall.db, now=FRIDAY + WEEK, rules=PAY)
    await mark(hall, ada, PayoutState.sent, by=boss, now=FRIDAY + WEEK)
    await payruns.run_due(hall.db, now=FRIDAY + 2 * WEEK, rules=PAY)
    await owe(hall, cy, Money(30, "USD"), now=FRIDAY + 2 * WEEK)
    await hall.finish(await hall.claim(call, cy))
