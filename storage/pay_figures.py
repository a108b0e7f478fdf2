"""Sums over the lines of the whole hall, or of a project."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, case, func, select

from bot.domain.lines import OWED, ClientState, LineKind, LineState
from bot.domain.money import Money
from bot.domain.pay_figures import Margin, Owed
from bot.domain.projects import Offerings
from storage.database import Tx
from storage.schema import jobs, lines, payouts, project_versions
from storage.schema.columns import among, word

_EARNED = (*OWED, LineState.paid)


async def owed(tx: Tx, age_ends: Sequence[datetime]) -> list[Owed]:
    """What people are owed by state, age and currency; what is in a run by its payout's state."""
    at = lines.c.accepted_at
    age = case(
        *((at > end, number) for number, end in enumerate(age_ends)), else_=len(age_ends)
    ).label("age")
    state = case((lines.c.state == word("in run"), payouts.c.state), else_=lines.c.state)
    live = and_(payouts.c.statement_id == lines.c.statement_id, payouts.c.state != word("failed"))
    found = (
        select(state.label("stands"), age, lines.c.currency, func.count().label("many"),
               func.sum(lines.c.pay_minor).label("minor"))
        .select_from(lines)
        .outerjoin(payouts, live)
        .where(among(lines.c.state, *OWED))
        .group_by("stands", "age", lines.c.currency)
        .order_by(lines.c.currency, "stands", "age")
    )  # fmt: skip
    return [
        Owed(row.stands, row.age, row.many, Money(int(row.minor), row.currency))
        for row in await tx.execute(found)
    ]


async def margin(tx: Tx, project_id: int) -> list[Margin]:
    """What a project's work earns people, and what its client pays, by currency."""
    version = jobs.c.terms["project_version_id"].as_integer().label("version")
    counts = and_(lines.c.kind == LineKind.rating, lines.c.client != ClientState.refused)
    found = (
        select(version, lines.c.currency, func.sum(lines.c.pay_minor).label("minor"),
               func.sum(case((counts, 1), else_=0)).label("ratings"))
        .select_from(lines)
        .outerjoin(jobs, jobs.c.id == lines.c.job_id)
        .where(lines.c.project_id == project_id, among(lines.c.state, *_EARNED))
        .group_by("version", lines.c.currency)
    )  # fmt: skip
    prices = await _prices(tx, project_id)
    by: dict[str, Margin] = {}
    for row in await tx.execute(found):
        price = prices.get(row.version)
        _add(by, Margin(row.currency, int(row.minor), 0, 0, 0 if price else row.ratings))
        if price is not None:
            _add(by, Margin(price.currency, 0, price.minor * row.ratings, row.ratings, 0))
    return [by[currency] for currency in sorted(by)]


def _add(by: dict[str, Margin], more: Margin) -> None:
    old = by.get(more.currency, Margin(more.currency, 0, 0, 0, 0))
    by[more.currency] = Margin(
        more.currency, old.earned + more.earned, old.client + more.client,
        old.counted + more.counted, old.unpriced + more.unpriced,
    )  # fmt: skip


async def _prices(tx: Tx, project_id: int) -> dict[int, Money | None]:
    v = project_versions.c
    rows = await tx.execute(select(v.id, v.offer).where(v.project_id == project_id))
    return {row.id: Offerings.from_json(row.offer).client_price for row in rows}
