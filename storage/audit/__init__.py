"""The audit of the pay: every promise about money as a query for what breaks it.

A promise is a function that returns one SELECT, of one column named `it`: a name of each thing
that ought not to be. The statements run on both engines.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from bot.domain.audit import Breach
from storage.audit.books import OF_THE_BOOKS
from storage.audit.guards import missing_guards
from storage.audit.lines import OF_LINES
from storage.audit.payouts import OF_PAYOUTS
from storage.database import Tx

Promise = Callable[[], str]

PROMISES: tuple[Promise, ...] = (*OF_THE_BOOKS, *OF_LINES, *OF_PAYOUTS)
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
    """Every promise about money that does not hold, seen in one state of the database."""
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
