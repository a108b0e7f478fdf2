"""Objecting to a verdict, to a refusal, or to a known answer."""

from datetime import datetime, timedelta

from bot.domain.batches import RefusalState
from bot.domain.disputes import (
    Dispute,
    require_disputable,
    require_in_time,
)
from bot.domain.lines import Line
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.domain.reviews import Review
from bot.domain.rules import PayRules
from bot.effects.record import record
from bot.effects.retier import retier
from bot.effects.tell import tell
from bot.services.disputes import known as known_answers
from storage import (
    dispute_queue,
    disputes,
    lines,
    people,
    projects,
    refusals,
    reviews,
    second_reviews,
)
from storage.database import Database, Tx


async def open_dispute(
    db: Database, *, review: str, by: int, cause: str, now: datetime, rules: PayRules
) -> Dispute:
    """Object to a verdict of that number; a second tap finds the dispute that is there."""
    async with db.begin(cause) as tx:
        await people.locked(tx, by)
        found = await reviews.by_number(tx, review)
        if found is None:
            raise Refused("stale-button")
        line = await _line_of_review(tx, found)
        known = await disputes.about_review(tx, found.id)
        if known is not None and known.person_id == by:
            return known
        require_disputable(line, found, by, rules, now)
        if await lines.is_made_up(tx, line.id):
            raise Refused("dispute-made-up")
        await record(tx, "disputed", f"line:{line.number}", by=by, now=now)
        return await _opened(
            tx, line, by, review=found.id, rules=rules, now=now,
            about=await known_answers.task_of(tx, line, found),
        )  # fmt: skip


async def dispute_gold(
    db: Database, *, line: str, by: int, cause: str, now: datetime, rules: PayRules
) -> Dispute:
    """Object to the known answer that the line of that number missed; a second tap finds it."""
    async with db.begin(cause) as tx:
        await people.locked(tx, by)
        found = await lines.by_number(tx, line)
        if found is None or found.person_id != by:
            raise Refused("stale-button" if found is None else "not-yours")
        mine = await _kept(tx, found)
        task_id, since, known = await known_answers.missed_on(tx, mine)
        if known is not None:
            return known
        require_in_time(mine, since, by, rules, now)
        # A verdict that was made up for is not in question any more; the score is.
        last = [] if await lines.is_made_up(tx, mine.id) else await _last(tx, mine)
        given = [one for one in last if await known_answers.task_of(tx, mine, one)]
        if given and (there := await disputes.about_review(tx, given[0].id)) is not None:
            return there
        await record(tx, "disputed", f"line:{line}", by=by, now=now)
        return await _opened(
            tx, mine, by, review=given[0].id if given else None, rules=rules, now=now,
            about=task_id,
        )  # fmt: skip


async def dispute_refusal(
    db: Database, *, refusal: str, by: int, cause: str, now: datetime, rules: PayRules
) -> Dispute:
    """Object to a client's refusal of that number; a second tap finds the dispute that is there.

    It is about what stands on record of the person: the pay was never in question.
    """
    async with db.begin(cause) as tx:
        await people.locked(tx, by)
        found = await refusals.by_number(tx, refusal)
        if found is None or found.state is not RefusalState.applied:
            raise Refused("stale-button")
        (line,) = await lines.by_ids(tx, [found.line_id])
        known = await disputes.about_refusal(tx, found.id)
        if known is not None and known.person_id == by:
            return known
        require_in_time(line, found.decided_at or found.at, by, rules, now)
        await record(tx, "disputed", f"refusal:{refusal}", by=by, now=now)
        return await _opened(tx, line, by, refusal=found.id, rules=rules, now=now)


async def _opened(
    tx: Tx, line: Line, by: int, *, rules: PayRules, now: datetime, review: int | None = None,
    refusal: int | None = None, about: int | None = None,
) -> Dispute:  # fmt: skip
    if review is not None:
        # Whoever decides looks at the verdict anew; nobody else is asked about it any more.
        await second_reviews.let_go(tx, line.id)
    made = await disputes.add(
        tx, line_id=line.id, person_id=by, review_id=review, refusal_id=refusal,
        decide_by=now + timedelta(days=rules.reply_days), now=now, task_id=about,
    )  # fmt: skip
    if about is not None:
        await known_answers.hold_score(tx, line)
    # What is disputed counts for nothing from now on, not from the night on.
    await retier(tx, by, now=now)
    await _tell_deciders(tx, made, line, now)
    return made


async def _last(tx: Tx, line: Line) -> list[Review]:
    """The newest verdict on the line, where there is one."""
    return (await reviews.of_assignment(tx, line.assignment_id or 0))[-1:]


async def _line_of_review(tx: Tx, review: Review) -> Line:
    return await _kept(tx, await lines.of_assignment(tx, review.assignment_id))


async def _kept(tx: Tx, found: Line) -> Line:
    """The line, kept to this transaction with its project.

    A second look may be paying what was withheld, and a known answer may be falling.
    """
    await projects.lock(tx, found.project_id or 0)
    (line,) = await lines.locked(tx, [found.id])
    return line


async def _tell_deciders(tx: Tx, dispute: Dispute, line: Line, now: datetime) -> None:
    """Owe a quiet word to who coordinates the project or the hall and has no part in it."""
    everywhere = await people.with_role(tx, Role.admin, Role.coordinator)
    mine = set() if line.project_id is None else {line.project_id}
    here = await people.coordinators_of(tx, mine)
    for person in {one.id: one for one in (*everywhere, *here)}.values():
        if await dispute_queue.may_decide(tx, person.id, dispute.id):
            await tell(
                tx, person, "dispute_opened", key=f"dispute:{dispute.id}:for:{person.id}",
                now=now, can_wait=True, number=dispute.number,
            )  # fmt: skip
