"""Where people are paid: typed in the chat, deleted, kept sealed, changed with a delay."""

import io
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, select, update

from bot.logs import Redaction, set_up
from sandbox import Message, Person
from storage import schema
from tests.flows.acts import claim, task
from tests.flows.hall import Stage, stage

IBAN = "DE89370400440532013000"
OTHER = "GB82WEST12345698765432"


async def methods(hall: Stage, person: Person) -> Message:
    """The page that says where one is paid."""
    await person.send("/settings")
    await hall.settle()
    page = person.inbox()[-1]
    await person.tap(page, "Payout method")
    await hall.settle()
    assert page.content.startswith("Payout method")
    return page


async def asked_for_iban(person: Person, page: Message) -> Message:
    await person.tap(page, "Bank account (IBAN)")
    return await person.expect("Write your IBAN")


async def give(hall: Stage, person: Person, iban: str, name: str = "Bo Li") -> Message:
    """Write an account and its holder; returns the card that asks whether that is right."""
    await person.send(iban)
    await person.expect("In whose name")
    await person.send(name)
    return await person.expect("Is this right")


async def paid(hall: Stage, person: Person) -> None:
    """The person has a first payout method."""
    await asked_for_iban(person, await methods(hall, person))
    await person.tap(await give(hall, person, IBAN), "Yes, pay me here")
    await person.expect("You are paid here")
    await hall.settle()


def typed(person: Person) -> list[str]:
    """What the person wrote that stands in the chat still, commands left out."""
    mine = [m for m in person.chat.messages.values() if m.sender_id == person.id]
    commands = ("/start", "/settings", "/work")
    return [m.content for m in mine if not m.deleted and not m.content.startswith(commands)]


async def test_a_first_method_takes_one_card_and_leaves_no_detail_in_the_chat(
    hall: Stage,
) -> None:
    bo = await hall.arrived("Bo")
    page = await methods(hall, bo)
    ask = await asked_for_iban(bo, page)
    await bo.send("DE89 3704 0044 0532 0130 01")
    await bo.expect("There is a slip in that IBAN")
    await bo.send(f"/{IBAN}")
    await bo.expect("That was no IBAN")
    await bo.send_kind("photo")
    await bo.expect("please write it as a text message")
    card = await give(hall, bo, "iban: de89 3704 0044 0532 0130 00")
    assert ask.id == card.id == page.id
    assert "bank account …3000" in card.content
    assert "counts at once" in card.content
    assert IBAN not in card.content
    sounds = bo.sounds
    await bo.tap(card, "Yes, pay me here")
    done = await bo.expect("You are paid here: bank account …3000")
    await hall.settle()
    assert done.id == page.id
    assert typed(bo) == []
    assert bo.sounds == sounds


async def test_a_change_is_announced_waits_three_days_and_can_be_stopped(hall: Stage) -> None:
    bo = await hall.arrived("Bo")
    await paid(hall, bo)
    page = await methods(hall, bo)
    await bo.tap(page, "Change")
    await asked_for_iban(bo, await bo.expect("How do you want to be paid"))
    sounds = bo.sounds
    await bo.tap(await give(hall, bo, OTHER), "Yes, pay me here")
    notice = await bo.expect("Your payout method was changed")
    await hall.settle()
    assert bo.sounds == sounds + 1
    page = await methods(hall, bo)
    assert "You are paid here: bank account …3000" in page.content
    assert "on: bank account …5432" in page.content
    stranger = await hall.arrived("Cy")
    method = (await _methods(hall))[-1]
    refused = await stranger.tap_data(await methods(hall, stranger), f"mw:{method.number}")
    assert "older message" in (refused.text or "")
    await bo.tap(notice, "That was not me")
    await bo.expect("The change is stopped")
    alarm = await hall.admin.expect("made by somebody else")
    assert "Bo" in alarm.content
    await hall.move(hours=80)
    assert "…3000" in (await methods(hall, bo)).content
    assert not any("From now on you are paid here" in (m.text or "") for m in bo.inbox())


async def test_a_change_counts_after_three_days(hall: Stage) -> None:
    bo = await hall.arrived("Bo")
    await paid(hall, bo)
    page = await methods(hall, bo)
    await bo.tap(page, "Change")
    await asked_for_iban(bo, await bo.expect("How do you want to be paid"))
    await bo.send(OTHER)
    await bo.tap(await bo.expect("In whose name"), "Use “Bo”")
    await bo.tap(await bo.expect("Is this right"), "Yes, pay me here")
    await bo.expect("Your payout method was changed")
    await bo.tap_data(page, "mk:nothing")
    await hall.move(hours=84)
    told = await bo.expect("From now on you are paid here")
    assert "…5432" in told.content
    await bo.tap(told, "Payout method")
    await hall.settle()
    assert "…5432" in told.content  # what was told stays
    assert bo.inbox()[-1].content.startswith("Payout method")
    assert "…3000" not in bo.inbox()[-1].content


async def test_details_are_not_taken_for_an_answer_nor_an_answer_for_details(hall: Stage) -> None:
    await hall.project(reason="always", tasks=2, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await bo.tap(await task(bo, 1), "A better")
    await bo.expect("Why")
    page = await methods(hall, bo)
    await asked_for_iban(bo, page)
    await bo.send("A is better since it says more. " * 10)
    await bo.expect("this is too long for them")
    assert len(typed(bo)) == 1  # nobody's work is deleted
    await hall.move(minutes=11)
    await bo.send(IBAN)
    await bo.expect("The time for this was over")
    answers = await _column(hall, schema.assignments.c.answer)
    assert IBAN not in str(answers)
    await bo.tap(await bo.expect("The time for this was over"), "Cancel")
    await bo.send("A says more.")
    await hall.settle()
    assert "A says more." in str(await _column(hall, schema.assignments.c.answer))


async def test_what_telegram_does_not_delete_is_named(tmp_path: Path) -> None:
    # One refusal is meant to be, so the hall is not watched for any.
    async with stage(tmp_path) as hall:
        bo = await hall.arrived("Bo")
        await asked_for_iban(bo, await methods(hall, bo))
        hall.sandbox.faults.next("deleteMessage", "502", times=4)
        await bo.send(IBAN)
        await bo.expect("In whose name")
        await hall.move(hours=49)
        for _ in range(4):
            await hall.move(seconds=10)
        await bo.expect("Please delete it yourself")
        assert typed(bo) == [IBAN]


async def test_an_edit_of_details_is_deleted_and_not_taken(hall: Stage) -> None:
    bo = await hall.arrived("Bo")
    await asked_for_iban(bo, await methods(hall, bo))
    hall.sandbox.faults.next("deleteMessage", "502", times=4)
    written = await bo.send(IBAN)
    await bo.expect("In whose name")
    await bo.edit(written, OTHER)
    await bo.expect("I deleted the message that you edited")
    for _ in range(4):
        await hall.move(seconds=10)
    assert typed(bo) == []
    assert {"update_id"} in [set(one) for one in await _column(hall, schema.inbox.c.payload)]
    await bo.send("Bo Li")
    assert "…3000" in (await bo.expect("Is this right")).content


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the program logs at its most talkative, in place of what the tests' own log does."""
    root, stream = logging.getLogger(), io.StringIO()
    kept = root.level, list(root.handlers), sys.excepthook
    set_up("DEBUG", stream=stream)
    yield stream
    logging.captureWarnings(capture=False)
    root.level, root.handlers[:], sys.excepthook = kept
    for handler in root.handlers:
        handler.filters[:] = [one for one in handler.filters if not isinstance(one, Redaction)]


def on_disk(folder: Path) -> bytes:
    """The database with all that stands beside it."""
    return b"".join(file.read_bytes() for file in folder.glob("hall.sqlite*"))


async def test_a_typed_account_is_nowhere_on_the_disk_and_in_no_log(
    hall: Stage, tmp_path: Path, log: io.StringIO
) -> None:
    bo = await hall.arrived("Bo")
    await asked_for_iban(bo, await methods(hall, bo))
    hall.sandbox.faults.next("deleteMessage", "502", times=1)
    written = "DE89 3704 0044 0532 0130 00"
    await bo.send(f"{written} 1")  # with a slip
    await bo.expect("There is a slip")
    name = "Beatrix Canary"
    await bo.tap(await give(hall, bo, written, name), "Yes, pay me here")
    await bo.expect("You are paid here")
    await hall.move(seconds=10)
    files = on_disk(tmp_path)
    assert b"payout-method-confirmed" in files
    for canary in (written, IBAN, name, written[5:14], written[10:19]):
        assert canary.encode() not in files, canary
        assert canary not in log.getvalue(), canary
    assert "DEBUG" in log.getvalue()
    assert typed(bo) == []


async def test_without_a_key_nobody_is_asked(hall: Stage) -> None:
    bo = await hall.arrived("Bo")
    object.__setattr__(hall.bot.hall, "vault", None)
    page = await methods(hall, bo)
    assert "keeps no key" in page.content
    assert [one.text for one in page.buttons] == ["My pay"]
    refused = await bo.tap_data(page, "mk:iban")
    assert "cannot be taken here yet" in (refused.text or "")


async def test_it_can_be_read_in_arabic_and_removed(hall: Stage) -> None:
    bo = await hall.arrived("Bo")
    await paid(hall, bo)
    async with hall.bot.db.begin() as tx:
        await tx.execute(update(schema.people).values(language="ar"))
    await bo.send("/settings")
    await bo.tap(await bo.expect("الإعدادات"), "طريقة الدفع")
    await bo.tap(await bo.expect("يُدفع لك هنا"), "إزالة")
    await bo.tap(await bo.expect("هل تريد إزالة"), "إزالة")
    await bo.expect("أُزيلت طريقة دفع")
    await hall.settle()
    (method,) = await _methods(hall)
    assert method.state == "dropped"


async def _methods(hall: Stage) -> list[Any]:
    async with hall.bot.db.read() as tx:
        found = select(schema.payout_methods).order_by(schema.payout_methods.c.id)
        return list((await tx.execute(found)).all())


async def _column(hall: Stage, column: Column[Any]) -> list[Any]:
    async with hall.bot.db.read() as tx:
        return list((await tx.execute(select(column))).scalars())
