"""What people do with a job on their phone, in the words of the trade."""

from sandbox import Message, Person
from tests.flows.hall import Stage, arrive


async def claim(person: Person, card: Message) -> None:
    """Tap the card of the call and follow the link into the private chat."""
    got = await person.tap(card, "Claim")
    assert got.url is not None
    await person.follow(got)


async def task(person: Person, position: int) -> Message:
    """The control card of a task."""
    return await person.expect(
        lambda m: (
            m.text is not None and m.text.startswith(f"Task {position} of") and bool(m.buttons)
        )
    )


async def rate(person: Person, position: int, button: str = "A better") -> None:
    """Rate one task with one tap."""
    await person.tap(await task(person, position), button)


async def rate_all(person: Person, size: int, button: str = "A better") -> Message:
    """Rate every task of a job; returns the summary."""
    for position in range(1, size + 1):
        await rate(person, position, button)
    return await person.expect(lambda m: any("Submit" in b.text for b in m.buttons))


async def submit(person: Person, summary: Message) -> Message:
    """Submit; returns the card with the way back."""
    await person.tap(summary, "Submit")
    return await person.expect("You can undo this")


async def first_job(hall: Stage, person: Person, card: Message, size: int) -> None:
    """A newcomer's way from the card to the first submitted job."""
    await claim(person, card)
    await arrive(person)
    await submit(person, await rate_all(person, size))
    await hall.move(seconds=11)
    await person.expect("is in")


async def with_role(hall: Stage, name: str, role: str) -> Person:
    """A newcomer who is given that role on the project pairs."""
    person = await hall.arrived(name)
    await hall.admin.send(f"/roles grant {person.id} {role} pairs")
    await hall.admin.expect(f"Granted: {role}")
    return person
