"""The pages of what is measured: each figure with its number, in both languages."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest

from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.domain.steps import Evidence, EvidenceKind
from bot.services import tiers
from bot.texts import Texts
from handlers.context import Hall as Rooms
from handlers.context import Words
from handlers.messages import detectors, people, quality, standing, standing_how, tier_news
from handlers.messages.screen import Screen
from storage import proposals, schema
from storage.database import Database
from tests.handlers.test_call_card import TEXTS, Speaking
from tests.pseudo import PSEUDO, write_pseudo
from tests.services.builders import NOW, Hall
from tests.services.reviewing import handed_in, judge, lines_of, reviewer
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


async def test_what_counted_against_somebody_is_named_by_its_task_unless_that_is_protected(
    db: Database,
) -> None:
    hall = Hall(db)
    rita, rooms = await reviewer(hall), cast("Rooms", Quiet(db))
    for key, protect in (("open", False), ("kept", True)):
        await hall.project(key, tasks=1, tasks_per_job=1, overlap=1, protect_content=protect)
        job = await hall.finish(await hall.claim(await hall.call(key), await hall.person()))
        (line,) = await lines_of(hall, job)
        await judge(hall, line, Verdict.rejected, rita)
        page = text(await quality.less(rooms, {"person_id": job.person_id, "language": "en"}))
        assert ("1. Question t1?" in page) is not protect
        assert (f"1. Pairs of {key}" in page) is protect


async def test_each_rating_that_a_detector_found_opens_with_a_tap(db: Database) -> None:
    hall, rooms = Hall(db), cast("Rooms", Quiet(db))
    boss, job = await hall.person("Boss", roles=(Role.admin,)), await handed_in(hall, size=3)
    lines = await lines_of(hall, job)
    found = [Evidence(EvidenceKind.line, "too-fast", NOW, one.number) for one in lines]
    async with db.begin() as tx:
        await proposals.add(
            tx, person_id=job.person_id, detector="impossible-speed", reason="too-fast",
            evidence=found, now=NOW,
        )  # fmt: skip
    (waiting,) = await hall.rows(schema.proposals)
    args = {"number": waiting.number, "person_id": boss, "language": "en"}
    card = await detectors.card(rooms, args)
    assert card is not None
    data = [one.data for row in card.rows for one in row]
    assert [f"re:{one.number}" for one in lines] == data[:3]
    page = text(await detectors.screen(rooms, args))
    assert "Nobody now." in page
    assert "<b>" not in page


@dataclass
class Longer(Quiet):
    """The same in a language that takes 40 percent more room than English."""

    def words(self, language: str) -> Words:  # noqa: ARG002
        """The texts of that language, whatever the person reads."""
        return Words(cast("Texts", self.texts), PSEUDO)


async def test_how_decisions_are_made_fits_two_messages_in_a_longer_language(
    db: Database, tmp_path: Path
) -> None:
    texts = Texts.load(extra={PSEUDO: write_pseudo(tmp_path / PSEUDO)})
    rooms = cast("Rooms", Longer(db, texts=texts))
    for page in (standing_how.screen, standing_how.measured):
        assert 1500 < len(text(await page(rooms, {"language": PSEUDO}))) < 4096
