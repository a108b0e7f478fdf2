"""What is in doubt is for who coordinates the project: others learn nothing and decide nothing."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from random import Random

import pytest

from storage.database import Database
from tests.rights.desk import Desk, desk
from tests.rights.scene import Scene, furnish
from tests.rights.walk import Walk
from tests.services.builders import Hall


@pytest.fixture
async def at(db: Database, tmp_path: Path) -> AsyncIterator[Desk]:
    async with desk(tmp_path, db, Hall(db)) as made:
        yield made


def _taps(scene: Scene) -> Iterator[str]:
    for task in scene.tasks:
        yield from (f"{verb}:{task}" for verb in ("gdo", "gds", "gdk", "gdw", "unv", "ung"))
        yield from (f"gdc:{task}:{sign}" for sign in range(2))
        yield from (f"gdx:{task}:.", f"gdy:{task}:.0")
        yield from (f"uny:{task}:2:{place}" for place in range(3))
    yield from ("gd:unsure:0", "gdp:unsure", "unq:unsure:0", "px:unsure", "pxf:unsure:3")
    yield from (f"pe:unsure:{form}" for form in ("raw", "r.1", "ck", "tp.0"))
    for number in scene.numbers["second_reviews"]:
        yield from (f"rdu:{number}", f"rdo:{number}", f"dkg:doubts:{number}:0")
    for number in scene.numbers["lines"]:
        yield from (f"{verb}:{number}" for verb in ("gdm", "gdd"))


async def test_what_is_in_doubt_is_decided_and_seen_by_nobody_else(at: Desk) -> None:
    walk = Walk(at, await furnish(at), Random(1))
    for role, person in walk.scene.who.items():
        for data in _taps(walk.scene):
            await walk.forged(role, person.chat, data)
    assert walk.faults == at.failed == []
    assert await walk.told() == []
    assert {"not-coordinator", "not-yours"} <= set(walk.refused)
