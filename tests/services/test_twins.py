"""Two accounts of one person never rate one task, however each of them comes to it."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.payout_methods import MethodKind
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.domain.steps import Evidence, EvidenceKind, StepKind
from bot.services import deadlines, standing, waiting
from storage import payout_methods, review_queue, schema, step_drafts, twins
from storage import people as stored_people
from tests.services.builders import DAY, NOW, RULES, Hall
from tests.services.reviewing import accept, lines_of, reviewer
from tests.services.standing_acts import RULES as STEPS
from tests.services.standing_acts import prepare


async def paid_to(hall: Hall, person: int, place: str, *, confirmed: bool = True) -> int:
    async with hall.db.begin() as tx:
        made = await payout_methods.add(
            tx, person_id=person, kind=MethodKind.iban, secret="sealed", last_four="3000",
            fingerprint=place, now=NOW,
        )  # fmt: skip
        if confirmed:
            await payout_methods.change(tx, made.id, state="confirmed", confirmed_at=NOW)
    return made.id


async def pair(hall: Hall) -> tuple[int, int]:
    """Two accounts that are paid to the same place."""
    ada, eve = await hall.people(2)
    await paid_to(hall, ada, "same")
    await paid_to(hall, eve, "same")
    return ada, eve


async def linked(hall: Hall, person: int) -> frozenset[int]:
    async with hall.db.read() as tx:
        return await twins.of_person(tx, person)


async def tasks_of(hall: Hall, person: int) -> set[int]:
    mine = schema.assignments.c.person_id == person
    return {row.task_id for row in await hall.rows(schema.assignments, mine)}


async def test_who_is_paid_to_the_same_place_gets_other_tasks(hall: Hall) -> None:
    await hall.project(tasks=6, tasks_per_job=2)
    call = await hall.call()
    ada, eve = await pair(hall)
    await hall.finish(await hall.claim(call, ada))
    await hall.claim(call, eve)
    assert await tasks_of(hall, ada) == {1, 2}
    assert await tasks_of(hall, eve) == {3, 4}
    # What the other one holds counts as well.
    await hall.claim(call, ada)
    assert await tasks_of(hall, ada) == {1, 2, 5, 6}
    with pytest.raises(Refused) as no:
        await hall.claim(await hall.call(), eve)
    assert no.value.reason == "seen-elsewhere"
    found = await waiting.work(hall.db, person_id=eve, now=NOW, rules=RULES)
    assert [one.reason for _, one in found.reasons] == ["seen-elsewhere"]


async def test_two_accounts_that_tap_at_once_never_share_a_task(hall: Hall) -> None:
    await hall.project(tasks=10, tasks_per_job=5)
    call = await hall.call()
    ada, eve = await pair(hall)
    await asyncio.gather(hall.claim(call, ada), hall.claim(call, eve))
    first, second = await tasks_of(hall, ada), await tasks_of(hall, eve)
    assert len(first) == len(second) == 5
    assert not first & second


async def test_only_methods_that_were_confirmed_link_two_accounts(hall: Hall) -> None:
    ada, ben, cleo, dan = await hall.people(4)
    await paid_to(hall, ada, "one")
    await paid_to(hall, ben, "one", confirmed=False)
    await paid_to(hall, cleo, "two")
    # An erased method is no place at all.
    for person in (cleo, dan):
        await paid_to(hall, person, "")
    assert [await linked(hall, one) for one in (ada, ben, cleo, dan)] == [frozenset()] * 4


async def test_a_step_that_names_another_account_links_the_two(hall: Hall) -> None:
    ada, eve = await hall.people(2)
    boss = await hall.person("Boss", roles=(Role.admin,))
    number = await prepare(hall, boss, eve, StepKind.warning, now=NOW)
    async with hall.db.begin() as tx:
        draft = await step_drafts.of_decider(tx, boss)
        assert draft is not None
        piece = Evidence(EvidenceKind.account, "second-account", NOW, other_id=ada)
        await step_drafts.change(tx, draft.id, evidence=step_drafts.as_json([piece]))
    step = await standing.decide(
        hall.db, number=number, by=boss, cause=hall.cause(), now=NOW, rules=STEPS
    )
    assert (await linked(hall, ada), await linked(hall, eve)) == (
        frozenset({eve}),
        frozenset({ada}),
    )
    await hall.change(schema.steps, step.id, state="withdrawn")
    assert (await linked(hall, ada), await linked(hall, eve)) == (frozenset(), frozenset())


async def test_nobody_reviews_the_work_of_an_own_account(hall: Hall) -> None:
    await hall.project(tasks=1, tasks_per_job=1)
    ada, eve = await pair(hall)
    job = await hall.finish(await hall.claim(await hall.call(), ada))
    (line,) = await lines_of(hall, job)
    async with hall.db.begin() as tx:
        await stored_people.grant(
            tx, person_id=eve, role=Role.reviewer, project_id=None, by=None, now=NOW
        )
    rita = await reviewer(hall)
    async with hall.db.read() as tx:
        assert await review_queue.next_line(tx, eve, None, after=None) is None
        assert await review_queue.waiting(tx, eve, None) == []
        assert await review_queue.next_line(tx, rita, None, after=None) is not None
    with pytest.raises(Refused, match="own-work"):
        await accept(hall, line, eve)
    await accept(hall, line, rita)


async def test_what_ran_out_of_time_is_not_handed_in_behind_the_other_account(hall: Hall) -> None:
    await hall.project(tasks=1, tasks_per_job=1, due_minutes=10)
    call = await hall.call()
    ada, eve = await pair(hall)
    late = await hall.claim(call, ada)
    await hall.rate_all(late)
    assert await deadlines.expire(hall.db, now=NOW + DAY) == 1
    await hall.claim(await hall.call(), eve, now=NOW + DAY)
    with pytest.raises(Refused, match="slots-gone"):
        await hall.hand_in(late, now=NOW + DAY + timedelta(hours=1))
