"""What keeps written rows from being changed: triggers that must be there, and be on."""

from typing import Any

from sqlalchemy import text

from storage.database import Tx

_KEPT = (
    "journal", "ratings", "entries", "postings", "statements", "reviews", "lines", "payouts",
    "steps", "step_evidence", "appeals",
)  # fmt: skip
GUARDS = frozenset(
    {(table, f"{table}_refuses_{what}") for table in _KEPT for what in ("update", "delete")}
    | {("entries", "entries_balance"), ("postings", "postings_are_sealed")}
)
# Emptying a table at once is known to PostgreSQL alone.
OF_POSTGRES = frozenset((table, f"{table}_refuses_truncate") for table in _KEPT)

_SQLITE = text("SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'")
_POSTGRES = text(
    "SELECT CAST(CAST(tgrelid AS regclass) AS TEXT), tgname FROM pg_trigger "
    "WHERE NOT tgisinternal AND tgenabled <> 'D'"
)


def nothing_is_open_for_deletion() -> str:
    """What deletes after its retention shuts the gate behind it."""
    return "SELECT CAST(id AS TEXT) AS it FROM retention WHERE open"


async def missing_guards(tx: Tx) -> list[str]:
    """The triggers that are not there, or are switched off."""
    sqlite = tx.dialect.name == "sqlite"
    found: Any = await tx.execute(_SQLITE if sqlite else _POSTGRES)
    there = {(table, name) for table, name in found}
    return sorted(name for _, name in (GUARDS if sqlite else GUARDS | OF_POSTGRES) - there)
