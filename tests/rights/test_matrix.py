"""Role by command by chat: nobody changes or learns anything that is not theirs."""

from collections.abc import AsyncIterator
from pathlib import Path
from random import Random

import pytest

from bot.domain.people import ANONYMOUS_IDS
from handlers.routes import BUTTONS, COMMANDS
from sandbox.wire import CHANNEL_BOT, GROUP_ANONYMOUS_BOT
from storage import schema
from storage.database import Database
from tests.rights.desk import Desk, desk
from tests.rights.scene import Scene, furnish
from tests.rights.walk import Walk, group_of
from tests.services.builders import Hall

TELEGRAM = {"id": 777000, "is_bot": False, "first_name": "Telegram"}


@pytest.fixture
async def at(db: Database, tmp_path: Path) -> AsyncIterator[Desk]:
    async with desk(tmp_path, db, Hall(db)) as made:
        yield made


async def begun(at: Desk) -> Walk:
    return Walk(at, await furnish(at), Random(1))


async def test_nobody_without_a_right_changes_or_learns_anything_of_others(at: Desk) -> None:
    walk = await begun(at)
    await walk.buttons(0, 1)
    await walk.commands()
    assert walk.faults == at.failed == []
    assert await walk.told() == []
    assert walk.tried > 7 * (len(BUTTONS) + len(COMMANDS))
    # Who has the right is not refused for want of one: the walk had something to find.
    wanted = {"not-admin", "not-coordinator", "not-reviewer", "not-client", "not-yours"}
    assert wanted <= set(walk.refused)


@pytest.mark.parametrize("kind", ["forum", "channel"])
async def test_in_a_place_of_many_only_claims_can_be_tapped(at: Desk, kind: str) -> None:
    walk = await begun(at)
    place = group_of(at, list(walk.scene.who.values()), kind)
    for button in BUTTONS:
        before = at.version()
        person = walk.scene.who["contractor"]
        data = ":".join((button.verb, *("1" for _ in button.args)))
        reason = await at.tap(person, data, place)
        if button.in_groups:
            assert reason, data
        else:
            assert (reason, at.version()) == ("stale-button", before), data


async def test_commands_in_a_group_change_nothing_and_tell_nothing(at: Desk) -> None:
    walk = await begun(at)
    place = group_of(at, list(walk.scene.who.values()))
    await walk.commands(place)
    assert walk.faults == []
    assert await walk.told() == []


@pytest.mark.parametrize("user", [GROUP_ANONYMOUS_BOT, CHANNEL_BOT, TELEGRAM])
async def test_whom_nobody_knows_is_heard_nowhere(at: Desk, user: dict[str, object]) -> None:
    assert user["id"] in ANONYMOUS_IDS
    scene: Scene = await furnish(at)
    first = scene.who["contractor"]
    places = [group_of(at, [first]), group_of(at, [first], "forum"), first.chat]
    before = at.census()
    for place in places:
        for command in COMMANDS:
            for words in ("", " pairs", f" grant {first.id} admin"):
                more = {"sender_chat": place.wire()} if place is not first.chat else {}
                assert await at.write(user, f"/{command.name}{words}", place, **more) == ""
    for button in BUTTONS:
        data = ":".join((button.verb, *("1" for _ in button.args)))
        await at.tap_as(user, data, places[0])
    # A channel in whose name somebody of the group writes.
    other = group_of(at, [first], "channel")
    for command in COMMANDS:
        await at.write(first.wire(), f"/{command.name} pairs", places[0], sender_chat=other.wire())
    assert at.census() == before
    ids = {row.telegram_id for row in await at.builder.rows(schema.people)}
    assert not ids & ANONYMOUS_IDS
