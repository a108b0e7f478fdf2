"""Back in the work groups: where the bot may not let somebody in, people are told who can."""

from dataclasses import replace

from bot.domain.memberships import MemberState
from bot.domain.notices import READMIT
from handlers.screens import SCREENS
from tests.services.builders import DAY, Hall
from tests.services.standing_acts import deliver
from tests.services.test_memberships import (
    GROUP,
    POWERLESS,
    RUNS,
    admins,
    deactivated,
    groups,
    refuse,
    reinstated,
    rights,
    state,
)
from tests.services.test_standing_delivery import without_telegram


async def test_without_the_right_to_let_in_those_who_run_the_hall_are_told_once(
    hall: Hall,
) -> None:
    boss, other = await admins(hall)
    ada, bo = await hall.person(), await hall.person("Bo")
    await groups(hall, GROUP)
    for person in (ada, bo):
        now = await deactivated(hall, boss, person)
        await deliver(hall, now=now)
    # No right to make links; then no right to lift a ban, either.
    await rights(hall, GROUP, replace(RUNS, may_invite=False), now=now)
    await reinstated(hall, boss, other, ada, now + DAY)
    await deliver(hall, now=now + DAY)
    told = await hall.notices("member_waits")
    assert {one.person_id for one in told} >= {boss, other}
    assert {one.args["whose"] for one in told} == {ada}
    assert [one.person_id for one in await hall.notices("group_invite")] == [ada]
    await rights(hall, GROUP, POWERLESS, now=now)
    await reinstated(hall, boss, other, bo, now + DAY)
    await refuse(hall, READMIT, now=now + DAY)
    more = (await hall.notices("member_waits"))[len(told) :]
    assert {one.person_id for one in more} >= {boss, other}
    assert {one.args["whose"] for one in more} == {bo}
    assert await state(hall, bo) is MemberState.removed
    for one in (*told, *more):
        shown = await SCREENS["member_waits"](
            without_telegram(hall.db), {**one.args, "person_id": one.person_id}
        )  # fmt: skip
        assert shown is not None
        assert "let people into" in shown.text.text
    await rights(hall, GROUP, RUNS, now=now + DAY)
    await deliver(hall, now=now + DAY)
    assert await state(hall, bo) is MemberState.left
    assert len(await hall.notices("member_waits")) == len(told) + len(more)
