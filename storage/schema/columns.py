"""What all tables are made of.

Times are microseconds since 1970 UTC in a 64-bit integer (`Moment`), alike on both engines.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    String,
    TypeDecorator,
    literal_column,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Moment(TypeDecorator[datetime]):
    """An aware time in UTC, exact to the microsecond."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> int | None:
        """Microseconds since 1970; a naive time is a programming error."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        return (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: Any, _dialect: Dialect) -> datetime | None:
        """The aware time."""
        return None if value is None else _EPOCH + value * _MICROSECOND


# SQLite counts by itself only in a column of type INTEGER.
Id = BigInteger().with_variant(Integer, "sqlite")


def own_id() -> Column[int]:
    """The primary key, counted by the database."""
    return Column("id", Id, primary_key=True, autoincrement=True)


def ref(name: str, target: str, *, null: bool = False) -> Column[int]:
    """A reference to a row of another table, such as `people.id`."""
    return Column(name, Id, ForeignKey(target), nullable=null)


def moment(name: str, *, null: bool = False) -> Column[datetime]:
    """A point in time."""
    return Column(name, Moment, nullable=null)


def state(name: str = "state") -> Column[str]:
    """Where the row stands, by a word of the domain."""
    return Column(name, String(24), nullable=False)


def word(value: str) -> ColumnElement[str]:
    """A word of ours written into the statement itself.

    A planner that sees a parameter in its place cannot know that a partial index will do.
    """
    if not re.fullmatch("[a-z ]+", value):
        raise ValueError(f"{value!r} is not a word of ours")
    return literal_column(f"'{value}'", String)


def among(column: ColumnElement[str], *values: str) -> ColumnElement[bool]:
    """Whether the column holds one of our words, written out as by `word`."""
    return column.in_([word(value) for value in values])
