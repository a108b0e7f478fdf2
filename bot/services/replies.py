"""Answers to commands: owed like everything else, so that none is lost."""

from datetime import datetime
from typing import Any

from bot.domain.notices import Priority
from storage import notices
from storage.database import Database


async def owe(
    db: Database,
    *,
    chat_id: int,
    kind: str,
    cause: str,
    now: datetime,
    person_id: int | None,
    thread_id: int | None = None,
    **args: Any,
) -> None:
    """Owe the chat a screen of that kind, in answer to what caused it; once."""
    async with db.begin() as tx:
        await notices.add(
            tx,
            key=f"{cause}:{kind}",
            chat_id=chat_id,
            person_id=person_id,
            thread_id=thread_id,
            kind=kind,
            args=args,
            priority=Priority.answer,
            now=now,
        )
