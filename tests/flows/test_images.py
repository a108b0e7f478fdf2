"""Responses that are images: shown as photos, and what happens when one cannot be."""

import base64
import json

from sandbox import Message, Person
from sandbox.images import plain_png
from tests.flows.acts import claim, rate, submit, task
from tests.flows.hall import PROJECT, Stage

ADDRESS = "https://pictures.example.org/harbour.png"
MODELS = ("painter-nine", "brush-two")


def rows() -> bytes:
    """One task: an image without a word, and one with a text that lies somewhere in the web."""
    uri = "data:image/png;base64," + base64.b64encode(plain_png(320, 240)).decode()
    answers = [
        {"id": "a", "image": uri, "model": MODELS[0]},
        {"id": "b", "image": ADDRESS, "text": "**A harbour** at dawn.", "model": MODELS[1]},
    ]
    return json.dumps({"id": "t1", "prompt": "Paint a harbour.", "responses": answers}).encode()


def photos(person: Person) -> list[Message]:
    return [one for one in person.inbox() if one.photo is not None]


def has_button(words: str, message: Message) -> bool:
    return any(words in one.text for one in message.buttons)


async def published(hall: Stage) -> Message:
    text = PROJECT.format(key="paint", name="Paint", overlap=2, size=1, reason="never")
    await hall.admin.upload("paint.yaml", text.encode())
    await hall.admin.expect("Project Paint")
    await hall.admin.upload("paint.jsonl", rows())
    report = await hall.admin.expect("can be published")
    await hall.admin.tap(report, "Publish 1")
    await hall.admin.expect("1 task")
    return await hall.call("paint")


async def test_an_image_that_cannot_be_shown_holds_the_rating_until_it_is(hall: Stage) -> None:
    card = await published(hall)
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    shown = await bo.expect("Telegram could not show the image of answer")
    (photo,) = photos(bo)
    assert (photo.caption or "").split()[-1] in "AB"
    assert has_button("It is broken", shown)
    told = await hall.admin.expect("could not be shown to a contractor")
    assert "t1" in told.content
    await rate(bo, 1, "Tie")
    summary = await bo.expect("has not arrived yet")
    refusal = await bo.tap(summary, "Submit")
    assert "Not everything of task 1 has arrived" in (refusal.text or "")
    hall.sandbox.refusals.clear()
    hall.sandbox.files.serve(ADDRESS, plain_png(200, 200))
    await bo.tap(summary, "⚠️ 1")
    await hall.settle()
    again = await task(bo, 1)
    assert "could not" not in again.content
    assert len(photos(bo)) == 3
    assert any("A harbour at dawn." in (one.caption or "") for one in photos(bo))
    await rate(bo, 1, "Tie")
    ready = await bo.expect(lambda m: has_button("Submit", m) and "arrived" not in m.content)
    await submit(bo, ready)


async def test_an_image_is_uploaded_once_and_names_nobody(hall: Stage) -> None:
    hall.sandbox.files.serve(ADDRESS, plain_png(200, 200))
    card = await published(hall)
    ids = []
    for name in ("Bo", "Cy"):
        person = await hall.arrived(name)
        await claim(person, card)
        await task(person, 1)
        shown = photos(person)
        ids.append({one.photo.file_id for one in shown if one.photo})
        for one in person.inbox():
            for model in MODELS:
                assert model not in one.content
                assert model not in json.dumps([button.data for button in one.buttons])
        assert [one.photo.filename for one in shown if one.photo] in (
            ["image", "harbour.png"], ["harbour.png", "image"],
        )  # fmt: skip
    assert ids[0] == ids[1]
    assert len(ids[0]) == 2
