"""Every database of a run of the tests shares what SQLAlchemy has made of a statement.

A hall has one database, and makes each statement once; each test has one of its own, and making
them anew took a third of its time.
"""

from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

import storage.database

_STATEMENTS = 5_000
# The first engine of each kind that has reached its database, so that its dialect knows it.
_first: dict[str, Engine] = {}


def sharing(url: Any, **options: Any) -> AsyncEngine:
    """An engine that knows the statements which the ones before it have compiled."""
    made = create_async_engine(url, query_cache_size=_STATEMENTS, **options)
    engine = made.sync_engine
    name = engine.dialect.name
    first = _first.get(name)
    if first is None:
        event.listen(engine, "first_connect", lambda *_: _first.setdefault(name, engine))
    else:
        engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache
    return made


def pytest_configure() -> None:
    """From here on for all databases of this process."""
    storage.database.create_async_engine = sharing  # type: ignore[attr-defined]
