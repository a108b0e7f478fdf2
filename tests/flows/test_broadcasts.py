"""A broadcast from /broadcast to its report, with the real bot over the sandbox."""

import csv
import io
from typing import Any

from sqlalchemy import select

from bot.domain.tiers import Parts
from bot.services import people
from sandbox import Message, Person
from storage import schema, tiers
from tests.flows.hall import Stage

ARABIC = "أعمال جديدة هذا الأسبوع."


async def tap(person: Person, message: Message, button: str, says: str) -> Message:
    """Tap, and wait for the screen that says that."""
    await person.tap(message, button)
    return await person.expect(lambda m: says in m.content and bool(m.buttons))


async def draft(person: Person) -> Message:
    """The card of a new draft."""
    await person.send("/broadcast")
    desk = await person.expect("One message to many people")
    return await tap(person, desk, "New broadcast", "not sent yet")


async def newest(person: Person, says: str) -> Message:
    """The newest screen with buttons that says that."""
    return await person.expect(lambda m: says in m.content and bool(m.buttons))


async def written(person: Person, shown: Message, text: str, **marks: Any) -> Message:
    """The draft with that message for all."""
    await tap(person, shown, "Write", "Send me the message")
    await person.send(text, **marks)
    return await newest(person, text[:20])


async def confirmed(person: Person, shown: Message, count: int) -> Message:
    """The card of the broadcast, once the count was typed."""
    await tap(person, shown, "Send to", "type that number")
    await person.send(str(count))
    return await newest(person, "It begins at")


async def test_a_broadcast_reaches_everybody_in_their_language_and_is_reported(
    hall: Stage,
) -> None:
    admin = hall.admin
    ben, cem, dana, eve = [await hall.arrived(name) for name in ("Ben", "Cem", "Dana", "Eve")]
    await ben.send("/settings")
    await ben.tap_data(await newest(ben, "Language"), "l:ar")
    cem.delete_account()
    await dana.send("/settings")
    await dana.tap(await newest(dana, "Language"), "Hall messages off")
    bold = {"type": "bold", "offset": 0, "length": 3}
    shown = await written(admin, await draft(admin), "New jobs this week.", entities=[bold])
    assert "4 people" in shown.content
    await tap(admin, shown, "Languages", "Who reads none")
    languages = await newest(admin, "Who reads none")
    await tap(admin, languages, "العربية", "in العربية")
    await admin.send(ARABIC)
    shown = await newest(admin, ARABIC)
    await admin.tap(shown, "See it")
    await admin.expect(lambda m: m.content.startswith(ARABIC))
    card = await confirmed(admin, shown, 4)
    await hall.move(seconds=61)
    await hall.settle()
    await eve.expect("New jobs this week.")
    got = [m for m in eve.inbox() if m.content.startswith("New jobs")]
    assert [m.entities[0] for m in got] == [bold]
    assert got[0].silent
    await ben.expect(lambda m: m.content.startswith(ARABIC))
    assert not [m for m in dana.inbox() if "New jobs" in m.content]
    report = await newest(admin, "the report")
    assert "Sent: 3" in report.content
    assert "Account deleted: 1" in report.content
    assert "Everybody has been tried" in card.content
    await admin.tap(report, "Table")
    sent = await admin.expect(lambda m: m.document is not None)
    assert sent.document is not None
    rows = list(csv.DictReader(io.StringIO(sent.document.content.decode("utf-8-sig"))))
    assert sorted(row["result"] for row in rows) == ["deleted", "sent", "sent", "sent"]


async def test_what_cannot_go_is_named_before_anything_goes(hall: Stage) -> None:
    admin = hall.admin
    await hall.arrived("Ben")
    shown = await draft(admin)
    await tap(admin, shown, "Write", "Send me the message")
    await admin.send_kind("voice")
    await admin.expect("cannot be sent to many")
    await admin.send_kind("photo")
    shown = await newest(admin, "🖼")
    await tap(admin, shown, "Languages", "Who reads none")
    await tap(admin, await newest(admin, "Who reads none"), "العربية", "in العربية")
    await admin.send("ن" * 1500)
    shown = await newest(admin, "is too long by")
    answer = await admin.tap(shown, "Send to")
    assert "العربية" in (answer.text or "")
    assert "is too long by" in (answer.text or "")
    await tap(admin, shown, "To whom", "Only people who fit all")
    await tap(admin, await newest(admin, "Only people who fit all"), "Without work", "how long")
    await tap(admin, await newest(admin, "how long"), "180 days", "how long")
    await admin.tap(await newest(admin, "how long"), "Back")
    shown = await newest(admin, "Only people who fit all")
    assert "Nobody" in shown.content


async def test_a_wrong_count_sends_nothing_and_the_right_one_can_be_taken_back_or_stopped(
    hall: Stage,
) -> None:
    admin = hall.admin
    people = [await hall.arrived(f"P{nth}") for nth in range(3)]
    shown = await written(admin, await draft(admin), "All hands.")
    await tap(admin, shown, "Send to", "type that number")
    await admin.send("40")
    no = await admin.expect("That is not the number")
    assert [one.text for one in no.buttons] == ["Cancel"]
    await admin.send("4")
    card = await newest(admin, "It begins at")
    await hall.move(seconds=30)
    await admin.tap(card, "Take it back")
    await hall.move(seconds=90)
    assert await _fates(hall) == []
    shown = await tap(admin, card, "Go on with the draft", "not sent yet")
    await tap(admin, shown, "When", "A time means the clock")
    shown = await newest(admin, "A time means the clock")
    await admin.tap(shown, 6)
    shown = await newest(admin, "by the clock of each person")
    card = await confirmed(admin, shown, 4)
    await hall.move(seconds=61)
    await hall.move(seconds=6)
    card = await newest(admin, "Planned")
    await admin.tap(card, "Stop")
    await hall.settle()
    await newest(admin, "It was stopped")
    await hall.move(days=4)
    assert await _fates(hall) == ["stopped"] * 4
    assert not [m for one in people for m in one.inbox() if "All hands" in m.content]


async def _fates(hall: Stage) -> list[str]:
    async with hall.bot.db.read() as tx:
        return list((await tx.execute(select(schema.broadcast_recipients.c.state))).scalars())


async def test_people_are_chosen_by_their_tier_and_an_album_is_no_message(hall: Stage) -> None:
    admin = hall.admin
    for name, tier in (("Ben", 60), ("Cem", 59)):
        person = await hall.arrived(name)
        found = await people.known(hall.bot.db, telegram_id=person.id)
        async with hall.bot.db.begin() as tx:
            await tiers.put(
                tx, found or 0, "law", tier=tier, parts=Parts(), now=hall.sandbox.clock.now()
            )
    shown = await draft(admin)
    await tap(admin, shown, "Write", "Send me the message")
    for _ in range(3):
        await admin.send_kind("photo", album="77")
    await hall.settle()
    assert sum("cannot be sent to many" in one.content for one in admin.inbox()) == 1
    await admin.send("For people who know the law.")
    shown = await newest(admin, "For people who know")
    await tap(admin, shown, "To whom", "Only people who fit all of it")
    shown = await newest(admin, "Only people who fit")
    await tap(admin, shown, "Tier", "A tier in which skill?")
    await tap(admin, shown, "law · 2", "Which tier in law at least?")
    await tap(admin, shown, "60 or more", "whose tier in law is 60 or more")
    assert "1 person gets it" in shown.content
    await tap(admin, await tap(admin, shown, "Tier", "which skill"), "law", "at least")
    await tap(admin, shown, "Another tier", "Write a number")
    await admin.send("59")
    shown = await newest(admin, "59 or more")
    assert "2 people get it" in shown.content
