"""The lines of what was handed in: expected, not owed yet."""

from datetime import datetime, timedelta
from typing import Any

from bot.domain.jobs import Job
from bot.domain.lines import ClientState, LineKind, LineState, confirm_by
from bot.domain.money import Money
from bot.domain.numbers import public_number
from bot.domain.ratings import Assignment, accepted_by
from storage import lines
from storage.database import Tx

# Who corrects a returned rating at the last minute is still reviewed by somebody.
LEAST_REVIEW = timedelta(days=1)


async def expect_pay(
    tx: Tx, job: Job, *, rated: dict[str, Assignment], flagged: list[Assignment], now: datetime
) -> None:
    """A line for each rating (by its number) and each flag that counts now.

    What was returned has its line already, and only its review goes on.
    """
    known = await lines.of_assignments(tx, [one.id for one in rated.values()])
    for line in known.values():
        by = max(line.accept_by, now + LEAST_REVIEW)
        await lines.change(tx, line.id, accept_by=by)
    pay, terms = job.terms.pay, job.terms.pay_terms
    made = [
        _line(job, one, number, LineKind.rating, pay, terms.confirm_days)
        for number, one in rated.items()
        if one.id not in known
    ]
    # Gold, training and flags need no client.
    made += [
        _line(job, one, public_number(), LineKind.flag, terms.flag_pay(pay), None)
        for one in flagged
        if terms.flag_percent
    ]
    await lines.add(tx, made)


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
