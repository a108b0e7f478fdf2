"""Pay on the phone: from the first line to the money, with every date, file and sound."""

import csv
import io
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from bot.computing import Compute
from bot.domain.lines import LineKind
from bot.domain.money import Money
from bot.domain.payouts import PayoutState
from bot.effects.owe_line import owe_line
from bot.services import payouts
from handlers.screens import SCREENS
from sandbox import Message, Person
from storage import schema
from tests.flows.acts import claim, rate_all, submit
from tests.flows.hall import Stage, stage


async def to_next(hall: Stage, weekday: int, hour: int) -> None:
    """Move the clock to the next such day and hour, UTC."""
    now = hall.sandbox.clock.now()
    then = now.replace(hour=hour, minute=1, second=0, microsecond=0)
    then += timedelta(days=(weekday - then.weekday()) % 7)
    if then <= now:
        then += timedelta(days=7)
    await hall.move(seconds=(then - now).total_seconds())


async def id_of(hall: Stage, person: Person) -> int:
    """The internal id of a person."""
    async with hall.bot.db.read() as tx:
        found = select(schema.people.c.id).where(schema.people.c.telegram_id == person.id)
        return int((await tx.execute(found)).scalar_one())


async def add_bonus(
    hall: Stage, person: Person, minor: int, because: str = "For the careful notes."
) -> None:
    """What an admin gives on top."""
    person_id = await id_of(hall, person)
    async with hall.bot.db.begin() as tx:
        await owe_line(
            tx, person_id=person_id, project_id=None, kind=LineKind.bonus,
            money=Money(minor, "USD"), reason="thanks", because=because,
            by=None, now=hall.sandbox.clock.now(),
        )  # fmt: skip


async def mark(hall: Stage, state: PayoutState) -> None:
    """The payer's word on the one payout that is open."""
    async with hall.bot.db.read() as tx:
        mine = select(schema.payouts.c.number).where(schema.payouts.c.state.in_(("due", "sent")))
        number = (await tx.execute(mine)).scalar_one()
    now: datetime = hall.sandbox.clock.now()
    await payouts.mark(
        hall.bot.db, number=number, state=state, reference="TX-77", reason="account is closed",
        by=await id_of(hall, hall.admin), cause=f"test:{state}:{number}", now=now,
    )  # fmt: skip
    await hall.settle()


async def files_of(person: Person, message: Message, button: str) -> bytes:
    """The file that comes of the button."""
    await person.tap(message, button)
    got = await person.expect(
        lambda m: m.document is not None and m.document.filename.endswith(button.lower())
    )
    assert got.document is not None
    return got.document.content


async def worked(hall: Stage) -> Person:
    """Bo, whose job of five is submitted."""
    await hall.project(tasks=5, overlap=1, size=5)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await submit(bo, await rate_all(bo, 5))
    await hall.move(seconds=11)
    return bo


async def test_from_the_first_line_to_the_money(tmp_path: Path) -> None:
    async with stage(tmp_path) as hall:
        await to_next(hall, 0, 9)
        bo = await worked(hall)
        await bo.send("/pay")
        card = await bo.expect("2.00 USD waits for review (5 lines)")
        await bo.tap(card, "Tell me each evening")
        await hall.settle()
        assert any("No evening message" in button.text for button in card.buttons)

        await to_next(hall, 3, 10)
        sounds = bo.sounds
        await bo.expect("Accepted: 5 ratings")
        await bo.tap(card, "Refresh")
        await hall.settle()
        assert "2.00 USD is yours (5 lines). Next pay run: tomorrow 12:00" in card.content
        assert "Below 10.00 USD it waits for a later run" in card.content
        await to_next(hall, 3, 19)
        await bo.expect("You earned 2.00 USD since Wed")
        await to_next(hall, 4, 12)
        carried = await bo.expect("Carried over: 2.00 USD")
        assert bo.sounds - sounds == 2

        await add_bonus(hall, bo, 2000)
        await to_next(hall, 4, 12)
        statement = await bo.expect("You are paid 22.00 USD")
        assert "Pairs of pairs" in statement.content
        assert "to you" not in statement.content
        pdf = await files_of(bo, statement, "PDF")
        assert pdf.startswith(b"%PDF-")
        rows = list(csv.DictReader(io.StringIO(
            (await files_of(bo, statement, "CSV")).decode("utf-8-sig"))))  # fmt: skip
        assert sorted(row["pay_minor"] for row in rows) == ["2000", *["40"] * 5]
        number = rows[0]["statement"]
        await bo.send(f"/verify {number[:4]} {number[4:]}".lower())
        await bo.expect(f"{number} is your pay statement")
        shown = carried.content.rpartition("/verify ")[2]
        await bo.send(f"/verify {shown}")
        await bo.expect("is a message about your pay")

        await mark(hall, PayoutState.failed)
        failed = await bo.expect("A payment of 22.00 USD did not reach you")
        assert "account is closed" in failed.content
        await mark(hall, PayoutState.sent)
        await bo.expect("22.00 USD was sent")
        await mark(hall, PayoutState.paid)
        paid = await bo.expect("22.00 USD was paid")
        assert "TX-77" in paid.content
        # The evening, carried over, another evening, statement, failed, sent, paid.
        assert bo.sounds - sounds == 7

        await bo.tap(paid, "My pay")
        card = await bo.expect("22.00 USD paid so far")
        assert "reference TX-77" in card.content
        await bo.tap(card, "Chart")
        chart = await bo.expect("Earned in the last four weeks: 22.00 USD")
        assert chart.photo is not None
        assert chart.photo.content.startswith(b"\x89PNG")
        await bo.tap(card, "Lines")
        await hall.settle()
        assert "Your lines (6)" in card.content
        await bo.tap(card, "1")
        await hall.settle()
        assert "For the careful notes." in card.content
        await bo.tap(card, "Back")
        await hall.settle()
        assert "Your lines (6)" in card.content
        await hall.settle()


async def test_a_long_statement_is_whole_in_its_files(tmp_path: Path) -> None:
    async with stage(tmp_path) as hall:
        await to_next(hall, 0, 9)
        bo = await hall.arrived("Bo")
        for nth in range(30):
            await add_bonus(hall, bo, 1000 + nth, because=f"No. {nth}: " + "very careful. " * 70)
        await to_next(hall, 4, 12)
        statement = await bo.expect("You are paid")
        assert "All 30 lines are in the PDF" in statement.content
        number = statement.content.rpartition("/verify ")[2]
        table = (await files_of(bo, statement, "CSV")).decode("utf-8-sig")
        assert len(list(csv.DictReader(io.StringIO(table)))) == 30
        await bo.tap(statement, "Lines")
        card = await bo.expect(f"Lines of statement {number} (30)")
        await bo.tap(card, "2")
        await hall.settle()
        assert card.content.count("very careful.") == 70

        broken = replace(hall.bot.hall, compute=Compute(seconds=0.0))
        asked = {"person_id": await id_of(hall, bo), "language": "en", "number": number}
        told = await SCREENS["statement_pdf"](broken, asked)
        assert told is not None
        assert told.file is None
        assert "This file could not be made" in told.text.text
        await broken.compute.stop()


async def test_what_belongs_to_somebody_else_is_told_like_nothing(tmp_path: Path) -> None:
    async with stage(tmp_path) as hall:
        await to_next(hall, 0, 9)
        bo, eve = await worked(hall), await hall.arrived("Eve")
        await add_bonus(hall, bo, 2000)
        await to_next(hall, 4, 12)
        statement = await bo.expect("You are paid")
        data = {button.text: button.data or "" for button in statement.buttons}
        await eve.send("/pay")
        card = await eve.expect("Nothing is earned yet")
        for name in ("PDF", "CSV", "Lines"):
            answer = await eve.tap_data(card, data[name])
            assert answer.show_alert
        number = data["PDF"].partition(":")[2]
        for typed in (number, "K7WX3QDP", "nonsense", "x" * 3000):
            await eve.send(f"/verify {typed}")
            await eve.expect("This is nothing that we sent to you")
        await eve.send("/verify")
        await eve.expect("Send /verify with the number")
        assert not any(message.document for message in eve.inbox())
