"""What is measured, as people find it: on their phones, on the reviewer's, on a person's card."""

import json
from datetime import timedelta

from bot.domain.jobs import Job
from bot.domain.pay_terms import Verdict
from bot.services import calls, people
from sandbox import Message, Person
from tests.flows.hall import Stage
from tests.flows.test_reviewing import press, with_button
from tests.services.builders import A_BETTER, Hall
from tests.services.reviewing import WORDS, accept, judge, lines_of

OBJECTION = "The guidelines let short answers win."


async def known(hall: Stage, person: Person) -> int:
    """The number under which the hall has the person."""
    found = await people.known(hall.bot.db, telegram_id=person.id)
    assert found is not None
    return found


async def worked(hall: Stage, acts: Hall, person: Person) -> Job:
    """Everything there is, rated alike and handed in."""
    now, by = hall.sandbox.clock.now(), await known(hall, hall.admin)
    call = await calls.post_call(
        hall.bot.db, project_key="pairs", places=[], limit=None, draw=None, waves=False, by=by,
        cause=acts.cause(), now=now,
    )  # fmt: skip
    job = await acts.claim(call, await known(hall, person), now=now)
    await acts.rate_all(job, now=now, option=A_BETTER)
    await acts.submit(job, now=now)
    await hall.move(minutes=1)
    return job


async def reviewer(hall: Stage, name: str) -> Person:
    """Somebody who reviews the project."""
    person = await hall.arrived(name)
    await hall.admin.send(f"/roles grant {person.id} reviewer pairs")
    await hall.admin.expect("Granted: reviewer")
    return person


async def latest(hall: Stage, person: Person) -> Message:
    """What stands at the end of the person's chat."""
    await hall.settle()
    return next(one for one in person.chat.newest_first() if not one.deleted)


async def test_a_verdict_is_objected_to_from_its_notice_and_from_my_quality(hall: Stage) -> None:
    await hall.project(tasks=3, overlap=1, size=3)
    acts, bo, rita = Hall(hall.bot.db), await hall.arrived("Bo"), await reviewer(hall, "Rita")
    first, second, third = await lines_of(acts, await worked(hall, acts, bo))
    now, by = hall.sandbox.clock.now(), await known(hall, rita)
    await accept(acts, third, by, now=now)
    sounds = bo.sounds
    for line in (first, second):
        await judge(acts, line, Verdict.rejected, by, now=now)
    await hall.settle()
    assert bo.sounds == sounds + 2

    # From the notice: one tap, then words.
    told, taps = await bo.expect("A rating was rejected"), bo.taps
    await bo.tap(told, "Dispute")
    await bo.expect("Say why")
    assert bo.taps == taps + 1
    await bo.send(OBJECTION)
    await bo.expect("Your words:")

    # From /standing: one tap to the figures, a third to what counted, the fourth objects.
    await bo.send("/standing")
    taps = bo.taps
    await press(bo, "My quality")
    page = (await with_button(bo, "Corrected or rejected (2)")).content
    assert "3 ratings" in page
    assert "Accepted 1, corrected 0, rejected 2" in page
    await press(bo, "Corrected or rejected (2)")
    listed = await bo.expect("Rubric: Wrong on the facts")
    assert listed.content.count("0.40 USD less") == 2
    assert listed.content.count("Your dispute is open") == 1
    (number,) = {first.number, second.number} - {
        line.number for line in (first, second)
        if line.number in str([b.data for b in told.buttons])
    }  # fmt: skip
    await bo.tap_data(listed, f"re:{number}")
    task = await latest(hall, bo)
    assert "Question" in task.content
    assert WORDS in task.content
    assert bo.taps == taps + 3
    await bo.tap(task, "Dispute")
    await bo.expect(lambda m: m.id > task.id and "Say why" in m.content)
    assert bo.taps == taps + 4
    assert bo.sounds == sounds + 2


async def test_a_reviewer_reads_which_verdicts_fell_and_opens_each(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    acts, bo, rita = Hall(hall.bot.db), await hall.arrived("Bo"), await reviewer(hall, "Rita")
    lines = await lines_of(acts, await worked(hall, acts, bo))
    for line in lines:
        await judge(acts, line, Verdict.rejected, await known(hall, rita),
                    now=hall.sandbox.clock.now())  # fmt: skip
    await hall.settle()
    await bo.tap(await bo.expect("A rating was rejected"), "Dispute")
    await press(hall.admin, "Decide")
    await press(hall.admin, "Contractor is right")
    await hall.admin.expect("Write why")
    await hall.admin.send(OBJECTION)
    await press(hall.admin, "Overturn it")
    await hall.settle()

    # What fell is none of the figures; the list says that it does not count.
    await bo.send("/standing")
    await press(bo, "My quality")
    page = await with_button(bo, "Corrected or rejected (2)")
    assert "Accepted 0, corrected 0, rejected 1" in page.content

    await rita.send("/review")
    await press(rita, "How my verdicts came out")
    page = await with_button(rita, "All that waits")
    assert "No tier yet: 2 verdicts of 20" in page.content
    assert "Verdicts that took money: 1 of 2 held" in page.content
    (fell,) = {line.number for line in lines if line.number in page.content}
    assert f"{fell}: overturned by another person" in page.content
    await rita.tap(page, fell)
    seen = await latest(hall, rita)
    assert "Question" in seen.content
    assert "Overturned in a dispute" in seen.content
    assert OBJECTION in seen.content
    # Only the person whose work it is objects.
    assert not any("Dispute" in one.text for one in seen.buttons)


async def test_an_export_with_filters_in_four_taps_and_the_card_of_a_person(hall: Stage) -> None:
    await hall.project(tasks=12, overlap=2, size=12)
    acts, bo, cy = Hall(hall.bot.db), await hall.arrived("Bo"), await hall.arrived("Cy")
    mine = await lines_of(acts, await worked(hall, acts, bo))
    await worked(hall, acts, cy)
    rita = await known(hall, await reviewer(hall, "Rita"))
    for line in mine[:5]:
        await accept(acts, line, rita, now=hall.sandbox.clock.now())
    night = (hall.sandbox.clock.now() + timedelta(days=1)).replace(hour=5)
    await hall.move(seconds=(night - hall.sandbox.clock.now()).total_seconds())

    admin = hall.admin
    await admin.send("/projects")
    taps = admin.taps
    await admin.tap(await admin.expect("Projects"), 0)
    await press(admin, "Export")
    await press(admin, "Any verdict")
    choice = await with_button(admin, "Accepted only")
    await admin.tap(choice, "Raw votes")
    assert admin.taps == taps + 4
    file = await admin.expect(
        lambda m: m.document is not None and "raw.jsonl" in (m.document.filename)
    )
    card = await admin.expect(lambda m: m.document is not None and ".card." in m.document.filename)
    assert file.document is not None
    assert card.document is not None
    rows = [json.loads(line) for line in file.document.content.splitlines()]
    assert [row["verdict"] for row in rows] == ["accepted"] * 5
    assert "accepted" in card.document.content.decode()

    await admin.send("/people Bo")
    seen = await admin.expect("Tiers:")
    assert "general rating" in seen.content
    assert "of 12 times (95 %" in seen.content
