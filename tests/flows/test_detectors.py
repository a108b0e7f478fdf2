"""Detectors, pauses and the closing of a region, as admins and contractors meet them."""

from tests.flows.acts import claim
from tests.flows.hall import Stage
from tests.flows.test_deciding import press, with_button

WHY = "The client of all work in this country has left, and no other is in sight."


async def test_a_streak_is_proposed_decided_or_dismissed(hall: Stage) -> None:
    await hall.project(tasks=8, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    for _ in range(3):
        await claim(bo, card)
        await hall.move(hours=25)
    await hall.admin.expect("Detectors found 1 new case")
    await hall.admin.send("/detectors")
    overview = await hall.admin.expect("1 proposal waits")
    assert "the last 3 jobs in a row" in (overview.text or "")
    await hall.admin.tap(overview, "Dry run")
    await hall.admin.expect("nobody would be proposed now")
    await press(hall.admin, "Proposals (1)")
    await press(hall.admin, "Bo ·")
    proposal = await with_button(hall.admin, "Dismiss")
    assert (proposal.text or "").count("time ran out") == 3
    await hall.admin.tap(proposal, "Decide")
    await hall.admin.expect("Warning for Bo, in preparation")
    await hall.admin.send("/detectors")
    await press(hall.admin, "Proposals (1)")
    await press(hall.admin, "Bo ·")
    await press(hall.admin, "Dismiss")
    await hall.admin.expect("No proposal waits")


async def test_a_pause_from_settings_is_ended_from_work(hall: Stage) -> None:
    await hall.project(tasks=2, overlap=1, size=2)
    bo = await hall.arrived("Bo")
    await bo.send("/settings")
    await press(bo, "Take a pause")
    await press(bo, "Until I return")
    await bo.expect("Paused until you come back")
    await bo.send("/work")
    shown = await bo.expect("You have paused")
    await bo.tap(shown, "I am back")
    await bo.expect("Sign the out-of-work list")


async def test_who_is_not_heard_of_is_asked_then_paused_and_one_tap_ends_it(hall: Stage) -> None:
    bo = await hall.arrived("Bo")
    await hall.move(hours=24 * 21 + 1)
    await bo.expect("You will be asked once more")
    await hall.move(hours=24 * 7)
    await bo.expect("paused in a week")
    await hall.move(hours=24 * 7)
    paused = await bo.expect("You are paused, because")
    await bo.tap(paused, "I am back")
    await bo.expect("Sign the out-of-work list")


async def test_a_region_is_closed_and_its_people_are_told(hall: Stage) -> None:
    bo = await hall.arrived("Bo")
    await bo.send("/settings")
    await press(bo, "Time zone")
    await press(bo, "London")
    await hall.admin.send("/people")
    await press(hall.admin, "Close a region")
    await press(hall.admin, "Choose a country")
    chosen = await with_button(hall.admin, "· 1")
    label = next(one.text for one in chosen.buttons if "· 1" in one.text)
    country = label.partition(" ·")[0]
    await hall.admin.tap(chosen, label)
    await hall.admin.expect("Why does the hall stop there?")
    await hall.admin.send(WHY)
    plan = await hall.admin.expect("1 person gets a notice")
    await hall.admin.tap(plan, "30 days")
    await press(hall.admin, "See the notice")
    example = await hall.admin.expect("Work in your country ends")
    assert WHY in (example.text or "")
    await hall.admin.tap(plan, f"Close {country}")
    await hall.admin.expect("being announced")
    await hall.move(minutes=1)
    told = await bo.expect("Work in your country ends")
    assert WHY in (told.text or "")
    await hall.admin.expect(f"The closing of {country} is announced: 1 notice")
