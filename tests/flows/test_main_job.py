"""From a call in a group to exported data, over HTTP, as people live it."""

import asyncio
import json

from sandbox import Person
from tests.flows.acts import claim, first_job, rate, rate_all, submit, task
from tests.flows.hall import Stage, arrive

NEWCOMER_TAPS = 11
SOUNDS = 2


async def test_a_newcomer_gets_from_the_call_to_a_submitted_job_in_eleven_taps(
    hall: Stage,
) -> None:
    await hall.project(tasks=5, overlap=1)
    card = await hall.call()
    bo = await hall.newcomer("Bo")
    await first_job(hall, bo, card, 5)
    assert bo.taps <= NEWCOMER_TAPS


async def test_a_job_of_five_costs_seven_taps_and_at_most_two_sounds(hall: Stage) -> None:
    await hall.project(tasks=10, overlap=1)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    taps, sounds = bo.taps, bo.sounds
    await bo.tap(card, "Claim")
    await submit(bo, await rate_all(bo, 5))
    assert bo.taps - taps == 5 + 2
    await hall.move(seconds=11)
    await hall.move(days=4)
    await bo.expect("Accepted")
    assert bo.sounds - sounds <= SOUNDS
    await bo.tap(await bo.expect("Accepted"), "Next job")
    await task(bo, 1)


async def test_tasks_that_fit_one_message_replace_each_other_in_place(hall: Stage) -> None:
    await hall.project(tasks=5, overlap=1)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    first = await task(bo, 1)
    await rate(bo, 1)
    assert (await task(bo, 2)).id == first.id
    assert first.protected is False


async def test_a_long_task_comes_in_parts_with_the_card_below_and_the_old_one_shrinks(
    hall: Stage,
) -> None:
    await hall.project(tasks=3, overlap=1, size=3, long=True)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    first = await task(bo, 1)
    newest = bo.inbox()[-1]
    assert newest.id == first.id
    await rate(bo, 1, "B better")
    second = await task(bo, 2)
    assert second.id > first.id
    old = await bo.expect("Task 1: B better")
    assert [b.text for b in old.buttons] == ["Change"]
    await bo.tap(old, "Change")
    again = await task(bo, 1)
    assert "Your answer so far: B better" in (again.text or "")


async def test_fifty_people_tapping_at_once_on_twelve_places_give_twelve_jobs(
    hall: Stage,
) -> None:
    await hall.project(tasks=12, overlap=1, size=1)
    card = await hall.call()
    assert "12 jobs open" in (card.text or "")
    people = [await hall.arrived(f"P{number}") for number in range(50)]
    answers = await asyncio.gather(*(person.tap(card, "Claim") for person in people))
    winners = [answer for answer in answers if answer.url]
    losers = [answer for answer in answers if not answer.url]
    assert len(winners) == 12
    assert len(losers) == 38
    assert all("on the out-of-work list" in (answer.text or "") for answer in losers)
    places = {(answer.text or "").split("number ")[1].split(" ")[0] for answer in losers}
    assert places == {str(place) for place in range(1, 39)}
    await hall.move(seconds=10)
    closed = await hall.admin.expect("All jobs are taken", chat=hall.group)
    assert not closed.buttons


async def test_the_count_on_the_card_goes_down_and_a_job_given_back_reopens_it(
    hall: Stage,
) -> None:
    await hall.project(tasks=2, overlap=1, size=1)
    card = await hall.call()
    bo, cy = await hall.arrived("Bo"), await hall.arrived("Cy")
    await bo.tap(card, "Claim")
    await hall.move(seconds=10)
    await hall.admin.expect("1 job open", chat=hall.group)
    await cy.tap(card, "Claim")
    await hall.move(seconds=10)
    await hall.admin.expect("All jobs are taken", chat=hall.group)
    await cy.tap(await task(cy, 1), "Give back")
    await cy.tap(await cy.expect("Give job"), "Give back everything")
    await cy.expect("was given back")
    await hall.move(seconds=10)
    await hall.admin.expect("1 job open", chat=hall.group)


async def test_undo_takes_a_submission_back_and_later_is_refused(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    done = await submit(bo, await rate_all(bo, 2))
    answer = await bo.tap(done, "Undo")
    assert "Taken back" in (answer.text or "")
    again = await bo.expect(lambda m: any("Submit" in b.text for b in m.buttons))
    late = await submit(bo, again)
    data = late.buttons[0].data
    assert data is not None
    await hall.move(seconds=11)
    assert "over" in ((await bo.tap_data(late, data)).text or "") or "is in" in (late.text or "")
    await bo.expect("is in")


async def test_back_skip_flag_and_the_summary(hall: Stage) -> None:
    await hall.project(tasks=3, overlap=1, size=3)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await rate(bo, 1, "A better")
    await bo.tap(await task(bo, 2), "Back")
    first = await task(bo, 1)
    assert any(b.text == "✓ A better" for b in first.buttons)
    await bo.tap(first, "B much better")
    await bo.tap(await task(bo, 2), "Skip")
    await bo.tap(await bo.expect("Why skip"), "Too hard")
    await bo.tap(await task(bo, 3), "Flag")
    await bo.tap(await bo.expect("What is wrong"), "Broken")
    summary = await bo.expect(lambda m: any("Submit 1 rating" in b.text for b in m.buttons))
    text = summary.text or ""
    assert "1. B much better" in text
    assert "2. skipped (too hard for me)" in text
    assert "3. flagged (broken)" in text
    assert "0.40 USD expected" in text
    await submit(bo, summary)
    await hall.move(seconds=11)
    await bo.expect("1 rating, 0.40 USD expected")


async def test_a_reason_is_asked_for_a_strong_preference_and_written_as_a_message(
    hall: Stage,
) -> None:
    await hall.project(tasks=2, overlap=1, size=2, reason="strong")
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await rate(bo, 1, "A much better")
    await bo.expect("Why? Answer with a short message")
    await bo.send("too short")
    await bo.expect("2 words of at least 3")
    sent = await bo.send("It answers what was asked.")
    await rate(bo, 2, "Tie")
    await bo.edit(sent, "It answers exactly what was asked.")
    await hall.settle()
    summary = await bo.expect(lambda m: any("Submit 2" in b.text for b in m.buttons))
    await submit(bo, summary)
    await hall.move(seconds=11)
    votes = await exported(hall, "Raw")
    assert {vote["reason"] for vote in votes} == {"It answers exactly what was asked.", None}


async def exported(hall: Stage, form: str) -> list[dict[str, object]]:
    """Export in chat; returns the rows."""
    admin: Person = hall.admin
    await admin.send("/projects")
    await admin.tap(await admin.expect("Projects"), 0)
    await admin.tap(await admin.expect("ratings in,"), "Export")
    before = len(admin.inbox())
    await admin.tap(await admin.expect("Export "), form)
    found = await admin.expect(
        lambda m: m.document is not None and m.document.filename.endswith(".jsonl")
        and m.id in {one.id for one in admin.inbox()[before - 1 :]}
        and (m.sender_id != admin.id)
    )  # fmt: skip
    assert found.document is not None
    return [json.loads(line) for line in found.document.content.splitlines()]


async def test_the_export_names_the_chosen_answer_whatever_order_was_shown(hall: Stage) -> None:
    await hall.project(tasks=4, overlap=3, size=4)
    card = await hall.call()
    for name in ("Bo", "Cy", "Di"):
        person = await hall.arrived(name)
        await claim(person, card)
        for position in range(1, 5):
            shown = await task(person, position)
            answers = (shown.text or "").split("Answer A")[1]
            first = answers.index("First answer") < answers.index("Second answer")
            await person.tap(shown, "A better" if first else "B better")
        await submit(person, await person.expect("All 4 tasks"))
    await hall.move(seconds=11)
    await hall.move(days=4)
    rows = await exported(hall, "TRL preference")
    assert len(rows) == 4
    assert all(str(row["chosen"]).startswith("First answer") for row in rows)
    votes = await exported(hall, "Raw")
    assert len(votes) == 12
    assert {vote["values"]["preference"] for vote in votes} == {-2}  # type: ignore[index]
    assert len({vote["rater"] for vote in votes}) == 3
    assert {vote["verdict"] for vote in votes} == {"accepted"}


async def test_expired_work_is_kept_and_can_be_handed_in(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await rate(bo, 1)
    await hall.move(minutes=6)
    await bo.expect("is due")
    await hall.move(minutes=30)
    gone = await bo.expect("ran out of time")
    await bo.tap(gone, "Hand in")
    await hall.move(seconds=11)
    await bo.expect("1 rating, 0.40 USD expected")


async def test_more_time_is_given_once(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await task(bo, 1)
    await hall.move(minutes=7)
    note = await bo.expect("is due")
    answer = await bo.tap(note, "+ time")
    assert "You have until" in (answer.text or "")
    again = await bo.tap(note, "+ time")
    assert "once" in (again.text or "")


async def test_work_lists_the_reason_and_the_list_when_nothing_is_there(hall: Stage) -> None:
    await hall.project(tasks=1, overlap=1, size=1)
    card = await hall.call()
    bo, cy = await hall.arrived("Bo"), await hall.arrived("Cy")
    await bo.tap(card, "Claim")
    await cy.send("/work")
    page = await cy.expect("Nothing to claim right now")
    assert "all tasks are with other people" in (page.text or "")
    answer = await cy.tap(page, "2 h")
    assert "number 1" in (answer.text or "")
    await cy.expect("You are number 1 on the out-of-work list")
    await cy.tap(await cy.expect("You are number 1"), "Leave")
    await cy.expect("Sign the out-of-work list")


async def test_settings_change_language_zone_and_quiet_hours(hall: Stage) -> None:
    bo = await hall.arrived("Bo")
    await bo.send("/settings")
    page = await bo.expect("Settings")
    await bo.tap(page, "Quiet hours")
    await bo.tap(await bo.expect("nothing disturb"), "23:00")
    await bo.expect("Quiet hours: 23:00 to 07:00")
    await bo.tap(await bo.expect("Settings"), "Time zone")
    await bo.tap(await bo.expect("What time is it"), "Another time")
    times = await bo.expect(lambda m: len(m.buttons) > 20)
    await bo.tap(times, 3)
    cities = await bo.expect("Which of these")
    await bo.tap(cities, 0)
    await bo.expect("Settings")
    await bo.tap(await bo.expect("Settings"), "Work profile")
    await bo.tap(await bo.expect("Your work profile"), "Work languages")
    await bo.tap(await bo.expect("In which languages"), "German")
    await bo.expect(lambda m: any(b.text == "✓ German" for b in m.buttons))


async def test_a_place_is_held_for_a_newcomer_and_lapses(hall: Stage) -> None:
    await hall.project(tasks=1, overlap=1, size=1)
    card = await hall.call()
    bo, cy = await hall.newcomer("Bo"), await hall.arrived("Cy")
    await claim(bo, card)
    await bo.expect("A place is held for you")
    refused = await cy.tap(card, "Claim")
    assert "out-of-work list" in (refused.text or "")
    await hall.move(minutes=11)
    await cy.tap(await cy.expect("A job for you"), "Claim")
    await task(cy, 1)
    await arrive(bo)
    await bo.expect("Your work")
