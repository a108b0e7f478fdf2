"""Who judges never learns which model wrote what: not from any text, file, button or picture."""

import base64
import json

from sandbox import Message, Person
from sandbox.images import plain_png
from tests.flows.acts import claim, rate, submit, task
from tests.flows.hall import PROJECT, Stage

MODELS = ("zebra-nine-turbo", "quokka-seven-mini")
LONG = "\n\n".join(f"Paragraph {n}. " + "Some more words of it. " * 30 for n in range(24))


def rows() -> bytes:
    """A task of several messages and a file, and one with an image; models all over."""
    uri = "data:image/png;base64," + base64.b64encode(plain_png()).decode()
    predictions = [{"model": MODELS[0], "values": {"preference": 1}}]
    told = {"predictions": predictions, "metadata": {"origin": MODELS[1]}}
    answers = (
        [{"id": MODELS[0], "text": LONG, "model": MODELS[0]},
         {"id": MODELS[1], "text": "Short.", "model": MODELS[1]}],
        [{"id": MODELS[0], "image": uri, "model": MODELS[0]},
         {"id": MODELS[1], "text": "An image in words.", "model": MODELS[1]}],
    )  # fmt: skip
    tasks = [
        {"id": f"{MODELS[n]}-{n}", "prompt": "Say it.", "responses": one, **told}
        for n, one in enumerate(answers)
    ]
    return "\n".join(map(json.dumps, tasks)).encode()


def seen_of(message: Message) -> str:
    """All that a message carries: words, addresses, buttons, names and bodies of files."""
    carried = [message.content, json.dumps(message.entities, default=str)]
    carried += [f"{one.text} {one.data} {one.url}" for one in message.buttons]
    for file in (message.document, message.photo):
        if file is not None:
            carried += [file.filename, file.content.decode("latin-1")]
    return "\n".join(carried)


def assert_told_nothing(person: Person) -> None:
    for message in person.inbox():
        for model in MODELS:
            assert model not in seen_of(message), message.content


async def test_no_screen_of_a_task_names_a_model(hall: Stage) -> None:
    text = PROJECT.format(key="blind", name="Blind", overlap=1, size=2, reason="never")
    await hall.admin.upload("blind.yaml", text.encode())
    await hall.admin.expect("Project Blind")
    await hall.admin.upload("blind.jsonl", rows())
    report = await hall.admin.expect("can be published")
    await hall.admin.tap(report, "Publish 2")
    await hall.admin.expect("2 tasks are open")
    card = await hall.call("blind")
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    for position in (1, 2):
        await task(bo, position)
        await rate(bo, position, "Tie")
    ready = await bo.expect(lambda m: any("Submit" in one.text for one in m.buttons))
    await submit(bo, ready)
    await hall.move(seconds=11)
    files = [one for one in bo.inbox() if one.document is not None]
    assert len(files) == 1
    assert len([one for one in bo.inbox() if one.photo is not None]) == 1
    assert_told_nothing(bo)

    rita = await hall.arrived("Rita")
    await hall.admin.send(f"/roles grant {rita.id} reviewer blind")
    await hall.admin.expect("Granted: reviewer")
    await rita.send("/review")
    choice = await rita.expect(lambda m: any("Blind" in one.text for one in m.buttons))
    await rita.tap(choice, "Blind")
    for _ in range(2):
        verdict = await rita.expect(lambda m: any("Accept" in one.text for one in m.buttons))
        await hall.settle()
        await rita.tap(verdict, "Accept")
        await hall.settle()
    assert len([one for one in rita.inbox() if one.document is not None]) == 1
    assert len([one for one in rita.inbox() if one.photo is not None]) == 1
    assert_told_nothing(rita)
