"""A reviewer rejects and returns, the contractor objects and corrects, a second person decides."""

from sandbox import Message, Person
from tests.flows.acts import claim, rate_all, submit
from tests.flows.hall import Stage

WHY = "Answer B says what was asked for, and A does not."


def has(message: Message, button: str) -> bool:
    return any(button in one.text for one in message.buttons)


async def with_button(person: Person, button: str) -> Message:
    """The newest message that carries such a button."""
    return await person.expect(lambda m: not m.deleted and has(m, button))


async def press(person: Person, button: str) -> None:
    await person.tap(await with_button(person, button), button)


async def staffed(hall: Stage) -> tuple[Person, Person]:
    """A contractor with two ratings handed in, and a reviewer of the project."""
    await hall.project(tasks=2, overlap=1, size=2)
    card = await hall.call()
    bo = await hall.arrived("Bo")
    await claim(bo, card)
    await submit(bo, await rate_all(bo, 2))
    await hall.move(seconds=11)
    rita = await hall.arrived("Rita")
    await hall.admin.send(f"/roles grant {rita.id} reviewer pairs")
    await hall.admin.expect("Granted: reviewer")
    return bo, rita


async def test_a_rejection_is_disputed_overturned_and_paid_with_the_next_statement(
    hall: Stage,
) -> None:
    bo, rita = await staffed(hall)
    await rita.send("/review")
    await press(rita, "Pairs of pairs (2)")
    card = await rita.expect("Question 1?")
    assert "Bo" not in (card.text or "")
    await rita.tap(card, "Reject")
    await press(rita, "Against the guidelines")
    await rita.expect("Write why")
    await rita.send("no")
    await rita.expect("at least 10 characters")
    await rita.send(WHY)
    ready = await with_button(rita, "Reject it")
    assert "0.40 USD → 0.00 USD" in (ready.text or "")
    answer = await rita.tap(ready, "Reject it")
    assert "Rejected" in (answer.text or "")
    # The next one stands in the place of the card, and takes one tap.
    await rita.tap(await rita.expect("Question 2?"), "Accept")
    await rita.expect("Nothing waits for your verdict")

    await hall.settle()
    told = await bo.expect("A rating was rejected")
    assert WHY in (told.text or "")
    assert "0.40 USD → 0.00 USD" in (told.text or "")
    assert "reason guidelines" in (told.text or "")
    line = (told.text or "").partition("Line ")[2][:8]
    await bo.tap(told, "Task and answer")
    await bo.expect("Your answer")
    await bo.tap(told, "Dispute")
    await bo.expect("Say why")
    # To look at the work once more is not to turn away from the question.
    await bo.tap(told, "Task and answer")
    await bo.send("I followed the guidelines to the letter.")
    await bo.expect("Your words:")

    await press(hall.admin, "Decide")
    case = await with_button(hall.admin, "Contractor is right: 0.40 USD")
    assert "to the letter" in (case.text or "")
    await hall.admin.tap(case, "Contractor is right")
    await hall.admin.expect("Write why")
    await hall.admin.send("The guidelines say so indeed.")
    await press(hall.admin, "Overturn it")
    await hall.settle()
    right = await bo.expect("You were right")
    assert "0.40 USD more" in (right.text or "")
    assert "in the pay run of" in (right.text or "")
    seen = max(message.id for message in bo.inbox())
    await hall.move(days=40)
    statement = await bo.expect(lambda m: m.id > seen and "Pay statement" in (m.text or ""))
    assert "0.80 USD" in (statement.text or "")
    assert "Correction" in (statement.text or "")
    assert f"Makes up for line {line}" in (statement.text or "")
    # Whoever looks again reads where that money is by now, and opens its line.
    await bo.tap(right, "Task and answer")
    card = await bo.expect(lambda m: m.id > statement.id and has(m, "My dispute"))
    await bo.tap(card, "My dispute")
    again = await bo.expect("in a pay run; expected by")
    assert "You were right" in (again.text or "")
    assert "in the pay run of" not in (again.text or "")
    await bo.tap(again, "The new line")
    await bo.expect(f"Makes up for line {line}")


async def test_a_returned_rating_is_corrected_and_accepted(hall: Stage) -> None:
    bo, rita = await staffed(hall)
    await rita.send("/review")
    await press(rita, "Pairs of pairs (2)")
    await rita.tap(await rita.expect("Question 1?"), "Return")
    await press(rita, "24 h")
    await rita.send(WHY)
    await press(rita, "Return it")
    await rita.tap(await rita.expect("Question 2?"), "Accept")
    await rita.expect("Nothing waits for your verdict")

    await hall.settle()
    told = await bo.expect("came back to be corrected")
    await bo.tap(told, "Correct it")
    card = await bo.expect(lambda m: "Returned to you" in (m.text or "") and bool(m.buttons))
    assert WHY in (card.text or "")
    assert not has(card, "Skip")
    await bo.tap(card, "B better")
    summary = await with_button(bo, "Submit")
    assert has(summary, "Leave it")
    await submit(bo, summary)
    await hall.move(seconds=11)
    await bo.expect("Corrected.")

    await rita.send("/review")
    await press(rita, "Pairs of pairs (1)")
    again = await rita.expect("Corrected after it was returned")
    await rita.tap(again, "Accept")
    await hall.settle()
    await bo.expect("2 ratings of job")
