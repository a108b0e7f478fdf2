"""What only a coordinator can settle: a task without a sure answer, two verdicts at odds."""

from pathlib import Path

from sandbox import Message, Person
from tests.flows.acts import claim, rate_all, submit, with_role
from tests.flows.hall import PROJECT, Stage, stage, tasks_file
from tests.flows.test_reviewing import WHY, press, with_button

UNSURE = PROJECT + "confidence: {{target: 95, most: 2}}\n"


async def rated_by(hall: Stage, name: str, card: Message, button: str) -> Person:
    person = await hall.arrived(name)
    await claim(person, card)
    await submit(person, await rate_all(person, 1, button))
    await hall.move(seconds=11)
    return person


async def desk(hall: Stage, says: str) -> Message:
    await hall.admin.send("/desk")
    await hall.settle()
    return await hall.admin.expect(
        lambda m: "Your desk" in (m.text or "") and says in (m.text or "")
    )


async def begun(hall: Stage) -> Message:
    """A project of one task, on which two people are to be sure; the card of its call."""
    text = UNSURE.format(key="pairs", name="Pairs", overlap=2, size=1, reason="never")
    await hall.admin.upload("pairs.yaml", text.encode())
    await hall.admin.expect("Project Pairs")
    await hall.admin.upload("pairs.jsonl", tasks_file(1))
    await press(hall.admin, "Publish 1")
    await hall.settle()
    return await hall.call()


async def test_the_desk_leads_to_what_people_and_reviewers_left_open(tmp_path: Path) -> None:
    async with stage(tmp_path, HIRINGHALL_REVIEW_SECOND_SHARE="100") as hall:
        admin = hall.admin
        card = await begun(hall)
        # Not one of the sides: which of them a tap means hangs on the order that was drawn.
        bo = await rated_by(hall, "Bo", card, "Tie")
        await rated_by(hall, "Cy", card, "Both bad")

        found = await desk(hall, "a task on which people did not agree")
        await admin.tap(found, "Unsure")
        await hall.settle()
        listing = await admin.expect("Unsure tasks of Pairs: 1")
        await admin.tap(listing, "t1")
        await hall.settle()
        assert "2 ratings are in, and no answer is sure enough" in listing.content
        assert "Tie: 42 %" in listing.content
        assert "Both bad: 42 %" in listing.content
        assert "Question 1?" in listing.content
        toast = await admin.tap(listing, "A better")
        assert "has its answer" in (toast.text or "")
        await hall.settle()
        assert "Every answer of Pairs is sure" in listing.content

        rita, saul = [await with_role(hall, name, "reviewer") for name in ("Rita", "Saul")]
        await rita.send("/review")
        await press(rita, "Pairs (2)")
        await press(rita, "Reject")
        await press(rita, "Against the guidelines")
        await rita.send(WHY)
        await press(rita, "Reject it")
        await hall.settle()
        await saul.send("/review")
        await press(saul, "Pairs (2)")
        for _ in range(2):
            await saul.tap(await with_button(saul, "Accept"), "Accept")
            await hall.settle()
        await admin.tap(await desk(hall, "two reviewers disagree"), "Disagreement")
        doubt = await admin.expect("The second reviewer, without knowing")
        assert WHY in doubt.content
        toast = await admin.tap(doubt, "It was wrong")
        assert "0.40 USD" in (toast.text or "")
        await hall.settle()
        assert any("0.40 USD" in (m.text or "") for m in bo.inbox())
        # The desk is drawn anew at each tap, also where nothing about it has changed.
        refused = [one.description for one in hall.sandbox.refused_calls()]
        assert all("exactly the same" in one for one in refused)
