"""Work groups follow standing, over the real Bot API of the sandbox."""

from pathlib import Path

from bot.domain.appeals import AppealState
from bot.domain.people import Role
from bot.domain.rules import Rules, StandingRules
from bot.domain.steps import StepKind
from bot.services import roles, standing
from sandbox import Person
from storage import people
from tests.flows.hall import Stage, arrive, stage
from tests.services.builders import Hall
from tests.services.standing_acts import prepare

RULES = Rules(standing=StandingRules(between_ratings=0))


async def test_a_person_joins_by_a_link_is_put_out_and_comes_back(tmp_path: Path) -> None:
    async with stage(tmp_path) as hall:
        town, group = hall.sandbox, hall.group
        town.promote_bot(group, by=hall.admin)
        ben = town.person("Ben")
        town.join(group, ben)
        town.leave(group, ben)
        await ben.start()
        await arrive(ben)
        await hall.settle()
        town.join_by(await own_link(hall, ben), ben)
        await hall.settle()
        await ben.send("/settings")
        await ben.tap(await ben.expect("Settings"), "Work groups")
        await ben.expect("you are in it")

        other = await second_admin(hall)
        ada, ben_id = await ids(hall, hall.admin.id), await ids(hall, ben.id)
        number = await deactivate(hall, ada, ben_id)
        assert group.members[ben.id] == "kicked"
        await overturn(hall, number, by=ben_id, decider=other)
        assert group.members[ben.id] == "left"
        back = await ben.expect("is open to you again")
        link = next(one.url for one in back.buttons if one.url)
        assert link is not None
        town.join_by(link, ben)
        assert group.has(ben.id)
        await hall.settle()
        assert all(
            "Ben" not in (one.text or "") for one in group.messages.values() if one.from_bot
        )
        assert town.refused_calls() == []


async def test_where_the_bot_lacks_the_right_people_are_told_and_it_is_done_later(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as hall:
        ben = await hall.arrived("Ben")
        hall.sandbox.demote_bot(hall.group, by=hall.admin)
        await second_admin(hall)
        await deactivate(hall, await ids(hall, hall.admin.id), await ids(hall, ben.id))
        assert hall.group.has(ben.id)
        told = await hall.admin.expect("I may not remove people")
        assert "Ben" in (told.content or "")
        hall.sandbox.promote_bot(hall.group, by=hall.admin)
        await hall.settle()
        assert not hall.group.has(ben.id)


async def own_link(hall: Stage, ben: Person) -> str:
    await ben.send("/settings")
    await ben.tap(await ben.expect("Settings"), "Work groups")
    await ben.tap(await ben.expect("Calls are posted there"), "Join")
    card = await ben.expect("is for you alone. It works once")
    link = next(one.url for one in card.buttons if one.url)
    assert link is not None
    made = [one for one in hall.group.invites.values() if one.url == link]
    assert [one.limit for one in made] == [1]
    assert "Ben" not in made[0].name
    return link


async def ids(hall: Stage, telegram_id: int) -> int:
    async with hall.bot.db.read() as tx:
        found = await people.by_telegram(tx, telegram_id)
    assert found is not None
    return found.id


async def second_admin(hall: Stage) -> int:
    other = await hall.arrived("Other admin")
    ada = await ids(hall, hall.admin.id)
    await roles.grant(
        hall.bot.db, telegram_id=other.id, role=Role.admin, project_key=None, by=ada,
        cause="other-admin", now=hall.sandbox.clock.now(), rules=RULES,
    )  # fmt: skip
    return await ids(hall, other.id)


async def deactivate(hall: Stage, by: int, person: int) -> str:
    """An egregious step, told, and its effect at once; returns its number."""
    acts, now = Hall(hall.bot.db), hall.sandbox.clock.now()
    draft = await prepare(acts, by, person, StepKind.deactivation, now=now, reason="fraud")
    step = await standing.decide(
        hall.bot.db, number=draft, by=by, cause="deactivate", now=now, rules=RULES
    )
    await hall.move(minutes=1)
    await hall.move(minutes=2)
    return step.number


async def overturn(hall: Stage, number: str, *, by: int, decider: int) -> None:
    now = hall.sandbox.clock.now()
    made = await standing.appeal(hall.bot.db, step=number, by=by, cause="appeal", now=now)
    await standing.decide_appeal(
        hall.bot.db, number=made.number, state=AppealState.overturned, by=decider, now=now,
        text="The evidence does not show it.", cause="overturn",
    )  # fmt: skip
    await hall.move(minutes=2)
