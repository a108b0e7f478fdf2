"""The ledger: entries with their postings. The database keeps it append-only and in balance."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, func, insert, select

from bot.domain.ledger import Account, Entry
from bot.domain.money import Money
from storage.database import Tx
from storage.schema import entries, postings

_ENTRY, _POSTING = insert(entries), insert(postings)
_BALANCES = (
    select(postings.c.currency, func.sum(postings.c.minor))
    .where(
        postings.c.account == bindparam("account"), postings.c.owner_id == bindparam("owner_id")
    )
    .group_by(postings.c.currency)
    .order_by(postings.c.currency)
)


async def post(tx: Tx, made: Sequence[Entry]) -> None:
    """Write entries; each external id is there at most once, else the database refuses."""
    if not made:
        return
    legs: list[dict[str, Any]] = [
        {
            "entry_key": entry.key, "account": leg.account, "owner_id": leg.owner_id,
            "currency": entry.currency, "minor": leg.minor,
        }
        for entry in made
        for leg in entry.postings
    ]  # fmt: skip
    # First the postings: the entry seals them.
    await tx.execute(_POSTING, legs)
    rows = [
        {"key": one.key, "movement": one.movement, "currency": one.currency, "at": one.at}
        for one in made
    ]
    await tx.execute(_ENTRY, rows)


async def balances(tx: Tx, account: Account, owner_id: int) -> list[Money]:
    """What stands on somebody's account, by currency; nothing is left out but zero."""
    found = await tx.execute(_BALANCES, {"account": account, "owner_id": owner_id})
    return [Money(int(minor), currency) for currency, minor in found if minor]
