"""Claiming: races, held places, the list, and every reason why not."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.jobs import JobState
from bot.domain.people import Standing
from bot.domain.projects import ProjectState, terms_of
from bot.domain.ratings import RatingState
from bot.domain.refusal import Refused, Repeated
from bot.domain.rules import Rules
from bot.services import calls, claims, profiles, projects, waiting
from bot.services.claims import Claim
from storage import schema
from tests.services.builders import GROUP, MINUTE, NOW, RULES, TIE, Hall, item


async def test_fifty_taps_at_once_on_twelve_places_give_twelve_jobs(hall: Hall) -> None:
    await hall.project(tasks=20)
    call = await hall.call()
    crowd = await hall.people(50)
    claimed = await asyncio.gather(*(hall.try_claim(call, one) for one in crowd))
    winners = [one for one in claimed if one.job]
    listed = [one.list_place for one in claimed if one.list_place]
    assert (len(winners), len(listed)) == (12, 38)
    assert sorted(listed) == list(range(1, 39))
    assert await hall.slots_add_up() == 0
    assert len(await hall.rows(schema.jobs)) == 12
    (stored,) = await hall.rows(schema.calls)
    assert (stored.state, stored.taken) == ("filled", 12)


async def test_a_call_for_three_takes_three_of_ten_who_tap_at_once(hall: Hall) -> None:
    await hall.project(tasks=20)
    call = await hall.call(limit=3)
    claimed = await asyncio.gather(*(hall.try_claim(call, n) for n in await hall.people(10)))
    assert sum(1 for one in claimed if one.job) == 3
    assert await hall.slots_add_up() == 60 - 15


async def test_one_person_who_taps_five_times_has_one_job(hall: Hall) -> None:
    await hall.project()
    call, ada = await hall.call(), await hall.person()
    claimed = await asyncio.gather(*(hall.try_claim(call, ada) for _ in range(5)))
    assert len({one.job.id for one in claimed if one.job}) == 1
    assert sorted(one.again for one in claimed) == [False, True, True, True, True]


async def test_a_tap_that_comes_twice_has_one_effect(hall: Hall) -> None:
    await hall.project()
    call, ada = await hall.call(), await hall.person()
    await hall.try_claim(call, ada, cause="u:1")
    before = await hall.census()
    with pytest.raises(Repeated):
        await hall.try_claim(call, ada, cause="u:1")
    assert await hall.census() == before


async def test_a_claim_makes_a_job_with_frozen_terms_and_pushes_it(hall: Hall) -> None:
    project = await hall.project(tasks=3)
    call, ada = await hall.call(), await hall.person()
    job = await hall.claim(call, ada)
    assert (job.state, job.size, job.position) == (JobState.active, 3, 1)
    assert job.due_at == NOW + 18 * MINUTE
    assert job.terms == terms_of(project, 4)
    (card,) = await hall.notices("job_card")
    assert (card.chat_id, card.args["job_id"]) == ((await hall.who(ada)).telegram_id, job.id)
    assert len(await hall.acts("claimed")) == 1
    await projects.set_state(
        hall.db, key="pairs", state=ProjectState.paused, by=None, cause=None, now=NOW
    )
    assert (await hall.job(job)).terms == job.terms


async def test_answers_are_shown_in_both_orders(hall: Hall) -> None:
    await hall.project(tasks=20, tasks_per_job=20)
    job = await hall.claim(await hall.call(), await hall.person())
    assert {one.shown_order for one in await hall.assignments(job)} == {(0, 1), (1, 0)}


async def test_tasks_that_miss_least_go_first_then_urgent_then_old_ones(hall: Hall) -> None:
    await hall.project(tasks=0, tasks_per_job=2)
    await hall.publish("pairs", item("old"), item("new"), item("urgent", priority=5),
                       item("single", overlap=1))  # fmt: skip
    call = await hall.call()
    taken = []
    for person in await hall.people(3):
        job = await hall.claim(call, person)
        ids = [one.task_id for one in await hall.assignments(job)]
        rows = {row.id: row.external_id for row in await hall.rows(schema.tasks)}
        taken.append([rows[one] for one in ids])
    assert taken == [["single", "urgent"], ["urgent", "old"], ["urgent", "old"]]


async def test_nobody_meets_a_task_twice(hall: Hall) -> None:
    await hall.project(tasks=2, overlap=3)
    call, ada = await hall.call(), await hall.person()
    await hall.finish(await hall.claim(call, ada))
    with pytest.raises(Refused, match="seen-all"):
        await hall.try_claim(call, ada, now=NOW + 5 * MINUTE)


async def test_gold_tasks_take_no_slot_and_are_at_most_a_share(hall: Hall) -> None:
    await hall.project(tasks=1)
    made = await hall.publish("pairs", item("gold", gold={"preference": 3}), item("plain"))
    assert (made.tasks, made.gold) == (1, 1)
    job = await hall.claim(await hall.call(), await hall.person())
    gold = [row.id for row in await hall.rows(schema.tasks) if row.external_id == "gold"]
    mine = {one.task_id for one in await hall.assignments(job)}
    assert job.size == len(mine) == 2 + len(mine & set(gold))
    (project,) = await hall.rows(schema.projects)
    assert project.open_slots == 4


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"standing": Standing.suspended}, "standing-suspended"),
        ({"pause": "own", "paused_until": NOW + MINUTE}, "paused"),
    ],
)
async def test_a_claim_is_refused_for_what_the_person_is_and_changes_nothing(
    hall: Hall, values: dict[str, Any], reason: str
) -> None:
    await hall.project()
    call, ada = await hall.call(), await hall.person(**values)
    before = await hall.census()
    with pytest.raises(Refused, match=reason):
        await hall.try_claim(call, ada)
    assert await hall.census() == before


async def test_a_claim_is_refused_while_the_project_is_paused(hall: Hall) -> None:
    await hall.project()
    call, ada = await hall.call(), await hall.person()
    for state in (ProjectState.paused, ProjectState.open):
        await projects.set_state(hall.db, key="pairs", state=state, by=None, cause=None, now=NOW)
        if state is ProjectState.paused:
            with pytest.raises(Refused, match="project-paused"):
                await hall.try_claim(call, ada)
    assert (await hall.try_claim(call, ada)).job


async def test_a_claim_is_refused_for_another_language(hall: Hall) -> None:
    await hall.project(languages=("ar",))
    call, ada = await hall.call(), await hall.person(levels={"ar": "none"})
    with pytest.raises(Refused, match="language"):
        await hall.try_claim(call, ada)
    await profiles.toggle_language(
        hall.db, person_id=ada, language="ar", cause=hall.cause(), now=NOW
    )
    assert (await hall.try_claim(call, ada)).job


async def test_a_claim_is_refused_at_the_cap_but_a_submitted_job_counts_no_more(
    hall: Hall,
) -> None:
    await hall.project(tasks=30)
    ada = await hall.person()
    first = await hall.claim(await hall.call(), ada)
    await hall.claim(await hall.call(), ada)
    third = await hall.call()
    with pytest.raises(Refused, match="open-jobs-cap"):
        await hall.try_claim(third, ada)
    await hall.rate_all(first)
    await hall.submit(first)
    assert (await hall.try_claim(third, ada)).job


async def test_a_call_that_is_not_there_or_closed_gives_nothing(hall: Hall) -> None:
    await hall.project()
    call, ada = await hall.call(), await hall.person()
    boss = (await hall.rows(schema.roles))[0].person_id
    await calls.close_call(hall.db, number=call.number, by=boss, cause=hall.cause(), now=NOW)
    with pytest.raises(Refused, match="call-closed"):
        await hall.try_claim(call, ada)
    with pytest.raises(Refused, match="no-call"):
        await claims.claim(
            hall.db, number="XXXXXXXX", person_id=ada, cause=hall.cause(), now=NOW, rules=RULES,
            random=hall.random,
        )  # fmt: skip


async def test_the_loser_is_signed_on_the_list_and_the_winner_off_it(hall: Hall) -> None:
    await hall.project(tasks=5, overlap=1)
    call = await hall.call()
    ada, ben = await hall.people(2)
    job = await hall.claim(call, ada)
    lost = await hall.try_claim(call, ben)
    assert (lost.job, lost.list_place) == (None, 1)
    assert lost.list_until == NOW + timedelta(hours=4)
    await hall.give_back(job)
    assert (await hall.try_claim(call, ben)).job
    assert await hall.rows(schema.waiting) == []


async def test_losing_a_race_never_shortens_a_wait(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=1)
    call = await hall.call()
    ada, ben = await hall.people(2)
    await hall.claim(call, ada)
    _, until = await waiting.sign_on(hall.db, person_id=ben, hours=8, cause=hall.cause(), now=NOW)
    assert (await hall.try_claim(call, ben)).list_until == until == NOW + timedelta(hours=8)


# From the private chat.


async def claim_open(hall: Hall, person: int, key: str = "pairs") -> Claim:
    return await claims.claim_open(
        hall.db, project_key=key, person_id=person, cause=hall.cause(), now=NOW,
        rules=Rules(), random=hall.random,
    )  # fmt: skip


async def test_a_claim_from_the_private_chat_takes_a_place_of_a_call_that_has_one(
    hall: Hall,
) -> None:
    await hall.project(tasks=30)
    roomy, full = await hall.call(), await hall.call(limit=1)
    ada, ben = await hall.people(2)
    await hall.claim(full, ada)
    claim = await claim_open(hall, ben)
    assert claim.job is not None
    assert claim.job.call_id == roomy.id


async def test_a_claim_from_the_private_chat_needs_a_call(hall: Hall) -> None:
    await hall.project()
    ada = await hall.person()
    with pytest.raises(Refused, match="all-taken"):
        await claim_open(hall, ada)
    with pytest.raises(Refused, match="no-project"):
        await claim_open(hall, ada, "nothing")


# Drafts.


async def test_drafts_come_back_to_the_same_person_with_the_next_claim(hall: Hall) -> None:
    await hall.project(tasks=5)
    call = await hall.call()
    ada, ben = await hall.people(2)
    first = await hall.claim(call, ada)
    orders = {one.task_id: one.shown_order for one in await hall.assignments(first)}
    await hall.rate(first, TIE, TIE)
    await hall.give_back(first)
    again = await hall.claim(call, ada)
    mine = await hall.assignments(again)
    assert sum(1 for one in mine if one.values == {"preference": 0}) == 2
    assert again.position == min(one.position for one in mine if not one.values)
    assert {one.task_id: one.shown_order for one in mine} == orders
    assert await hall.assignments(first) == []
    fresh = await hall.assignments(await hall.claim(call, ben))
    assert not any(one.values for one in fresh)
    assert {one.state for one in fresh} == {RatingState.draft}
    assert await hall.slots_add_up() == 5


async def test_the_card_in_the_group_is_drawn_anew_after_a_claim(hall: Hall) -> None:
    await hall.project(tasks=5, overlap=1)
    group = await hall.group()
    call = await hall.call(groups=(group,))
    (post,) = await hall.rows(schema.call_posts)
    assert len(await hall.notices("call_card")) == 1
    await hall.change(schema.call_posts, post.id, message_id=77)
    job = await hall.claim(call, await hall.person())
    await hall.give_back(job)
    first, edit = await hall.notices("call_card")
    assert (first.edits, first.sound) == (None, True)
    assert (edit.edits, edit.chat_id, edit.state) == (77, GROUP, "queued")


async def test_two_taps_give_one_job_while_another_is_handed_in(hall: Hall) -> None:
    await hall.project(tasks=6, overlap=1, tasks_per_job=2)
    call, person = await hall.call(), await hall.person()
    first = await hall.claim(call, person)
    await hall.rate_all(first)
    # The clock of the process that took the hand-in is a second ahead.
    await hall.submit(first, now=NOW + timedelta(seconds=1))
    one = await hall.claim(call, person)
    two = await hall.try_claim(call, person)
    assert two.job is not None
    assert (two.job.id, two.again) == (one.id, True)
    assert one.id != first.id
