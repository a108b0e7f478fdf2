"""Second verdicts: what waits for one, what was said, and what a third person made of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, select, update

from bot.domain.numbers import public_number
from bot.domain.pay_terms import Verdict
from bot.domain.review_sampling import Draw
from storage.database import Tx, locking
from storage.schema import lines, reviews, second_reviews
from storage.schema.columns import among, word
from storage.statements import change_row, rows_by, unless_there
from storage.twins import other_accounts

_S = second_reviews.c
_OF_LINE = (
    select(second_reviews, reviews.c.reviewer_id.label("first_by"))
    .join(reviews, reviews.c.id == _S.review_id)
    .where(_S.line_id == bindparam("line"))
)
_LOCK = locking(select(_S.id).where(_S.line_id == bindparam("line")), second_reviews)
_LOCK_NUMBER = locking(rows_by(second_reviews, "number"), second_reviews)
_BY_NUMBER = (
    select(second_reviews, reviews.c.reviewer_id.label("first_by"))
    .join(reviews, reviews.c.id == _S.review_id)
    .where(_S.number == bindparam("number"))
)
_LET_GO = (
    update(second_reviews)
    .where(_S.line_id == bindparam("line"), among(_S.state, "waiting", "doubted"))
    .values(state="lapsed")
)
_DUE = (
    select(_S.id)
    .where(_S.state == word("waiting"), _S.give_by <= bindparam("now"))
    .order_by(_S.give_by)
    .limit(bindparam("most"))
)
_LAPSE = (
    update(second_reviews)
    .where(_S.id == bindparam("which"), _S.state == word("waiting"))
    .values(state="lapsed")
)
_ADD = unless_there(second_reviews, "line_id")


@dataclass(frozen=True, slots=True)
class SecondReview:
    """A verdict that is given again; `first_by` gave the first, `reviewer_id` the second."""

    id: int
    number: str
    line_id: int
    review_id: int
    project_id: int | None
    state: str
    drawn: Draw
    give_by: datetime
    first_by: int
    reviewer_id: int | None
    verdict: Verdict | None
    item: str | None
    words: str | None
    percent: int | None
    fix: dict[str, Any] | None
    given_at: datetime | None
    agrees: bool | None
    decided_by: int | None


def _second(row: Row[Any]) -> SecondReview:
    return SecondReview(
        id=row.id, number=row.number, line_id=row.line_id, review_id=row.review_id,
        project_id=row.project_id, state=row.state, drawn=Draw(row.drawn), give_by=row.give_by,
        first_by=row.first_by, reviewer_id=row.reviewer_id,
        verdict=Verdict(row.verdict) if row.verdict else None, item=row.item, words=row.words,
        percent=row.percent, fix=row.fix, given_at=row.given_at, agrees=row.agrees,
        decided_by=row.decided_by,
    )  # fmt: skip


async def add(
    tx: Tx, *, line_id: int, review_id: int, project_id: int | None, drawn: Draw,
    give_by: datetime,
) -> None:  # fmt: skip
    """The verdict is to be given again by somebody; once for each line."""
    values = {
        "number": public_number(), "line_id": line_id, "review_id": review_id,
        "project_id": project_id, "state": "waiting", "drawn": drawn, "give_by": give_by,
    }  # fmt: skip
    await tx.execute(_ADD[tx.dialect.name], values)


async def of_line(tx: Tx, line_id: int) -> SecondReview | None:
    """What there is of a second verdict on the line."""
    row = (await tx.execute(_OF_LINE, {"line": line_id})).first()
    return _second(row) if row else None


async def locked(tx: Tx, line_id: int) -> SecondReview | None:
    """As `of_line`, kept to this transaction."""
    await tx.execute(_LOCK, {"line": line_id})
    return await of_line(tx, line_id)


async def by_number(tx: Tx, number: str, *, lock: bool = False) -> SecondReview | None:
    """The second verdict with that public number; with `lock` kept to this transaction."""
    if lock:
        await tx.execute(_LOCK_NUMBER, {"number": number})
    row = (await tx.execute(_BY_NUMBER, {"number": number})).first()
    return _second(row) if row else None


async def change(tx: Tx, second_id: int, **values: Any) -> None:
    """Set columns of a second verdict."""
    await change_row(tx, second_reviews, second_id, values)


async def give(tx: Tx, given: SecondReview) -> None:
    """The second verdict was given."""
    names = (
        "state", "reviewer_id", "verdict", "item", "words", "percent", "fix", "given_at", "agrees",
    )  # fmt: skip
    await change(tx, given.id, **{name: getattr(given, name) for name in names})


async def let_go(tx: Tx, line_id: int) -> None:
    """Nobody is asked about the line any more; what was said stays."""
    await tx.execute(_LET_GO, {"line": line_id})


async def due(tx: Tx, now: datetime, most: int) -> list[int]:
    """Those that nobody gave in time."""
    return list((await tx.execute(_DUE, {"now": now, "most": most})).scalars())


async def lapse(tx: Tx, second_id: int) -> int:
    """Nobody is asked any more, unless it was given meanwhile; says whether it was not."""
    return int((await tx.execute(_LAPSE, {"which": second_id})).rowcount)


async def doubted(
    tx: Tx, by: int, only: Collection[int] | None, *, most: int = 1000
) -> list[SecondReview]:
    """Those that took money and fell in the second look, and that person may decide on."""
    found = (
        select(second_reviews, reviews.c.reviewer_id.label("first_by"))
        .join(reviews, reviews.c.id == _S.review_id)
        .join(lines, lines.c.id == _S.line_id)
        .where(
            _S.state == word("doubted"),
            *(
                and_(one != by, one.not_in(other_accounts(by)))
                for one in (reviews.c.reviewer_id, _S.reviewer_id, lines.c.person_id)
            ),
            *([] if only is None else [_S.project_id.in_(sorted(only))]),
        )
        .order_by(_S.given_at, _S.id)
        .limit(most)
    )  # fmt: skip
    return [_second(row) for row in await tx.execute(found)]
