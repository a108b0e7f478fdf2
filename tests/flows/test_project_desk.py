"""A project from the chat alone: made, filled, changed, looked at, a file taken back."""

from sandbox import Message
from tests.flows.acts import claim
from tests.flows.hall import Stage, arrive, tasks_file


async def tap(hall: Stage, message: Message, button: str) -> Message:
    """Tap; the message that shows what came of it."""
    await hall.admin.tap(message, button)
    await hall.settle()
    return hall.admin.inbox()[-1]


async def say(hall: Stage, text: str) -> Message:
    """Write; the message that answers."""
    await hall.admin.send(text)
    await hall.settle()
    return hall.admin.inbox()[-1]


async def test_a_project_is_made_filled_and_changed_in_the_chat(hall: Stage) -> None:
    admin = hall.admin
    page = await tap(hall, await say(hall, "/projects"), "New project")
    page = await say(hall, "Which is better?")
    page = await tap(hall, page, "Which of two answers is better")
    assert "4 of 7" in page.content
    page = await tap(hall, await say(hall, "0.40 USD"), "2 min")
    page = await tap(hall, page, "Any language")
    await admin.upload("guide.md", b"# How\n\nChoose the answer that **helps** more.")
    card = await admin.expect("12.00 USD an hour")
    page = await tap(hall, card, "See the sample card")
    page = await tap(hall, page, "Leave the sample")
    page = await tap(hall, page, "Create the project")
    assert "Drop a task file here next" in page.content

    await admin.upload("wrong.jsonl", tasks_file(3))
    report = await admin.expect("3 can be published")
    page = await tap(hall, report, "See the sample card")
    assert "Question 1?" in page.content
    page = await tap(hall, await tap(hall, page, "Leave the sample"), "Publish 3")
    page = await tap(hall, await tap(hall, page, "Take it back"), "Take it back whole")
    assert "is taken back" in page.content
    await admin.upload("right.jsonl", tasks_file(6))
    right = await admin.expect("6 can be published")
    await admin.upload("twice.jsonl", tasks_file(6))
    twice = await admin.expect("twice.jsonl for")
    await tap(hall, right, "Publish 6")
    no = await admin.tap(twice, "Publish 6")
    assert "6 lines are refused" in (no.text or "")
    await hall.settle()
    assert "Nothing in it can be published" in twice.content

    worker = await hall.newcomer("Wes")
    await claim(worker, await hall.call("which-is-better"))
    await arrive(worker)
    page = await tap(hall, await say(hall, "/projects"), "Which is better?")
    page = await tap(hall, page, "Change")
    await tap(hall, page, "Tasks per job")
    page = await say(hall, "3")
    assert "5\n→ 3" in page.content
    assert "one job that is open keeps its terms" in page.content
    page = await tap(hall, await tap(hall, page, "Save"), "To the project")
    page = await tap(hall, page, "Pause")
    assert "The one open job goes on and is paid" in page.content
    chart = await tap(hall, page, "Chart")
    assert chart.photo is not None
    assert "not measured yet" in chart.content
    file = await tap(hall, page, "Its file")
    assert file.document is not None
    assert file.document.filename == "which-is-better.yaml"
    again = file.document.content
    await admin.upload("again.yaml", again)
    same = await admin.expect("Nothing changed")
    assert "version 2" in same.content
    await admin.upload("less.yaml", again.replace(b'"0.40"', b'"0.30"'))
    less = await admin.expect("less for who works on")
    assert "0.40 USD → 0.30 USD a task" in less.content
    assert "one job that is open keeps its terms" in less.content
    await tap(hall, less, "Publish the new version")
    assert "version 3" in less.content

    # Who goes on by a button is not asked any more, and no message is taken for the answer.
    page = await tap(hall, await tap(hall, less, "Which is better?"), "Reprice")
    await tap(hall, chart, "To the project")
    stray = await say(hall, "0.10")
    assert "0.10" not in stray.content
    await tap(hall, page, "Cancel")
    page = await tap(hall, page, "Reprice")
    assert "0.30 USD → 0.10 USD a task" in (await say(hall, "0.10")).content
