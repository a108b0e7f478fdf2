"""The desk on the admin's phone: asked for, worked off line by line, and there each morning."""

from pathlib import Path

from sandbox import Message
from tests.flows.acts import first_job
from tests.flows.hall import Stage, stage


def desks(hall: Stage) -> int:
    return sum("Your desk" in (one.text or "") for one in hall.admin.inbox())


async def desk(hall: Stage, says: str) -> Message:
    return await hall.admin.expect(
        lambda m: "Your desk" in (m.text or "") and says in (m.text or "")
    )


async def test_one_tap_leads_from_the_morning_message_to_the_work_itself(tmp_path: Path) -> None:
    async with stage(tmp_path) as hall:
        admin = hall.admin
        await admin.send("/desk")
        empty = await desk(hall, "Nothing waits for you")
        assert "pay run" in (empty.text or "")
        await hall.project(tasks=30)
        await admin.tap(empty, "Refresh")
        waiting = await desk(hall, "Pairs of pairs: 18 open jobs and no call")
        assert waiting.id == empty.id
        # What is opened stands below; the desk stays, and says what is left.
        await admin.tap(waiting, "1. Call")
        draft = await admin.expect("A call for Pairs of pairs")
        assert draft.id > waiting.id
        await desk(hall, "a call that you prepared")
        card = await hall.call()

        bo = await hall.newcomer("Bo")
        await first_job(hall, bo, card, 5)
        sounds = admin.sounds
        known = desks(hall)
        await hall.move(hours=20)
        assert desks(hall) == known
        await hall.move(hours=2)
        morning = await desk(hall, "Comes once a day")
        assert "Pairs of pairs: 5 ratings to review, the first by" in (morning.text or "")
        assert admin.sounds == sounds
        await admin.tap(morning, "1. Review")
        review = await admin.expect("Accept")
        assert "Question" in (review.text or "")
        assert review.id > morning.id

        await admin.send("/settings")
        await admin.tap(await admin.expect("Morning message: at 09:00"), "No morning message")
        await admin.expect("Morning message: none")
        before = desks(hall)
        await hall.move(days=1)
        assert desks(hall) == before
        await bo.send("/desk")
        await bo.expect("coordinators")
        assert hall.sandbox.refused_calls() == []
