"""What accepted work earned in a week, against the active time that it took."""

from sqlalchemy import and_, func, select

from bot.domain.fair_pay import REASON, Week, Worked
from bot.domain.lines import LineKind
from bot.domain.money import Money
from storage.database import Tx
from storage.line_kinds import FOR_A_TASK
from storage.schema import assignments, lines

_made_up = lines.alias("made_up")
_ADDED = (
    select(func.coalesce(func.sum(_made_up.c.pay_minor), 0))
    .where(_made_up.c.corrects == lines.c.id)
    .correlate(lines)
    .scalar_subquery()
)


async def worked(
    tx: Tx, week: Week, *, project_id: int | None = None, person_id: int | None = None
) -> list[Worked]:
    """By person, project and currency: ratings and flags accepted in that week.

    What a correction added to one of them later counts as earned by it.
    """
    accepted = [
        FOR_A_TASK,
        lines.c.accepted_at >= week.start,
        lines.c.accepted_at < week.end,
    ]
    if project_id is not None:
        accepted.append(lines.c.project_id == project_id)
    if person_id is not None:
        accepted.append(lines.c.person_id == person_id)
    each = (
        select(
            lines.c.person_id, lines.c.project_id, lines.c.currency,
            (lines.c.pay_minor + _ADDED).label("minor"), assignments.c.active_seconds,
        )
        .join(assignments, assignments.c.id == lines.c.assignment_id)
        .where(and_(*accepted))
        .subquery()
    )  # fmt: skip
    whose = (each.c.project_id, each.c.person_id, each.c.currency)
    found = (
        select(*whose, func.sum(each.c.minor).label("minor"),
               func.sum(each.c.active_seconds).label("seconds"), func.count().label("many"))
        .group_by(*whose)
        .order_by(*whose)
    )  # fmt: skip
    return [
        Worked(row.person_id, row.project_id, Money(int(row.minor), row.currency),
               round(row.seconds), row.many)
        for row in await tx.execute(found)
    ]  # fmt: skip


async def topped_up(tx: Tx, week: Week) -> set[tuple[int, int, str]]:
    """Whose week was made up for: project, person and currency."""
    found = select(lines.c.project_id, lines.c.person_id, lines.c.currency).where(
        lines.c.kind == LineKind.top_up, lines.c.reason == REASON, lines.c.because == str(week)
    )
    return {(row.project_id, row.person_id, row.currency) for row in await tx.execute(found)}
