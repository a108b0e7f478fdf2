"""Settling a rating: the one place for the review, the deadline, and whatever else decides.

Here work turns to money: a line is owed, or rejected, and payable once nobody is waited for.
"""

from dataclasses import replace
from datetime import datetime

from bot.domain import ledger as book
from bot.domain.jobs import Job, JobState
from bot.domain.lines import ClientState, Line, LineKind, LineState, is_gated
from bot.domain.money import Money
from bot.domain.pay_terms import Verdict
from bot.domain.ratings import Assignment, RatingState
from bot.effects.weigh_answer import weigh_answers
from storage import jobs, ledger, lines, projects, ratings, tasks
from storage.database import Tx


async def settle_rating(
    tx: Tx,
    *,
    job: Job,
    assignment: Assignment,
    line: Line,
    verdict: Verdict,
    now: datetime,
    reason: str | None = None,
    because: str | None = None,
) -> Line:
    """Write the verdict on a rating or flag with what it means for the task and in money.

    The job and its project are kept to this transaction.
    """
    if line.kind is LineKind.flag:
        pay = line.offered if verdict is Verdict.accepted else Money(0, line.offered.currency)
    else:
        pay = job.terms.pay_terms.worth(line.offered, verdict)
        state = RatingState.rejected if verdict is Verdict.rejected else RatingState.accepted
        await ratings.decide_latest(tx, assignment.id, state, now)
        await jobs.change_assignment(tx, assignment.id, state=state)
        if state is RatingState.rejected:
            await _reopen(tx, job.project_id, assignment.task_id)
        await weigh_answers(tx, job.project_id, [assignment.task_id], now=now)
    if line.client is ClientState.waiting and (await tasks.by_id(tx, assignment.task_id)).gold:
        # It needs no client; until it was judged, nothing told it from others.
        line = replace(line, client=ClientState.not_asked, confirm_by=None)
        await lines.change(tx, line.id, client=line.client, confirm_by=None)
    return await _settle_line(tx, line, pay=pay, now=now, reason=reason, because=because)


async def _reopen(tx: Tx, project_id: int, task_id: int) -> None:
    """Somebody else may rate the task, unless its batch was delivered: it makes do with less."""
    if await tasks.is_delivered(tx, task_id):
        await tasks.lower_overlap(tx, task_id)
        return
    usable = await tasks.change_slots(tx, [task_id], 1)
    await projects.change_slots(tx, project_id, usable)


async def overturn_rejection(tx: Tx, job: Job, assignment: Assignment, *, now: datetime) -> None:
    """The rejection fell: the rating counts again, beside the one that may have taken its slot.

    The project of the job is kept to this transaction.
    """
    stood = await ratings.latest(tx, assignment.id)
    if stood is None:
        raise LookupError(f"assignment {assignment.id} was never handed in")
    await ratings.judge_anew(tx, stood.id, RatingState.accepted, now)
    await jobs.change_assignment(tx, assignment.id, state=RatingState.accepted)
    task = await tasks.by_id(tx, assignment.task_id)
    if task.gold:
        return
    if task.open_slots:
        usable = await tasks.change_slots(tx, [task.id], -1)
        await projects.change_slots(tx, job.project_id, -usable)
    else:
        await tasks.raise_overlap(tx, task.id)
    await weigh_answers(tx, job.project_id, [task.id], now=now)


async def confirm_line(
    tx: Tx, line: Line, *, now: datetime, client: ClientState | None = None
) -> Line:
    """Nothing stands between an owed line and the next pay run any more.

    `client` is what the client said; left out, it was said before, or its date has passed.
    """
    return await _confirm(tx, line, client or line.client, now)


async def settle_job(tx: Tx, job_id: int, *, now: datetime) -> bool:
    """Settle the job when no line of it waits any more; says whether it is settled."""
    if await lines.undecided(tx, job_id):
        return False
    await jobs.change(tx, job_id, state=JobState.settled, settled_at=now)
    return True


async def _settle_line(
    tx: Tx,
    line: Line,
    *,
    pay: Money,
    now: datetime,
    reason: str | None = None,
    because: str | None = None,
) -> Line:
    """The verdict on a submitted line: it is owed in this amount from now on, or rejected at none.

    Without a client to wait for, it is payable at once.
    """
    if line.state is not LineState.submitted:
        raise ValueError(f"line {line.number} is {line.state}")
    told = {"reason": reason, "because": because}
    if not pay.minor:
        await lines.change(tx, line.id, state=LineState.rejected, pay_minor=0, **told)
        return replace(line, state=LineState.rejected, pay=pay, reason=reason, because=because)
    await ledger.post(tx, [book.accepted(line.id, line.project_id, line.person_id, pay, now)])
    owed = replace(
        line, state=LineState.accepted, pay=pay, accepted_at=now, reason=reason, because=because
    )
    new = {"pay_minor": pay.minor, "accepted_at": now, **told}
    if is_gated(line.client, line.confirm_by, now):
        await lines.change(tx, line.id, state=LineState.accepted, **new)
        return owed
    return await _confirm(tx, owed, line.client, now, **new)


async def _confirm(tx: Tx, line: Line, client: ClientState, now: datetime, **more: object) -> Line:
    said = ClientState.silent if client is ClientState.waiting else client
    if said is not line.client:
        more["client_at"] = now
    await ledger.post(tx, [book.confirmed(line.id, line.person_id, line.pay, now)])
    await lines.change(
        tx, line.id, state=LineState.confirmed, confirmed_at=now, client=said, **more
    )
    return replace(line, state=LineState.confirmed, confirmed_at=now, client=said)
