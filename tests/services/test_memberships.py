"""Work groups follow standing: put out when access stops, in again when it is back."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.appeals import AppealState
from bot.domain.memberships import MemberState
from bot.domain.notices import EXPEL, READMIT, Delivered, Undeliverable
from bot.domain.people import Role, Standing
from bot.domain.places import GONE, Hindrance, Membership, Rights
from bot.domain.refusal import Refused
from bot.domain.steps import StepKind
from bot.services import chats, memberships, outbox, standing
from storage import memberships as stored
from storage import notices, schema, steps
from storage.database import Database
from tests.services.builders import DAY, NOW, RULES, Hall
from tests.services.standing_acts import climb, deliver, look, tell

RUNS = Rights(Membership.administrator, may_post=True, may_invite=True, may_remove=True)
POWERLESS = Rights(Membership.administrator, may_post=True)
GROUP, OTHER = -1001, -1002


@pytest.fixture
def hall(db: Database) -> Hall:
    return Hall(db)


async def rights(hall: Hall, chat_id: int, what: Rights, *, now: datetime = NOW) -> None:
    await chats.bot_moved(
        hall.db, chat_id=chat_id, kind="supergroup", title=f"Group {chat_id}", rights=what,
        by=None, cause=hall.cause(), now=now,
    )  # fmt: skip


async def groups(hall: Hall, *ids: int) -> None:
    for chat_id in ids:
        await hall.group(chat_id)
        await rights(hall, chat_id, RUNS)


async def admins(hall: Hall) -> tuple[int, int]:
    boss = await hall.person("Boss", roles=(Role.admin,))
    return boss, await hall.person("Other boss", roles=(Role.admin,))


async def moved(
    hall: Hall, person: int, chat_id: int = GROUP, *, present: bool = True, now: datetime = NOW
) -> None:
    telegram_id = (await hall.who(person)).telegram_id
    assert telegram_id is not None
    await memberships.moved(
        hall.db, chat_id=chat_id, telegram_id=telegram_id, present=present, cause=hall.cause(),
        now=now,
    )  # fmt: skip


async def state(hall: Hall, person: int, chat_id: int = GROUP) -> MemberState | None:
    async with hall.db.read() as tx:
        found = await stored.one(tx, chat_id, person)
    return found.state if found else None


async def owed(hall: Hall, kind: str) -> list[tuple[int, int, str]]:
    return [(one.chat_id, one.person_id, one.state) for one in await hall.notices(kind)]


async def deactivated(hall: Hall, boss: int, person: int) -> datetime:
    """Every rung, and the two weeks of grace; what follows is still in the outbox."""
    now = await climb(hall, boss, person, now=NOW, to=StepKind.deactivation) + 14 * DAY
    await standing.carry_out(hall.db, now=now)
    assert (await hall.who(person)).standing is Standing.deactivated
    return now


async def reinstated(hall: Hall, boss: int, other: int, person: int, now: datetime) -> None:
    async with hall.db.read() as tx:
        step = (await steps.of_person(tx, person))[-1]
    made = await standing.appeal(hall.db, step=step.number, by=person, cause=hall.cause(), now=now)
    await standing.decide_appeal(
        hall.db, number=made.number, state=AppealState.overturned, by=other, now=now,
        text="The evidence does not show it.", cause=hall.cause(),
    )  # fmt: skip
    assert (await hall.who(person)).standing is not Standing.deactivated


async def refuse(hall: Hall, kind: str, *, now: datetime) -> None:
    """Telegram refuses to do that for lack of rights; everything else arrives."""
    while taken := await outbox.lease(hall.db, now, 100):
        for one in taken:
            no = Undeliverable("not enough rights", Hindrance.no_rights)
            outcome = no if one.kind == kind else Delivered(one.id + 1000)
            await outbox.settle(hall.db, one, outcome, now)


async def test_only_a_deactivation_puts_out_of_every_work_group(hall: Hall) -> None:
    boss, _ = await admins(hall)
    ada = await hall.person()
    await groups(hall, GROUP, OTHER)
    await moved(hall, ada)
    now = await climb(hall, boss, ada, now=NOW, to=StepKind.deactivation)
    assert await owed(hall, EXPEL) == []
    await look(hall, now=now + 14 * DAY)
    assert await owed(hall, EXPEL) == [(OTHER, ada, "sent"), (GROUP, ada, "sent")]
    assert await state(hall, ada) is MemberState.removed


async def test_a_suspension_and_a_hold_leave_everybody_where_they_are(hall: Hall) -> None:
    boss, _ = await admins(hall)
    await groups(hall, GROUP)
    ada, bo = await hall.person(), await hall.person("Bo")
    await climb(hall, boss, ada, now=NOW, to=StepKind.suspension)
    await tell(hall, boss, bo, StepKind.hold, now=NOW, reason="account-shared")
    assert (await hall.who(bo)).standing is Standing.suspended
    await look(hall, now=NOW + DAY)
    for one in (ada, bo):
        await moved(hall, one)
    assert await owed(hall, EXPEL) == []


async def test_a_reinstated_person_is_let_in_again_with_a_link(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    await groups(hall, GROUP)
    now = await deactivated(hall, boss, ada)
    await deliver(hall, now=now)
    await reinstated(hall, boss, other, ada, now + DAY)
    await deliver(hall, now=now + DAY)
    assert await owed(hall, READMIT) == [(GROUP, ada, "sent")]
    assert await state(hall, ada) is MemberState.left
    (invite,) = await hall.notices("group_invite")
    assert (invite.person_id, invite.args["chat_id"]) == (ada, GROUP)


async def test_who_is_reinstated_before_being_put_out_stays(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    await groups(hall, GROUP)
    now = await deactivated(hall, boss, ada)
    await reinstated(hall, boss, other, ada, now)
    await deliver(hall, now=now)
    assert await owed(hall, EXPEL) == [(GROUP, ada, "cancelled")]
    assert await owed(hall, READMIT) == []


async def test_who_is_reinstated_while_being_put_out_is_let_in_again(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    await groups(hall, GROUP)
    now = await deactivated(hall, boss, ada)
    flying = await outbox.lease(hall.db, now, 100)
    await reinstated(hall, boss, other, ada, now)
    for one in flying:
        await outbox.settle(hall.db, one, Delivered(0), now)
    await deliver(hall, now=now)
    assert await owed(hall, READMIT) == [(GROUP, ada, "sent")]


async def test_without_the_right_those_who_run_the_hall_are_told_once_and_it_is_tried_again(
    hall: Hall,
) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    await groups(hall, GROUP)
    await rights(hall, GROUP, POWERLESS)
    now = await deactivated(hall, boss, ada)
    await refuse(hall, EXPEL, now=now)
    told = {one.person_id for one in await hall.notices("member_stays")}
    assert {boss, other} <= told
    assert ada not in told
    chat = await chats.by_id(hall.db, GROUP)
    assert chat is not None
    assert chat.rights == POWERLESS
    await rights(hall, GROUP, RUNS, now=now)
    await refuse(hall, EXPEL, now=now)
    assert len(await hall.notices("member_stays")) == len(told)
    await rights(hall, GROUP, GONE, now=now)
    await rights(hall, GROUP, RUNS, now=now)
    await deliver(hall, now=now)
    assert await state(hall, ada) is MemberState.removed


async def test_admins_are_not_put_out(hall: Hall) -> None:
    await groups(hall, GROUP)
    boss = await hall.person("Boss", roles=(Role.admin,), standing=Standing.deactivated)
    await moved(hall, boss)
    assert await owed(hall, EXPEL) == []


async def test_who_may_not_come_back_is_put_out_when_seen_in_a_group(hall: Hall) -> None:
    await hall.group(OTHER)
    await groups(hall, GROUP)
    ada = await hall.person(standing=Standing.deactivated)
    for _ in range(2):
        await moved(hall, ada)
    await moved(hall, ada, present=False)
    assert await owed(hall, EXPEL) == [(GROUP, ada, "queued")]
    assert await state(hall, ada) is MemberState.left


async def test_a_new_work_group_is_cleared_of_those_known_to_be_there(hall: Hall) -> None:
    boss, _ = await admins(hall)
    gone, good = await hall.person(standing=Standing.deactivated), await hall.person("Bo")
    await rights(hall, GROUP, RUNS)
    for one in (gone, good):
        await moved(hall, one)
    assert await owed(hall, EXPEL) == []
    await chats.register(hall.db, chat_id=GROUP, by=boss, cause=hall.cause(), now=NOW)
    assert await owed(hall, EXPEL) == [(GROUP, gone, "queued")]


async def test_strangers_to_the_hall_are_not_kept(hall: Hall) -> None:
    await groups(hall, GROUP)
    await memberships.moved(
        hall.db, chat_id=GROUP, telegram_id=77, present=True, cause=hall.cause(), now=NOW
    )
    assert await hall.rows(schema.memberships) == []


async def test_members_follow_a_group_to_its_new_id(hall: Hall) -> None:
    boss, _ = await admins(hall)
    ada, bo = await hall.person(), await hall.person("Bo")
    await groups(hall, GROUP)
    await moved(hall, bo)
    now = await deactivated(hall, boss, ada)
    await chats.migrated(hall.db, old=GROUP, new=-2001, cause=hall.cause(), now=now)
    assert await state(hall, bo, -2001) is MemberState.member
    assert await owed(hall, EXPEL) == [(-2001, ada, "queued")]


async def invitation(hall: Hall, by: int, *, now: datetime = NOW) -> Any:
    return await memberships.invitation(hall.db, chat_id=GROUP, by=by, now=now, rules=RULES)


async def test_a_link_is_for_whoever_may_work_and_is_given_again_until_it_ends(
    hall: Hall,
) -> None:
    await groups(hall, GROUP)
    ada = await hall.person()
    assert (await invitation(hall, ada)).link is None
    await memberships.invited(hall.db, chat_id=GROUP, by=ada, link="https://t.me/+x", now=NOW)
    again = await invitation(hall, ada, now=NOW + timedelta(hours=22))
    assert (again.link, again.until) == ("https://t.me/+x", NOW + DAY)
    assert (await invitation(hall, ada, now=NOW + timedelta(hours=23))).link is None
    await moved(hall, ada)
    assert (await invitation(hall, ada)).link is None


@pytest.mark.parametrize("where", [Standing.suspended, Standing.deactivated])
async def test_whose_standing_bars_work_gets_no_link(hall: Hall, where: Standing) -> None:
    await groups(hall, GROUP)
    ada = await hall.person(standing=where)
    with pytest.raises(Refused, match=f"standing-{where}"):
        await invitation(hall, ada)


async def test_no_link_where_the_bot_may_not_invite(hall: Hall) -> None:
    await hall.group(GROUP)
    ada = await hall.person()
    assert (await memberships.open_to(hall.db, by=ada)).groups == []
    with pytest.raises(Refused, match="group-no-link"):
        await invitation(hall, ada)


async def test_what_has_passed_is_not_done(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    await groups(hall, GROUP)
    now = await deactivated(hall, boss, ada)
    async with hall.db.read() as tx:
        (row,) = await hall.notices(EXPEL)
        expel = await notices.by_key(tx, row.key)
    assert expel is not None
    assert await memberships.to_do(hall.db, expel) is not None
    await reinstated(hall, boss, other, ada, now)
    assert await memberships.to_do(hall.db, expel) is None
