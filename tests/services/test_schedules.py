"""Planned calls: made, carried out by the clock, renewed, skipped with a word, paused, ended."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from bot.domain.people import Role
from bot.domain.places import GONE, Membership, Rights
from bot.domain.projects import ProjectState
from bot.domain.refusal import Refused
from bot.services import calls, chats, groups, projects
from bot.services.calls import drafts, planning, plans, scheduled
from storage import schema
from tests.services.builders import GROUP, MEMBER, MINUTE, NOW, RULES, Hall

HOUR = timedelta(hours=1)
DAY = 24 * HOUR
NINE = datetime(2030, 1, 16, 9, tzinfo=UTC)  # tomorrow


async def boss_of(hall: Hall, **more: Any) -> int:
    return await hall.person("Bea", roles=(Role.coordinator,), **more)


async def draft_of(
    hall: Hall, by: int, *, limit: int | None = None, draw: bool = False, key: str = "pairs"
) -> str:
    return await drafts.prepare(hall.db, project_key=key, limit=limit, draw=draw, by=by, now=NOW)


async def planned(
    hall: Hall, by: int, text: str = "0 9 * * *", *, limit: int | None = None, draw: bool = False
) -> str:
    """A plan of the project for its only group."""
    number = await draft_of(hall, by, limit=limit, draw=draw)
    await planning.go_as_written(hall.db, number=number, text=text, by=by, now=NOW)
    return await planning.plan(hall.db, number=number, by=by, cause=hall.cause(), now=NOW)


async def tick(hall: Hall, now: datetime) -> int:
    return await calls.post_due(hall.db, now=now, rules=RULES, random=Random(1))


async def the_plan(hall: Hall) -> Any:
    (found,) = await hall.rows(schema.schedules)
    return found


async def told(hall: Hall) -> list[str]:
    return [notice.args["reason"] for notice in await hall.notices("schedule_skipped")]


async def test_a_planned_call_goes_out_at_its_time_once(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    number = await planned(hall, await boss_of(hall), "2030-01-16 09:00", limit=1)
    assert await tick(hall, NINE - MINUTE) == 0
    assert await hall.rows(schema.calls) == []
    assert await tick(hall, NINE) == 1
    assert await tick(hall, NINE + MINUTE) == 0
    (call,) = await hall.rows(schema.calls)
    assert (call.places_limit, call.waves, call.state) == (1, True, "live")
    (card,) = await hall.notices("call_card")
    assert (card.chat_id, card.sound, card.not_before) == (GROUP, True, NINE)
    plan = await the_plan(hall)
    assert (plan.number, plan.state, plan.next_at) == (number, "ended", None)
    (run,) = await hall.rows(schema.schedule_runs)
    assert (run.moment, run.outcome, run.call_id) == (NINE, "posted", call.id)


async def test_the_zone_is_the_coordinators_and_stays(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    boss = await boss_of(hall, zone="Africa/Cairo")
    await planned(hall, boss, "0 9 * * *")
    await hall.change(schema.people, boss, zone="Asia/Tokyo")
    assert (await the_plan(hall)).next_at == NINE - 2 * HOUR
    await tick(hall, NINE - 2 * HOUR)
    assert (await the_plan(hall)).next_at == NINE - 2 * HOUR + DAY


async def test_a_call_that_stands_is_renewed_and_not_doubled(hall: Hall) -> None:
    await hall.project(tasks=50)
    await hall.group()
    await planned(hall, await boss_of(hall), limit=2)
    await tick(hall, NINE)
    (call,) = await hall.rows(schema.calls)
    (card,) = await hall.notices("call_card")
    await hall.change(schema.notices, card.id, state="sent", message_id=77)
    await hall.change(schema.call_posts, 1, message_id=77, sent_at=NINE)
    await hall.claim((await calls.open_calls(hall.db, by=await boss_of(hall)))[0].call,
                     await hall.person(), now=NINE)  # fmt: skip
    await tick(hall, NINE + DAY)
    (call,) = await hall.rows(schema.calls)
    # One was taken: two are open again.
    assert (call.taken, call.places_limit) == (1, 3)
    new = [one for one in await hall.notices("call_card") if one.edits is None][1:]
    assert [(one.sound, one.not_before) for one in new] == [(True, NINE + DAY)]
    assert [one.outcome for one in await hall.rows(schema.schedule_runs)] == ["posted", "renewed"]
    assert len(await hall.acts("call-renewed")) == 1


async def test_a_call_posted_by_hand_in_the_place_is_renewed_as_well(hall: Hall) -> None:
    await hall.project()
    group = await hall.group()
    by_hand = await hall.call(groups=(group,))
    await planned(hall, await boss_of(hall))
    await tick(hall, NINE)
    assert [one.id for one in await hall.rows(schema.calls)] == [by_hand.id]
    assert (await the_plan(hall)).call_id == by_hand.id


async def test_a_draw_closes_the_call_before_and_opens_anew(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    await planned(hall, await boss_of(hall), draw=True)
    await tick(hall, NINE)
    await tick(hall, NINE + DAY)
    # While hands are still collected nothing is opened over them.
    assert [one.state for one in await hall.rows(schema.calls)] == ["live"]
    assert await told(hall) == ["call-drawing"]
    await hall.change(schema.calls, 1, drawing=False)
    await tick(hall, NINE + 2 * DAY)
    assert [(one.state, one.drawing) for one in await hall.rows(schema.calls)] == [
        ("closed", False), ("live", True),
    ]  # fmt: skip


async def test_a_paused_project_is_skipped_and_told_once_with_the_next_time(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    boss = await boss_of(hall)
    await planned(hall, boss)
    await set_state(hall, ProjectState.paused)
    for day in range(3):
        assert await tick(hall, NINE + day * DAY) == 1
    assert await hall.rows(schema.calls) == []
    assert await told(hall) == ["project-paused"]
    (notice,) = await hall.notices("schedule_skipped")
    assert notice.person_id == boss
    assert len(await hall.acts("schedule-skipped")) == 3
    await set_state(hall, ProjectState.open)
    await tick(hall, NINE + 3 * DAY)
    assert len(await hall.rows(schema.calls)) == 1
    assert (await the_plan(hall)).skipped is None
    # Another spell of it is told again.
    await set_state(hall, ProjectState.paused)
    await tick(hall, NINE + 4 * DAY)
    assert await told(hall) == ["project-paused", "project-paused"]


async def set_state(hall: Hall, state: ProjectState) -> None:
    await projects.set_state(hall.db, key="pairs", state=state, by=None, cause=None, now=NOW)


async def test_a_project_without_open_tasks_is_skipped(hall: Hall) -> None:
    await hall.project(tasks=0)
    await hall.group()
    await set_state(hall, ProjectState.open)
    await planned(hall, await boss_of(hall))
    await tick(hall, NINE)
    assert await told(hall) == ["no-open-tasks"]
    await hall.publish("pairs", {"id": "t", "prompt": "?", "responses": [
        {"id": "x", "text": "One."}, {"id": "y", "text": "Two."}]})  # fmt: skip
    await tick(hall, NINE + DAY)
    assert len(await hall.rows(schema.calls)) == 1


async def test_a_closed_project_ends_the_plan(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    await planned(hall, await boss_of(hall))
    await set_state(hall, ProjectState.closed)
    await tick(hall, NINE)
    assert (await the_plan(hall)).state == "ended"
    assert await told(hall) == ["project-closed"]


@pytest.mark.parametrize(
    ("late", "posted"), [(59 * MINUTE, 1), (61 * MINUTE, 0), (3 * DAY + 59 * MINUTE, 1)]
)
async def test_what_was_missed_is_made_up_once_if_it_is_not_too_late(
    hall: Hall, late: timedelta, posted: int
) -> None:
    await hall.project()
    await hall.group()
    await planned(hall, await boss_of(hall))
    for _ in range(3):
        await tick(hall, NINE + late)
    assert len(await hall.rows(schema.calls)) == posted
    assert await told(hall) == ([] if posted else ["schedule-missed"])
    assert len(await hall.rows(schema.schedule_runs)) == 1


async def test_who_coordinates_no_more_posts_nothing_and_another_takes_over(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    gone, heir = await boss_of(hall), await boss_of(hall)
    number = await planned(hall, gone)
    async with hall.db.begin() as tx:
        mine = schema.roles.c.person_id == gone
        await tx.execute(schema.roles.delete().where(mine))
    await tick(hall, NINE)
    assert (await the_plan(hall)).state == "paused"
    notices = await hall.notices("schedule_skipped")
    assert heir in {one.person_id for one in notices}
    assert gone not in {one.person_id for one in notices}
    with pytest.raises(Refused, match="not-coordinator"):
        await plans.resume(hall.db, number=number, by=gone, cause=hall.cause(), now=NINE)
    await plans.resume(hall.db, number=number, by=heir, cause=hall.cause(), now=NINE)
    await tick(hall, NINE + DAY)
    (call,) = await hall.rows(schema.calls)
    assert call.created_by == heir


async def test_a_lost_group_is_left_out_and_gets_its_card_when_it_is_back(hall: Hall) -> None:
    await hall.project()
    for group in (-1001, -1002):
        await hall.group(group)
    boss = await boss_of(hall)
    number = await draft_of(hall, boss)
    await drafts.choose_all(hall.db, number=number, chosen=True, by=boss)
    await planning.go_as_written(hall.db, number=number, text="0 9 * * *", by=boss, now=NOW)
    await planning.plan(hall.db, number=number, by=boss, cause=hall.cause(), now=NOW)
    await move_bot(hall, -1002, GONE)
    await tick(hall, NINE)
    assert [one.chat_id for one in await hall.notices("call_card")] == [-1001]
    await move_bot(hall, -1002, MEMBER)
    assert [one.chat_id for one in await hall.notices("call_card")] == [-1001, -1002]


async def move_bot(hall: Hall, chat_id: int, rights: Rights) -> None:
    await chats.bot_moved(
        hall.db, chat_id=chat_id, kind="supergroup", title="Group", rights=rights, by=None,
        cause=hall.cause(), now=NOW,
    )  # fmt: skip


@pytest.mark.parametrize("lost", [GONE, Rights(Membership.member, may_post=False)])
async def test_without_a_place_that_takes_it_a_call_goes_privately_or_is_skipped(
    hall: Hall, lost: Rights
) -> None:
    await hall.project()
    await hall.group()
    boss = await boss_of(hall)
    number = await draft_of(hall, boss)
    await planning.go_privately(hall.db, number=number, waves=False, by=boss)
    await planning.go_as_written(hall.db, number=number, text="0 9 * * *", by=boss, now=NOW)
    await planning.plan(hall.db, number=number, by=boss, cause=hall.cause(), now=NOW)
    await move_bot(hall, GROUP, lost)
    await tick(hall, NINE)
    assert await told(hall) == ["schedule-no-place"]
    await hall.change(schema.schedules, 1, waves=True)
    await tick(hall, NINE + DAY)
    assert len(await hall.rows(schema.calls)) == 1


async def test_plans_and_drafts_follow_a_group_that_is_upgraded(hall: Hall) -> None:
    await hall.project()
    await hall.group(-55, kind="group")
    boss = await boss_of(hall)
    await planned(hall, boss)
    draft = await draft_of(hall, boss)
    await groups.set_language(
        hall.db, chat_id=-55, language="de", chosen=True, by=boss, cause=hall.cause(), now=NOW
    )
    await chats.migrated(hall.db, old=-55, new=-1009, cause=hall.cause(), now=NOW)
    await tick(hall, NINE)
    assert [one.chat_id for one in await hall.notices("call_card")] == [-1009]
    found = await drafts.prepared(hall.db, number=draft, by=boss)
    assert found.draft.places == ((-1009, None),)
    chat = await chats.by_id(hall.db, -1009)
    assert chat is not None
    assert chat.languages == ("de",)


async def test_two_plans_for_one_place_and_moment_are_refused(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    boss = await boss_of(hall)
    number = await planned(hall, boss, "0 9 * * *")
    with pytest.raises(Refused, match="schedule-overlap") as no:
        await planned(hall, boss, "0 9 * * 1-5")
    assert no.value.facts == {"number": number, "at": NINE}
    await planned(hall, boss, "0 10 * * 1-5")
    await plans.hold(hall.db, number=number, by=boss, cause=hall.cause(), now=NOW)
    other = await planned(hall, boss, "0 9 * * 1-5")
    with pytest.raises(Refused, match="schedule-overlap"):
        await plans.resume(hall.db, number=number, by=boss, cause=hall.cause(), now=NOW)
    await plans.end(hall.db, number=other, by=boss, cause=hall.cause(), now=NOW)
    await plans.resume(hall.db, number=number, by=boss, cause=hall.cause(), now=NOW)


async def test_a_plan_is_held_and_goes_on_without_making_up(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    boss = await boss_of(hall)
    number = await planned(hall, boss)
    act: dict[str, Any] = {"number": number, "by": boss}
    await plans.hold(hall.db, **act, cause=hall.cause(), now=NOW)
    assert await tick(hall, NINE) == 0
    await plans.resume(hall.db, **act, cause=hall.cause(), now=NINE + MINUTE)
    assert await tick(hall, NINE + 2 * MINUTE) == 0
    assert (await the_plan(hall)).next_at == NINE + DAY
    (one,) = await plans.planned(hall.db, by=boss)
    assert one.plan.state == "active"
    await plans.end(hall.db, **act, cause=hall.cause(), now=NINE)
    assert await plans.planned(hall.db, by=boss) == []
    with pytest.raises(Refused, match="schedule-ended"):
        await plans.resume(hall.db, **act, cause=hall.cause(), now=NINE)


async def test_what_goes_out_once_cannot_go_on_after_its_time(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    boss = await boss_of(hall)
    number = await planned(hall, boss, "2030-01-16 09:00")
    await plans.hold(hall.db, number=number, by=boss, cause=hall.cause(), now=NOW)
    with pytest.raises(Refused, match="schedule-past"):
        await plans.resume(hall.db, number=number, by=boss, cause=hall.cause(), now=NINE + MINUTE)
    await plans.resume(hall.db, number=number, by=boss, cause=hall.cause(), now=NOW)
    assert (await the_plan(hall)).next_at == NINE


async def test_a_plan_is_carried_out_at_once_besides_its_times(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    boss = await boss_of(hall)
    number = await planned(hall, boss)

    async def now(by: int) -> str:
        return await scheduled.post_now(
            hall.db, number=number, by=by, cause=hall.cause(), now=NOW, rules=RULES,
            random=Random(1),
        )  # fmt: skip

    with pytest.raises(Refused, match="not-coordinator"):
        await now(await hall.person())
    assert await now(boss) == (await hall.rows(schema.calls))[0].number
    assert (await the_plan(hall)).next_at == NINE
    await set_state(hall, ProjectState.paused)
    with pytest.raises(Refused, match="project-paused"):
        await now(boss)


async def test_only_the_maker_plans_and_only_a_time_to_come(hall: Hall) -> None:
    await hall.project()
    await hall.group()
    boss, other = await boss_of(hall), await boss_of(hall)
    number = await draft_of(hall, boss)
    with pytest.raises(Refused, match="stale-button"):
        await planning.go_on_day(hall.db, number=number, days=1, hour=9, by=other, now=NOW)
    with pytest.raises(Refused, match="stale-button"):
        await planning.plan(hall.db, number=number, by=boss, cause=hall.cause(), now=NOW)
    with pytest.raises(Refused, match="schedule-past"):
        await planning.go_on_day(hall.db, number=number, days=0, hour=9, by=boss, now=NOW)
    await planning.go_on_day(hall.db, number=number, days=1, hour=9, by=boss, now=NOW)
    with pytest.raises(Refused, match="stale-button"):
        await post(hall, number, boss)
    with pytest.raises(Refused, match="schedule-past"):
        await planning.plan(hall.db, number=number, by=boss, cause=hall.cause(), now=NINE)
    await planning.go_at_once(hall.db, number=number, by=boss)
    await post(hall, number, boss)
    with pytest.raises(Refused, match="call-posted-already"):
        await planning.go_again(hall.db, number=number, pattern="*", hour=9, by=boss, now=NOW)


async def post(hall: Hall, number: str, by: int) -> None:
    from bot.domain.draws import NewDraw

    await drafts.post(
        hall.db, number=number, draw=NewDraw(60, "seed"), by=by, cause=hall.cause(), now=NOW
    )


async def test_a_call_without_a_place_goes_out_if_it_goes_privately(hall: Hall) -> None:
    await hall.project()
    boss = await boss_of(hall)
    number = await draft_of(hall, boss)
    await planning.go_privately(hall.db, number=number, waves=False, by=boss)
    with pytest.raises(Refused, match="place-none-chosen"):
        await post(hall, number, boss)
    await planning.go_privately(hall.db, number=number, waves=True, by=boss)
    await post(hall, number, boss)
    (call,) = await hall.rows(schema.calls)
    assert (call.waves, call.next_wave_at) == (True, NOW)
    async with hall.db.read() as tx:
        assert (await tx.execute(select(schema.call_posts))).all() == []
