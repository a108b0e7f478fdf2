"""Who could decide an appeal: known wherever a step is decided, appealed, or a role is taken."""

from dataclasses import replace

from bot.domain.appeals import may_decide
from bot.domain.people import Person, Role
from bot.domain.refusal import Refused
from storage import appeals, people, steps
from storage.database import Tx


async def deciders_of(
    tx: Tx, *, step_by: int, person_id: int
) -> tuple[list[Person], list[Person]]:
    """Who decides an appeal of that person against a step of that decider; and who cannot yet.

    Somebody whom the bot cannot write to, since they never began the chat or have blocked it,
    would hear of no appeal.
    """
    found = await people.with_role(tx, Role.admin, Role.arbiter)
    fit = [one for one in found if may_decide(one, step_by, person_id)]
    return [one for one in fit if one.is_reachable], [one for one in fit if not one.is_reachable]


async def require_decider_left(tx: Tx, person: Person, role: Role) -> None:
    """Refuse to take the role from the only one who could answer an appeal that needs a person.

    All others are decided for who appeals when their time is over.
    """
    left = replace(person, roles=tuple(one for one in person.roles if one != (role, None)))
    if left.may_arbitrate or not person.may_arbitrate:
        return
    for one in await appeals.waiting(tx):
        if not (await steps.by_id(tx, one.step_id)).is_egregious:
            continue
        able, _ = await deciders_of(tx, step_by=one.step_by, person_id=one.person_id)
        if [found.id for found in able] == [person.id]:
            raise Refused("last-decider", number=one.number)
