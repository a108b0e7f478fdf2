"""Open proposals whose reason holds no more: they pass, and nobody is asked about them."""

from datetime import datetime

from bot.domain.detectors import LOOK_BACK, Facts, holds, newer_than
from bot.domain.reviewer_tier import REVIEWER_TIER
from bot.domain.rules import StandingRules
from bot.effects.record import record
from bot.insistence import each
from storage import detecting, proposals
from storage.database import Database, Tx
from storage.proposals import Proposal

OPEN, PASSED = "open", "passed"


async def pass_over(db: Database, *, now: datetime, rules: StandingRules) -> int:
    """Open proposals that their detector would not make any more pass; returns how many.

    A streak that has ended, an account that is paid elsewhere by now, somebody who is leaving.
    Growing old is no reason: each is looked at as far back as when it was found.
    """
    async with db.read() as tx:
        # What is found of reviewers is looked at where it was found.
        mine = [one for one in await proposals.waiting(tx) if one.detector != REVIEWER_TIER]
        gone = await _gone(tx, mine, now=now, rules=rules)

    async def one(found: Proposal) -> int:
        async with db.begin() as tx:
            return await _pass(tx, found, now=now)

    return await each(gone, one)


async def _gone(
    tx: Tx, waiting: list[Proposal], *, now: datetime, rules: StandingRules
) -> list[Proposal]:
    if not waiting:
        return []
    since = min(one.found_at for one in waiting) - LOOK_BACK
    gathered = await detecting.facts(tx, since=since, rules=rules, now=now)
    facts = {one.person_id: one for one in gathered}
    ids = sorted({one.person_id for one in waiting})
    fit, known = await detecting.eligible(tx, ids), await detecting.known(tx, ids)

    def stands(one: Proposal) -> bool:
        before = known[one.person_id]
        mine = newer_than(facts.get(one.person_id, Facts(one.person_id)), before.told_at)
        return one.person_id in fit and holds(
            mine, one.detector, one.evidence, before.rested, rules
        )

    return [one for one in waiting if not stands(one)]


async def _pass(tx: Tx, found: Proposal, *, now: datetime) -> int:
    one = await proposals.locked_by_id(tx, found.id)
    if one.state != OPEN:
        return 0
    await proposals.end(tx, one.id, PASSED, by=None, now=now)
    after = {"proposal": one.number, "detector": one.detector}
    await record(tx, "proposal-passed", f"person:{one.person_id}", by=None, now=now, after=after)
    return 1
