"""What the rules of the ladder need to know of a person, read in the transaction that decides."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.domain.appeals import AppealState
from bot.domain.jobs import JobState
from bot.domain.ladder import Case, highest
from bot.domain.lines import ClientState, Line, LineState
from bot.domain.people import Person, require_admin
from bot.domain.refusal import Refused
from bot.domain.steps import Evidence, EvidenceKind
from bot.effects.deciders import deciders_of
from storage import appeals, disputes, jobs, lines, people, reviews, step_drafts, steps
from storage.database import Tx
from storage.step_drafts import StepDraft

# The facts that can speak against somebody.
EXPIRED, REJECTED, REDUCED, REFUSED = "expired", "rejected", "reduced", "refused-by-client"


async def require_subject(tx: Tx, person: Person, by: int) -> Person:
    """Refuse who is no admin, oneself, other admins, and who is erased; returns the decider."""
    decider = await people.by_id(tx, by)
    require_admin(decider)
    if person.id == by:
        raise Refused("own-standing")
    if person.is_admin:
        raise Refused("step-admin")
    if person.telegram_id is None:
        raise Refused("person-erased")
    return decider


async def case_of(
    tx: Tx, person: Person, evidence: Sequence[Evidence], *, by: int, now: datetime
) -> Case:
    """All that bears on a step against the person."""
    mine = await steps.of_person(tx, person.id)
    before = highest(mine, now)
    since = before.told_at if before else None
    known = await appeals.of_person(tx, person.id)
    able, silent = await deciders_of(tx, step_by=by, person_id=person.id)
    return Case(
        steps=mine,
        evidence=evidence,
        used=await steps.used_against(tx, person.id),
        ratings=await steps.ratings_since(tx, person.id, since) if since else 0,
        deciders=len(able),
        silent=len(silent),
        disputed=await _is_disputed(tx, evidence),
        appealed=any(one.state is AppealState.open for one in known),
        fallen=await steps.overturned_against(tx, person.id),
        handed_in=any([await is_handed_in(tx, one) for one in evidence]),
    )


async def _is_disputed(tx: Tx, evidence: Sequence[Evidence]) -> bool:
    """Whether a verdict or refusal among the evidence is disputed, or was overturned."""
    for one in evidence:
        if one.kind is EvidenceKind.line and one.number is not None:
            line = await lines.by_number(tx, one.number)
            if line is not None and await disputes.shields(tx, line.id):
                return True
    return False


async def project_of(tx: Tx, one: Evidence) -> int | None:
    """The project of the work that the evidence is; none where it is no work."""
    if one.number is None:
        return None
    job = await jobs.by_number(tx, one.number)
    if job is not None:
        return job.project_id
    line = await lines.by_number(tx, one.number)
    return None if line is None else line.project_id


async def keep_evidence(tx: Tx, draft: StepDraft, kept: Sequence[Evidence]) -> None:
    """Write what a decision rests on; its project goes with the last of the work in it."""
    values: dict[str, Any] = {"evidence": step_drafts.as_json(kept)}
    gone = [one for one in draft.evidence if not any(one.is_same(other) for other in kept)]
    if draft.project_id is not None and draft.project_id in [
        await project_of(tx, one) for one in gone
    ]:
        left = [await project_of(tx, one) for one in kept]
        if draft.project_id not in left:
            values["project_id"] = None
    await step_drafts.change(tx, draft.id, **values)


async def is_handed_in(tx: Tx, one: Evidence) -> bool:
    """Whether a job whose time ran out was handed in all the same, so that nothing is missing."""
    if one.kind is not EvidenceKind.job or one.number is None:
        return False
    job = await jobs.by_number(tx, one.number)
    return job is not None and job.state is not JobState.expired


async def piece(tx: Tx, person: Person, number: str) -> Evidence:
    """An expired job, or work that was paid less or refused, as evidence, by its public number.

    Nothing else of a person's work speaks against them: not what was given back, declined or
    skipped, and not how much somebody works.
    """
    job = await jobs.by_number(tx, number)
    if job is not None and job.person_id == person.id:
        if job.state is not JobState.expired:
            raise Refused("evidence-nothing", number=number)
        return Evidence(EvidenceKind.job, EXPIRED, job.due_at, number)
    line = await lines.by_number(tx, number)
    if line is None or line.person_id != person.id:
        raise Refused("evidence-unknown", number=number)
    return await _of_line(tx, line)


async def _of_line(tx: Tx, line: Line) -> Evidence:
    given = await reviews.of_assignment(tx, line.assignment_id) if line.assignment_id else []
    at = given[-1].at if given else line.accepted_at or line.submitted_at
    if line.state is LineState.rejected:
        return Evidence(EvidenceKind.line, REJECTED, at, line.number)
    if line.is_reduced:
        return Evidence(EvidenceKind.line, REDUCED, at, line.number)
    if line.client is ClientState.refused:
        return Evidence(EvidenceKind.line, REFUSED, at, line.number)
    raise Refused("evidence-nothing", number=line.number)
