"""The lines of what was handed in: expected, not owed yet."""

from datetime import datetime, timedelta
from typing import Any

from bot.domain.jobs import Job
from bot.domain.lines import ClientState, LineKind, LineState, confirm_by
from bot.domain.money import Money
from bot.domain.numbers import public_number
from bot.domain.ratings import Assignment, accepted_by
from bot.domain.review_sampling import Draw, is_drawn, share_of
from bot.domain.rules import ReviewRules
from storage import lines, review_queue
from storage.database import Tx

# Who corrects a returned rating at the last minute is still reviewed by somebody.
LEAST_REVIEW = timedelta(days=1)


async def expect_pay(
    tx: Tx, job: Job, *, rated: dict[str, Assignment], flagged: list[Assignment], now: datetime,
    tier: int | None, share: int | None, rules: ReviewRules,
) -> None:  # fmt: skip
    """A line for each rating (by its number) and each flag that counts now.

    What was returned has its line already, and only its review goes on. Whether somebody is
    asked to review a rating is drawn by the person's `tier`, or by the project's own `share`.
    """
    known = await lines.of_assignments(tx, [one.id for one in rated.values()])
    for line in known.values():
        by = max(line.accept_by, now + LEAST_REVIEW)
        # Who gave it back, or somebody else, looks at what came of it.
        await lines.change(tx, line.id, accept_by=by, drawn=min(line.drawn, Draw.share))
    pay, terms = job.terms.pay, job.terms.pay_terms
    gold = await review_queue.gold_among(tx, {one.task_id for one in rated.values()})
    percent = share_of(tier, share, rules)
    made = [
        _line(job, one, number, LineKind.rating, pay, terms.confirm_days)
        | _drawn(job, one, percent, one.task_id in gold, rules)
        for number, one in rated.items()
        if one.id not in known
    ]
    # Gold, training and flags need no client.
    made += [
        _line(job, one, public_number(), LineKind.flag, terms.flag_pay(pay), None)
        | {"drawn": Draw.share, "blind": False}
        for one in flagged
        if terms.flag_percent
    ]
    await lines.add(tx, made)


def _drawn(job: Job, one: Assignment, percent: int, gold: bool, rules: ReviewRules) -> Any:
    """Whether somebody is asked to review it; handed in again, the same is drawn again."""
    signs = (job.number, one.id)
    blind = gold and is_drawn(rules.gold_percent, "check", *signs)
    drawn = blind or is_drawn(percent, "review", *signs)
    return {"drawn": Draw.share if drawn else Draw.left, "blind": blind}


def _line(
    job: Job, one: Assignment, number: str, kind: LineKind, pay: Money, confirm_days: int | None
) -> dict[str, Any]:
    if job.submitted_at is None:
        raise ValueError(f"job {job.id} was never submitted")
    accept_by = accepted_by(job.submitted_at, job.terms.review_days)
    asked = ClientState.not_asked if confirm_days is None else ClientState.waiting
    return {
        "number": number,
        "person_id": job.person_id,
        "project_id": job.project_id,
        "job_id": job.id,
        "assignment_id": one.id,
        "kind": kind,
        "state": LineState.submitted,
        "client": asked,
        "offered_minor": pay.minor,
        "pay_minor": pay.minor,
        "currency": pay.currency,
        "submitted_at": job.submitted_at,
        "accept_by": accept_by,
        "confirm_by": confirm_by(accept_by, confirm_days),
    }
