"""An admin warns somebody from the card under /people, the person appeals, another decides."""

from handlers.messages.standing_notice import UNNUMBERED
from sandbox import Message, Person
from tests.flows.acts import claim
from tests.flows.hall import Stage

WHY = "This job ran out of time without a word, and others waited for its tasks."


def has(message: Message, button: str) -> bool:
    return any(button in one.text for one in message.buttons)


async def with_button(person: Person, button: str) -> Message:
    """The newest message that carries such a button."""
    return await person.expect(lambda m: not m.deleted and has(m, button))


async def press(person: Person, button: str) -> None:
    await person.tap(await with_button(person, button), button)


async def a_job_that_ran_out(hall: Stage) -> Person:
    """A contractor who has let a job run out of time."""
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await hall.move(hours=25)
    await bo.expect("ran out of time")
    return bo


async def test_a_warning_from_the_card_to_the_persons_chat_in_five_taps(hall: Stage) -> None:
    bo = await a_job_that_ran_out(hall)
    await hall.admin.send("/people Bo")
    card = await hall.admin.expect("Standing: in good standing")
    assert "1 ran out of time" in (card.text or "")
    await hall.admin.tap(card, "Warn")
    await press(hall.admin, "Expired jobs")
    await press(hall.admin, "☐ 1")
    await press(hall.admin, "Go on with 1 piece")
    await hall.admin.expect("Write what happened")
    await hall.admin.send(WHY)
    preview = await with_button(hall.admin, "Confirm and tell")
    shown = preview.text or ""
    assert "can appeal for 90 days" in shown
    await hall.admin.tap(preview, "Confirm and tell")
    assert "Not delivered yet" not in ((await hall.admin.expect("Decided by Ada")).text or "")
    await hall.settle()
    told = (await bo.expect("⚠️ Warning")).text or ""
    assert WHY in told
    # What was shown is what came, but for its number.
    number = told.split("\n")[0].split(" · ")[1]
    assert shown.endswith(told.replace(number, UNNUMBERED))


async def test_an_appeal_is_answered_by_another_admin_and_the_step_is_gone(hall: Stage) -> None:
    bo = await a_job_that_ran_out(hall)
    cem = await hall.arrived("Cem")
    await hall.admin.send(f"/roles grant {cem.id} admin")
    await hall.admin.expect("Granted: admin")
    await hall.admin.send("/people Bo")
    await press(hall.admin, "Warn")
    await press(hall.admin, "Expired jobs")
    await press(hall.admin, "☐ 1")
    await press(hall.admin, "Go on")
    await hall.admin.send(WHY)
    await press(hall.admin, "Confirm and tell")
    await hall.settle()
    notice = await with_button(bo, "Appeal")
    await bo.tap(notice, "Appeal")
    await hall.settle()
    await cem.expect("Bo appeals")
    await hall.admin.send("/appeals")
    await hall.admin.expect("somebody else answers")
    await press(cem, "The appeal")
    assert "Ada" in ((await with_button(cem, "Overturn it")).text or "")
    await press(cem, "🔎 1")
    await cem.tap(await cem.expect("A job whose time ran out ·"), "The notice")
    await cem.expect("Decided by Ada")
    await press(cem, "Overturn it")
    await cem.expect("Write why")
    await cem.send("The phone of Bo was broken, and the job was late by an hour only.")
    await press(cem, "Overturn it")
    await hall.settle()
    await bo.expect("You were right")
    before = len(bo.inbox())
    await bo.tap(notice, "Appeal")
    await hall.settle()
    assert ["You were right" in one.content for one in bo.inbox()[before:]] == [True]
    await bo.send("Thanks.")
    await hall.settle()
    assert "You were right" not in bo.inbox()[-1].content
    assert "decided" not in bo.inbox()[-1].content
    await hall.admin.send("/people Bo")
    card = await hall.admin.expect("Standing: in good standing")
    assert "appealed: overturned" in (card.text or "")


async def test_a_notice_that_cannot_arrive_is_told_and_can_be_taken_back(hall: Stage) -> None:
    bo = await a_job_that_ran_out(hall)
    bo.block()
    await hall.admin.send("/people Bo")
    await press(hall.admin, "Warn")
    await press(hall.admin, "Conduct")
    await hall.admin.expect("What does it rest on")
    await hall.admin.send("K7WX3QDP")
    await hall.admin.expect("K7WX3QDP is no job or line of this person")
    await hall.admin.send("2026-11-01 Insults in the work group.")
    await press(hall.admin, "Go on")
    await hall.admin.expect("Write what happened")
    await hall.admin.send("No.")
    await hall.admin.expect("Write 10 to 600 characters")
    await hall.admin.send(WHY)
    # Nobody knows the hour, so none is claimed.
    await hall.admin.expect("What a person saw, 1 Nov 2026: Insults in the work group.")
    await press(hall.admin, "Confirm and tell")
    await hall.settle()
    untold = await hall.admin.expect("could not be delivered")
    await hall.admin.tap(untold, "Warning")
    await hall.admin.expect("Not delivered yet, so nothing has changed")
    await press(hall.admin, "Withdraw it")
    await hall.admin.expect("Write why")
    await hall.admin.send("It was somebody else who wrote that.")
    await hall.admin.tap(await hall.admin.expect("Bo will read"), "Withdraw it")
    await hall.admin.expect("(withdrawn)")
    bo.unblock()
    await bo.send("/start")
    await hall.settle()
    assert not any("Warning" in (m.text or "") for m in bo.inbox())
