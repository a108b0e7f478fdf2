"""Roles: who holds which, giving one step by step, and the links that give one."""

from typing import Any

from bot import say
from bot.domain.people import Role
from bot.services import people, projects, roles
from handlers.context import Hall, Words
from handlers.menus import set_new_menu
from handlers.messages.screen import (
    Button,
    Keyboard,
    Screen,
    button,
    lines,
    page_of,
    rows_of,
    turning,
)

# Of the names that others choose, in a list of many.
MOST_NAME = 64
# In place of a project: the whole hall.
WHOLE = "-"
_PAGE = 8


async def role_list(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Who holds which role, each with a button to take it away, and the links that are open."""
    words = hall.words(args["language"])
    found = await roles.holders(hall.db, by=args["person_id"])
    links = await roles.open_links(hall.db, by=args["person_id"], now=hall.clock.now())
    page = args.get("page", 0)
    said, buttons = [], []
    for one in page_of(found, page):
        where, role = _where(words, one.project), words(f"role-{one.role}")
        name = one.person.name[:MOST_NAME]
        said.append(
            words.rich(
                "roles-line", role=role, name=name, id=str(one.person.telegram_id), where=where
            )
        )
        label = words("button-revoke", role=role, where=where, name=one.person.name[:20])
        buttons.append(button(label, "rr", one.role_id))
    text = lines(words.rich("roles-head"), *said, "", words.rich("roles-hint"))
    turn = turning(len(found), page, lambda label, to: button(label, "rl", to))
    more = [button(words("button-role-give"), "la", style="primary")]
    if links:
        more.append(button(words("button-role-links", count=len(links)), "lg"))
    return Screen(text, (*rows_of(buttons, 1), *turn, tuple(more)))


async def choose(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Which role is to be given?"""
    words = hall.words(args["language"])
    said = [words.rich(f"role-means-{role}", role=words(f"role-{role}")) for role in Role]
    buttons = [button(words(f"role-{role}"), "lb", role) for role in Role]
    back = button(words("button-back"), "rl", 0)
    return Screen(
        lines(words.rich("role-which"), lines(*said), between="\n\n"),
        (*rows_of(buttons, 2), (back,)),
    )


async def place(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For which project, or for the whole hall?"""
    words = hall.words(args["language"])
    role, page = Role(args["role"]), args.get("page", 0)
    found = await projects.listed(hall.db, by=args["person_id"])
    buttons = [button(one.name[:40], "lc", role, one.key) for one in page_of(found, page, _PAGE)]
    turn = turning(len(found), page, lambda label, to: button(label, "lk", role, to), _PAGE)
    whole = button(words("button-role-whole"), "lc", role, WHOLE)
    back = button(words("button-back"), "la")
    text = words.rich("role-where", role=words(f"role-{role}"))
    return Screen(text, (*rows_of(buttons, 1), *turn, (whole,), (back,)))


async def how(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How does the person get it: chosen from Telegram's list, by number, or by a link?"""
    words = hall.words(args["language"])
    role, where = Role(args["role"]), args["where"]
    hours = hall.rules.standing.link_hours
    text = words.rich("role-how", what=_what(words, role, args.get("project")), hours=hours)
    ways = [
        button(words("button-role-pick"), "ld", role, where),
        button(words("button-role-number"), "lf", role, where),
        button(words("button-role-link"), "le", role, where),
    ]
    return Screen(text, (*rows_of(ways, 1), (button(words("button-back"), "lb", role),)))


async def ask_number(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The next message is the person's number."""
    words = hall.words(args["language"])
    what = _what(words, Role(args["role"]), args.get("project"))
    return Screen(words.rich("role-ask-number", what=what), (_cancel(words),))


async def picking(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What stands above while the person is being chosen below."""
    words = hall.words(args["language"])
    what = _what(words, Role(args["role"]), args.get("project"))
    return Screen(words.rich("role-picking", what=what), (_cancel(words),))


async def pick(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The button that opens Telegram's list of people."""
    words = hall.words(args["language"])
    keyboard = Keyboard(words("button-role-person"), args["request"])
    return Screen(words.rich("role-pick"), keyboard=keyboard)


async def links(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The links that can still give a role; each can be revoked."""
    words = hall.words(args["language"])
    person = await people.by_id(hall.db, args["person_id"])
    now = hall.clock.now()
    said, buttons = [], []
    for one in (await roles.open_links(hall.db, by=person.id, now=now))[:20]:
        until = say.clock_time(words.language, one.expires_at, person.zone, now)
        what = _what(words, one.role, one.project)
        said.append(words.rich("role-links-line", what=what, until=until, number=one.link_id))
        label = words("button-role-link-revoke", number=one.link_id)
        buttons.append(button(label, "lh", one.link_id))
    head = words.rich("role-links-head" if said else "role-links-none")
    return Screen(
        lines(head, *said), (*rows_of(buttons, 1), (button(words("button-back"), "rl", 0),))
    )


async def invited(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What a link offers to whoever opened it."""
    words = hall.words(args["language"])
    what = _what(words, Role(args["role"]), args.get("project"))
    yes = button(words("button-role-accept"), "li", args["link"], style="success")
    return Screen(words.rich("role-invited", what=what), ((yes,),))


async def link_used(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For who made a link: somebody has taken the role with it."""
    words = hall.words(args["language"])
    holder = await people.by_id(hall.db, args["holder_id"])
    text = words.rich(
        "role-link-used", what=_what(words, Role(args["role"]), args.get("project")),
        name=holder.name[:MOST_NAME], id=str(holder.telegram_id),
    )  # fmt: skip
    return Screen(text, ((_all(words),),))


async def granted(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A role was granted; the list of people below is put away."""
    words = hall.words(args["language"])
    role = words(f"role-{Role(args['role'])}")
    text = words.rich("roles-granted", role=role, id=str(args["id"]))
    if args.get("picked"):
        return Screen(text, keyboard=Keyboard())
    return Screen(text, ((_all(words),),))


async def told(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Somebody holds a role now, or holds it no more."""
    words = hall.words((await people.by_id(hall.db, args["person_id"])).language)
    where = _where(words, args["project"])
    key = "roles-told-taken" if args.get("taken") else "roles-told"
    return Screen(words.rich(key, role=words(f"role-{Role(args['role'])}"), where=where))


async def menu(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """No message: the menu of commands follows the roles that were taken."""
    await set_new_menu(hall, await people.by_id(hall.db, args["person_id"]))
    return None


def link_screen(hall: Hall, language: str, made: roles.MadeLink, zone: str) -> Screen:
    """A new link, shown this once."""
    words = hall.words(language)
    text = words.rich(
        "role-link", what=_what(words, made.role, made.project), link=hall.deep_link(made.payload),
        until=say.clock_time(language, made.expires_at, zone, hall.clock.now()),
    )  # fmt: skip
    return Screen(text, ((_all(words),),))


def _where(words: Words, project: str | None) -> str:
    return words("roles-where", project=project) if project else ""


def _what(words: Words, role: Role, project: str | None) -> str:
    """A role with where it holds."""
    if project is None:
        return words("role-in-hall", role=words(f"role-{role}"))
    return words("role-in-project", role=words(f"role-{role}"), project=project)


def _cancel(words: Words) -> tuple[Button, ...]:
    return (button(words("button-cancel"), "ac"),)


def _all(words: Words) -> Button:
    return button(words("button-roles"), "rl", 0)
