"""Planned calls, pinned cards, live cards at the limit, and groups for some projects."""

from collections.abc import AsyncIterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.domain.card_rules import CardRules
from bot.effects.touch_call import touch_calls
from sandbox import Limits
from storage import projects
from tests.flows.hall import Stage, stage
from tests.flows.test_places import cards, press, wizard
from tests.services.builders import Hall as Builder


async def project(hall: Stage, key: str, *, tasks: int = 10, **values: Any) -> None:
    """A project of one-task jobs, made at the console, with so many tasks."""
    console = Builder(hall.bot.db)
    await console.project(key, tasks=tasks, overlap=1, tasks_per_job=1, **values)


async def test_a_call_is_planned_with_taps_renewed_pinned_and_ended(hall: Stage) -> None:
    await project(hall, "pairs", cards=CardRules(pin=True, repost_hours=6))
    hall.sandbox.promote_bot(hall.group, by=hall.admin)
    screen = await wizard(hall)
    assert "Also privately" in screen.content
    await press(hall, screen, "When", "Every day", "13:00")
    assert "every day at 13:00" in screen.content
    await press(hall, screen, "Plan the call")
    assert "Planned" in screen.buttons[-1].text
    assert cards(hall.group) == []
    # It is noon where the admin is.
    await hall.move(minutes=61)
    (card,) = cards(hall.group)
    assert hall.group.pinned[-1] == card.id
    await hall.move(hours=6, minutes=6)
    (below,) = cards(hall.group)
    assert below.id > card.id
    assert hall.group.pinned[-1] == below.id
    await hall.move(hours=18)
    (again,) = cards(hall.group)
    assert again.id > below.id
    assert "10 jobs open" in again.content
    await press(hall, screen, "Planned calls", "Pairs of pairs", "End the plan", "End the plan")
    assert "Ended" in screen.content


async def test_a_time_is_written_and_what_cannot_be_is_said(hall: Stage) -> None:
    await hall.project()
    screen = await wizard(hall)
    await press(hall, screen, "When", "Write the time")
    await hall.admin.send("*/5 * * * *")
    await hall.admin.expect("less than an hour apart")
    await hall.admin.send("30 9 * * 1-5")
    draft = await hall.admin.expect("Monday to Friday at 09:30")
    await press(hall, draft, "Plan the call")
    await hall.admin.send("/call")
    which = await hall.admin.expect(lambda m: any("Planned calls: 1" in b.text for b in m.buttons))
    await press(hall, which, "Planned calls: 1", "Pairs of pairs", "Post it now as well")
    (card,) = cards(hall.group)
    assert "jobs open" in card.content


async def test_a_group_for_one_project_takes_no_other(hall: Stage) -> None:
    for key in ("one", "two"):
        await project(hall, key)
    stranger = hall.sandbox.group("Elsewhere", creator=hall.sandbox.person("Zoe"))
    hall.sandbox.add_bot(stranger, by=hall.sandbox.person("Yan"))
    note = await hall.admin.expect("added to Elsewhere")
    told = await hall.admin.tap(note, "Register")
    assert "You are not in Elsewhere" in (told.text or "")
    hall.sandbox.join(stranger, hall.admin)
    await press(hall, note, "Register", "what for", "Projects", "Pairs of two", "Back")
    assert "For calls of: Pairs of two" in note.content
    screen = await wizard(hall, "/call one")
    assert "Elsewhere: it is for other projects" in screen.content
    await hall.admin.send("/call one", chat=stranger)
    await hall.admin.expect("Elsewhere is for other projects")
    await press(hall, await wizard(hall, "/call two"), "Post in 1 place")
    assert len(cards(stranger)) == 1


@pytest.fixture
async def strict(tmp_path: Path) -> AsyncIterator[Stage]:
    """As `hall`, with the limits of Telegram."""
    async with stage(tmp_path, limits=Limits()) as running:
        yield running
        assert running.sandbox.refused_calls() == []


async def change_each_second(hall: Stage, number: int, seconds: int) -> float:
    """So many cards change in each second; the longest time between two edits of one of them."""
    for n in range(number):
        await project(hall, f"p{n}", tasks=seconds + 5)
        await hall.admin.send(f"/call p{n}", chat=hall.group)
        await hall.move(seconds=20)
    await hall.move(seconds=90)
    began = hall.sandbox.clock.now()
    for _ in range(seconds):
        async with hall.bot.db.begin() as tx:
            for one in await projects.everything(tx):
                await projects.change_slots(tx, one.id, -1)
                await touch_calls(tx, one.id, now=hall.sandbox.clock.now())
        hall.bot.hall.wake_outbox()
        await hall.move(seconds=1)
    ended = hall.sandbox.clock.now()
    edits: dict[int, list[datetime]] = {card.id: [began] for card in cards(hall.group)}
    for call in hall.sandbox.calls:
        if call.method == "editMessageText" and call.at > began:
            edits.get(int(call.params["message_id"]), []).append(call.at)
    assert len(edits) == number
    return max(
        (b - a).total_seconds() for each in edits.values() for a, b in pairwise([*each, ended])
    )


async def test_four_live_cards_are_drawn_anew_in_time_and_within_the_limits(
    strict: Stage,
) -> None:
    # 14 s, and what the clock is moved by at once; that it is evenly so is tested elsewhere.
    assert 10 < await change_each_second(strict, 4, 20) <= 16.5
    assert [one for one in strict.sandbox.refusals if one.code == 429] == []
