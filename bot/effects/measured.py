"""Tier, quality and agreement, read in one place; none as long as they are not known."""

from storage import tiers
from storage.database import Tx


async def tier_of(tx: Tx, person_id: int, skill: str) -> int | None:
    """The person's tier in that skill, from 0 to 100; none while it is not known."""
    return await tiers.tier(tx, person_id, skill)


async def quality_of(tx: Tx, person_id: int, project_id: int) -> float | None:
    """The share of the person's work on that project that is right; none while not known."""
    del tx, person_id, project_id
    return None


async def agreement_of(tx: Tx, project_id: int) -> float | None:
    """How far those who rated the project's tasks agree; none while it is not known."""
    del tx, project_id
    return None
