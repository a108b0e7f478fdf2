"""Roles: granted by id, by admins alone; the last admin stays."""

import pytest

from bot.domain.people import ANONYMOUS_IDS, Role
from bot.domain.refusal import Refused, Repeated
from bot.services import roles
from storage import schema
from tests.services.builders import NOW, RULES, Hall


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
