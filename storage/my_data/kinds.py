"""How one kind of record of a person is read: page by page, in the order it came to be."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    FromClause,
    Row,
    Select,
    String,
    bindparam,
    case,
    literal,
    select,
)

from bot.domain.money import Money
from bot.domain.retention import Record
from storage.database import Tx

PERSON: BindParameter[Any] = bindparam("person", type_=BigInteger)
CHAT: BindParameter[Any] = bindparam("chat", type_=BigInteger)
SUBJECT: BindParameter[Any] = bindparam("subject", type_=String)

Fields = dict[str, Any]
_KEY = "key_"
_MINOR = "_minor"


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose records are read, in which language answers are put in words, and how much of them."""

    person_id: int
    telegram_id: int | None
    language: str
    has_tasks: bool = True

    @property
    def parameters(self) -> dict[str, Any]:
        """What every statement here is given."""
        return {
            "person": self.person_id, "chat": self.telegram_id,
            "subject": f"person:{self.person_id}",
        }  # fmt: skip


# What is read besides, for the rows of a page; none of it adds a record.
Finish = Callable[[Tx, Whose, Sequence[tuple[Row[Any], Fields]]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record: how it is found, and how a row of it reads."""

    name: str
    kept_as: Record
    found: Select[Any]
    finish: Finish | None = None

    async def page(
        self, tx: Tx, whose: Whose, *, after: int, most: int
    ) -> tuple[list[Fields], int | None]:
        """So many records from behind `after`, and from where to go on; none at the end."""
        page = {"after": after, "most": most}
        rows = list(await tx.execute(self.found, whose.parameters | page))
        made = [(row, as_read(row)) for row in rows]
        if self.finish is not None:
            await self.finish(tx, whose, made)
        on = int(getattr(rows[-1], _KEY)) if len(rows) == most else None
        return [fields for _, fields in made], on


def as_read(row: Row[Any]) -> Fields:
    """The columns by their names, amounts as money; what ends in two underscores is ours."""
    fields: Fields = {}
    values = dict(row._mapping)  # noqa: SLF001 - public, by SQLAlchemy's docs
    has_money = any(name.endswith(_MINOR) for name in values)
    for name, value in values.items():
        if name == _KEY or name.endswith("__") or (name == "currency" and has_money):
            continue
        if name.endswith(_MINOR):
            fields[name.removesuffix(_MINOR)] = Money(int(value), values["currency"])
        else:
            fields[name] = value
    return fields


def kind(
    name: str, kept_as: Record, key: ColumnElement[Any], *columns: ColumnElement[Any],
    mine: ColumnElement[bool], source: FromClause | None = None, finish: Finish | None = None,
) -> Kind:  # fmt: skip
    """A kind whose records are the rows of which `mine` is true, in the order of `key`."""
    found = select(key.label(_KEY), *columns)
    if source is not None:
        found = found.select_from(source)
    found = found.where(mine, key > bindparam("after", type_=BigInteger))
    return Kind(name, kept_as, found.order_by(key).limit(bindparam("most")), finish)


def who(column: ColumnElement[Any], label: str) -> ColumnElement[Any]:
    """By whom: the person, the clock, or the hall; others are never named."""
    said = case(
        (column == PERSON, literal("you")), (column.is_(None), literal("clock")),
        else_=literal("hall"),
    )  # fmt: skip
    return said.label(label)
