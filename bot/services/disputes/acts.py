"""The words of a dispute, and deciding about it."""

from contextlib import suppress
from datetime import datetime

from bot.domain.disputes import (
    Dispute,
    DisputeState,
    require_decider,
    require_open,
    withheld,
)
from bot.domain.lines import Line
from bot.domain.refusal import Refused
from bot.domain.reviews import Draft, Review, brief, explains
from bot.effects.make_up import make_up
from bot.effects.record import record
from bot.effects.retier import retier
from bot.effects.tell import tell
from bot.insistence import each
from bot.services.disputes import known as known_answers
from bot.services.disputes.views import Disputed, disputed_as, refusal_of, review_of
from storage import (
    awaited_texts,
    disputes,
    gold,
    jobs,
    lines,
    people,
    projects,
    reviews,
    second_reviews,
    twins,
)
from storage.database import Database, Tx

CORRECTED = "corrected"  # overturned, and what the person answered is the known answer now


async def add_words(db: Database, *, number: str, text: str, by: int, cause: str) -> Dispute:
    """The person's words to their open dispute, in place of earlier ones.

    Refused where it was decided meanwhile; no more words are waited for then either.
    """
    async with db.begin(cause) as tx:
        dispute = await disputes.locked(tx, number)
        if dispute is None or dispute.person_id != by:
            raise Refused("not-yours")
        await awaited_texts.drop(tx, by)
        if dispute.state is DisputeState.open:
            await disputes.change(tx, dispute.id, words=brief(text))
        said = await disputes.by_id(tx, dispute.id)
    require_open(said)
    return said


async def disputed(db: Database, number: str, by: int) -> Disputed:
    """The dispute of that number, for its person and for who may decide on the project."""
    async with db.read() as tx:
        dispute = await disputes.by_number(tx, number)
        if dispute is None:
            raise Refused("stale-button")
        person = await people.by_id(tx, by)
        shown = await disputed_as(tx, dispute, person)
        if by != dispute.person_id and not person.may_review(shown.facts.line.project_id):
            raise Refused("not-reviewer")
        return shown


async def prepare(
    db: Database, *, number: str, state: str, by: int, cause: str, now: datetime
) -> Draft:
    """Begin to decide the dispute; words are due next.

    `state` is how it is to be decided, or `CORRECTED`: for the person, whose answer is the known
    one from then on.
    """
    async with db.begin(cause) as tx:
        dispute = await _decidable(tx, number, by)
        if state == CORRECTED and dispute.task_id is None:
            raise Refused("stale-button")
        return await reviews.put_draft(
            tx, person_id=by, line_id=dispute.line_id, dispute_id=dispute.id, verdict=state,
            item=None, hours=0, now=now,
        )  # fmt: skip


async def write(db: Database, *, number: str, text: str, by: int, cause: str) -> Draft:
    """The words of the decision in preparation."""
    async with db.begin(cause) as tx:
        draft = await _draft(tx, number, by)
        await awaited_texts.drop(tx, by)
        await reviews.change_draft(tx, draft.id, words=explains(text))
        return await _draft(tx, number, by)


async def preparing(db: Database, number: str, by: int) -> tuple[Draft, Disputed]:
    """The decision in preparation of that number, and what it is about."""
    async with db.read() as tx:
        draft = _checked(await reviews.draft(tx, number), by)
        dispute = await disputes.by_id(tx, draft.dispute_id or 0)
        return draft, await disputed_as(tx, dispute, await people.by_id(tx, by))


async def decide(db: Database, *, draft: str, by: int, cause: str, now: datetime) -> Dispute:
    """Decide the dispute as it was prepared; the second of two deciders is told what stands."""
    async with db.begin(cause) as tx:
        prepared = await _draft(tx, draft, by)
        words = explains(prepared.words)
        found = await disputes.by_id(tx, prepared.dispute_id or 0)
        correct = prepared.verdict == CORRECTED
        state = DisputeState.overturned if correct else DisputeState(prepared.verdict)
        await reviews.drop_draft(tx, by)
        return await _decide(tx, found.number, state, words=words, by=by, now=now, correct=correct)


async def decide_overdue(db: Database, *, now: datetime) -> int:
    """Sweep: what nobody decided in time is decided for the contractor; returns how many."""
    async with db.look() as tx:
        due = await disputes.due(tx, now, 500)

    async def decide(number: str) -> int:
        async with db.begin() as tx:
            dispute = await disputes.by_number(tx, number)
            if dispute is not None and dispute.decide_by <= now:
                # Somebody may decide it while the line is waited for; nothing is written then.
                with suppress(Refused):
                    await _decide(
                        tx, number, DisputeState.overturned, words=None, by=None, now=now
                    )
            return 1

    return await each(due, decide)


async def _decide(
    tx: Tx, number: str, state: DisputeState, *, words: str | None, by: int | None, now: datetime,
    correct: bool = False,
) -> Dispute:  # fmt: skip
    found = await disputes.by_number(tx, number)
    if found is None:
        raise Refused("stale-button")
    await people.locked(tx, found.person_id)
    (known,) = await lines.by_ids(tx, [found.line_id])
    job = await jobs.locked_by_id(tx, known.job_id or 0)
    await projects.lock(tx, job.project_id)
    (line,) = await lines.locked(tx, [known.id])
    dispute = await _decidable(tx, number, by)
    if by is not None and state is DisputeState.upheld and now >= dispute.decide_by:
        # The clock may be late; what was promised holds all the same.
        raise Refused("dispute-time-over")
    if dispute.task_id is not None and state is DisputeState.overturned:
        await known_answers.falls(tx, dispute, line, correct=correct, words=words, by=by, now=now)
        await retier(tx, dispute.person_id, now=now)
        await record(
            tx, "dispute-decided", f"line:{line.number}", by=by, now=now, after={"state": state}
        )
        return await disputes.by_id(tx, dispute.id)
    if dispute.task_id is not None:
        await known_answers.stands(tx, dispute, line, by=by, now=now)
    await disputes.change(tx, dispute.id, state=state, decided_by=by, answer=words, decided_at=now)
    after = {"state": state, "minor": 0}
    if state is DisputeState.overturned and dispute.review_id is not None:
        await make_up(tx, line, job, words=words, by=by, now=now)
        after["minor"] = withheld(line).minor
    await retier(tx, dispute.person_id, now=now)
    await record(tx, "dispute-decided", f"line:{line.number}", by=by, now=now, after=after)
    await tell(
        tx, await people.by_id(tx, dispute.person_id), "dispute_decided",
        key=f"dispute:{dispute.id}:{state}", now=now, sound=True, can_wait=True, number=number,
    )  # fmt: skip
    return await disputes.by_id(tx, dispute.id)


async def _decidable(tx: Tx, number: str, by: int | None) -> Dispute:
    """The open dispute, kept to this transaction, for who may decide it; none is the clock."""
    dispute = await disputes.locked(tx, number)
    if dispute is None:
        raise Refused("stale-button")
    if by is not None:
        (line,) = await lines.by_ids(tx, [dispute.line_id])
        review = await review_of(tx, dispute)
        refusal = await refusal_of(tx, dispute)
        judges = await _judges(tx, line, review)
        if refusal is not None:
            judges |= {refusal.by_id, refusal.decided_by or refusal.by_id}
        require_decider(dispute, await people.by_id(tx, by), line.project_id, judges)
        same = await twins.of_person(tx, by)
        if dispute.person_id in same:
            raise Refused("own-work")
        # When a known answer falls, all who answered gain or lose by it.
        if dispute.task_id and await gold.is_rated_by(tx, dispute.task_id, {by, *same}):
            raise Refused("own-work")
        if judges & same:
            raise Refused("own-verdict")
        if dispute.task_id and await gold.deciders(tx, dispute.task_id) & {by, *same}:
            raise Refused("own-gold")
    require_open(dispute)
    return dispute


async def _judges(tx: Tx, line: Line, review: Review | None) -> set[int]:
    """Who gave the verdict, who gave it a second time, and who said that it stands."""
    if review is None:
        return set()
    second = await second_reviews.of_line(tx, line.id)
    again = {second.reviewer_id, second.decided_by} if second is not None else set()
    return {review.reviewer_id, *(one for one in again if one is not None)}


async def _draft(tx: Tx, number: str, by: int) -> Draft:
    return _checked(await reviews.locked_draft(tx, number), by)


def _checked(draft: Draft | None, by: int) -> Draft:
    if draft is None or draft.person_id != by or draft.dispute_id is None:
        raise Refused("stale-button")
    return draft
