"""What could be evidence for a decision in preparation, and what could not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.ladder import highest, next_rung
from bot.domain.people import require_admin
from bot.domain.refusal import Refused
from bot.domain.steps import Evidence, EvidenceKind, Step, StepKind
from bot.services.standing.deciding import MOST_EVIDENCE
from bot.services.standing.facts import is_handed_in, keep_evidence, piece, project_of
from storage import disputes, lines, people, projects, step_drafts, steps, track_records
from storage.database import Database, Tx
from storage.step_drafts import StepDraft

# As many of the newest jobs, and of the newest lines, are offered.
NEWEST = 30


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that could be evidence; `no` is the reason of the refusal where it cannot.

    `where` is the project of the work, or who has the other account, for admins only.
    """

    evidence: Evidence
    where: str | None
    chosen: bool
    no: str | None


async def candidates(db: Database, *, number: str, by: int, now: datetime) -> list[Candidate]:
    """All that could be evidence for the decision in preparation, the newest first.

    What was typed in, or came from a detector, stands before it.
    """
    async with db.read() as tx:
        draft = await _draft(tx, number, by)
        person = await people.by_id(tx, draft.person_id)
        found = await track_records.against(tx, person.id, NEWEST)
        mine = [await piece(tx, person, one) for one in found]
        mine.sort(key=lambda one: one.at, reverse=True)
        more = [one for one in draft.evidence if not any(one.is_same(known) for known in mine)]
        barred = await _barred(tx, draft, now)
        return [await _candidate(tx, draft, one, barred) for one in (*more, *mine)]


async def tick(
    db: Database, *, number: str, of: str, chosen: bool, by: int, now: datetime
) -> None:
    """Take the work of that number as evidence, or take it out; refused where it cannot be."""
    async with db.begin() as tx:
        draft = await _draft(tx, number, by)
        if not chosen:
            # What speaks for no step by now can be taken out all the same.
            await keep_evidence(tx, draft, [one for one in draft.evidence if one.number != of])
            return
        one = await piece(tx, await people.by_id(tx, draft.person_id), of)
        if any(one.is_same(known) for known in draft.evidence):
            return
        barred = await _barred(tx, draft, now)
        if (why := await _why_not(tx, one, barred)) is not None:
            raise Refused(why)
        if len(draft.evidence) >= MOST_EVIDENCE:
            raise Refused("evidence-most", most=MOST_EVIDENCE)
        await keep_evidence(tx, draft, (*draft.evidence, one))


@dataclass(frozen=True, slots=True)
class _Barred:
    """What no longer counts: evidence of earlier steps, and all before the last was told.

    `fallen` is that of steps which an appeal has overturned, and counts for nothing at all.
    """

    fallen: Sequence[Evidence]
    used: Sequence[tuple[Step, Evidence]] = ()
    until: datetime | None = None


async def _barred(tx: Tx, draft: StepDraft, now: datetime) -> _Barred:
    mine = await steps.of_person(tx, draft.person_id)
    rung, before = next_rung(mine, now), highest(mine, now)
    skips = draft.kind is not None and draft.kind is not rung
    fallen = await steps.overturned_against(tx, draft.person_id)
    if skips and draft.kind is not StepKind.hold:
        return _Barred(fallen)
    used = await steps.used_against(tx, draft.person_id)
    return _Barred(fallen, used, None if skips or before is None else before.told_at)


async def _candidate(tx: Tx, draft: StepDraft, one: Evidence, barred: _Barred) -> Candidate:
    chosen = any(one.is_same(known) for known in draft.evidence)
    return Candidate(one, await _where(tx, one), chosen, await _why_not(tx, one, barred))


async def _why_not(tx: Tx, one: Evidence, barred: _Barred) -> str | None:
    if one.kind is EvidenceKind.line and one.number is not None:
        line = await lines.by_number(tx, one.number)
        if line is not None and await disputes.shields(tx, line.id):
            return "step-disputed"
    if await is_handed_in(tx, one):
        return "step-handed-in"
    if any(one.is_same(known) for known in barred.fallen):
        return "step-overturned"
    if any(one.is_same(known) for _, known in barred.used):
        return "step-same-facts"
    return "step-old-facts" if barred.until is not None and one.at <= barred.until else None


async def _where(tx: Tx, one: Evidence) -> str | None:
    if one.other_id is not None:
        return (await people.by_id(tx, one.other_id)).name
    project_id = await project_of(tx, one)
    return None if project_id is None else (await projects.by_id(tx, project_id)).name


async def _draft(tx: Tx, number: str, by: int) -> StepDraft:
    draft = await step_drafts.of_decider(tx, by)
    if draft is None or draft.number != number:
        raise Refused("stale-button")
    require_admin(await people.by_id(tx, by))
    return draft
