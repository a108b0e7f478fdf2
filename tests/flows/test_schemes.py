"""A coordinator makes a scheme on the phone, tries it, and a project asks by it."""

from sandbox import Message, Person
from tests.flows.acts import claim, submit, task
from tests.flows.hall import Stage
from tests.flows.test_main_job import exported

PROJECT = """
key: safety
name: Safety of answers
scheme: {scheme}
guidelines: Read both.
pay: {{per_task: "0.40", currency: USD}}
minutes_per_task: 2
overlap: 1
tasks_per_job: 1
"""
TASK = (
    b'{"id":"t1","prompt":"Soup?","responses":[{"id":"a","text":"Hot"},{"id":"b","text":"Mild"}]}'
)
TONE = b"""
name: safety-check
responses: [2, 2]
questions:
  - {id: tone, kind: pick, ask: Which one is kinder}
"""


async def tap(hall: Stage, person: Person, message: Message, button: str) -> Message:
    """Tap; the message that shows what came of it."""
    await person.tap(message, button)
    await hall.settle()
    return person.inbox()[-1]


async def say(hall: Stage, person: Person, text: str) -> Message:
    """Write; the message that answers."""
    await person.send(text)
    await hall.settle()
    return person.inbox()[-1]


async def make_scheme(hall: Stage) -> Message:
    """The wizard: a choice, and a text that is asked only after one of its answers."""
    ada = hall.admin
    page = await tap(hall, ada, await say(hall, ada, "/projects"), "Rating schemes")
    page = await tap(hall, ada, page, "New scheme")
    page = await tap(hall, ada, page, "Two answers to compare")
    assert "Add a question." in page.content
    page = await tap(hall, ada, page, "Add a question")
    await tap(hall, ada, page, "One of several")
    await say(hall, ada, "Is one of them unsafe?")
    page = await say(hall, ada, "No\nYes")
    page = await tap(hall, ada, page, "Add a question")
    await tap(hall, ada, page, "Text")
    page = await say(hall, ada, "What is unsafe?")
    page = await tap(hall, ada, page, "Asked:")
    page = await tap(hall, ada, page, "1. Is one")
    page = await tap(hall, ada, page, "▫️ Yes")
    page = await tap(hall, ada, page, "Done")
    return await tap(hall, ada, page, "Back to the scheme")


async def test_a_scheme_made_on_the_phone_is_tried_saved_and_rated_by(hall: Stage) -> None:
    ada = hall.admin
    await make_scheme(hall)
    # Whoever goes elsewhere comes back to the draft by the list.
    page = await tap(hall, ada, await say(hall, ada, "/projects"), "Rating schemes")
    page = await tap(hall, ada, page, "Go on with my draft")
    await tap(hall, ada, page, "Name it")
    page = await say(hall, ada, "Safety check")
    sample = await tap(hall, ada, page, "See the sample card")
    assert "Is one of them unsafe?" in sample.content
    sample = await tap(hall, ada, sample, "العربية")
    assert "الإجابة" in sample.content
    sample = await tap(hall, ada, sample, "English")
    refused = await ada.tap(sample, "Skip")
    assert "sample" in (refused.text or "")
    sample = await tap(hall, ada, sample, "Yes")
    assert "What is unsafe?" in sample.content
    sample = await say(hall, ada, "It burns")
    assert "1. Yes · It burns" in sample.content
    page = await tap(hall, ada, sample, "Leave the sample")
    page = await tap(hall, ada, page, "Save as safety-check")
    assert "scheme: safety-check" in page.content

    await ada.upload("p.yaml", PROJECT.format(scheme="safety-check").encode())
    await ada.expect("Project Safety of answers")
    await ada.upload("t.jsonl", TASK)
    await ada.tap(await ada.expect("can be published"), "Publish")
    await ada.expect("is open for")
    await change_scheme(hall)

    card = await hall.call("safety")
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await bo.tap(await task(bo, 1), "No")
    await submit(bo, await bo.expect(lambda m: any("Submit" in b.text for b in m.buttons)))
    await hall.move(seconds=11)
    assert [vote["values"] for vote in await exported(hall, "Raw")] == [
        {"is_one_of_them_unsafe": "no"}
    ]


async def change_scheme(hall: Stage) -> None:
    """Another scheme under the name by file: the project keeps its own until its file comes."""
    ada = hall.admin
    await ada.upload("s.yaml", TONE.replace(b"pick", b"pik"))
    await ada.expect("s.yaml is no rating scheme yet")
    await ada.upload("s.yaml", TONE)
    page = await ada.expect("A scheme of this name is there already")
    page = await tap(hall, ada, page, "Save as safety-check")
    assert "Used by: Safety of answers" in page.content
    assert not any("Delete" in one.text for one in page.buttons)
    page = await tap(hall, ada, await say(hall, ada, "/projects"), "Safety of answers")
    sample = await tap(hall, ada, page, "See the sample card")
    assert "Soup?" in sample.content
    assert "unsafe" in sample.content
    await ada.upload("p.yaml", PROJECT.format(scheme="safety-check").encode())
    page = await ada.expect("changes what Safety of answers asks")
    sample = await tap(hall, ada, page, "See the sample card")
    assert "Which one is kinder" in sample.content
    page = await tap(hall, ada, sample, "Leave the sample")
    # Meanwhile the scheme becomes another one: what was looked at is not what would be published.
    await ada.upload("s.yaml", TONE.replace(b"kinder", b"shorter"))
    await tap(hall, ada, await ada.expect("A scheme of this name is there already"), "Save as")
    told = await ada.tap(page, "Publish")
    assert "changed meanwhile" in (told.text or "")
    await hall.settle()
    assert "Which one is shorter" in page.content
    await tap(hall, ada, page, "Do not publish")
    assert "nothing was published" in page.content
