"""Taking a step back: by an admin at any time, by an appeal, and what returns with it."""

from datetime import datetime

from bot.domain.appeals import AppealState
from bot.domain.ladder import require_words
from bot.domain.notices import NoticeState
from bot.domain.people import Person, Role, require_admin
from bot.domain.refusal import Refused
from bot.domain.steps import Step, taken_back
from bot.effects.record import record
from bot.effects.standing import settle_standing
from bot.effects.tell import tell
from storage import appeals, notices, people, steps
from storage.database import Database, Tx


async def withdraw(
    db: Database, *, number: str, text: str, by: int, cause: str, now: datetime
) -> Step:
    """An admin takes the step back, with words for the person; what it took returns at once."""
    words = require_words(text)
    async with db.begin(cause) as tx:
        require_admin(await people.by_id(tx, by))
        found = await steps.by_number(tx, number)
        if found is None:
            raise Refused("stale-button")
        person = await people.locked(tx, found.person_id)
        if person.id == by:
            raise Refused("own-standing")
        step = await steps.locked_by_id(tx, found.id)
        if not step.is_live:
            raise Refused("step-over")
        return await take_back_and_tell(tx, person, step, by=by, words=words, now=now)


async def take_back_and_tell(
    tx: Tx, person: Person, step: Step, *, by: int | None, words: str | None, now: datetime
) -> Step:
    """As `take_back`; an open appeal ends with it, and whoever may know of the step hears it."""
    gone = await take_back(tx, person, step, by=by, words=words, now=now)
    await _end_appeal(tx, step, by=by, words=words, now=now)
    if step.told_at is not None or await _may_have_arrived(tx, step):
        await tell(
            tx, person, "step_withdrawn", key=f"step-withdrawn:{step.id}", now=now, sound=True,
            can_wait=True, on_return=True, number=step.number,
        )  # fmt: skip
    return gone


async def _may_have_arrived(tx: Tx, step: Step) -> bool:
    """Whether the notice, taken back as far as it could be, may be in the chat all the same."""
    notice = await notices.by_key(tx, f"step:{step.id}")
    on_its_way = (NoticeState.sending, NoticeState.uncertain)
    return notice is not None and (notice.repeated or notice.state in on_its_way)


async def _end_appeal(
    tx: Tx, step: Step, *, by: int | None, words: str | None, now: datetime
) -> None:
    """What the person objects to is gone, so the open appeal has reached what it was for.

    Whoever decided the step does not answer an appeal, not even so: then it is nobody's answer.
    """
    open_one = await appeals.of_step(tx, step.id)
    if open_one is None or open_one.state is not AppealState.open:
        return
    one = await appeals.locked(tx, open_one.number)
    if one is None or one.state is not AppealState.open:
        return
    await appeals.change(
        tx, one.id, state=AppealState.overturned, answer=words, decided_at=now,
        decided_by=None if by == step.decided_by else by,
        role=None if by is None else Role.admin,
    )  # fmt: skip
    await record(
        tx, "appeal-decided", f"person:{step.person_id}", by=by, now=now,
        after={"appeal": one.number, "state": AppealState.overturned},
    )  # fmt: skip


async def take_back(
    tx: Tx, person: Person, step: Step, *, by: int | None, words: str | None, now: datetime
) -> Step:
    """Withdraw the locked step of the locked person, and whatever builds on it."""
    gone = taken_back(step, by=by, words=words, now=now)
    await steps.keep(tx, gone)
    # A notice that has not gone out yet has nothing to say any more.
    await notices.cancel_one(tx, f"step:{step.id}")
    standing = await settle_standing(tx, person, now=now)
    await record(
        tx, "step-withdrawn", f"person:{person.id}", by=by, now=now,
        before={"step": step.number, "state": step.state, "standing": person.standing},
        after={"standing": standing},
    )  # fmt: skip
    for above in await steps.of_person(tx, person.id):
        if above.follows == step.id and above.is_live:
            # Without the rung below it would have skipped one.
            higher = await steps.locked_by_id(tx, above.id)
            await take_back_and_tell(tx, person, higher, by=by, words=words, now=now)
    return gone
