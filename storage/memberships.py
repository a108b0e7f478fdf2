"""Who is in which work group, and what is owed to groups about it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from bot.domain.memberships import Member, MemberState
from bot.domain.notices import EXPEL, READMIT, Priority
from bot.domain.numbers import public_number
from bot.domain.people import Role, Standing
from storage import notices
from storage.database import Tx
from storage.schema import chats, memberships, people, roles
from storage.schema import notices as rows_of_notices
from storage.schema.columns import among
from storage.statements import add_row, rows_by

_ONE = rows_by(memberships, "chat_id", "person_id")
_OF_PERSON = rows_by(memberships, "person_id").order_by(memberships.c.id)
_CHANGE = (
    update(memberships)
    .where(
        memberships.c.chat_id == bindparam("which_chat"),
        memberships.c.person_id == bindparam("whose"),
    )
    .values(state=bindparam("new_state"), link=bindparam("new_link"), changed_at=bindparam("when"))
)
_WORK_GROUPS = (
    select(chats.c.id)
    .where(chats.c.moved_to.is_(None), chats.c.registered_at.is_not(None), chats.c.bot != "left")
    .order_by(chats.c.id)
)
_WAITING = ("queued", "undeliverable", "failed")


def _member(row: Row[Any]) -> Member:
    return Member(row.chat_id, row.person_id, MemberState(row.state), row.link, row.changed_at)


async def one(tx: Tx, chat_id: int, person_id: int) -> Member | None:
    """What is known of the person in the group."""
    found = await tx.execute(_ONE, {"chat_id": chat_id, "person_id": person_id})
    row = found.first()
    return _member(row) if row else None


async def of_person(tx: Tx, person_id: int) -> list[Member]:
    """What is known of the person in every group."""
    return [_member(row) for row in await tx.execute(_OF_PERSON, {"person_id": person_id})]


async def put(
    tx: Tx, chat_id: int, person_id: int, state: MemberState, *, now: datetime,
    link: str | None = None,
) -> None:  # fmt: skip
    """Record where the person, who is locked or alone in this, stands in the group."""
    new = {"new_state": state, "new_link": link, "when": now}
    known = await tx.execute(_CHANGE, {"which_chat": chat_id, "whose": person_id, **new})
    if not known.rowcount:
        values = {"chat_id": chat_id, "person_id": person_id, "state": state, "link": link}
        await add_row(tx, memberships, values | {"changed_at": now})


async def move(tx: Tx, old: int, new: int) -> None:
    """The group has another id: who is in it stays so."""
    there = select(memberships.c.person_id).where(memberships.c.chat_id == new)
    await tx.execute(
        update(memberships)
        .where(memberships.c.chat_id == old, memberships.c.person_id.not_in(there))
        .values(chat_id=new)
    )
    mine = (rows_of_notices.c.chat_id == old) & rows_of_notices.c.kind.in_((EXPEL, READMIT))
    waits = among(rows_of_notices.c.state, *_WAITING)
    await tx.execute(update(rows_of_notices).where(mine, waits).values(chat_id=new))


async def owe(tx: Tx, kind: str, chat_id: int, person_id: int, *, now: datetime) -> None:
    """Owe it to the group that the person is put out of it, or let in again; the newest counts."""
    whose = f":{chat_id}:{person_id}:"
    await notices.cancel(tx, (READMIT if kind == EXPEL else EXPEL) + whose)
    if await notices.is_pending(tx, kind + whose):
        return
    await notices.add(
        tx, key=kind + whose + public_number(), chat_id=chat_id, kind=kind, person_id=person_id,
        args={}, priority=Priority.personal, now=now, in_order=False,
    )  # fmt: skip


async def shut_out(tx: Tx, person_id: int, *, now: datetime) -> None:
    """Owe it to every work group that the person, known to be there or not, is put out of it."""
    for chat_id in (await tx.execute(_WORK_GROUPS)).scalars().all():
        await owe(tx, EXPEL, chat_id, person_id, now=now)


async def let_in(tx: Tx, person_id: int, *, now: datetime) -> None:
    """What was to put the person out is not done any more; what was done is undone."""
    for chat_id in (await tx.execute(_WORK_GROUPS)).scalars().all():
        await notices.cancel(tx, f"{EXPEL}:{chat_id}:{person_id}:")
    for member in await of_person(tx, person_id):
        if member.state is MemberState.removed:
            await owe(tx, READMIT, member.chat_id, person_id, now=now)


async def shut_out_of(tx: Tx, chat_id: int, *, now: datetime) -> None:
    """Owe it to a new work group that those are put out who are known to be there and may not."""
    admins = select(roles.c.person_id).where(
        roles.c.role == Role.admin.value, roles.c.project_id.is_(None)
    )
    found = (
        select(memberships.c.person_id)
        .join(people, people.c.id == memberships.c.person_id)
        .where(
            memberships.c.chat_id == chat_id, memberships.c.state == MemberState.member.value,
            people.c.standing == Standing.deactivated.value, people.c.id.not_in(admins),
        )
        .order_by(memberships.c.id)
    )  # fmt: skip
    for person_id in (await tx.execute(found)).scalars().all():
        await owe(tx, EXPEL, chat_id, person_id, now=now)


async def try_again(tx: Tx, chat_id: int, *, now: datetime) -> None:
    """The bot may put people out of the group again: what it could not do is due once more."""
    mine = (rows_of_notices.c.chat_id == chat_id) & rows_of_notices.c.kind.in_((EXPEL, READMIT))
    failed = among(rows_of_notices.c.state, "undeliverable", "failed")
    again = update(rows_of_notices).where(mine, failed)
    await tx.execute(again.values(state="queued", not_before=now))
