"""My data on the phone: the whole file with two taps from /settings, and leaving for good."""

import io
import json
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from sandbox import Message, Person
from storage import schema
from tests.flows.acts import claim, rate_all, submit
from tests.flows.hall import Stage, stage


@pytest.fixture
async def hall(tmp_path: Path) -> AsyncIterator[Stage]:
    async with stage(tmp_path) as made:
        yield made


async def _my_data(hall: Stage, person: Person) -> Message:
    await person.send("/settings")
    await hall.settle()
    page = person.inbox()[-1]
    await person.tap(page, "My data")
    await hall.settle()
    assert "how long it keeps it" in page.content
    return page


async def _paid_work(hall: Stage, person: Person) -> None:
    """A job handed in, and accepted when its review deadline has passed."""
    await hall.project(tasks=2, size=2)
    await claim(person, await hall.call())
    await submit(person, await rate_all(person, 2))
    await hall.move(seconds=11)
    await hall.move(days=3, minutes=2)


async def test_everything_about_me_comes_as_a_file_and_then_i_leave_for_good(
    hall: Stage,
) -> None:
    bo = await hall.arrived("Bo")
    await _paid_work(hall, bo)
    page = await _my_data(hall, bo)
    await bo.tap(page, "Send me everything")
    sent = await bo.expect(lambda m: m.document is not None)
    assert sent.document is not None
    with zipfile.ZipFile(io.BytesIO(sent.document.content)) as opened:
        whole = json.loads(opened.read("my-data.json"))
        assert b"First answer to 1." in opened.read("my-data.html")
    assert len(whole["records"]["ratings"]["items"]) == 2
    assert whole["records"]["profile"]["items"][0]["telegram_id"] == bo.id

    await bo.tap(page, "Erase me")
    await hall.settle()
    assert "You are owed 0.80 USD" in page.content
    await bo.tap(page, "Waive 0.80 USD")
    await hall.settle()
    assert "Nobody may ask you to" in page.content
    await bo.tap(page, "Yes, I do without 0.80 USD")
    await hall.settle()
    assert "Nothing is open" in page.content
    await bo.tap(page, "Erase me")
    await hall.settle()
    await bo.tap(page, "Erase me for good")
    await hall.settle()
    assert page.content.startswith("You are erased.")
    # Neither an old button nor leaving the chat makes the hall know them again.
    old = await bo.tap_data(page, "va")
    assert "does not know you" in (old.text or "")
    bo.block()
    bo.unblock()
    await hall.settle()
    async with hall.bot.db.read() as tx:
        rows = (await tx.execute(select(schema.people))).all()
        assert bo.id not in {row.telegram_id for row in rows}
        inbox = (await tx.execute(select(schema.inbox))).all()
        assert str(bo.id) not in repr([row.payload for row in inbox])

    await bo.send("/start")
    await bo.expect("Welcome")
