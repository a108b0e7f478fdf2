"""Deciding a step: prepared piece by piece, shown as the person will read it, then confirmed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.events import Event
from bot.domain.ladder import next_rung, require_reason, require_step, require_words
from bot.domain.people import Person, Role, require_admin
from bot.domain.refusal import Refused
from bot.domain.rules import Rules, StandingRules
from bot.domain.step_notices import StepNotice, require_complete
from bot.domain.steps import (
    EVENT,
    EVENT_AT,
    REASONS,
    Evidence,
    EvidenceKind,
    Step,
    StepKind,
    new_step,
)
from bot.effects.record import record
from bot.effects.standing import tell_untold
from bot.effects.tell import tell
from bot.services.standing.facts import case_of, keep_evidence, piece, require_subject
from bot.services.standing.views import notice_of
from storage import awaited_texts, people, projects, proposals, step_drafts, steps
from storage.database import Database, Tx
from storage.step_drafts import StepDraft

MOST_EVIDENCE = 20
OPEN, DECIDED = "open", "decided"


@dataclass(frozen=True, slots=True)
class Preparing:
    """A decision in preparation: about whom, and which rung the ladder would allow now."""

    draft: StepDraft
    person: Person
    rung: StepKind | None
    earlier: tuple[Step, ...]


async def begin(
    db: Database, *, person_id: int, by: int, cause: str, now: datetime,
    proposal: str | None = None,
) -> StepDraft:  # fmt: skip
    """Prepare a decision about the person, from what a detector found where one is named."""
    async with db.begin(cause) as tx:
        # Before the number is looked up, which anybody can make up.
        require_admin(await people.by_id(tx, by))
        await require_subject(tx, await people.by_id(tx, person_id), by)
        if proposal is None:
            return await step_drafts.put(tx, by=by, person_id=person_id, now=now)
        found = await proposals.by_number(tx, proposal)
        if found is None or found.person_id != person_id or found.state != OPEN:
            raise Refused("proposal-gone")
        if found.reason not in REASONS:
            raise Refused("stale-button")
        return await step_drafts.put(
            tx, by=by, person_id=person_id, evidence=found.evidence, reason=found.reason,
            proposal_id=found.id, now=now,
        )  # fmt: skip


async def preparing(db: Database, *, by: int, now: datetime) -> Preparing:
    """What the decider is preparing."""
    async with db.read() as tx:
        draft = await _draft(tx, by)
        earlier = await steps.of_person(tx, draft.person_id)
        person = await people.by_id(tx, draft.person_id)
        return Preparing(draft, person, next_rung(earlier, now), tuple(earlier))


async def choose(
    db: Database, *, number: str, by: int, kind: StepKind | None = None,
    reason: str | None = None, days: int | None = None, project: str | None = None,
) -> None:  # fmt: skip
    """Choose what the decision is, or why, how long, for which project; what is none stays."""
    async with db.begin() as tx:
        draft = await _draft(tx, by, number)
        given: dict[str, Any] = {
            "kind": kind, "reason": None if reason is None else require_reason(reason).code,
            "days": days,
        }  # fmt: skip
        if kind not in (None, StepKind.block) and draft.project_id is not None:
            # Only a block is about a project.
            await step_drafts.change(tx, draft.id, project_id=None)
        if project is not None:
            found = await projects.by_key(tx, project)
            if found is None:
                raise Refused("no-project", key=project)
            given["project_id"] = found.id
        await step_drafts.change(
            tx, draft.id, **{name: value for name, value in given.items() if value is not None}
        )


async def write(db: Database, *, number: str, text: str, by: int) -> None:
    """The words that the person will read."""
    async with db.begin() as tx:
        draft = await _draft(tx, by, number)
        await awaited_texts.drop(tx, by)
        await step_drafts.change(tx, draft.id, words=require_words(text))


async def add_evidence(
    db: Database, *, number: str, by: int, now: datetime, of: str | None = None,
    event: Event | None = None,
) -> Evidence:  # fmt: skip
    """Add a job or line by its number, or an event in words; what is there already stays once."""
    async with db.begin() as tx:
        draft = await _draft(tx, by, number)
        if of is not None:
            one = await piece(tx, await people.by_id(tx, draft.person_id), of)
        else:
            seen = event or Event(now, "")
            fact = EVENT_AT if seen.timed else EVENT
            said = require_words(seen.words)
            one = Evidence(EvidenceKind.event, fact, seen.at, words=said)
        await awaited_texts.drop(tx, by)
        if any(one.is_same(known) for known in draft.evidence):
            return one
        if len(draft.evidence) >= MOST_EVIDENCE:
            raise Refused("evidence-most", most=MOST_EVIDENCE)
        await keep_evidence(tx, draft, (*draft.evidence, one))
        return one


async def drop_evidence(db: Database, *, number: str, by: int, index: int) -> None:
    """Take a piece of evidence out again."""
    async with db.begin() as tx:
        draft = await _draft(tx, by, number)
        kept = [one for at, one in enumerate(draft.evidence) if at != index]
        await keep_evidence(tx, draft, kept)


async def preview(
    db: Database, *, number: str, by: int, now: datetime, rules: Rules
) -> StepNotice:
    """The notice of the step as it would be decided now; refused as it would be."""
    async with db.read() as tx:
        draft = await _draft(tx, by, number)
        person = await people.by_id(tx, draft.person_id)
        step = await _made(tx, draft, person, now=now, rules=rules.standing)
        return await notice_of(tx, step, draft.evidence, now=now, rules=rules.pay)


async def decide(
    db: Database, *, number: str, by: int, cause: str, now: datetime, rules: Rules
) -> Step:
    """Decide the step as it was prepared, and owe the person its notice.

    Nothing changes for the person before the notice has arrived. Of two admins at once, the
    second is refused for what stands then.
    """
    async with db.begin(cause) as tx:
        person = await people.locked(tx, (await _draft(tx, by, number)).person_id)
        draft = await _draft(tx, by, number)
        made = await _made(tx, draft, person, now=now, rules=rules.standing)
        require_complete(await notice_of(tx, made, draft.evidence, now=now, rules=rules.pay))
        step = await steps.add(tx, made, draft.evidence)
        await step_drafts.drop(tx, by)
        if draft.proposal_id is not None:
            await proposals.end(tx, draft.proposal_id, DECIDED, by=by, now=now)
        await tell_step(tx, person, step, now=now)
        if person.unreachable_since is not None:
            # It is not even tried, so nothing else would say that it has not arrived.
            await tell_untold(tx, step.number, now=now)
        after = {
            "step": step.number, "kind": step.kind, "reason": step.reason,
            "evidence": len(draft.evidence),
        }  # fmt: skip
        await record(
            tx, "step-decided", f"person:{person.id}", by=by, now=now, after=after,
            before={"standing": person.standing},
        )  # fmt: skip
        return step


async def tell_step(tx: Tx, person: Person, step: Step, *, now: datetime) -> None:
    """Owe the person the notice of a step; who is away gets it on return."""
    await tell(
        tx, person, "step", key=f"step:{step.id}", now=now, sound=True, on_return=True,
        number=step.number,
    )  # fmt: skip


async def _made(
    tx: Tx, draft: StepDraft, person: Person, *, now: datetime, rules: StandingRules
) -> Step:
    """The step that the draft describes, refused where the ladder does not allow it."""
    decider = await require_subject(tx, person, draft.by_id)
    if draft.kind is None or draft.reason is None or draft.words is None:
        raise Refused("step-incomplete")
    reason = require_reason(draft.reason)
    case = await case_of(tx, person, draft.evidence, by=draft.by_id, now=now)
    follows = require_step(
        draft.kind, reason, case, days=draft.days, now=now, rules=rules,
        project_id=draft.project_id,
    )  # fmt: skip
    if draft.kind is StepKind.block and draft.project_id is None:
        raise Refused("step-incomplete")
    return new_step(
        person.id, draft.kind, reason, words=draft.words, by=decider.id, role=Role.admin,
        follows=follows, now=now, rules=rules, days=draft.days, project_id=draft.project_id,
    )  # fmt: skip


async def _draft(tx: Tx, by: int, number: str | None = None) -> StepDraft:
    draft = await step_drafts.of_decider(tx, by)
    if draft is None or (number is not None and draft.number != number):
        raise Refused("stale-button")
    return draft
