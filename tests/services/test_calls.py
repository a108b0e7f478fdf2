"""Calls: posting, the card, filling, closing, and the sweeps over them."""

import pytest
from sqlalchemy import update

from bot.domain.calls import BETWEEN_EDITS, CallState
from bot.domain.people import Role
from bot.domain.places import GONE, Membership, Rights
from bot.domain.projects import ProjectState
from bot.domain.refusal import Refused, Repeated
from bot.services import calls, chats, projects
from storage import schema
from tests.services.builders import DAY, GROUP, MINUTE, NOW, RULES, SECOND, Hall


async def post(hall: Hall, by: int, **values: object) -> None:
    asked = {"project_key": "pairs", "places": [(GROUP, None)], "limit": None} | values
    await calls.post_call(hall.db, by=by, cause=hall.cause(), now=NOW, **asked)  # type: ignore[arg-type]


async def close(hall: Hall, number: str, by: int) -> None:
    await calls.close_call(hall.db, number=number, by=by, cause=hall.cause(), now=NOW)


async def test_a_call_stands_in_its_groups_with_a_sounding_card_each(hall: Hall) -> None:
    await hall.project()
    groups = (await hall.group(-1001), await hall.group(-1002))
    call = await hall.call(groups=groups)
    assert (call.state, call.limit, call.taken) == (CallState.live, None, 0)
    cards = await hall.notices("call_card")
    assert [(card.chat_id, card.sound, card.edits) for card in cards] == [
        (-1001, True, None), (-1002, True, None),
    ]  # fmt: skip
    assert len(await hall.acts("call-posted")) == 1


async def test_a_topic_of_a_group_gets_the_card_in_the_topic(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    boss = await hall.person(roles=(Role.coordinator,))
    await post(hall, boss, places=[(GROUP, None), (GROUP, 7)])
    assert [card.thread_id for card in await hall.notices("call_card")] == [None, 7]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"project_key": "nothing"}, "no-project"),
        ({"limit": 0}, "call-size"),
        ({"places": [(-77, None)]}, "chat-not-registered"),
    ],
)
async def test_a_call_that_cannot_be_is_refused_whole(
    hall: Hall, values: dict[str, object], reason: str
) -> None:
    await hall.project()
    await hall.group()
    boss = await hall.person(roles=(Role.coordinator,))
    before = await hall.census()
    with pytest.raises(Refused, match=reason):
        await post(hall, boss, **values)
    assert await hall.census() == before


async def test_a_call_is_refused_to_who_does_not_coordinate(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    ada = await hall.person()
    with pytest.raises(Refused, match="not-coordinator"):
        await post(hall, ada)
    with pytest.raises(Refused, match="not-coordinator"):
        await calls.open_calls(hall.db, by=ada)


async def test_there_is_no_call_without_open_tasks_or_for_a_paused_project(hall: Hall) -> None:
    await hall.project(tasks=1, overlap=1)
    await hall.group()
    boss = await hall.person(roles=(Role.coordinator,))
    await hall.claim(await hall.call(), await hall.person())
    with pytest.raises(Refused, match="no-open-tasks"):
        await post(hall, boss)
    await projects.set_state(
        hall.db, key="pairs", state=ProjectState.paused, by=None, cause=None, now=NOW
    )
    with pytest.raises(Refused, match="project-paused-call"):
        await post(hall, boss)


@pytest.mark.parametrize(
    ("rights", "reason"),
    [(GONE, "place-gone"), (Rights(Membership.member, may_post=False), "place-no-rights")],
)
async def test_a_group_in_which_the_bot_may_not_write_takes_no_call(
    hall: Hall, rights: Rights, reason: str
) -> None:
    await hall.project()
    await hall.group()
    boss = await hall.person(roles=(Role.coordinator,))
    await chats.bot_moved(
        hall.db, chat_id=GROUP, kind="supergroup", title="Group", rights=rights, by=None,
        cause=hall.cause(), now=NOW,
    )  # fmt: skip
    before = await hall.census()
    with pytest.raises(Refused, match=reason):
        await post(hall, boss)
    assert await hall.census() == before


async def test_the_card_says_what_is_left_at_what_terms(hall: Hall) -> None:
    await hall.project(tasks=12)
    group = await hall.group()
    call = await hall.call(limit=4, groups=(group,))
    (stored,) = await hall.rows(schema.call_posts)
    assert (await calls.card(hall.db, stored.id, rules=RULES)).left == 4
    await hall.claim(call, await hall.person())
    card = await calls.card(hall.db, stored.id, rules=RULES)
    assert (card.left, card.call.taken, card.project.key) == (3, 1, "pairs")
    assert (card.terms.pay.minor, card.pace.seconds_per_task) == (40, 120)


async def test_a_full_call_is_filled_and_live_again_when_a_job_comes_back(hall: Hall) -> None:
    await hall.project(tasks=5, overlap=1)
    call = await hall.call()
    job = await hall.claim(call, await hall.person())
    assert (await hall.rows(schema.calls))[0].state == "filled"
    await hall.give_back(job)
    assert (await hall.rows(schema.calls))[0].state == "live"
    assert (await hall.try_claim(call, await hall.person())).job


async def test_every_call_of_a_project_is_filled_by_its_last_slot(hall: Hall) -> None:
    await hall.project(tasks=5, overlap=1)
    one, _ = await hall.call(), await hall.call()
    await hall.claim(one, await hall.person())
    assert [row.state for row in await hall.rows(schema.calls)] == ["filled", "filled"]
    await hall.publish("pairs", *({"id": "more", "prompt": "?", "responses": pair()},))
    assert [row.state for row in await hall.rows(schema.calls)] == ["live", "live"]


def pair() -> list[dict[str, str]]:
    return [{"id": "x", "text": "One."}, {"id": "y", "text": "Two."}]


async def test_many_changes_are_one_edit_and_edits_keep_their_distance(hall: Hall) -> None:
    await hall.project(tasks=30, overlap=1, tasks_per_job=5)
    group = await hall.group()
    call = await hall.call(groups=(group,))
    await hall.change(schema.call_posts, 1, message_id=77)
    crowd = await hall.people(4)
    for person in crowd[:3]:
        await hall.claim(call, person)
    _, first = await hall.notices("call_card")
    # The card itself is a message, too.
    assert first.not_before == NOW + BETWEEN_EDITS
    await hall.change(schema.notices, first.id, state="sent", message_id=77, merge_key=None)
    await hall.claim(call, crowd[3], now=NOW + SECOND)
    second = (await hall.notices("call_card"))[-1]
    assert second.not_before == NOW + 2 * BETWEEN_EDITS


async def test_a_call_is_closed_by_hand_once_and_jobs_go_on(hall: Hall) -> None:
    await hall.project(tasks=10)
    call = await hall.call()
    boss, ada = await hall.person(roles=(Role.coordinator,)), await hall.person()
    job = await hall.claim(call, ada)
    with pytest.raises(Refused, match="not-coordinator"):
        await close(hall, call.number, ada)
    with pytest.raises(Refused, match="no-call"):
        await close(hall, "XXXXXXXX", boss)
    await close(hall, call.number, boss)
    with pytest.raises(Refused, match="call-closed"):
        await close(hall, call.number, boss)
    await hall.give_back(job)
    assert (await hall.rows(schema.calls))[0].state == "closed"


async def test_a_coordinator_of_another_project_does_not_close_it(hall: Hall) -> None:
    await hall.project()
    other = await hall.project("other")
    call = await hall.call()
    boss = await hall.person()
    async with hall.db.begin() as tx:
        from storage import people

        await people.grant(
            tx, person_id=boss, role=Role.coordinator, project_id=other.id, by=None, now=NOW
        )
    with pytest.raises(Refused, match="not-coordinator"):
        await close(hall, call.number, boss)


async def test_a_call_that_nothing_can_reopen_closes_by_itself(hall: Hall) -> None:
    await hall.project(tasks=5, overlap=1)
    call = await hall.call()
    job = await hall.claim(call, await hall.person())
    # Filled, but the job may still come back.
    assert await calls.close_finished(hall.db, now=NOW) == 0
    await hall.finish(job)
    assert await calls.close_finished(hall.db, now=NOW + DAY) == 1
    assert await calls.close_finished(hall.db, now=NOW + DAY) == 0
    assert len(await hall.acts("call-closed")) == 1


async def test_the_calls_of_a_closed_project_close(hall: Hall) -> None:
    await hall.project(tasks=5)
    await hall.call()
    await projects.set_state(
        hall.db, key="pairs", state=ProjectState.closed, by=None, cause=None, now=NOW
    )
    assert await calls.close_finished(hall.db, now=NOW) == 1


async def test_a_call_that_cannot_be_closed_holds_up_no_other(hall: Hall) -> None:
    made = {}
    for key in ("pairs", "broken"):
        await hall.project(key, tasks=1, overlap=1)
        made[key] = await hall.call(key)
        await hall.finish(await hall.claim(made[key], await hall.person(key)))
    async with hall.db.begin() as tx:
        table = schema.projects
        broken = table.c.id == made["broken"].project_id
        await tx.execute(update(table).where(broken).values(state="nowhere"))
    with pytest.raises(ValueError, match="nowhere"):
        await calls.close_finished(hall.db, now=NOW + DAY)
    (closed,) = await hall.acts("call-closed")
    assert closed.subject == f"call:{made['pairs'].number}"


async def test_a_lapsed_place_redraws_the_card(hall: Hall) -> None:
    from bot.domain.people import Arrival

    await hall.project(tasks=5, overlap=1)
    group = await hall.group()
    call = await hall.call(groups=(group,))
    await hall.try_claim(call, await hall.person(arrival=Arrival.consent))
    await hall.change(schema.call_posts, 1, message_id=77)
    assert (await hall.rows(schema.calls))[0].state == "filled"
    await calls.lapse_offers(hall.db, now=NOW + 10 * MINUTE)
    assert (await hall.rows(schema.calls))[0].state == "live"
    assert (await hall.notices("call_card"))[-1].edits == 77


async def test_a_call_posted_twice_for_one_cause_is_one_call(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    boss = await hall.person(roles=(Role.coordinator,))

    async def twice() -> None:
        await calls.post_call(
            hall.db, project_key="pairs", places=[(GROUP, None)], limit=None, by=boss,
            cause="u:1", now=NOW,
        )  # fmt: skip

    await twice()
    with pytest.raises(Repeated):
        await twice()
    assert len(await hall.rows(schema.calls)) == 1
