"""Links that give a role: once, to one person, for a day; and roles that end with access."""

from datetime import timedelta

import pytest

from bot.domain.people import Role, Standing
from bot.domain.refusal import Refused
from bot.domain.role_links import digest
from bot.domain.steps import StepKind
from bot.services import roles, standing
from bot.services.roles import MadeLink
from storage import schema
from tests.services.builders import DAY, MINUTE, NOW, RULES, Hall
from tests.services.standing_acts import climb, decide, deliver, look, tell

BEFORE_IT_ENDS = timedelta(hours=RULES.standing.link_hours) - MINUTE


async def made(
    hall: Hall, by: int, role: Role = Role.reviewer, project_key: str | None = None
) -> MadeLink:
    return await roles.make_link(
        hall.db, role=role, project_key=project_key, by=by, cause=hall.cause(), now=NOW,
        rules=RULES,
    )  # fmt: skip


async def opened(hall: Hall, link: MadeLink, person: int, *, later: timedelta = MINUTE) -> int:
    """The id of the link, for the tap that takes the role."""
    offer = await roles.open_link(hall.db, token=link.token, person_id=person, now=NOW + later)
    return offer.link_id


async def accept(hall: Hall, link_id: int, person: int, *, later: timedelta = MINUTE) -> None:
    await roles.accept(
        hall.db, link_id=link_id, person_id=person, cause=hall.cause(), now=NOW + later
    )


async def test_a_link_gives_its_role_to_who_opens_it_and_its_maker_is_told(hall: Hall) -> None:
    boss, ann = await hall.person(roles=(Role.admin,)), await hall.person("Ann")
    await hall.project()
    link = await made(hall, boss, project_key="pairs")
    link_id = await opened(hall, link, ann)
    assert (await hall.who(ann)).roles == ()
    await accept(hall, link_id, ann)
    assert (await hall.who(ann)).may_review(1)
    assert not (await hall.who(ann)).may_review(2)
    (told,) = await hall.notices("role_link_used")
    assert (told.person_id, told.args["holder_id"]) == (boss, ann)
    assert [one.person_id for one in await hall.notices("role_told")] == [ann]
    (granted,) = await hall.acts("role-granted")
    assert (granted.actor_id, granted.before, granted.after) == (
        boss, {"roles": []}, {"role": "reviewer", "project": "pairs"}
    )  # fmt: skip
    assert [one.actor_id for one in await hall.acts("role-link-used")] == [ann]


async def test_only_the_digest_of_a_token_is_kept(hall: Hall) -> None:
    boss = await hall.person(roles=(Role.admin,))
    link = await made(hall, boss)
    assert len(link.token) >= 22
    assert link.token not in repr(await hall.census())
    (row,) = await hall.rows(schema.role_links)
    assert row.token_digest == digest(link.token)


async def test_what_is_not_valid_is_told_in_one_way_and_changes_nothing(hall: Hall) -> None:
    boss, ann, eve = [await hall.person(roles=(Role.admin,)), *await hall.people(2)]
    used, taken, late, revoked, orphan = [await made(hall, boss) for _ in range(5)]
    other = await hall.person(roles=(Role.admin,))
    left = await made(hall, other)
    await accept(hall, await opened(hall, used, ann), ann)
    await opened(hall, taken, ann)
    third = (await hall.rows(schema.role_links))[3]
    await roles.revoke_link(hall.db, link_id=third.id, by=boss, cause=hall.cause(), now=NOW)
    mine = next(one for one in await roles.everybody(hall.db) if one.person.id == other)
    await roles.revoke(hall.db, role_id=mine.role_id, by=boss, cause=hall.cause(), now=NOW)
    before = await hall.census()
    for link, later in (
        (used, MINUTE), (taken, MINUTE), (late, DAY), (revoked, MINUTE), (left, MINUTE),
        (MadeLink("A" * 22, Role.admin, None, NOW), MINUTE),
        (MadeLink("", Role.admin, None, NOW), MINUTE),
    ):  # fmt: skip
        with pytest.raises(Refused) as no:
            await opened(hall, link, eve, later=later)
        assert (no.value.reason, no.value.facts) == ("role-link", {})
    assert await hall.census() == before
    await opened(hall, orphan, eve, later=BEFORE_IT_ENDS)


async def test_the_tap_takes_only_what_the_same_person_opened_and_once(hall: Hall) -> None:
    boss, ann, eve = [await hall.person(roles=(Role.admin,)), *await hall.people(2)]
    link, unopened = await made(hall, boss), await made(hall, boss)
    link_id = await opened(hall, link, ann)
    before = await hall.census()
    for wrong, who, later in (
        (link_id, eve, MINUTE), (link_id + 1, ann, MINUTE), (999, ann, MINUTE), (link_id, ann, DAY)
    ):  # fmt: skip
        with pytest.raises(Refused, match="role-link"):
            await accept(hall, wrong, who, later=later)
    assert await hall.census() == before
    await accept(hall, link_id, ann)
    with pytest.raises(Refused, match="role-link"):
        await accept(hall, link_id, ann)
    assert [one.role for one in await roles.everybody(hall.db)] == [Role.admin, Role.reviewer]
    assert len(await roles.open_links(hall.db, by=boss, now=NOW)) == 1
    assert unopened.payload == f"g{unopened.token}"


async def test_only_admins_make_see_and_revoke_links(hall: Hall) -> None:
    await hall.person(roles=(Role.admin,))
    await hall.project()
    for role in (Role.coordinator, Role.reviewer, Role.client, Role.arbiter):
        one = await hall.person(roles=(role,))
        with pytest.raises(Refused, match="not-admin"):
            await made(hall, one)
        with pytest.raises(Refused, match="not-admin"):
            await roles.open_links(hall.db, by=one, now=NOW)
        with pytest.raises(Refused, match="not-admin"):
            await roles.revoke_link(hall.db, link_id=1, by=one, cause=hall.cause(), now=NOW)


@pytest.mark.parametrize("role", [Role.admin, Role.arbiter])
async def test_what_is_for_the_whole_hall_is_given_for_no_project(hall: Hall, role: Role) -> None:
    boss = await hall.person(roles=(Role.admin,))
    await hall.project()
    with pytest.raises(Refused, match=f"{role}-of-project"):
        await made(hall, boss, role, "pairs")


@pytest.mark.parametrize("kind", [StepKind.deactivation, StepKind.hold])
async def test_roles_end_when_access_does_and_none_is_given_then(
    hall: Hall, kind: StepKind
) -> None:
    boss, ann = await hall.person(roles=(Role.admin,)), await hall.person("Ann")
    await hall.person(roles=(Role.arbiter,))
    await hall.project()
    for role, key in ((Role.reviewer, "pairs"), (Role.coordinator, None)):
        await roles.grant(
            hall.db, telegram_id=(await hall.who(ann)).telegram_id or 0, role=role,
            project_key=key, by=boss, cause=hall.cause(), now=NOW, rules=RULES,
        )  # fmt: skip
    step = await decide(hall, boss, ann, kind, now=NOW, reason="fraud")
    assert (await hall.who(ann)).may_coordinate()
    await deliver(hall, now=NOW)
    assert (await hall.who(ann)).roles == ()
    (taken,) = await hall.acts("roles-taken")
    assert {one["role"] for one in taken.before["roles"]} == {"reviewer", "coordinator"}
    assert (taken.actor_id, taken.after) == (None, {"roles": []})
    assert [one.person_id for one in await hall.notices("menu")] == [ann]
    assert step.told_at is None
    link = await made(hall, boss)
    link_id = await opened(hall, link, ann)
    with pytest.raises(Refused, match="role-standing"):
        await accept(hall, link_id, ann)
    with pytest.raises(Refused, match="role-standing"):
        await roles.grant(
            hall.db, telegram_id=(await hall.who(ann)).telegram_id or 0, role=Role.reviewer,
            project_key=None, by=boss, cause=hall.cause(), now=NOW, rules=RULES,
        )  # fmt: skip


async def test_who_is_out_does_not_become_an_admin_again_when_the_bot_starts(hall: Hall) -> None:
    boss, ann = await hall.person(roles=(Role.admin,)), await hall.person(roles=(Role.admin,))
    await hall.person(roles=(Role.arbiter,))
    configured = ((await hall.who(ann)).telegram_id or 0,)
    (role,) = [one.role_id for one in await roles.holders(hall.db, by=boss)][1:2]
    await roles.revoke(hall.db, role_id=role, by=boss, cause=hall.cause(), now=NOW)
    out = await tell(hall, boss, ann, StepKind.deactivation, now=NOW, reason="fraud")
    await roles.ensure_admins(hall.db, configured, now=NOW + DAY, rules=RULES)
    assert (await hall.who(ann)).roles == ()
    await standing.withdraw(
        hall.db, number=out.number, text="It was another account.", by=boss, cause=hall.cause(),
        now=NOW + DAY,
    )  # fmt: skip
    await roles.ensure_admins(hall.db, configured, now=NOW + DAY, rules=RULES)
    assert (await hall.who(ann)).is_admin


async def test_roles_stay_through_the_days_of_notice_and_do_not_come_back(hall: Hall) -> None:
    boss, ann = await hall.person(roles=(Role.admin,)), await hall.person(roles=(Role.reviewer,))
    await hall.person(roles=(Role.arbiter,))
    at = await climb(hall, boss, ann, now=NOW, to=StepKind.suspension)
    assert (await hall.who(ann)).may_review()
    at += 15 * DAY
    await tell(hall, boss, ann, StepKind.deactivation, now=at)
    await look(hall, now=at + 13 * DAY)
    assert (await hall.who(ann)).may_review()
    await look(hall, now=at + 15 * DAY)
    person = await hall.who(ann)
    assert (person.standing, person.roles) == (Standing.deactivated, ())
