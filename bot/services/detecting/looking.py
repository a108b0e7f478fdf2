"""Looking at the facts of everybody: by the day, or to see what would be found now."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.detectors import DETECTORS, LOOK_BACK, Detector, Finding, look, newer_than
from bot.domain.people import Person, Role, require_admin
from bot.domain.refusal import Repeated
from bot.domain.rules import StandingRules
from bot.domain.steps import EvidenceKind
from bot.effects.record import record
from bot.effects.tell import tell
from bot.insistence import each
from bot.services.detecting.naming import Names, names_in
from bot.services.detecting.passing import pass_over
from storage import causes, detecting, disputes, lines, people, proposals
from storage.database import Database, Tx

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Trial:
    """What a look would find now: how many by detector, and one page of whom, with names.

    `names` are those of other accounts in the evidence.
    """

    counts: dict[str, int]
    shown: tuple[tuple[Finding, Person, str], ...]
    viewer: Person
    names: Names

    @property
    def count(self) -> int:
        """How many would be proposed."""
        return sum(self.counts.values())


async def trial(
    db: Database, *, by: int, page: int, size: int, now: datetime, rules: StandingRules
) -> Trial:
    """Whom the detectors would propose now, and by what evidence; nothing is written."""
    async with db.read() as tx:
        viewer = await people.by_id(tx, by)
        require_admin(viewer)
        found = await findings(tx, now=now, rules=rules)
        mine = found[page * size : (page + 1) * size]
        names = await people.pseudonyms(tx, {one.person_id for one in mine})
        shown = [
            (one, await people.by_id(tx, one.person_id), names[one.person_id]) for one in mine
        ]
        others = await names_in(tx, [piece for one in mine for piece in one.evidence])
        counts = dict(Counter(one.detector for one in found))
        return Trial(counts, tuple(shown), viewer, others)


async def detect_of_the_day(db: Database, *, now: datetime, rules: StandingRules) -> int:
    """Sweep: once a day (of UTC) everybody is looked at; admins are told of what is new.

    It proposes, and changes nothing for anybody; what holds no more passes. Returns how many
    were proposed.
    """
    cause = f"detect:{now.date().isoformat()}"
    async with db.look() as tx:
        if await causes.is_known(tx, cause):
            return 0
    await pass_over(db, now=now, rules=rules)
    async with db.read() as tx:
        found = await findings(tx, now=now, rules=rules)

    async def propose(one: Finding) -> int:
        async with db.begin() as tx:
            return await _propose(tx, one, now=now)

    added = await each(found, propose)
    try:
        await _tell(db, cause, now=now)
    except Repeated:
        return added
    return added


async def findings(
    tx: Tx, *, now: datetime, rules: StandingRules, detectors: Sequence[Detector] = DETECTORS
) -> list[Finding]:
    """What the detectors find now that was not brought up before."""
    gathered = await detecting.facts(tx, since=now - LOOK_BACK, rules=rules, now=now)
    ids = [one.person_id for one in gathered]
    fit, known = await detecting.eligible(tx, ids), await detecting.known(tx, ids)
    found = []
    for one in gathered:
        if one.person_id in fit:
            before = known[one.person_id]
            newer = newer_than(one, before.told_at)
            found += look(newer, before.used, rules, detectors=detectors)
    return [one for one in found if not await _rests_on_a_dispute(tx, one)]


async def _rests_on_a_dispute(tx: Tx, finding: Finding) -> bool:
    """Whether a verdict among the evidence is disputed, or was overturned."""
    for one in finding.evidence:
        if one.kind is EvidenceKind.line and one.number is not None:
            line = await lines.by_number(tx, one.number)
            if line is None or await disputes.shields(tx, line.id):
                return True
    return False


async def _propose(tx: Tx, one: Finding, *, now: datetime) -> int:
    added = await proposals.add(
        tx, person_id=one.person_id, detector=one.detector, reason=one.reason,
        evidence=one.evidence, now=now,
    )  # fmt: skip
    if added:
        after = {"detector": one.detector, "reason": one.reason, "evidence": len(one.evidence)}
        await record(tx, "proposed", f"person:{one.person_id}", by=None, now=now, after=after)
    return int(added)


async def _tell(db: Database, cause: str, *, now: datetime) -> None:
    """Owe each admin one notice of the day, where there is anything new."""
    async with db.begin(cause) as tx:
        new = [one for one in await proposals.waiting(tx) if one.found_at > now - _DAY]
        for admin in await people.with_role(tx, Role.admin) if new else ():
            await tell(
                tx, admin, "detected", key=f"{cause}:{admin.id}", now=now, can_wait=True,
                count=len(new),
            )  # fmt: skip
