"""Steps whose notice could not be made: all of them, and preparing one of them anew."""

from datetime import datetime

from bot.domain.people import Person, require_admin
from bot.domain.refusal import Refused
from bot.domain.steps import REASONS, Step, StepKind
from bot.services.standing.facts import require_subject
from bot.services.standing.withdrawing import take_back_and_tell
from storage import people, step_drafts, steps
from storage.database import Database
from storage.step_drafts import StepDraft


async def unsent(db: Database, *, by: int) -> list[tuple[Step, Person]]:
    """The live steps whose notice failed for good, the oldest first, each with its person."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        found = await steps.unsent(tx)
        return [(one, await people.by_id(tx, one.person_id)) for one in found]


async def renew(db: Database, *, number: str, by: int, cause: str, now: datetime) -> StepDraft:
    """Take back a step whose notice failed, and prepare it anew with all that it rested on.

    Nobody was told of it, so nobody is told that it is gone.
    """
    async with db.begin(cause) as tx:
        require_admin(await people.by_id(tx, by))
        found = await steps.by_number(tx, number)
        if found is None or found.kind is StepKind.closing:
            raise Refused("stale-button")
        person = await people.locked(tx, found.person_id)
        await require_subject(tx, person, by)
        step = await steps.locked_by_id(tx, found.id)
        if step.id not in [one.id for one in await steps.unsent(tx)]:
            raise Refused("step-over" if not step.is_live else "stale-button")
        await take_back_and_tell(tx, person, step, by=by, words=None, now=now)
        draft = await step_drafts.put(
            tx, by=by, person_id=person.id, evidence=await steps.evidence_of(tx, step.id),
            reason=step.reason if step.reason in REASONS else None, now=now,
        )  # fmt: skip
        await step_drafts.change(
            tx, draft.id, kind=step.kind, words=step.words, days=step.days,
            project_id=step.project_id,
        )  # fmt: skip
        return draft
