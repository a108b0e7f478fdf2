"""One set of statements for both engines: each one that is kept compiles for each."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from sqlalchemy import ClauseElement, Dialect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.base import Executable

import storage

POSTGRES: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
SQLITE: Dialect = sqlite.dialect()


def constants() -> Iterator[tuple[str, ClauseElement]]:
    """Every statement or condition that a module of `storage` keeps."""
    for module in pkgutil.iter_modules(storage.__path__, "storage."):
        if module.name == "storage.migrations":
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, ClauseElement) and isinstance(value, Executable):
                yield f"{module.name}.{name}", value


STATEMENTS = dict(constants())


@pytest.mark.parametrize("name", sorted(STATEMENTS))
def test_a_statement_that_is_kept_compiles_for_postgresql(name: str) -> None:
    assert str(STATEMENTS[name].compile(dialect=POSTGRES))


def test_the_queue_skips_what_others_have_locked_where_there_are_many_workers() -> None:
    queue = STATEMENTS["storage.tasks._TAKEN"]
    assert "FOR NO KEY UPDATE OF tasks SKIP LOCKED" in str(queue.compile(dialect=POSTGRES))
    assert "FOR UPDATE" not in str(queue.compile(dialect=SQLITE))
