"""A verdict that is given again: to its second reviewer the work looks as if nobody had judged.

Nothing may tell it from any other rating in the queue, before and after the second verdict.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.jobs import Job
from bot.domain.lines import Line
from bot.domain.review_sampling import Draw, is_drawn
from bot.domain.reviews import Review
from bot.domain.rules import ReviewRules
from bot.effects.second_verdict import as_first, assignment_of, line_of
from bot.effects.view_evidence import Evidence, evidence_of
from bot.insistence import each
from storage import second_reviews, twins
from storage.database import Database, Tx
from storage.second_reviews import SecondReview

# Whoever gives a verdict at the last moment is looked over by somebody with time for it.
_LEAST = timedelta(days=1)


async def draw_second(
    tx: Tx, line: Line, job: Job, review: Review, *, rules: ReviewRules, now: datetime
) -> None:
    """The lot decides whether somebody else gives the verdict again; the same line draws alike."""
    if not is_drawn(rules.second_percent, "second", line.number):
        return
    await second_reviews.add(
        tx, line_id=line.id, review_id=review.id, project_id=line.project_id,
        drawn=min(line.drawn, Draw.share),
        give_by=max(line.accept_by, now + max(_LEAST, timedelta(days=job.terms.review_days))),
    )  # fmt: skip


async def second_for(
    tx: Tx, line: Line, by: int, *, lock: bool = False
) -> SecondReview | None:  # fmt: skip
    """The second verdict on the line that is the person's to give, or was given by them."""
    found = await (second_reviews.locked if lock else second_reviews.of_line)(tx, line.id)
    if found is None or line.person_id == by or found.first_by == by:
        return None
    if found.reviewer_id == by:
        return found
    if found.state != "waiting" or found.first_by in await twins.of_person(tx, by):
        return None
    return found


async def seen_by(tx: Tx, line: Line, by: int) -> Evidence:
    """All that bears on the line, as whoever reviews it is to see it."""
    facts = await evidence_of(tx, line)
    second = await second_for(tx, line, by)
    if second is None:
        return facts
    before = [one for one in facts.reviews if one.id < second.review_id]
    mine = [] if second.verdict is None else [as_first(second, facts.assignment)]
    return replace(
        facts,
        line=line_of(second, line),
        assignment=assignment_of(second, facts.assignment),
        reviews=(*before, *mine),
        dispute=None,
        objected=False,
        made_up=None,
        refusal=None,
    )


async def lapse_second(db: Database, *, now: datetime) -> int:
    """Sweep: what nobody reviewed a second time by its date is left; returns how many."""
    async with db.look() as tx:
        due = await second_reviews.due(tx, now, 500)

    async def lapse(second_id: int) -> int:
        async with db.begin() as tx:
            return await second_reviews.lapse(tx, second_id)

    return await each(due, lapse)
