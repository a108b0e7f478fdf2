"""Places held for people: by a newcomer's tap, by a question before a job, by a private call."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, func, insert, or_, select, update

from bot.domain.calls import Call, OfferState
from storage.database import Tx
from storage.schema import calls, jobs, offers, people
from storage.schema.columns import Moment, word
from storage.statements import change_row


@dataclass(frozen=True, slots=True)
class Offer:
    """A place held for one person; by a `private` call, or by the own tap."""

    id: int
    call_id: int
    call_number: str
    project_id: int
    person_id: int
    state: OfferState
    until: datetime
    private: bool
    made_at: datetime | None
    told_at: datetime | None
    message_id: int | None
    reason: str | None


_OFFER: Select[Any] = select(
    offers.c.id, offers.c.call_id, offers.c.person_id, offers.c.state, offers.c.until,
    offers.c.private, offers.c.made_at, offers.c.told_at, offers.c.message_id,
    offers.c.reason,
    calls.c.number, calls.c.project_id,
).join(calls, calls.c.id == offers.c.call_id)  # fmt: skip
_HELD_BY = _OFFER.where(
    offers.c.call_id == bindparam("call"), offers.c.person_id == bindparam("person"),
    offers.c.state == word("held"),
)  # fmt: skip
_OF_PERSON = _OFFER.where(
    offers.c.person_id == bindparam("person"), offers.c.state == word("held")
).order_by(offers.c.id.desc())
_NOW = bindparam("now", type_=Moment)
# Who took or handed in work since, or is paused, may have come to the end of what one is given.
_DOUBTFUL = (
    _OFFER.join(people, people.c.id == offers.c.person_id)
    .where(
        offers.c.state == word("held"), offers.c.until > _NOW, people.c.arrival == word("done"),
        or_(
            and_(
                people.c.pause.is_not(None),
                or_(people.c.paused_until.is_(None), people.c.paused_until > _NOW),
            ),
            select(jobs.c.id)
            .where(
                jobs.c.person_id == offers.c.person_id,
                or_(
                    jobs.c.claimed_at >= offers.c.made_at, jobs.c.submitted_at >= offers.c.made_at
                ),
            )
            .exists(),
        ),
    )
    .order_by(offers.c.until)
)  # fmt: skip
_HELD = (
    select(func.count().filter(offers.c.call_id == bindparam("call")), func.count())
    .select_from(offers)
    .join(calls, calls.c.id == offers.c.call_id)
    .where(
        calls.c.project_id == bindparam("project"),
        offers.c.state == word("held"),
        offers.c.person_id != bindparam("but_for"),
    )
)


def _offer(row: Row[Any]) -> Offer:
    return Offer(
        id=row.id, call_id=row.call_id, call_number=row.number, project_id=row.project_id,
        person_id=row.person_id, state=OfferState(row.state), until=row.until,
        private=row.private, made_at=row.made_at, told_at=row.told_at,
        message_id=row.message_id, reason=row.reason,
    )  # fmt: skip


async def hold(
    tx: Tx, call_id: int, person_id: int, *, now: datetime, until: datetime,
    private: bool = False,
) -> int | None:  # fmt: skip
    """Hold a place for the person; who has one keeps it. Returns the id of a new one."""
    if await held_by(tx, call_id, person_id) is not None:
        return None
    added = insert(offers).values(
        call_id=call_id, person_id=person_id, state=OfferState.held, until=until, made_at=now,
        private=private,
    )  # fmt: skip
    return int((await tx.execute(added.returning(offers.c.id))).scalar_one())


async def by_id(tx: Tx, offer_id: int) -> Offer:
    """The place that was held, whatever became of it; it must exist."""
    return _offer((await tx.execute(_OFFER.where(offers.c.id == offer_id))).one())


async def held_by(tx: Tx, call_id: int, person_id: int) -> Offer | None:
    """The place that the call holds for the person."""
    row = (await tx.execute(_HELD_BY, {"call": call_id, "person": person_id})).first()
    return _offer(row) if row else None


async def private_of(tx: Tx, call_number: str, person_id: int) -> Offer | None:
    """What came of the newest private call to the person; none where none was made."""
    mine = _OFFER.where(
        calls.c.number == call_number, offers.c.person_id == person_id, offers.c.private
    )
    row = (await tx.execute(mine.order_by(offers.c.id.desc()))).first()
    return _offer(row) if row else None


async def of_person(
    tx: Tx, person_id: int, *, project_id: int | None = None, at: datetime | None = None
) -> list[Offer]:
    """The places held for a person, newest first: of one project, and good `at` that moment."""
    found = [_offer(row) for row in await tx.execute(_OF_PERSON, {"person": person_id})]
    return [
        one
        for one in found
        if project_id in (None, one.project_id) and (at is None or one.until > at)
    ]


async def held_of(tx: Tx, call_id: int) -> list[Offer]:
    """The places that the call holds."""
    mine = _OFFER.where(offers.c.call_id == call_id, offers.c.state == word("held"))
    return [_offer(row) for row in await tx.execute(mine.order_by(offers.c.id))]


async def change(tx: Tx, offer_id: int, **values: Any) -> None:
    """Set columns of an offer."""
    await change_row(tx, offers, offer_id, values)


async def has_lapsed(tx: Tx, person_id: int) -> bool:
    """Whether a place that was held for the person has lapsed."""
    gone = select(offers.c.id).where(offers.c.person_id == person_id, offers.c.state == "lapsed")
    return (await tx.execute(gone.limit(1))).first() is not None


async def count_held(tx: Tx, call: Call, *, but_for: int | None = None) -> tuple[int, int]:
    """How many places are held by the call, and by others of its project (a person left out)."""
    nobody = 0
    facts = {"call": call.id, "project": call.project_id, "but_for": but_for or nobody}
    mine, in_all = (await tx.execute(_HELD, facts)).one()
    return mine, in_all - mine


async def held_until(tx: Tx, project_id: int, now: datetime) -> datetime | None:
    """When the last of the places ends that calls of the project hold; none when none is held."""
    found = (
        select(func.max(offers.c.until))
        .join(calls, calls.c.id == offers.c.call_id)
        .where(
            calls.c.project_id == project_id, offers.c.state == word("held"), offers.c.until > now
        )
    )
    until: datetime | None = (await tx.execute(found)).scalar()
    return until


async def end(tx: Tx, offer_id: int, state: OfferState) -> None:
    """The held place was claimed, declined, or lapsed."""
    await tx.execute(update(offers).where(offers.c.id == offer_id).values(state=state))


async def overdue(tx: Tx, now: datetime, limit: int) -> list[Offer]:
    """Held places whose time is over."""
    over = _OFFER.where(offers.c.state == word("held"), offers.c.until <= now)
    rows = await tx.execute(over.order_by(offers.c.until).limit(limit))
    return [_offer(row) for row in rows]


async def doubtful(tx: Tx, now: datetime, limit: int) -> list[Offer]:
    """Places held for who may have lost the right to claim them since they were made."""
    return [_offer(row) for row in await tx.execute(_DOUBTFUL.limit(limit), {"now": now})]
