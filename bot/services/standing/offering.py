"""What the ladder allows against a person now, and beginning or dropping a decision."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.ladder import Case, next_rung, require_step
from bot.domain.refusal import Refused
from bot.domain.rules import StandingRules
from bot.domain.steps import REASONS, Evidence, EvidenceKind, StepKind
from bot.services.standing.facts import case_of, require_subject
from storage import people, proposals, step_drafts, steps
from storage.database import Database
from storage.step_drafts import StepDraft


@dataclass(frozen=True, slots=True)
class Offer:
    """A decision that an admin could prepare; `no` says why the ladder forbids it now.

    An egregious one skips the ladder, with a reason of the published list.
    """

    kind: StepKind
    egregious: bool
    no: Refused | None


async def offers(
    db: Database, person_id: int, *, by: int, now: datetime, rules: StandingRules
) -> list[Offer]:
    """What could be decided about the person, the next rung first; refused for oneself."""
    async with db.read() as tx:
        person = await people.by_id(tx, person_id)
        await require_subject(tx, person, by)
        # Something that happened just now stands for the evidence that is yet to be named.
        seen = (Evidence(EvidenceKind.event, "event", now, words=f"{now}"),)
        case = await case_of(tx, person, seen, by=by, now=now)
    rung = next_rung(case.steps, now)
    wanted = [(rung, False)] if rung else []
    skipping = [(StepKind.hold, True), (StepKind.deactivation, True)]
    return [
        Offer(kind, grave, _why_not(kind, grave, case, now, rules))
        for kind, grave in (*wanted, *skipping, (StepKind.block, False))
    ]


def _why_not(
    kind: StepKind, egregious: bool, case: Case, now: datetime, rules: StandingRules
) -> Refused | None:
    reason = REASONS["fraud" if egregious else "conduct"]
    try:
        require_step(kind, reason, case, days=1, now=now, rules=rules)
    except Refused as no:
        return no
    return None


async def begin_from(
    db: Database, *, proposal: str, by: int, cause: str, now: datetime
) -> StepDraft:
    """Prepare a decision from what a detector found, on the next rung or what may skip it."""
    async with db.begin(cause) as tx:
        found = await proposals.by_number(tx, proposal)
        # What is found of reviewers is about a role, not about a step.
        if found is None or found.state != "open" or found.reason not in REASONS:
            raise Refused("proposal-gone")
        await require_subject(tx, await people.by_id(tx, found.person_id), by)
        draft = await step_drafts.put(
            tx, by=by, person_id=found.person_id, evidence=found.evidence, reason=found.reason,
            proposal_id=found.id, now=now,
        )  # fmt: skip
        if not REASONS[found.reason].egregious:
            rung = next_rung(await steps.of_person(tx, found.person_id), now)
            await step_drafts.change(tx, draft.id, kind=rung)
            draft = replace(draft, kind=rung)
        return draft


async def drop(db: Database, *, number: str, by: int) -> int:
    """Prepare it no more; returns whom it was about."""
    async with db.begin() as tx:
        draft = await step_drafts.of_decider(tx, by)
        if draft is None or draft.number != number:
            raise Refused("stale-button")
        await step_drafts.drop(tx, by)
        return draft.person_id
