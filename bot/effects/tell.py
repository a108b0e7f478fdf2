"""Owing somebody a message, as a row in the transaction of the fact."""

from datetime import datetime
from typing import Any

from bot.domain.notices import NoticeState, Priority
from bot.domain.people import Person, after_quiet_hours
from storage import notices
from storage.database import Tx


async def tell(
    tx: Tx,
    person: Person,
    kind: str,
    *,
    key: str,
    now: datetime,
    priority: Priority = Priority.personal,
    sound: bool = False,
    can_wait: bool = False,
    not_before: datetime | None = None,
    on_return: bool = False,
    edits: int | None = None,
    expires_at: datetime | None = None,
    **args: Any,
) -> None:
    """Owe the person a notice in the private chat; once per `key`.

    What can wait is held back during the person's quiet hours, and until `not_before`; what
    comes `on_return` is not tried with somebody who cannot be written to now.
    """
    if person.telegram_id is None:
        return
    when = not_before or now
    away = on_return and person.unreachable_since is not None
    await notices.add(
        tx,
        key=key,
        chat_id=person.telegram_id,
        person_id=person.id,
        kind=kind,
        args=args,
        priority=priority,
        now=now,
        sound=sound,
        not_before=after_quiet_hours(person, when) if can_wait else when,
        expires_at=expires_at,
        edits=edits,
        state=NoticeState.undeliverable if away else NoticeState.queued,
    )
