"""What is known of a person that a project's requirement asks for."""

from datetime import datetime

from bot.domain.profiles import Profile
from bot.domain.projects import Offerings
from bot.domain.requirements import Facts, Member, Qualification, Tier, conditions
from bot.effects.measured import tier_of
from storage import qualifications, requirement_facts
from storage.database import Tx


async def facts_for(
    tx: Tx, person_id: int, offer: Offerings, profile: Profile, now: datetime
) -> Facts:
    """The facts for what is required; what it does not ask for is not read.

    A course that stands before the jobs anyway is no requirement besides: it is taken there.
    """
    asked = conditions(offer.requires)
    held: frozenset[str] = frozenset()
    groups: frozenset[int] = frozenset()
    if any(isinstance(one, Qualification) for one in asked):
        held = await qualifications.keys_held(tx, person_id, now)
        held |= frozenset(offer.learning.courses)
    if any(isinstance(one, Member) for one in asked):
        groups = await requirement_facts.groups_of(tx, person_id)
    skills = dict.fromkeys(one.skill for one in asked if isinstance(one, Tier))
    tiers = {skill: await tier_of(tx, person_id, skill) for skill in skills}
    return Facts(profile, held, groups, tiers)
