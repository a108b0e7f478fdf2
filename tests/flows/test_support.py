"""A question to the hall, from the asker's phone to the owner's and back."""

from pathlib import Path

from sandbox import Person
from tests.flows.hall import Stage, stage


async def test_a_question_is_asked_answered_asked_on_and_closed(tmp_path: Path) -> None:
    async with stage(tmp_path) as hall:
        ben = await hall.arrived("Ben")
        await ask(ben, "Why is Friday's pay smaller?")
        await ben.send("It was 4.00 USD the week before.")
        card = await ben.expect("4.00 USD")
        assert "Ada answers by" in (card.content or "")
        await ben.tap(card, "That is all")

        await hall.settle()
        owned = await hall.admin.expect("A question for you to answer")
        assert "Friday's pay" in (owned.content or "")
        await hall.admin.tap(owned, "Answer")
        await hall.admin.expect("Write the answer")
        sounds = ben.sounds
        await hall.admin.send("One rating is still being reviewed.")
        await hall.admin.expect("The person can close it or ask on")

        answered = await ben.expect("Did it help?")
        assert "still being reviewed" in (answered.content or "")
        assert ben.sounds == sounds + 1
        await ben.tap(answered, "Ask on")
        await ben.send("Until when?")
        await ben.expect(lambda m: "Until when?" in (m.content or "") and bool(m.buttons))
        await hall.settle()
        await hall.admin.expect("More words to a question of yours")

        await hall.move(days=2, minutes=5)
        await hall.admin.expect("still waits for your answer")
        await hall.move(days=1, minutes=5)
        late = await ben.expect("we are sorry")
        await ben.tap(late, "Close it")
        await ben.expect("Closed.")
        await no_refusals(hall)


async def test_photos_wait_for_words_and_staff_see_first_what_they_are_to_answer(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as hall:
        ben = await hall.arrived("Ben")
        await ben.send("/support")
        await ben.tap(await ben.expect("Ask the hall anything"), "Ask a question")
        await ben.tap(await ben.expect("What is it about?"), "Pay")
        await ben.expect("What is your question?")
        await ben.send_kind("photo")
        await ben.expect("I cannot read pictures")
        await ben.send("x" * 1001)
        await ben.expect("at most 1,000 characters")
        await ben.send("Here it is in words.")
        await ben.expect("Here it is in words.")
        await hall.settle()
        await hall.admin.send("/support")
        desk = await hall.admin.expect("For you to answer")
        assert "Here it is in words." in (desk.content or "")
        await hall.admin.tap(desk, "All that wait")
        listed = await hall.admin.expect("Questions that wait for an answer")
        assert "Ben" in (listed.content or "")
        await hall.admin.tap(listed, 0)
        card = await hall.admin.expect("To be answered by")
        await hall.admin.tap(card, "Pass on")
        await hall.admin.expect("Nobody else can take")
        await no_refusals(hall)


async def ask(person: Person, words: str) -> None:
    await person.send("/support")
    await person.tap(await person.expect("Ask the hall anything"), "Ask a question")
    await person.tap(await person.expect("What is it about?"), "Something else")
    await person.expect("What is your question?")
    await person.send(words)
    await person.expect("Whatever you write next")


async def no_refusals(hall: Stage) -> None:
    await hall.settle()
    assert hall.sandbox.refused_calls() == []
