"""What a person has done so far: jobs by state, verdicts by kind, and what speaks against them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, case, func, or_, select

from storage.database import Tx
from storage.line_kinds import FOR_A_TASK
from storage.schema import disputes, jobs, lines
from storage.schema.columns import word


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """Counts of a person's jobs by state and of ratings and flags by what came of them.

    `verdicts` has submitted (nobody judged yet), disputed, accepted, reduced and rejected. What
    was made up for counts as accepted, and nothing that is disputed counts against anybody.
    """

    jobs: dict[str, int]
    verdicts: dict[str, int]
    last_active: datetime | None


_mended = lines.alias("mended")
_LESS = or_(lines.c.state == "rejected", lines.c.pay_minor < lines.c.offered_minor)
_OUTCOME = case(
    (lines.c.state == "submitted", "submitted"),
    (select(_mended.c.id).where(_mended.c.corrects == lines.c.id).exists(), "accepted"),
    (
        and_(
            _LESS,
            select(disputes.c.id)
            .where(disputes.c.line_id == lines.c.id, disputes.c.state == word("open"))
            .exists(),
        ),
        "disputed",
    ),
    (lines.c.state == "rejected", "rejected"),
    (and_(lines.c.pay_minor > 0, lines.c.pay_minor < lines.c.offered_minor), "reduced"),
    else_="accepted",
)


async def of_person(tx: Tx, person_id: int) -> TrackRecord:
    """What the person has done so far."""
    mine = jobs.c.person_id == person_id
    states = await tx.execute(
        select(jobs.c.state, func.count()).where(mine).group_by(jobs.c.state)
    )
    judged = await tx.execute(
        select(_OUTCOME, func.count())
        .where(lines.c.person_id == person_id, FOR_A_TASK)
        .group_by(_OUTCOME)
    )
    last = select(jobs.c.last_act_at).where(mine).order_by(jobs.c.last_act_at.desc()).limit(1)
    return TrackRecord(
        {state: int(count) for state, count in states},
        {outcome: int(count) for outcome, count in judged},
        (await tx.execute(last)).scalar(),
    )


async def against(tx: Tx, person_id: int, most: int) -> list[str]:
    """The numbers of expired jobs and of work paid less or refused, each the newest first."""
    expired = (
        select(jobs.c.number)
        .where(jobs.c.person_id == person_id, jobs.c.state == "expired")
        .order_by(jobs.c.due_at.desc())
        .limit(most)
    )
    less = (
        select(lines.c.number)
        .where(
            lines.c.person_id == person_id, FOR_A_TASK,
            or_(
                lines.c.state == "rejected", lines.c.client == "refused",
                and_(
                    lines.c.state != "submitted", lines.c.pay_minor > 0,
                    lines.c.pay_minor < lines.c.offered_minor,
                ),
            ),
        )
        .order_by(lines.c.submitted_at.desc(), lines.c.id.desc())
        .limit(most)
    )  # fmt: skip
    found = [*(await tx.execute(expired)).scalars(), *(await tx.execute(less)).scalars()]
    return [str(number) for number in found]
