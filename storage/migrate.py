"""Bring a database to the newest schema; called at every start."""

import warnings
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.util import CommandError
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from storage.database import Database, UnusableError, alone
from storage.schema import metadata


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


async def upgrade(db: Database) -> None:
    """Apply every migration that is missing, all in one transaction.

    Raises `UnusableError` for a database that cannot be reached or written, for a file that is
    none, and for one that is newer than us.
    """
    try:
        async with db.begin() as tx:
            await alone(tx, "migrations")
            await tx.run_sync(lambda connection: command.upgrade(_config(connection), "head"))
    except DBAPIError as error:
        why = error.orig.__cause__ or error.orig if error.orig else error
        raise UnusableError(f"{db.url.database} cannot be used ({why}): {_hint(db)}") from error
    except OSError as error:
        if db.is_sqlite:
            raise
        raise UnusableError(
            f"the server of {db.url.database} cannot be reached ({error}): see that PostgreSQL "
            "runs there, and look at HIRINGHALL_DATABASE"
        ) from error
    except CommandError as error:
        raise UnusableError(
            f"{db.url.database} was written by a newer version ({error}): install that one"
        ) from error


def _hint(db: Database) -> str:
    if db.is_sqlite:
        return "name another file in HIRINGHALL_DATABASE, or restore a backup"
    return "see that it exists, and that user and password in HIRINGHALL_DATABASE are right"


async def differences(db: Database) -> list[Any]:
    """Where the migrated database and the schema in code disagree; empty when all is well."""
    async with db.begin() as tx:
        return await tx.run_sync(_compare)


def _compare(connection: Connection) -> list[Any]:
    with warnings.catch_warnings():
        # SQLite cannot read an index over an expression back, and says so each time.
        warnings.filterwarnings("ignore", message=".*expression-based index")
        return list(compare_metadata(MigrationContext.configure(connection), metadata))
