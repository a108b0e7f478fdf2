"""Tier, quality and agreement, read in one place; none as long as they are not known."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.main_question import main_question
from bot.domain.projects import Project
from bot.domain.tiers import EXPERT_TIER
from bot.domain.waves import Candidate
from storage import measures, own_quality, tiers
from storage.database import Tx
from storage.projects import by_id


async def tier_of(tx: Tx, person_id: int, skill: str) -> int | None:
    """The person's tier in that skill, from 0 to 100; none while it is not known."""
    return await tiers.tier(tx, person_id, skill)


async def quality_of(tx: Tx, person_id: int, project_id: int) -> float | None:
    """The share of the person's work on that project that is right; none while not known."""
    found = await measures.person(tx, person_id)
    return next((one.accuracy for one in found if one.project_id == project_id), None)


async def agreement_of(tx: Tx, project_id: int) -> float | None:
    """How far those who rated the project's tasks agree; none while it is not known.

    It is alpha on the main question of the scheme.
    """
    main = main_question((await by_id(tx, project_id)).scheme)
    found = await measures.project(tx, project_id)
    return next((one.alpha for one in found if main and one.question == main.id), None)


async def with_quality(tx: Tx, page: Sequence[Candidate], project: Project) -> list[Candidate]:
    """The candidates with how good their work is: their tier where the project names a skill.

    Elsewhere it is the share of their work on the project that is right.
    """
    ids = [one.person_id for one in page]
    if project.offer.skill is None:
        right = await own_quality.accuracies(tx, project.id, ids)
        return [replace(one, quality=right.get(one.person_id)) for one in page]
    found = await tiers.of_people(tx, ids, project.offer.skill)
    known = {person: tier / 100 for person, tier in found.items()}
    return [
        replace(
            one, quality=known.get(one.person_id),
            expert=found.get(one.person_id, 0) >= EXPERT_TIER,
        )
        for one in page
    ]  # fmt: skip
