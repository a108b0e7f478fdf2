"""The audit: every promise about money and standing as a query for what breaks it.

A promise is a function that returns one SELECT, of one column named `it`: a name of each thing
that ought not to be. The statements run on both engines.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from bot.domain.audit import Breach
from storage.audit.books import OF_THE_BOOKS
from storage.audit.guards import missing_guards, nothing_is_open_for_deletion
from storage.audit.learning import OF_LEARNING
from storage.audit.lines import OF_LINES
from storage.audit.payouts import OF_PAYOUTS
from storage.audit.standing import OF_STANDING
from storage.database import Tx

Promise = Callable[[], str]

OF_MONEY: tuple[Promise, ...] = (
    *OF_THE_BOOKS, *OF_LINES, *OF_PAYOUTS, nothing_is_open_for_deletion,
)  # fmt: skip
PROMISES: tuple[Promise, ...] = (*OF_MONEY, *OF_STANDING, *OF_LEARNING)
GUARDED = "written_rows_are_guarded"
_SHOWN = 5


@cache
def _together(promises: tuple[Promise, ...]) -> str:
    """How many things break each promise, in one statement."""
    parts = (
        f"SELECT '{one.__name__}', count(*) FROM ({one()}) AS broken HAVING count(*) > 0"  # noqa: S608
        for one in promises
    )
    return " UNION ALL ".join(parts)


async def breaches(tx: Tx, promises: Sequence[Promise] = PROMISES) -> list[Breach]:
    """Every promise that does not hold, seen in one state of the database."""
    counted: Any = await tx.exec_driver_sql(_together(tuple(promises)))
    by_name = {one.__name__: one for one in promises}
    found = []
    for name, count in counted.all():
        shown = f"SELECT it FROM ({by_name[name]()}) AS broken ORDER BY it LIMIT {_SHOWN}"  # noqa: S608
        examples = (await tx.exec_driver_sql(shown)).scalars()
        found.append(Breach(name, count, tuple(map(str, examples))))
    unguarded = await missing_guards(tx)
    if unguarded:
        found.append(Breach(GUARDED, len(unguarded), tuple(unguarded[:_SHOWN])))
    return found
