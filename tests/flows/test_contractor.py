"""A contractor who taps twice, goes back, loses messages, and does all of it in Arabic."""

import asyncio
from pathlib import Path

from sandbox import Answer, Message, Person
from tests.flows.acts import claim, rate, rate_all, submit, task
from tests.flows.hall import PROJECT, Stage, stage, tasks_file


async def twice(hall: Stage, person: Person, message: Message, button: str) -> list[Answer]:
    """Tap a button twice in a row, as a nervous thumb does, and let it all settle."""
    answers = await asyncio.gather(person.tap(message, button), person.tap(message, button))
    await hall.settle()
    return list(answers)


def cards(person: Person) -> list[Message]:
    """All messages that look like the card of a task with its buttons, oldest first."""
    return [
        message
        for message in person.inbox()
        if not message.deleted and any(button.text == "Skip" for button in message.buttons)
    ]


def newest(person: Person) -> Message:
    """The message at the bottom of the chat."""
    return [message for message in person.inbox() if not message.deleted][-1]


async def on_a_long_job(hall: Stage) -> Person:
    """A person at the third of three long tasks."""
    await hall.project(tasks=6, overlap=1, size=3, long=True)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await rate(bo, 1, "A better")
    await rate(bo, 2, "B better")
    await task(bo, 3)
    await hall.settle()
    return bo


async def test_change_tapped_twice_brings_one_card_at_the_bottom(hall: Stage) -> None:
    bo = await on_a_long_job(hall)
    line = await bo.expect("Task 1: A better")
    await twice(hall, bo, line, "Change")
    assert [card.id for card in cards(bo)] == [newest(bo).id]
    assert (newest(bo).text or "").startswith("Task 1 of 3")
    assert line.text == "Task 1 · shown again below"
    await bo.expect("Task 3 · not rated yet, it comes again below")
    await rate(bo, 1, "Tie")
    await task(bo, 3)


async def test_change_of_a_short_task_moves_the_card_below_and_leaves_one(hall: Stage) -> None:
    await hall.project(tasks=3, overlap=1, size=3, reason="always")
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await rate(bo, 1, "Tie")
    await bo.send("Both say the same.")
    await task(bo, 2)
    line = await bo.expect("Task 1: Tie")
    await twice(hall, bo, line, "Change")
    assert [card.id for card in cards(bo)] == [newest(bo).id]
    assert (newest(bo).text or "").startswith("Task 1 of 3")


async def test_back_tapped_twice_goes_back_once(hall: Stage) -> None:
    await hall.project(tasks=3, overlap=1, size=3)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await rate(bo, 1)
    await rate(bo, 2)
    answers = await twice(hall, bo, await task(bo, 3), "Back")
    assert [answer.text for answer in answers] == [None, None]
    await task(bo, 2)
    await rate(bo, 2, "Tie")
    await task(bo, 3)


async def test_continue_tapped_twice_shows_a_long_task_once_more_only(hall: Stage) -> None:
    bo = await on_a_long_job(hall)
    await bo.send("/work")
    page = await bo.expect(lambda m: any("Continue" in b.text for b in m.buttons))
    before = len(bo.inbox())
    await twice(hall, bo, page, "Continue")
    parts = [m for m in bo.inbox()[before:] if "Question 3?" in (m.text or "")]
    assert len(parts) == 1
    assert [card.id for card in cards(bo)] == [newest(bo).id]


async def test_keeping_the_job_after_a_reminder_leaves_one_card(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await task(bo, 1)
    await hall.move(minutes=7)
    note = await bo.expect("is due")
    await bo.tap(note, "Give back")
    await bo.tap(await bo.expect("Give job"), "Keep the job")
    await hall.settle()
    assert [card.id for card in cards(bo)] == [newest(bo).id]


async def test_giving_back_from_a_reminder_closes_the_card_as_well(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await task(bo, 1)
    await hall.move(minutes=7)
    await bo.tap(await bo.expect("is due"), "Give back")
    await bo.tap(await bo.expect("Give job"), "Give back everything")
    await hall.settle()
    await bo.expect("was given back")
    assert cards(bo) == []


async def test_giving_back_is_not_asked_for_a_job_that_is_in(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await hall.move(minutes=7)
    note = await bo.expect("is due")
    await submit(bo, await rate_all(bo, 2))
    answer = await bo.tap(note, "Give back")
    assert "being submitted" in (answer.text or "")
    await hall.move(seconds=11)
    answer = await bo.tap(note, "Give back")
    assert "is in already" in (answer.text or "")
    assert "is due" in (note.text or "")


async def test_more_time_is_written_into_the_reminder(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await hall.move(minutes=7)
    note = await bo.expect("is due")
    before = note.text
    await bo.tap(note, "+ time")
    await hall.settle()
    assert note.text != before
    assert [button.text for button in note.buttons] == ["Show the job", "Give back"]


async def test_what_is_handed_in_late_says_that_it_is_in_where_it_was_tapped(
    hall: Stage,
) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await rate(bo, 1)
    await task(bo, 2)
    await hall.move(minutes=40)
    gone = await bo.expect("ran out of time")
    await bo.tap(gone, "Hand in")
    await hall.settle()
    await hall.move(seconds=11)
    assert "is in." in (gone.text or "")
    assert not any(button.text == "Undo" for one in bo.inbox() for button in one.buttons)
    assert cards(bo) == []


def continues(message: Message) -> list[str]:
    """The buttons of /work that lead into a job."""
    return [button.text for button in message.buttons if "Continue" in button.text]


async def test_next_job_tapped_twice_claims_one_job(hall: Stage) -> None:
    await hall.project(tasks=9, overlap=1, size=3)
    await hall.call()
    bo = await hall.arrived("Bo")
    await bo.send("/work")
    page = await bo.expect("Your work")
    await twice(hall, bo, page, "Claim")
    await bo.send("/work")
    assert len(continues(await bo.expect(lambda m: bool(continues(m))))) == 1
    assert len(cards(bo)) == 1
    await rate(bo, 1)
    await task(bo, 2)
    await bo.tap(page, "Claim")
    await bo.send("/work")
    await bo.expect(lambda m: len(continues(m)) == 2)


async def test_the_last_question_answered_twice_leaves_the_job_at_the_bottom(
    tmp_path: Path,
) -> None:
    # The second tap draws what stands there already, which Telegram refuses and nobody sees.
    async with stage(tmp_path) as hall:
        await hall.project(tasks=3, overlap=1, size=3)
        card = await hall.call()
        bo = await hall.newcomer("Bo")
        await claim(bo, card)
        await bo.tap(await bo.expect("Welcome"), 0)
        await bo.tap(await bo.expect("Which language"), 0)
        asked = await bo.expect("What time is it")
        await twice(hall, bo, asked, asked.buttons[0].text)
        assert [one.id for one in cards(bo)] == [newest(bo).id]


async def test_the_link_of_the_call_brings_a_lost_job_back(hall: Stage) -> None:
    await hall.project(tasks=6, overlap=1, size=3)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await hall.settle()
    assert len(cards(bo)) == 1
    await hall.move(minutes=2)
    before = newest(bo)
    await claim(bo, card)
    await hall.settle()
    assert [one.id for one in cards(bo)] == [newest(bo).id]
    assert newest(bo).id > before.id


async def test_a_slip_is_mended_while_the_reason_is_asked(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2, reason="strong")
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await rate(bo, 1, "A much better")
    asked = await bo.expect("Why? Answer with a short message")
    assert any(button.text == "✓ A much better" for button in asked.buttons)
    await bo.tap(asked, "Tie")
    await task(bo, 2)


async def test_a_reason_goes_to_the_job_that_asks_for_it(hall: Stage) -> None:
    await hall.project(tasks=4, overlap=1, size=2, reason="always")
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await rate(bo, 1, "Tie")
    await bo.expect("Why? Answer with a short message")
    await bo.send("/work")
    page = await bo.expect(lambda m: bool(continues(m)))
    await bo.tap(page, "Claim")
    await hall.settle()
    await bo.send("Both say the same.")
    await bo.expect("Task 1: Tie · Both say the same.")


async def test_what_is_not_understood_is_named_in_arabic(hall: Stage) -> None:
    noor = await hall.newcomer("Noor", language="ar")
    await noor.start()
    for _ in range(3):
        await hall.settle()
        await noor.tap(newest(noor), 0)
    await hall.settle()
    await noor.send_kind("photo")
    await noor.expect("قراءة الصور")
    await noor.upload("notes.txt", b"words")
    await noor.expect("لا حاجة إلى ملف")


async def test_late_work_can_be_handed_in_from_work_when_the_notice_is_lost(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await rate(bo, 1)
    await hall.move(minutes=40)
    await bo.expect("ran out of time")
    await bo.send("/work")
    page = await bo.expect("1 finished rating can still be handed in")
    await bo.tap(page, "Hand in")
    await hall.settle()
    await hall.move(seconds=11)
    await bo.expect("1 rating, 0.40 USD expected")
    await bo.send("/work")
    await bo.expect("0.40 USD in review")
    assert "can still be handed in" not in (newest(bo).text or "")


async def test_my_work_leaves_what_a_job_earned_in_the_chat(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await submit(bo, await rate_all(bo, 2))
    await hall.move(seconds=11)
    told = await bo.expect("is in.")
    await bo.tap(told, "My work")
    await bo.expect("0.80 USD in review")
    assert "2 ratings, 0.80 USD expected" in (told.text or "")


async def test_the_summary_after_giving_back_the_rest_shows_only_what_is_left(
    hall: Stage,
) -> None:
    await hall.project(tasks=3, overlap=1, size=3)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await rate(bo, 1)
    await rate(bo, 2)
    await bo.tap(await task(bo, 3), "Give back")
    await bo.tap(await bo.expect("Give job"), "Hand in 2")
    await bo.tap(await bo.expect("You can undo"), "Undo")
    summary = await bo.expect(lambda m: any("Submit 2 ratings" in b.text for b in m.buttons))
    assert "All 2 tasks are done" in (summary.text or "")
    assert "3." not in (summary.text or "")
    await submit(bo, summary)


async def test_long_guidelines_are_whole_in_a_file(hall: Stage) -> None:
    rules = " ".join(f"Rule {number}: read both answers to the end." for number in range(300))
    text = PROJECT.format(key="long", name="Pairs of long", overlap=1, size=2, reason="never")
    text = text.replace("Choose the answer that helps more.", f'"{rules}"')
    await hall.admin.upload("long.yaml", text.encode())
    await hall.admin.expect("Project Pairs of long")
    await hall.admin.upload("long.jsonl", tasks_file(2))
    await hall.admin.tap(await hall.admin.expect("can be published"), "Publish")
    await hall.admin.expect("open for Pairs of long")
    card = await hall.call("long")
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await bo.tap(await task(bo, 1), "Guidelines")
    found = await bo.expect(lambda m: m.document is not None)
    assert found.document is not None
    assert found.document.content.decode().strip() == rules
    await bo.expect("Rule 0:")
    await bo.tap(found, "Show the job")
    await hall.settle()
    assert [one.id for one in cards(bo)] == [newest(bo).id]


async def test_a_change_of_language_reaches_the_card_of_the_open_job(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    shown = await task(bo, 1)
    await bo.send("/settings")
    await bo.tap(await bo.expect("Settings"), "Language")
    await bo.tap(await bo.expect("Which language"), "العربية")
    await hall.settle()
    assert (shown.text or "").startswith("المهمة")
    await bo.tap(shown, "أ أفضل")
    await hall.settle()
    await bo.tap(shown, "متعادلتان")
    await bo.expect("اكتملت المهمتان")
