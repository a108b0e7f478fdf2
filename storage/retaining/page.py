"""One page of a deletion, and how much there is to delete."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import TextClause, bindparam, text

from bot.domain.ledger import Movement, opening
from storage import ledger
from storage.database import Tx
from storage.retaining.phase import Phase
from storage.schema import Moment

# ruff: noqa: S608 - nothing but our own words
_OPENINGS = f"SELECT key FROM entries WHERE movement = '{Movement.opening}'"


@dataclass(frozen=True, slots=True)
class Page:
    """How many rows of which table went; `last` is where the next page begins, none at the end."""

    gone: dict[str, int]
    last: int | None


def _of(sql: str) -> TextClause:
    made = text(sql)
    if ":cut" in sql:
        made = made.bindparams(bindparam("cut", type_=Moment))
    return made.bindparams(bindparam("which", expanding=True)) if ":which" in sql else made


async def _execute(tx: Tx, sql: str, **values: Any) -> Any:
    return await tx.execute(_of(sql), {k: v for k, v in values.items() if f":{k}" in sql})


async def delete(tx: Tx, phase: Phase, cut: datetime, before: int) -> Page:
    """Delete the next rows behind `before` that are too old, with all that hangs on them."""
    key, behind, order = (
        (phase.key, ">", "ASC") if phase.oldest_first else (phase.key, "<", "DESC")
    )
    picked = (
        f"SELECT t.{key} FROM {phase.table} t WHERE t.{key} {behind} :before "
        f"AND ({phase.old}) ORDER BY t.{key} {order} LIMIT :most"
    )
    found = await _execute(tx, picked, cut=cut, before=before, most=phase.most)
    which = list(found.scalars())
    if not which:
        return Page({}, None)
    gone = Counter(await _carried_forward(tx, phase.keys, which, cut) if phase.keys else {})
    for table, its in phase.parts:
        doing = f"UPDATE {table} SET {phase.blank}" if phase.blank else f"DELETE FROM {table}"
        done = await _execute(tx, f"{doing} WHERE {its}", which=which, cut=cut)
        gone[table] += done.rowcount
    return Page(dict(+gone), which[-1])


async def count(tx: Tx, phase: Phase, cut: datetime) -> dict[str, int]:
    """How many rows of which table are too old."""
    old = phase.old_at_once or phase.old
    which = f"(SELECT t.{phase.key} FROM {phase.table} t WHERE {old})"
    parts = list(phase.parts)
    if phase.keys:
        parts += [
            ("entries", f"key IN ({phase.keys})"),
            ("postings", f"entry_key IN ({phase.keys})"),
        ]
    found = Counter[str]()
    for table, its in parts:
        counting = f"SELECT count(*) FROM {table} WHERE {its.replace(':which', which)}"
        found[table] += (await _execute(tx, counting, cut=cut)).scalar_one()
    return dict(+found)


async def _carried_forward(tx: Tx, keys: str, which: list[int], cut: datetime) -> dict[str, int]:
    """Delete entries, and put what they moved into one opening entry for each currency.

    An opening entry that is there already is taken up into the new one.
    """
    sums: defaultdict[str, Counter[tuple[str, int]]] = defaultdict(Counter)
    gone: dict[str, int] = {}
    for some in (_OPENINGS, keys):
        legs = "SELECT account, owner_id, currency, minor FROM postings WHERE entry_key IN"
        for account, owner_id, currency, minor in await _execute(
            tx, f"{legs} ({some})", which=which
        ):
            sums[currency][account, owner_id] += minor
        # Postings first: as long as their entry stands the triggers can see how old it is.
        for table, key in (("postings", "entry_key"), ("entries", "key")):
            deleting = f"DELETE FROM {table} WHERE {key} IN ({some})"
            gone[table] = (await _execute(tx, deleting, which=which)).rowcount
    made = [opening(cut, currency, legs) for currency, legs in sorted(sums.items())]
    await ledger.post(tx, [one for one in made if one is not None])
    return gone
