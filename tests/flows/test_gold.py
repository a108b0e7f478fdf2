"""A known answer that was wrong: one person objects, and three are paid."""

from pathlib import Path
from typing import Any

from sandbox import Person
from tests.flows.acts import claim, rate_all, submit, with_role
from tests.flows.hall import Stage, stage
from tests.flows.test_reviewing import has, press, with_button
from tests.invariants import broken

GOLD = (
    b'{"id":"g1","prompt":"Question g?","responses":[{"id":"a","text":"One."},'
    b'{"id":"b","text":"Two."}],"gold":{"preference":-3}}'
)
WHY = "The known answer is another one than this."


async def brought_in(hall: Stage) -> None:
    await hall.project(tasks=6, overlap=3, size=2)
    await hall.admin.upload("gold.jsonl", GOLD)
    await press(hall.admin, "Publish")
    await hall.settle()


async def rated(hall: Stage) -> list[Person]:
    """Three people who hand in a real rating and one of the gold task, which they miss."""
    card = await hall.call()
    people = [await hall.arrived(name) for name in ("Bo", "Cy", "Di")]
    for person in people:
        await claim(person, card)
        await submit(person, await rate_all(person, 2, "Tie"))
    await hall.move(seconds=11)
    return people


async def reviewed(hall: Stage) -> None:
    """All six are judged: what rests on the known answer is rejected."""
    rita = await with_role(hall, "Rita", "reviewer")
    await rita.send("/review")
    await press(rita, "Pairs of pairs (6)")
    while True:
        await hall.settle()
        waiting = [one for one in rita.inbox() if not one.deleted and has(one, "Accept")]
        if not waiting:
            break
        card = waiting[-1]
        if "The known answer" not in (card.text or ""):
            await rita.tap(card, "Accept")
            continue
        await rita.tap(card, "Reject")
        await press(rita, "Known answer missed")
        await rita.send(WHY)
        await press(rita, "Reject it")
    await rita.expect("Nothing waits for your verdict")
    await hall.settle()


async def test_a_dispute_flips_a_gold_answer_and_repays_three_people(tmp_path: Path) -> None:
    shares: Any = {"HIRINGHALL_GOLD_SHARE_NEW": "50", "HIRINGHALL_REVIEW_GOLD_SHARE": "0",
              "HIRINGHALL_REVIEW_SECOND_SHARE": "0"}  # fmt: skip
    async with stage(tmp_path, **shares) as hall:
        await brought_in(hall)
        bo, cy, di = await rated(hall)
        await reviewed(hall)
        saul = await with_role(hall, "Saul", "coordinator")
        told = await bo.expect("A rating was rejected")
        assert "Known answer missed" in (told.text or "")
        await bo.tap(told, "Dispute")
        await bo.expect("Say why")
        await bo.send("Both answers say the same.")
        await bo.expect("Your words:")
        await hall.settle()
        await press(saul, "Decide")
        case = await with_button(saul, "Their answer is right")
        assert "The known answer" in (case.text or "")
        await saul.tap(case, "Their answer is right")
        await saul.expect("Write why")
        await saul.send("Both are indeed equally good.")
        await press(saul, "Make it the known answer")
        await hall.settle()
        assert "0.40 USD more" in ((await bo.expect("You were right")).text or "")
        for other in (cy, di):
            assert "0.40 USD" in ((await other.expect("A known answer was not right")).text or "")
        await hall.move(days=40)
        for person in (bo, cy, di):
            statement = await person.expect("Pay statement")
            assert "0.80 USD" in (statement.text or "")
            assert "Correction" in (statement.text or "")
        assert await broken(hall.bot.db) == []
        assert hall.sandbox.refused_calls() == []
