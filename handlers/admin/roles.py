"""/roles: who holds which; given by choosing a person, by numeric id, or by a link."""

from telegram import UsersShared

from bot.domain.awaiting import AwaitedText
from bot.domain.people import Role, require_admin
from bot.domain.refusal import Refused
from bot.domain.role_links import WHOLE_HALL
from bot.services import awaiting, projects, roles
from handlers.context import Context
from handlers.menus import set_new_menu, set_own_menu
from handlers.messages.roles import WHOLE, link_screen
from handlers.showing import answer, edit, owe, show

TOPIC = "role-person"
_GRANT_ARGS = (3, 4)
# As many as the ids of Telegram can have.
MOST_DIGITS = 16
# Telegram gives the number of a request back as it was, in 32 bits.
_MOST_REQUEST = 2**31 - 1


async def role_command(ctx: Context) -> None:
    """`/roles`, or `/roles grant ID ROLE [PROJECT]`."""
    require_admin(ctx.person)
    if not ctx.args:
        await owe(ctx, "roles")
        return
    telegram_id, role, project = _grant(ctx.args)
    await _give(ctx, telegram_id, role, project)


def _grant(args: tuple[str, ...]) -> tuple[int, Role, str | None]:
    known = {role.value for role in Role}
    if len(args) not in _GRANT_ARGS or args[0] != "grant" or args[2] not in known:
        raise Refused("roles-usage")
    return _number(args[1]), Role(args[2]), args[3] if len(args) == _GRANT_ARGS[1] else None


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS):
        raise Refused("roles-usage")
    return int(text)


async def _give(
    ctx: Context, telegram_id: int, role: Role, project: str | None, *, picked: bool = False
) -> None:
    await roles.grant(
        ctx.db, telegram_id=telegram_id, role=role, project_key=project, by=ctx.person.id,
        cause=ctx.cause, now=ctx.now, rules=ctx.hall.rules,
    )  # fmt: skip
    await owe(ctx, "role_granted", id=telegram_id, role=role, picked=picked)
    person = await roles.of_person(ctx.db, telegram_id)
    if person is not None:
        await set_new_menu(ctx.hall, person)


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


async def choose(ctx: Context) -> None:
    """Give a role: which?"""
    require_admin(ctx.person)
    await answer(ctx)
    await show(ctx, "role_choose")


async def place(ctx: Context, role: str) -> None:
    """The role is chosen: for which project? What is for the whole hall is not asked."""
    await places(ctx, role, 0)


async def places(ctx: Context, role: str, page: int) -> None:
    """Another page of projects to choose from."""
    require_admin(ctx.person)
    chosen = _role(role)
    if chosen in WHOLE_HALL:
        await how(ctx, role, WHOLE)
        return
    await answer(ctx)
    await show(ctx, "role_place", role=chosen, page=max(page, 0))


async def how(ctx: Context, role: str, where: str) -> None:
    """Role and place are chosen: how is it given?"""
    args = await _chosen(ctx, role, where)
    await answer(ctx)
    await show(ctx, "role_how", where=where, **args)


async def pick(ctx: Context, role: str, where: str) -> None:
    """By choosing from Telegram's list, which a button below the field opens."""
    args = await _chosen(ctx, role, where)
    request = ctx.hall.random.randint(1, _MOST_REQUEST)
    await _ask(ctx, role, where, request)
    await answer(ctx)
    await show(ctx, "role_picking", **args)
    await owe(ctx, "role_pick", request=request)


async def number(ctx: Context, role: str, where: str) -> None:
    """By the numeric id, which is written next."""
    args = await _chosen(ctx, role, where)
    await _ask(ctx, role, where, 0)
    await answer(ctx)
    await show(ctx, "role_number", **args)


async def _ask(ctx: Context, role: str, where: str, request: int) -> None:
    given = {"role": role, "where": where, "request": request, "back": ["roles", {}]}
    await awaiting.ask(
        ctx.db, person_id=ctx.person.id, topic=TOPIC, args=given, card_id=ctx.message_id,
        now=ctx.now,
    )  # fmt: skip


async def written(ctx: Context, asked: AwaitedText, text: str) -> None:
    """The numeric id was written."""
    await _answered(ctx, asked, _number(text.strip()), picked=bool(asked.args["request"]))


async def shared(ctx: Context, chosen: UsersShared) -> None:
    """Somebody was chosen from the list; what for stands in the question, not in the message."""
    require_admin(ctx.person)
    asked = await awaiting.awaited(ctx.db, ctx.person.id, now=ctx.now)
    if asked is None or asked.topic != TOPIC or asked.args["request"] != chosen.request_id:
        raise Refused("asked-before")
    if len(chosen.users) != 1:
        raise Refused("roles-usage")
    await _answered(ctx, asked, chosen.users[0].user_id, picked=True)


async def _answered(ctx: Context, asked: AwaitedText, telegram_id: int, *, picked: bool) -> None:
    project = asked.args["where"]
    await _give(
        ctx, telegram_id, _role(asked.args["role"]), None if project == WHOLE else project,
        picked=picked,
    )  # fmt: skip
    await awaiting.drop(ctx.db, ctx.person.id)


async def link(ctx: Context, role: str, where: str) -> None:
    """By a link, which stands in the tapped message and nowhere else."""
    await _chosen(ctx, role, where)
    made = await roles.make_link(
        ctx.db, role=_role(role), project_key=None if where == WHOLE else where,
        by=ctx.person.id, cause=ctx.cause, now=ctx.now, rules=ctx.hall.rules,
    )  # fmt: skip
    await answer(ctx)
    # Where the message is gone the link is lost: a notice would keep it in the database.
    await edit(ctx, link_screen(ctx.hall, ctx.person.language, made, ctx.person.zone))


async def links(ctx: Context) -> None:
    """The links that are open."""
    require_admin(ctx.person)
    await answer(ctx)
    await show(ctx, "role_links")


async def revoke_link(ctx: Context, link_id: int) -> None:
    """A link gives nothing any more."""
    await roles.revoke_link(
        ctx.db, link_id=link_id, by=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-role-link-revoked"))
    await show(ctx, "role_links")


async def invited(ctx: Context, token: str) -> None:
    """Somebody opened a link: what it gives, with the tap that takes it."""
    offer = await roles.open_link(ctx.db, token=token, person_id=ctx.person.id, now=ctx.now)
    await owe(ctx, "role_invited", role=offer.role, project=offer.project, link=offer.link_id)


async def accept(ctx: Context, link_id: int) -> None:
    """The role that a link offered is taken."""
    await roles.accept(
        ctx.db, link_id=link_id, person_id=ctx.person.id, cause=ctx.cause, now=ctx.now
    )
    await answer(ctx, ctx.words("toast-role-taken"))
    await show(ctx, "help")
    if ctx.person.telegram_id is not None:
        person = await roles.of_person(ctx.db, ctx.person.telegram_id)
        if person is not None:
            await set_own_menu(ctx.hall, person)


def _role(text: str) -> Role:
    if text not in {role.value for role in Role}:
        raise Refused("stale-button")
    return Role(text)


async def _chosen(ctx: Context, role: str, where: str) -> dict[str, str | None]:
    """The role and the name of its project, as screens show them; refused where unusable."""
    require_admin(ctx.person)
    chosen = _role(role)
    if where == WHOLE:
        return {"role": chosen, "project": None}
    if chosen in WHOLE_HALL:
        raise Refused("stale-button")
    project = await projects.by_key(ctx.db, where, by=ctx.person.id)
    return {"role": chosen, "project": project.name}
