"""What people read of the night and of detectors: the reasons, and the figures of this hall."""

from dataclasses import replace
from typing import cast

import pytest

from bot.domain.measuring import Failure
from bot.domain.people import Role
from bot.domain.rules import DetectorRules
from handlers.context import Hall as Rooms
from handlers.messages import desk, detectors, health, standing_how
from storage import schema, unmeasured
from storage.database import Database
from tests.handlers.test_quality_pages import Quiet, text
from tests.services.builders import NOW, RULES, Hall


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.engines("sqlite")
async def test_what_could_not_be_measured_stands_on_the_desk_and_under_health(
    db: Database, language: str
) -> None:
    hall = Hall(db)
    project = await hall.project(tasks=1, tasks_per_job=1)
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.change(schema.people, boss, language=language)
    rooms, args = cast("Rooms", Quiet(db)), {"person_id": boss, "language": language}
    for reason in Failure:
        async with db.begin() as tx:
            await unmeasured.failed(tx, project.id, reason, again_at=NOW, now=NOW)
        why = rooms.words(language)(f"unmeasured-{reason}")
        for screen in (await desk.screen(rooms, args), await health.screen(rooms, args)):
            assert project.name in text(screen)
            assert why in text(screen)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.engines("sqlite")
async def test_the_figures_of_detectors_are_those_of_this_hall(
    db: Database, language: str
) -> None:
    hall = Hall(db)
    boss = await hall.person("Boss", roles=(Role.admin,))
    await hall.change(schema.people, boss, language=language)
    own = DetectorRules(gold_answers=23, gold_percent=37, fast=17, one_option=19, copies=29)
    rules = replace(RULES, standing=replace(RULES.standing, detectors=own))
    rooms = cast("Rooms", Quiet(db, rules=rules))
    args = {"person_id": boss, "language": language}
    pages = [
        text(await detectors.screen(rooms, args)),
        text(await standing_how.measured(rooms, args)),
    ]
    for page in pages:
        for figure in ("23", "37", "17", "19", "29"):
            assert figure in page
