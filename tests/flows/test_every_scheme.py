"""Each scheme end to end on a phone: within the budget of taps and sounds, exported as tapped."""

import pytest

from sandbox import Message, Person
from tests.flows.acts import claim, submit
from tests.flows.hall import Stage
from tests.flows.scheme_scripts import SCRIPTS, Script, is_summary, is_task, perform
from tests.flows.test_main_job import exported

SOUNDS = 2
TASKS = 2
PROJECT = """
key: {key}
name: {key}
scheme: {key}
guidelines: Take your time.
pay: {{per_task: "0.40", currency: USD}}
minutes_per_task: 2
overlap: 1
tasks_per_job: {tasks}
review_days: 3
"""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda one: one.scheme)
async def test_a_job_of_each_scheme_is_done_within_its_taps(hall: Stage, script: Script) -> None:
    key = script.scheme
    await hall.admin.upload("p.yaml", PROJECT.format(key=key, tasks=TASKS).encode())
    await hall.admin.expect(f"Project {key}")
    await hall.admin.upload("t.jsonl", script.tasks(TASKS))
    report = await hall.admin.expect(lambda m: any("Publish" in b.text for b in m.buttons))
    await hall.admin.tap(report, "Publish")
    await hall.admin.expect("published")
    card = await hall.call(key)
    bo = await hall.arrived("Bo")
    taps, sounds = bo.taps, bo.sounds
    await claim(bo, card)
    await perform(bo, script.acts, hall.settle)
    misuses: list[int] = []

    async def misused() -> None:
        await hall.settle()
        # After the first act the answer may be half given, after the second one whole.
        if len(misuses) < 2:
            misuses.append(await _misuse(hall, bo))

    await perform(bo, script.acts, misused)
    await submit(bo, await bo.expect(is_summary))
    # The claim and its link, the acts of each task, and [Submit].
    assert bo.taps - taps == 2 + TASKS * script.taps + 1 + sum(misuses)
    await hall.move(seconds=11)
    await bo.expect("is in")
    assert bo.sounds - sounds <= SOUNDS
    for vote in await exported(hall, "Raw"):
        ids = [one["id"] for one in script.task.get("responses", [])]
        order = vote["shown_order"]
        assert isinstance(order, list)
        assert vote["values"] == script.expected([ids[place] for place in order])


async def _misuse(hall: Stage, bo: Person) -> int:
    """Do what ought to have no effect, on whatever card is there now; returns the taps it took."""
    card = await bo.expect(lambda m: is_task(m) or is_summary(m))
    before, taps = (card.text, _data(card)), bo.taps
    for data in _forged(card):
        answer = await bo.tap_data(card, data)
        assert answer.text
    await bo.send_kind("sticker")
    await bo.send_kind("voice")
    await hall.settle()
    card = await bo.expect(lambda m: is_task(m) or is_summary(m))
    assert (card.text, _data(card)) == before
    return bo.taps - taps


def _data(card: Message) -> list[str | None]:
    return [button.data for button in card.buttons]


def _forged(card: Message) -> list[str]:
    """Buttons that the card does not have: options and questions out of range, an older step."""
    real = next((b.data for b in card.buttons if b.data and b.data.startswith("s:")), None)
    if real is None:
        return []
    _, number, step = real.split(":")
    return [
        f"a:{number}:{step}:0:99", f"a:{number}:{step}:99:0", f"a:{number}:{int(step) - 1}:0:0",
        f"od:{number}:{step}:99", f"or:{number}:{step}:99", f"oq:{number}:{step}:99",
        f"oa:{number}:99", f"od:ZZZZZZZZ:{step}:0", f"ot:{number}:99:0:0:1", f"oe:{number}:99:0",
    ]  # fmt: skip
