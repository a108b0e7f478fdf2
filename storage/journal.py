"""The journal: append-only, who did what to whom."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, String, cast, insert, literal, or_, select, union_all

from bot.domain.journal import Entry, Narrowed
from storage.database import Tx
from storage.schema import (
    appeals,
    jobs,
    journal,
    lines,
    payout_methods,
    payouts,
    people,
    questions,
    statements,
)

_APPEND = insert(journal)


async def append(
    tx: Tx, *, at: datetime, actor_id: int | None, act: str, subject: str,
    before: dict[str, Any] | None = None, after: dict[str, Any] | None = None,
) -> None:  # fmt: skip
    """Add one entry; nothing here ever changes one."""
    entry = {
        "at": at, "actor_id": actor_id, "act": act, "subject": subject, "before": before,
        "after": after,
    }  # fmt: skip
    await tx.execute(_APPEND, entry)


async def about(tx: Tx, subject: str) -> list[tuple[datetime, int | None, str]]:
    """All entries about a subject, oldest first: when, by whom, what."""
    found = select(journal.c.at, journal.c.actor_id, journal.c.act)
    rows = await tx.execute(found.where(journal.c.subject == subject).order_by(journal.c.id))
    return [(row.at, row.actor_id, row.act) for row in rows]


# Under what subjects a person's things stand in the journal.
_THINGS = (
    ("job:", jobs, jobs.c.number), ("line:", lines, lines.c.number),
    ("statement:", statements, statements.c.number), ("payout:", payouts, payouts.c.number),
    ("payout-method:", payout_methods, payout_methods.c.number),
    ("question:", questions, cast(questions.c.id, String)),
    ("appeal:", appeals, appeals.c.number),
)  # fmt: skip


def _about(person_id: int) -> ColumnElement[bool]:
    mine = union_all(
        *(
            select(literal(name) + number).where(table.c.person_id == person_id)
            for name, table, number in _THINGS
        )
    )
    return or_(journal.c.subject == f"person:{person_id}", journal.c.subject.in_(mine))


def _entry(row: Row[Any]) -> Entry:
    return Entry(row.id, row.at, row.actor_id, row.act, row.subject, row.before, row.after)


async def newest(
    tx: Tx, asked: Narrowed, span: tuple[datetime, datetime] | None, *, before: int, most: int
) -> list[Entry]:
    """The newest entries below that id (0: of all) that fit; `span` is the day that is asked."""
    found = select(journal).order_by(journal.c.id.desc()).limit(most)
    if before:
        found = found.where(journal.c.id < before)
    if asked.about is not None:
        found = found.where(_about(asked.about))
    if asked.by is not None:
        found = found.where(
            journal.c.actor_id == asked.by if asked.by else journal.c.actor_id.is_(None)
        )
    if asked.act is not None:
        found = found.where(journal.c.act == asked.act)
    if span is not None:
        found = found.where(journal.c.at >= span[0], journal.c.at < span[1])
    return [_entry(row) for row in await tx.execute(found)]


async def names(tx: Tx, person_ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Name and pseudonym of these people; the name is empty after an erasure."""
    columns = select(people.c.id, people.c.name, people.c.pseudonym)
    rows = await tx.execute(columns.where(people.c.id.in_(list(person_ids))))
    return {row.id: (row.name, row.pseudonym) for row in rows}


async def acts(tx: Tx) -> list[str]:
    """Every act that the journal knows of."""
    return list((await tx.execute(select(journal.c.act).distinct())).scalars())
