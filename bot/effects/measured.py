"""Tier and agreement, and how good candidates are, read in one place; none while not known."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.main_question import main_question
from bot.domain.projects import Project
from bot.domain.tiers import EXPERT_TIER
from bot.domain.waves import Candidate
from storage import measures, own_quality, tiers
from storage.database import Tx


async def tier_of(tx: Tx, person_id: int, skill: str) -> int | None:
    """The person's tier in that skill, from 0 to 100; none while it is not known."""
    return await tiers.tier(tx, person_id, skill)


async def agreement_on_main(tx: Tx, project: Project) -> measures.Measure | None:
    """How far those who rated the project's tasks agree on the main question of its scheme.

    None while it was not measured, and where no question has one answer for a task.
    """
    main = main_question(project.scheme)
    found = await measures.project(tx, project.id)
    return next((one for one in found if main and one.question == main.id), None)


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
