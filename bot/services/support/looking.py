"""What the clock does to questions: it reminds and passes on, and never ends one."""

from datetime import datetime

from bot.domain.questions import Nudge, Question, QuestionState, is_staff, look_next
from bot.effects.record import record
from bot.insistence import each
from bot.services.support.owning import find_owner, tell_admins, tell_asker, tell_owner
from storage import people, questions
from storage.database import Database, Tx


async def look(db: Database, *, now: datetime) -> int:
    """Sweep: owners are reminded; what is late, or has no rightful owner, gets another one."""
    async with db.look() as tx:
        due = await questions.due(tx, now, 500)

    async def one(number: str) -> int:
        async with db.begin() as tx:
            return await _look_at(tx, number, now)

    return await each(due, one)


async def _look_at(tx: Tx, number: str, now: datetime) -> int:
    one = await questions.locked(tx, number)
    if one is None or one.state is not QuestionState.open:
        return 0
    time = one.reply_by.isoformat()
    key = f"{time}:{one.reminded}"
    if not await _is_owned(tx, one):
        passed = await _to_another(tx, one, now)
        if passed.owner_id != one.owner_id:
            await tell_owner(tx, passed, Nudge.passed, key=now.isoformat(), now=now)
        one = passed
        if one.next_at is None or one.next_at > now:
            return 1
    elif one.next_at is None or one.next_at > now:
        return 0
    if now < one.reply_by:
        await tell_owner(tx, one, Nudge.reminder, key=time, now=now)
    else:
        one = await _to_another(tx, one, now)
        await tell_owner(tx, one, Nudge.late, key=key, now=now)
        await tell_admins(tx, one, key=key, now=now)
        await tell_asker(tx, one, "question_late", key=time, now=now)
    await questions.change(tx, one, reminded=one.reminded + 1, next_at=look_next(one, now))
    return 1


async def _is_owned(tx: Tx, one: Question) -> bool:
    from_staff = await people.by_id(tx, one.owner_id) if one.owner_id is not None else None
    return from_staff is not None and is_staff(from_staff)


async def _to_another(tx: Tx, one: Question, now: datetime) -> Question:
    """Somebody else owns it; where there is nobody else, the owner stays as it is."""
    others = {one.person_id, one.owner_id or 0}
    found = await find_owner(tx, but_for=others)
    if found is None:
        return one
    await record(
        tx, "question-passed", f"question:{one.id}", by=None, now=now,
        before={"owner_id": one.owner_id}, after={"owner_id": found},
    )  # fmt: skip
    return await questions.change(tx, one, owner_id=found)
