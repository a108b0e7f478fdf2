"""Draws as people live them: tap within a minute, be answered in the private chat."""

import asyncio
from random import Random

import pytest

from sandbox import Message, Person
from tests.flows.acts import rate_all, submit
from tests.flows.hall import Stage, arrive


async def draw_call(hall: Stage, command: str = "/call pairs draw") -> Message:
    """Post a draw in the group; returns its card."""
    await hall.admin.send(command, chat=hall.group)
    return await hall.admin.expect(lambda m: bool(m.buttons), chat=hall.group)


async def crowd(hall: Stage, number: int) -> list[Person]:
    """So many people in the group who have arrived."""
    return [await hall.arrived(f"P{n}") for n in range(number)]


def got_job(person: Person) -> bool:
    return any(m.content.startswith("🎲 You were drawn") for m in person.inbox())


def missed(person: Person) -> list[Message]:
    return [m for m in person.inbox() if "all jobs went to others" in m.content]


@pytest.mark.parametrize("order", range(2))
async def test_of_fifty_hands_the_twelve_longest_on_the_list_get_the_jobs(
    hall: Stage, order: int
) -> None:
    await hall.project(tasks=60, overlap=1)
    people = await crowd(hall, 50)
    listed = Random(order).sample(people, 14)
    for person in listed:
        page = person.inbox()[-1]
        await person.tap_data(page, "o:2")
    await hall.settle()
    card = await draw_call(hall)
    assert "12 jobs open" in card.content
    assert "A draw: put up your hand until" in card.content
    tapping = Random(order + 7).sample(people, 50)
    told = await asyncio.gather(*(person.tap(card, "Put me in the draw") for person in tapping))
    assert all("You are in the draw" in (one.text or "") for one in told)
    await hall.move(seconds=30)
    again = await people[0].tap(card, "Put me in the draw")
    assert "already" in (again.text or "")
    assert not any(got_job(person) for person in people)
    await hall.move(seconds=31)
    # Sampled in this order, and signed on in it: the first twelve of the list.
    assert {p.id for p in people if got_job(p)} == {p.id for p in listed[:12]}
    assert all(len(missed(p)) == (0 if got_job(p) else 1) for p in people)
    assert "number 1 on the out-of-work list" in missed(listed[12])[0].content
    await hall.move(seconds=10)
    assert "All jobs are taken" in card.content
    assert card.buttons == []


async def test_without_a_list_lots_decide_and_a_job_is_worked_as_ever(hall: Stage) -> None:
    await hall.project(tasks=5, overlap=1)
    people = await crowd(hall, 3)
    card = await draw_call(hall)
    for person in people:
        await person.tap(card, "Put me in the draw")
    sounds = [person.sounds for person in people]
    await hall.move(seconds=61)
    (winner,) = [person for person in people if got_job(person)]
    await submit(winner, await rate_all(winner, 5))
    # The hand and the seven taps of any job of five; one sound, that of having been drawn.
    assert [p.sounds - before for p, before in zip(people, sounds, strict=True)] == [
        int(person is winner) for person in people
    ]


async def test_a_newcomer_who_is_drawn_is_waited_for(hall: Stage) -> None:
    await hall.project(tasks=5, overlap=1)
    new = await hall.newcomer("New")
    card = await draw_call(hall)
    answer = await new.tap(card, "Put me in the draw")
    assert answer.url is not None
    await new.follow(answer)
    await new.expect("You are in the draw, which ends at")
    await hall.move(seconds=61)
    question = await new.expect("A place is held for you until")
    assert question.buttons
    await new.tap(question, "I agree")
    await new.tap(await new.expect("Which language"), 0)
    await new.tap(await new.expect("What time is it"), 0)
    await submit(new, await rate_all(new, 5))


async def test_who_arrives_within_the_window_is_drawn_like_everybody(hall: Stage) -> None:
    await hall.project(tasks=5, overlap=1)
    new = await hall.newcomer("New")
    card = await draw_call(hall)
    await new.follow(await new.tap(card, "Put me in the draw"))
    await arrive(new)
    await hall.move(seconds=61)
    assert got_job(new)


async def test_a_draw_is_chosen_with_one_tap_and_what_is_left_is_claimed_as_ever(
    hall: Stage,
) -> None:
    await hall.project(tasks=10, overlap=1)
    sent = await hall.admin.send("/call pairs")
    screen = await hall.admin.expect(lambda m: m.id > sent.id and "Where?" in m.content)
    await hall.admin.tap(screen, "Draw")
    await hall.admin.tap(screen, "Post in 1 place")
    card = await hall.admin.expect(lambda m: bool(m.buttons), chat=hall.group)
    bo, cy = await crowd(hall, 2)
    await bo.tap(card, "Put me in the draw")
    await hall.settle()
    await hall.admin.tap(screen, "Refresh")
    assert "a draw, hands are collected" in screen.content
    await hall.move(seconds=61)
    assert got_job(bo)
    await hall.move(seconds=10)
    assert "1 job open" in card.content
    assert "draw" not in card.content
    claimed = await cy.tap(card, "Claim a job")
    assert claimed.url is not None


async def test_a_draw_that_fell_due_while_nothing_ran_is_made_up(hall: Stage) -> None:
    await hall.project(tasks=5, overlap=1)
    people = await crowd(hall, 2)
    card = await draw_call(hall)
    for person in people:
        await person.tap(card, "Put me in the draw")
    await hall.move(hours=5)
    assert sum(got_job(person) for person in people) == 1
    assert sum(len(missed(person)) for person in people) == 1


async def test_a_draw_reads_well_in_arabic(hall: Stage) -> None:
    await hall.project(tasks=5, overlap=1)
    person = await hall.newcomer("Nur", language="ar")
    await person.start()
    for _ in range(3):
        await hall.settle()
        await person.tap(person.inbox()[-1], 0)
    await hall.settle()
    card = await draw_call(hall)
    answer = await person.tap(card, "Put me in the draw")
    assert "القرعة" in (answer.text or "")
    await hall.move(seconds=61)
    await person.expect("وقعت عليك القرعة")


async def test_work_says_that_a_draw_gives_the_jobs_out(hall: Stage) -> None:
    await hall.project(tasks=20, overlap=1)
    bo = await hall.arrived("Bo")
    await draw_call(hall)
    await bo.send("/work")
    page = await bo.expect("A draw gives them out")
    assert not any("Claim:" in button.text for button in page.buttons)
    told = await bo.tap(page, "🎲 Draw: Pairs of pairs")
    assert "You are in the draw" in (told.text or "")
    assert not got_job(bo)
    await hall.move(seconds=61)
    assert got_job(bo)
