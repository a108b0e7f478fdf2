"""Each scheme end to end on a phone: within the budget of taps and sounds, exported as tapped."""

import pytest

from tests.flows.acts import claim, submit
from tests.flows.hall import Stage
from tests.flows.scheme_scripts import SCRIPTS, Script, is_summary, perform
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
    for _ in range(TASKS):
        await perform(bo, script.acts, hall.settle)
    await submit(bo, await bo.expect(is_summary))
    # The claim and its link, the acts of each task, and [Submit].
    assert bo.taps - taps == 2 + TASKS * script.taps + 1
    await hall.move(seconds=11)
    await bo.expect("is in")
    assert bo.sounds - sounds <= SOUNDS
    for vote in await exported(hall, "Raw"):
        ids = [one["id"] for one in script.task.get("responses", [])]
        order = vote["shown_order"]
        assert isinstance(order, list)
        assert vote["values"] == script.expected([ids[place] for place in order])
