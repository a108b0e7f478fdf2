"""A private call on the phone: claimed in one tap, passed on in one, over by itself."""

from sandbox import Message, Person
from tests.flows.acts import rate_all, submit
from tests.flows.hall import Stage


async def signed_on(hall: Stage, name: str) -> Person:
    """Somebody who has arrived and waits on the out-of-work list."""
    person = await hall.arrived(name)
    await person.send("/work")
    work = await person.expect(lambda m: any("4 h" in b.text for b in m.buttons))
    await person.tap(work, "4 h")
    await hall.settle()
    return person


async def called(hall: Stage) -> None:
    """A call in the group, of which the group hears after who is on the list."""
    await hall.admin.send("/call pairs", chat=hall.group)
    await hall.settle()


async def private_call(hall: Stage, person: Person) -> Message:
    """The private call at the person, which made a sound."""
    await hall.move(seconds=2)
    card = await person.expect("A job for you")
    assert not card.silent
    return card


async def test_the_first_on_the_list_is_asked_and_claims_with_one_tap(hall: Stage) -> None:
    await hall.project(tasks=5, overlap=1)
    bo, cy = await signed_on(hall, "Bo"), await signed_on(hall, "Cy")
    await called(hall)
    card = await private_call(hall, bo)
    assert "Held for you until" in card.content
    assert "0.40 USD a task" in card.content
    assert not any("A job for you" in m.content for m in cy.inbox())
    await bo.tap(card, "Claim a job")
    await hall.settle()
    assert "you claimed this job" in card.content
    await submit(bo, await rate_all(bo, 5))


async def test_not_this_time_passes_the_job_to_the_next_at_once(hall: Stage) -> None:
    await hall.project(tasks=5, overlap=1)
    bo, cy = await signed_on(hall, "Bo"), await signed_on(hall, "Cy")
    await called(hall)
    card = await private_call(hall, bo)
    await bo.tap(card, "Not this time")
    await hall.settle()
    assert "It costs you nothing" in card.content
    await private_call(hall, cy)
    await bo.tap(card, "Pays too little")
    await hall.settle()
    assert "Thank you for telling us why" in card.content
    await hall.admin.send("/call")
    await hall.admin.tap(await hall.admin.expect("Which project?"), "Open calls: 1")
    await hall.settle()
    listed = await hall.admin.expect("Open calls")
    await hall.admin.tap(listed, next(b.text for b in listed.buttons if "Pairs" in b.text))
    seen = await hall.admin.expect("Asked privately: 2")
    assert "declined: 1" in seen.content
    assert "“Pays too little”: 1" in seen.content


async def test_a_call_left_unanswered_says_that_it_is_over_and_leads_on(hall: Stage) -> None:
    await hall.project(tasks=5, overlap=1)
    bo, cy = await signed_on(hall, "Bo"), await signed_on(hall, "Cy")
    await called(hall)
    card = await private_call(hall, bo)
    old = next(b.data for b in card.buttons if b.text == "Claim a job")
    await hall.move(minutes=11)
    await private_call(hall, cy)
    assert "went to the next person" in card.content
    told = await bo.tap_data(card, old or "")
    assert "on the out-of-work list" in (told.text or "")


async def test_private_calls_can_be_switched_off_and_on_again(hall: Stage) -> None:
    bo = await signed_on(hall, "Bo")
    await bo.send("/settings")
    settings = await bo.expect("Private calls: a job can come")
    await bo.tap(settings, "No private calls")
    await hall.settle()
    assert "Private calls: off" in settings.content
    await hall.project(tasks=5, overlap=1)
    await called(hall)
    await hall.move(minutes=11)
    assert not any("A job for you" in m.content for m in bo.inbox())
    await bo.tap(settings, "Private calls")
    await hall.move(minutes=2)
    await private_call(hall, bo)


async def test_work_has_the_held_job_to_claim_and_asks_for_nothing_else(hall: Stage) -> None:
    await hall.project(tasks=5, overlap=1)
    bo = await signed_on(hall, "Bo")
    await called(hall)
    card = await private_call(hall, bo)
    await bo.send("/work")
    work = await bo.expect("a job is held for you until")
    assert next(b.text for b in work.buttons).startswith("Claim: "), "no question stands before it"
    await hall.admin.send("/call")
    await hall.admin.tap(await hall.admin.expect("Which project?"), "Open calls: 1")
    await hall.settle()
    listed = await hall.admin.expect("Open calls")
    await hall.admin.tap(listed, next(b.text for b in listed.buttons if "Pairs" in b.text))
    seen = await hall.admin.expect("Asked privately: 1")
    await hall.admin.tap(seen, "Close")
    await hall.settle()
    await hall.admin.tap(seen, "Close")
    await hall.settle()
    assert "this call is closed" in card.content
    assert not any(b.text == "Claim a job" for b in card.buttons)
