"""Bring a database to the newest schema; called at every start."""

import warnings
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from storage.database import Database
from storage.schema import metadata


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


async def upgrade(db: Database) -> None:
    """Apply every migration that is missing, all in one transaction."""
    async with db.begin() as tx:
        await tx.run_sync(lambda connection: command.upgrade(_config(connection), "head"))


async def differences(db: Database) -> list[Any]:
    """Where the migrated database and the schema in code disagree; empty when all is well."""
    async with db.begin() as tx:
        return await tx.run_sync(_compare)


def _compare(connection: Connection) -> list[Any]:
    with warnings.catch_warnings():
        # SQLite cannot read an index over an expression back, and says so each time.
        warnings.filterwarnings("ignore", message=".*expression-based index")
        return list(compare_metadata(MigrationContext.configure(connection), metadata))
