"""Computing a person's tiers anew, and telling of those that open or close work."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.people import Person
from bot.domain.tiers import STEPS, WINDOW, Parts, gained, lost, tier_from
from bot.effects.record import record
from bot.effects.tell import tell
from storage import people, tier_facts, tiers
from storage.database import Tx
from storage.tier_facts import Need
from storage.tiers import Tier


async def is_stale(tx: Tx, person_id: int, now: datetime) -> bool:
    """Whether a tier of the person, or what it is made of, is not what the facts come to."""
    return bool(await stale_among(tx, [person_id], now))


async def stale_among(tx: Tx, ids: Sequence[int], now: datetime) -> list[int]:
    """Those of the people of whom `is_stale` holds."""
    facts = await tier_facts.of_people(tx, ids, now - WINDOW)
    stored = await tiers.all_of_people(tx, ids)
    return [
        who
        for who in ids
        if {one.skill: (one.tier, one.parts) for one in stored[who]} != _made(facts[who])
    ]


async def retier(tx: Tx, person_id: int, *, now: datetime) -> None:
    """The person's tiers by the facts of now; a step that is lost or gained is told.

    The person is kept to this transaction: who read the facts before must not write them after.
    """
    made = _made(await tier_facts.of_person(tx, person_id, now - WINDOW))
    stored = {one.skill: one for one in await tiers.all_of(tx, person_id)}
    for skill in sorted({*stored, *made}):
        old, new = stored.get(skill), made.get(skill)
        if new is None:
            await tiers.drop(tx, person_id, skill)
        elif old is None or (old.tier, old.parts) != new:
            await tiers.put(tx, person_id, skill, tier=new[0], parts=new[1], now=now)
        if (old.tier if old else None) != (new[0] if new else None):
            await _tell(tx, await people.by_id(tx, person_id), skill, old, new, now)


def _made(facts: dict[str, Parts]) -> dict[str, tuple[int, Parts]]:
    tiered = ((skill, tier_from(parts), parts) for skill, parts in facts.items())
    return {skill: (tier, parts) for skill, tier, parts in tiered if tier is not None}


async def _tell(
    tx: Tx, person: Person, skill: str, old: Tier | None, new: tuple[int, Parts] | None,
    now: datetime,
) -> None:  # fmt: skip
    before, after = (old.tier if old else None), (new[0] if new else None)
    needs = await tier_facts.needs(tx, skill)
    steps = (*STEPS, *(one.least for one in needs))
    down, up = lost(before, after, steps), gained(before, after, steps)
    key = f"tier:{person.id}:{skill}:{now.isoformat()}"
    if down and old is not None:
        change = {"skill": skill, "tier": after}
        await record(
            tx, "tier-lowered", f"person:{person.id}", by=None, now=now,
            before={"skill": skill, "tier": before}, after=change,
        )  # fmt: skip
        await tell(
            tx, person, "tier_lowered", key=key, now=now, sound=True, can_wait=True, skill=skill,
            before=before, after=after, steps=list(down), projects=_closed(needs, down),
            was=old.parts.to_json(), parts=new[1].to_json() if new else None,
        )  # fmt: skip
    elif up:
        await tell(
            tx, person, "tier_raised", key=key, now=now, can_wait=True, skill=skill,
            after=after, steps=list(up), projects=_closed(needs, up),
        )  # fmt: skip


def _closed(needs: list[Need], steps: tuple[int, ...]) -> list[str]:
    """The projects for which one of the steps is what they ask for."""
    return sorted({one.project for one in needs if one.least in steps})[:5]
