"""Who answers a question, and how they come to know of it."""

from collections.abc import Collection
from datetime import datetime

from bot.domain.people import Role
from bot.domain.questions import STAFF, Nudge, Question, choose_owner
from bot.effects.tell import tell
from storage import people, questions
from storage.database import Tx


async def find_owner(tx: Tx, *, but_for: Collection[int]) -> int | None:
    """Who has the fewest open questions, without those named; none where nobody is left."""
    staff = await people.with_role(tx, *STAFF)
    return choose_owner(staff, await questions.load(tx), but_for)


async def tell_owner(tx: Tx, one: Question, why: Nudge, *, key: str, now: datetime) -> None:
    """Owe the owner the question, once for a `key`."""
    if one.owner_id is None:
        return
    await tell(
        tx, await people.by_id(tx, one.owner_id), "question_owned", now=now, can_wait=True,
        key=f"question:{one.id}:owner:{one.owner_id}:{why}:{key}", number=one.number, why=why,
    )  # fmt: skip


async def tell_admins(tx: Tx, one: Question, *, key: str, now: datetime) -> None:
    """Owe every admin but the asker and the owner the word that nobody has answered in time."""
    for admin in await people.with_role(tx, Role.admin):
        if admin.id not in (one.person_id, one.owner_id):
            await tell(
                tx, admin, "question_overdue", key=f"question:{one.id}:late:{key}:{admin.id}",
                now=now, can_wait=True, number=one.number,
            )  # fmt: skip


async def tell_asker(tx: Tx, one: Question, kind: str, *, key: str, now: datetime) -> None:
    """Owe the asker the news of their question; an answer makes a sound."""
    await tell(
        tx, await people.by_id(tx, one.person_id), kind, key=f"question:{one.id}:{kind}:{key}",
        now=now, sound=kind == "question_answered", can_wait=True, on_return=True,
        number=one.number,
    )  # fmt: skip
