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
from sqlalchemy.exc import DatabaseError

from storage.database import Database, UnusableError, alone
from storage.schema import metadata


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


async def upgrade(db: Database) -> None:
    """Apply every migration that is missing, all in one transaction.

    Raises `UnusableError` for a file that is no database, cannot be written, or is newer than us.
    """
    try:
        async with db.begin() as tx:
            await alone(tx, "migrations")
            await tx.run_sync(lambda connection: command.upgrade(_config(connection), "head"))
    except DatabaseError as error:
        raise UnusableError(
            f"{db.url.database} cannot be used ({error.orig}): name another file in "
            "HIRINGHALL_DATABASE, or restore a backup"
        ) from error
    except CommandError as error:
        raise UnusableError(
            f"{db.url.database} was written by a newer version ({error}): install that one"
        ) from error


async def differences(db: Database) -> list[Any]:
    """Where the migrated database and the schema in code disagree; empty when all is well."""
    async with db.begin() as tx:
        return await tx.run_sync(_compare)


def _compare(connection: Connection) -> list[Any]:
    with warnings.catch_warnings():
        # SQLite cannot read an index over an expression back, and says so each time.
        warnings.filterwarnings("ignore", message=".*expression-based index")
        return list(compare_metadata(MigrationContext.configure(connection), metadata))
