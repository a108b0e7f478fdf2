"""Where a person stands: kept true after each change of a step, in its transaction."""

from datetime import datetime

from bot.domain.applications import ApplicationState
from bot.domain.ladder import standing_of
from bot.domain.memberships import is_out
from bot.domain.notices import Priority
from bot.domain.people import BARRED, Person, Role, Standing
from bot.domain.steps import Step, StepState, takes_roles, when_told
from storage import applications, journal, memberships, notices, people, steps
from storage.database import Tx, alone


async def settle_standing(tx: Tx, person: Person, *, now: datetime) -> Standing:
    """Store what the steps of the locked person come to, and return it.

    Whoever cannot claim does not wait on the list.
    """
    mine = await steps.of_person(tx, person.id)
    found = standing_of(mine, now)
    if takes_roles(mine, now):
        await _take_roles(tx, person, now=now)
    if found is Standing.good and await _still_applies(tx, person):
        found = Standing.applicant
    if found is not person.standing:
        await people.change(tx, person.id, standing=found)
        await _follow(tx, person, found, now=now)
    if found in BARRED:
        await people.sign_off(tx, person.id)
    return found


async def _still_applies(tx: Tx, person: Person) -> bool:
    """Whether the person, against whom no step stands, was never let in."""
    if person.standing is Standing.applicant:
        return True
    applied = await applications.of_person(tx, person.id)
    return applied is not None and applied.state is not ApplicationState.accepted


async def _take_roles(tx: Tx, person: Person, *, now: datetime) -> None:
    """Take every role of somebody whose access has ended; they do not come back by themselves.

    The last admin stays one, or nobody could decide anything any more.
    """
    await alone(tx, "roles")
    if not (await people.by_id(tx, person.id)).roles:
        # Looked for only now: a role that was just being given is there by now, or refused.
        return
    held = await people.all_roles(tx)
    mine = [one for one in held if one[1].id == person.id]
    if not any(role is Role.admin and of.id != person.id for _, of, role, _ in held):
        mine = [one for one in mine if one[2] is not Role.admin]
    if not mine:
        return
    for role_id, _, _, _ in mine:
        await people.revoke(tx, role_id)
    taken = [{"role": role, "project_id": project_id} for _, _, role, project_id in mine]
    left = (await people.by_id(tx, person.id)).roles
    await journal.append(
        tx, at=now, actor_id=None, act="roles-taken", subject=f"person:{person.id}",
        before={"roles": taken}, after={"roles": [role for role, _ in left]},
    )  # fmt: skip
    if person.telegram_id is not None and person.unreachable_since is None:
        await notices.add(
            tx, key=f"menu:{person.id}:{mine[0][0]}", chat_id=person.telegram_id,
            person_id=person.id, kind="menu", args={}, priority=Priority.personal, now=now,
        )  # fmt: skip


async def _follow(tx: Tx, person: Person, found: Standing, *, now: datetime) -> None:
    """Work groups follow standing: out when access has stopped, in again when it is back."""
    gone = Standing.deactivated
    if found is gone and is_out(await people.by_id(tx, person.id)):
        await memberships.shut_out(tx, person.id, now=now)
    elif person.standing is gone:
        await memberships.let_in(tx, person.id, now=now)


async def step_told(tx: Tx, step_id: int, *, now: datetime) -> Step | None:
    """The notice of a step has arrived: its clock starts. None where it did before, or is gone."""
    person = await people.locked(tx, (await steps.by_id(tx, step_id)).person_id)
    step = await steps.locked_by_id(tx, step_id)
    if step.told_at is not None or step.state is not StepState.scheduled:
        return None
    told = when_told(step, now)
    await steps.keep(tx, told)
    await settle_standing(tx, person, now=now)
    return told


async def tell_untold(tx: Tx, number: str, *, now: datetime) -> None:
    """The notice of a step cannot reach the person: its clock stands still, and admins know."""
    step = await steps.by_number(tx, number)
    if step is None or not step.is_live or step.told_at is not None:
        return
    for admin in await people.with_role(tx, Role.admin):
        if admin.telegram_id is not None and admin.id != step.person_id:
            await notices.add(
                tx, key=f"step-untold:{step.id}:{admin.id}", chat_id=admin.telegram_id,
                person_id=admin.id, kind="step_untold", args={"number": number},
                priority=Priority.personal, now=now,
            )  # fmt: skip
