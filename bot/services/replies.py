"""Answers to commands: owed like everything else, so that none is lost."""

from datetime import datetime
from typing import Any

from bot.domain.notices import Priority
from bot.domain.people import Role
from bot.effects.tell import tell
from storage import notices, people
from storage.database import Database


async def owe(
    db: Database,
    *,
    chat_id: int,
    kind: str,
    cause: str,
    now: datetime,
    facts: dict[str, Any],
    thread_id: int | None = None,
) -> None:
    """Owe the chat a screen of that kind, in answer to what caused it; once."""
    async with db.begin() as tx:
        await notices.add(
            tx,
            key=f"{cause}:{kind}",
            chat_id=chat_id,
            thread_id=thread_id,
            kind=kind,
            args=facts,
            priority=Priority.answer,
            now=now,
        )


async def alert_admins(
    db: Database, *, kind: str, cause: str, now: datetime, facts: dict[str, Any]
) -> None:
    """Owe every admin the same screen, in the admin's language."""
    async with db.begin() as tx:
        for person in await people.with_role(tx, Role.admin):
            await tell(
                tx, person, kind, key=f"{cause}:{kind}:{person.id}", now=now,
                language=person.language, person_id=person.id, **facts,
            )  # fmt: skip
