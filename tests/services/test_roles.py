"""Roles: granted by id, by admins alone; the last admin stays."""

import pytest

from bot.domain.appeals import AppealState
from bot.domain.people import ANONYMOUS_IDS, Role
from bot.domain.refusal import Refused, Repeated
from bot.domain.steps import StepKind
from bot.services import people, roles, standing
from storage import people as stored_people
from storage import schema
from tests.services.builders import NOW, RULES, Hall
from tests.services.standing_acts import decide, tell


async def grant(
    hall: Hall, by: int, telegram_id: int, role: Role = Role.coordinator,
    project_key: str | None = None, cause: str | None = None,
) -> None:  # fmt: skip
    await roles.grant(
        hall.db, telegram_id=telegram_id, role=role, project_key=project_key, by=by,
        cause=cause or hall.cause(), now=NOW, rules=RULES,
    )  # fmt: skip


async def revoke(hall: Hall, by: int, role_id: int) -> None:
    await roles.revoke(hall.db, role_id=role_id, by=by, cause=hall.cause(), now=NOW)


async def test_an_admin_grants_a_role_to_somebody_who_was_never_met(hall: Hall) -> None:
    boss = await hall.person(roles=(Role.admin,))
    await hall.project()
    await grant(hall, boss, 77)
    await grant(hall, boss, 77, project_key="pairs")
    held = await roles.holders(hall.db, by=boss)
    found = [(one.person.telegram_id, one.role, one.project) for one in held]
    assert found[1:] == [(77, Role.coordinator, None), (77, Role.coordinator, "pairs")]
    assert held[1].person.may_coordinate(1)


@pytest.mark.parametrize("telegram_id", [*sorted(ANONYMOUS_IDS), 0, -1001])
async def test_ids_that_are_nobody_get_no_role(hall: Hall, telegram_id: int) -> None:
    boss = await hall.person(roles=(Role.admin,))
    before = await hall.census()
    with pytest.raises(Refused, match="shared-id"):
        await grant(hall, boss, telegram_id)
    assert await hall.census() == before


async def test_only_admins_grant_and_take_and_see_roles(hall: Hall) -> None:
    await hall.person(roles=(Role.admin,))
    coordinator = await hall.person(roles=(Role.coordinator,))
    with pytest.raises(Refused, match="not-admin"):
        await grant(hall, coordinator, 77)
    with pytest.raises(Refused, match="not-admin"):
        await revoke(hall, coordinator, 1)
    with pytest.raises(Refused, match="not-admin"):
        await roles.holders(hall.db, by=coordinator)


@pytest.mark.parametrize(
    ("role", "key", "reason"),
    [
        (Role.coordinator, "nothing", "no-project"),
        (Role.admin, "pairs", "admin-of-project"),
        (Role.admin, None, "role-held"),
    ],
)
async def test_a_grant_that_makes_no_sense_is_refused(
    hall: Hall, role: Role, key: str | None, reason: str
) -> None:
    boss = await hall.person(roles=(Role.admin,))
    await hall.project()
    mine = (await hall.who(boss)).telegram_id
    assert mine is not None
    before = await hall.census()
    with pytest.raises(Refused, match=reason):
        await grant(hall, boss, mine, role, key)
    assert await hall.census() == before


async def test_a_grant_has_one_effect_per_cause(hall: Hall) -> None:
    boss = await hall.person(roles=(Role.admin,))
    await grant(hall, boss, 77, cause="u:1")
    with pytest.raises(Repeated):
        await grant(hall, boss, 77, cause="u:1")
    assert len(await hall.rows(schema.roles)) == 2


async def test_the_last_admin_stays(hall: Hall) -> None:
    boss, other = [await hall.person(roles=(Role.admin,)) for _ in range(2)]
    first, second = [one.role_id for one in await roles.everybody(hall.db)]
    await revoke(hall, boss, second)
    assert not (await hall.who(other)).is_admin
    with pytest.raises(Refused, match="last-admin"):
        await revoke(hall, boss, first)
    with pytest.raises(Refused, match="role-gone"):
        await revoke(hall, boss, second)
    assert (await hall.who(boss)).is_admin
    (entry,) = await hall.acts("role-revoked")
    assert (entry.actor_id, entry.before["role"]) == (boss, "admin")


async def test_a_coordinator_can_always_be_taken_off(hall: Hall) -> None:
    boss = await hall.person(roles=(Role.admin,))
    await grant(hall, boss, 77)
    await revoke(hall, boss, 2)
    assert len(await roles.everybody(hall.db)) == 1


async def role_of(hall: Hall, person_id: int) -> int:
    """The id of the only role of the person."""
    (found,) = [one for one in await roles.everybody(hall.db) if one.person.id == person_id]
    return found.role_id


async def test_who_alone_can_answer_an_appeal_that_needs_one_keeps_the_role(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    outside, ada, bob = await hall.person(roles=(Role.arbiter,)), *await hall.people(2)
    for who, kind, reason in (
        (bob, StepKind.warning, "conduct"),
        (ada, StepKind.deactivation, "fraud"),
    ):
        step = await tell(hall, boss, who, kind, now=NOW, reason=reason)
        made = await standing.appeal(
            hall.db, step=step.number, by=who, cause=hall.cause(), now=NOW
        )
    role = await role_of(hall, outside)
    with pytest.raises(Refused, match="last-decider") as no:
        await revoke(hall, boss, role)
    assert no.value.facts == {"number": made.number}
    # Somebody who never began the chat does not help.
    await grant(hall, boss, 77, Role.arbiter)
    with pytest.raises(Refused, match="last-decider"):
        await revoke(hall, boss, role)
    async with hall.db.begin() as tx:
        found = await stored_people.by_telegram(tx, 77)
    assert found is not None
    await people.came_back(hall.db, person_id=found.id, now=NOW)
    await revoke(hall, boss, role)
    assert not (await hall.who(outside)).may_arbitrate


async def test_an_appeal_that_ends_by_itself_keeps_nobody_in_a_role(hall: Hall) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    outside, ada = await hall.person(roles=(Role.arbiter,)), await hall.person()
    step = await tell(hall, boss, ada, StepKind.warning, now=NOW)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    await revoke(hall, boss, await role_of(hall, outside))
    await standing.look_at_appeals(hall.db, now=made.decide_by)
    (row,) = await hall.rows(schema.appeals)
    assert row.state == AppealState.overturned


async def test_who_never_began_the_chat_is_nobody_to_decide_an_appeal(hall: Hall) -> None:
    boss, ada = await hall.person("Boss", roles=(Role.admin,)), await hall.person()
    await grant(hall, boss, 77, Role.admin)
    with pytest.raises(Refused, match="step-no-decider") as no:
        await decide(hall, boss, ada, StepKind.hold, now=NOW, reason="fraud")
    assert no.value.facts == {"silent": 1}
    async with hall.db.begin() as tx:
        found = await stored_people.by_telegram(tx, 77)
    assert found is not None
    await people.came_back(hall.db, person_id=found.id, now=NOW)
    await decide(hall, boss, ada, StepKind.hold, now=NOW, reason="fraud")


async def test_an_arbiter_gives_no_role_by_any_way(hall: Hall) -> None:
    boss, other = [await hall.person(roles=(Role.admin,)) for _ in range(2)]
    outside, ada = await hall.person(roles=(Role.arbiter,)), await hall.person()
    with pytest.raises(Refused, match="not-admin"):
        await grant(hall, outside, 77, Role.arbiter)
    with pytest.raises(Refused, match="not-admin"):
        await make_link(hall, outside)
    # A link of an admin is worth nothing once that admin decides appeals only.
    link = await make_link(hall, other)
    mine = (await hall.who(other)).telegram_id
    assert mine is not None
    await grant(hall, boss, mine, Role.arbiter)
    (admin,) = [
        one.role_id
        for one in await roles.everybody(hall.db)
        if one.person.id == other and one.role is Role.admin
    ]
    await revoke(hall, boss, admin)
    with pytest.raises(Refused, match="role-link"):
        await roles.open_link(hall.db, token=link.token, person_id=ada, now=NOW)


async def make_link(hall: Hall, by: int) -> roles.MadeLink:
    return await roles.make_link(
        hall.db, role=Role.arbiter, project_key=None, by=by, cause=hall.cause(), now=NOW,
        rules=RULES,
    )  # fmt: skip
