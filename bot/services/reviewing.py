"""How reviewers are checked: their own figures, who is proposed, and taking the role."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Person, require_admin
from bot.domain.refusal import Refused
from bot.domain.reviewer_tier import LEAST_VERDICTS, REVIEWER_TIER, ReviewerRecord
from bot.domain.reviews import require_reviewer
from bot.domain.rules import ReviewRules
from bot.domain.steps import Evidence, EvidenceKind
from bot.effects.record import record
from bot.effects.tell import tell
from bot.insistence import each
from storage import causes, detecting, people, proposals, reviewer_records
from storage.database import Database, Tx
from storage.proposals import Proposal

OPEN, PASSED, DECIDED = "open", "passed", "decided"


@dataclass(frozen=True, slots=True)
class Checked:
    """A reviewer with the figures of the last 90 days, and the lines that speak against them."""

    person: Person
    record: ReviewerRecord
    missed: tuple[tuple[str, str, datetime], ...] = ()


async def own(db: Database, person_id: int, *, now: datetime) -> Checked:
    """The person's own figures, for who reviews anything."""
    async with db.read() as tx:
        person = await people.by_id(tx, person_id)
        require_reviewer(person, None)
        missed = await reviewer_records.missed(tx, person_id, now)
        found = await reviewer_records.of_person(tx, person_id, now)
        return Checked(person, found, tuple(missed))


async def of_person(db: Database, person_id: int, *, by: int, now: datetime) -> ReviewerRecord:
    """The figures of a reviewer, for admins."""
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        return await reviewer_records.of_person(tx, person_id, now)


async def look_of_the_day(db: Database, *, now: datetime, rules: ReviewRules) -> int:
    """Sweep: once a day (of UTC) reviewers below the tier are proposed, others pass.

    It changes nothing for anybody; an admin decides. Returns how many were proposed.
    """
    cause = f"reviewers:{now.date().isoformat()}"
    async with db.look() as tx:
        if await causes.is_known(tx, cause):
            return 0
        ids = await reviewer_records.busy(tx, now, LEAST_VERDICTS)
        waiting = [one for one in await proposals.waiting(tx) if one.detector == REVIEWER_TIER]

    async def propose(person_id: int) -> int:
        async with db.begin() as tx:
            return await _propose(tx, person_id, now, rules)

    async def pass_one(found: Proposal) -> int:
        async with db.begin() as tx:
            return await _pass(tx, found, now, rules)

    await each(waiting, pass_one)
    added = await each(ids, propose)
    await causes.note(db, cause)
    return added


async def _is_below(tx: Tx, person_id: int, now: datetime, rules: ReviewRules) -> bool:
    if not await reviewer_records.roles_of(tx, person_id):
        return False
    return (await reviewer_records.of_person(tx, person_id, now)).is_below(rules.least_tier)


async def _propose(tx: Tx, person_id: int, now: datetime, rules: ReviewRules) -> int:
    """Propose the reviewer by lines of which one was never brought up before."""
    if not await _is_below(tx, person_id, now, rules):
        return 0
    evidence = [
        Evidence(EvidenceKind.line, fact, at, number)
        for fact, number, at in await reviewer_records.missed(tx, person_id, now)
    ]
    known = (await detecting.known(tx, [person_id]))[person_id]
    if {one.number for one in evidence} <= {one.number for one in known.used}:
        return 0
    waits = [one for one in await proposals.waiting(tx) if one.person_id == person_id]
    if any(one.detector == REVIEWER_TIER for one in waits):
        return 0
    added = await proposals.add(
        tx, person_id=person_id, detector=REVIEWER_TIER, reason=REVIEWER_TIER,
        evidence=evidence, now=now,
    )  # fmt: skip
    if added:
        after = {"detector": REVIEWER_TIER, "reason": REVIEWER_TIER, "evidence": len(evidence)}
        await record(tx, "proposed", f"person:{person_id}", by=None, now=now, after=after)
    return int(added)


async def _pass(tx: Tx, found: Proposal, now: datetime, rules: ReviewRules) -> int:
    one = await proposals.locked_by_id(tx, found.id)
    if one.state != OPEN or await _is_below(tx, one.person_id, now, rules):
        return 0
    await proposals.end(tx, one.id, PASSED, by=None, now=now)
    after = {"proposal": one.number, "detector": one.detector}
    await record(tx, "proposal-passed", f"person:{one.person_id}", by=None, now=now, after=after)
    return 1


async def take_role(db: Database, *, number: str, by: int, cause: str, now: datetime) -> Person:
    """An admin takes the role of a reviewer, as proposed; the person is told why, and can object.

    Roles of other kinds stay. Nobody decides about oneself. Returns the person.
    """
    async with db.begin(cause) as tx:
        require_admin(await people.by_id(tx, by))
        found = await proposals.locked(tx, number)
        if found is None or found.state != OPEN or found.detector != REVIEWER_TIER:
            raise Refused("proposal-gone")
        if found.person_id == by:
            raise Refused("own-standing")
        held = await reviewer_records.roles_of(tx, found.person_id)
        if not held:
            raise Refused("role-gone")
        for role_id in held:
            await people.revoke(tx, role_id)
        await proposals.end(tx, found.id, DECIDED, by=by, now=now)
        person = await people.by_id(tx, found.person_id)
        await record(
            tx, "role-revoked", f"person:{person.id}", by=by, now=now,
            before={"role": "reviewer", "roles": len(held)}, after={"proposal": number},
        )  # fmt: skip
        await tell(
            tx, person, "reviewer_role_taken", key=f"reviewer:{found.id}", now=now,
            sound=True, can_wait=True,
            lines=[one.number for one in found.evidence if one.number is not None][-10:],
        )  # fmt: skip
        return person
