"""/roles: who holds which, granted by numeric id."""

from bot.domain.people import Role, require_admin
from bot.domain.refusal import Refused
from bot.services import roles
from handlers.context import Context
from handlers.menus import set_new_menu
from handlers.showing import answer, owe, show

_GRANT_ARGS = (3, 4)
# As many as the ids of Telegram can have.
MOST_DIGITS = 16


async def role_command(ctx: Context) -> None:
    """`/roles`, or `/roles grant ID ROLE [PROJECT]`."""
    require_admin(ctx.person)
    if not ctx.args:
        await owe(ctx, "roles")
        return
    telegram_id, role, project = _grant(ctx.args)
    await roles.grant(
        ctx.db, telegram_id=telegram_id, role=role, project_key=project, by=ctx.person.id,
        cause=ctx.cause, now=ctx.now, rules=ctx.hall.rules,
    )  # fmt: skip
    await owe(ctx, "role_granted", id=telegram_id, role=role)
    person = await roles.of_person(ctx.db, telegram_id)
    if person is not None:
        await set_new_menu(ctx.hall, person)


def _grant(args: tuple[str, ...]) -> tuple[int, Role, str | None]:
    known = {role.value for role in Role}
    usable = len(args) in _GRANT_ARGS and args[0] == "grant" and args[2] in known
    if not usable or not (
        args[1].isascii() and args[1].isdecimal() and len(args[1]) <= MOST_DIGITS
    ):
        raise Refused("roles-usage")
    return int(args[1]), Role(args[2]), args[3] if len(args) == _GRANT_ARGS[1] else None


async def listing(ctx: Context, page: int) -> None:
    """Another page of who holds which role."""
    require_admin(ctx.person)
    await answer(ctx)
    await show(ctx, "roles", page=max(page, 0))


async def revoke(ctx: Context, role_id: int) -> None:
    """Take a role away."""
    person = await roles.revoke(
        ctx.db, role_id=role_id, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-revoked"))
    await show(ctx, "roles")
    await set_new_menu(ctx.hall, person)
