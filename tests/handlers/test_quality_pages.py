"""The pages of what is measured: each figure with its number, in both languages."""

from dataclasses import dataclass, field
from typing import cast

import pytest

from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.services import tiers
from handlers.context import Hall as Rooms
from handlers.messages import people, quality, standing, tier_news
from handlers.messages.screen import Screen
from storage import schema
from storage.database import Database
from tests.handlers.test_call_card import TEXTS, Speaking
from tests.services.builders import Hall
from tests.services.reviewing import judge, lines_of, reviewer
from tests.services.test_tiers import NIGHT, peers, seen, worked


class Still:
    """A clock that stands."""

    def now(self) -> object:
        """The night of the computation."""
        return NIGHT


@dataclass
class Quiet(Speaking):
    """As much of a hall as these pages need."""

    texts: object = TEXTS
    clock: Still = field(default_factory=Still)


def text(screen: Screen | None) -> str:
    assert screen is not None
    return screen.text.text


@pytest.mark.parametrize("language", ["en", "ar"])
async def test_every_page_of_quality_says_its_figures(db: Database, language: str) -> None:
    hall = Hall(db)
    job = await worked(hall, right=9, wrong=1)
    person, rita = job.person_id, await reviewer(hall)

    await hall.change(schema.people, person, language=language)
    lines = await lines_of(hall, job)
    for line in lines[8:12]:
        await judge(hall, line, Verdict.rejected, rita)
    await peers(hall, job, 0.41, 8)
    await seen(hall, job, judged=True)
    await tiers.recompute(hall.db, now=NIGHT)
    rooms, args = cast("Rooms", Quiet(db)), {"person_id": person, "language": language}
    page = text(await quality.screen(rooms, args))
    for figure in ("100", "9", "10", "0.41", "8", "4"):
        assert figure in page
    assert lines[8].number in str(await quality.less(rooms, args))
    assert text(await quality.missed(rooms, args))
    assert "0.8" in text(await quality.formula(rooms, args))
    assert "100" in text(await standing.screen(rooms, args))
    boss = await hall.person("Boss", roles=(Role.admin,))
    card = text(
        await people.card(rooms, {"whose": person, "person_id": boss, "language": language})
    )
    assert "0.41" in card
    (told,) = await hall.notices("tier_raised")
    assert str(told.args["after"]) in text(await tier_news.raised(rooms, {**told.args, **args}))
    fallen = {
        "skill": "rating", "before": 82, "after": 55, "steps": [60, 80], "projects": ["Pairs"],
        "was": {"ratings": 12, "gold": 9, "gold_right": 9}, "parts": {"ratings": 12, "gold": 9},
    }  # fmt: skip
    said = text(await tier_news.lowered(rooms, {**fallen, **args}))
    assert "82" in said
    assert "Pairs" in said
