"""Help, groups and roles."""

from typing import Any

from bot.domain.people import Role
from bot.services import people, roles
from bot.typeset import Entity, Text
from handlers.context import Hall
from handlers.messages.screen import Screen, button, lines, page_of, rows_of, turning

# Of the names that others choose, in a list of many.
MOST_NAME = 64


async def help_page(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How it works, by role."""
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    said: list[Text | str] = [words.rich("help-contractor", seconds=hall.rules.undo_seconds)]
    if person.may_review():
        said.append(words.rich("help-reviewer"))
    if person.may_coordinate():
        example = words("help-project-example")
        said += [words.rich("help-coordinator"), _block(example, "yaml")]
    if person.speaks_for_client():
        said.append(words.rich("help-client"))
    if person.is_admin:
        said.append(words.rich("help-admin"))
    return Screen(lines(*said, between="\n\n"), ((button(words("button-my-work"), "w"),),))


def _block(text: str, language: str) -> Text:
    whole = Text(text)
    return Text(text, (Entity("pre", 0, whole.units, language=language),))


async def role_list(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Who holds which role, each with a button to take it away."""
    words = hall.words(args["language"])
    found = await roles.holders(hall.db, by=args["person_id"])
    page = args.get("page", 0)
    said, buttons = [], []
    for one in page_of(found, page):
        where = words("roles-where", project=one.project) if one.project else ""
        role = words(f"role-{one.role}")
        said.append(
            words.rich(
                "roles-line",
                role=role,
                name=one.person.name[:MOST_NAME],
                id=str(one.person.telegram_id),
                where=where,
            )
        )
        label = words("button-revoke", role=role, where=where, name=one.person.name[:20])
        buttons.append(button(label, "rr", one.role_id))
    text = lines(words.rich("roles-head"), *said, "", words.rich("roles-hint"))
    turn = turning(len(found), page, lambda label, to: button(label, "rl", to))
    return Screen(text, (*rows_of(buttons, 1), *turn))


async def granted(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A role was granted."""
    words = hall.words(args["language"])
    role = words(f"role-{Role(args['role'])}")
    return Screen(words.rich("roles-granted", role=role, id=str(args["id"])))


async def told(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Somebody holds a role now, or holds it no more."""
    words = hall.words((await people.by_id(hall.db, args["person_id"])).language)
    where = words("roles-where", project=args["project"]) if args["project"] else ""
    key = "roles-told-taken" if args.get("taken") else "roles-told"
    return Screen(words.rich(key, role=words(f"role-{Role(args['role'])}"), where=where))


async def use_private(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Not here: in the private chat."""
    del args
    return Screen(hall.words(hall.rules.language).rich("group-use-private"))


async def not_understood(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A "no" as a message, with the way back to work."""
    words = hall.words(args["language"])
    text = words.rich(f"refused-{args['reason']}", **args["facts"])
    return Screen(text, ((button(words("button-my-work"), "w"),),))


async def went_wrong(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """An apology with a number."""
    words = hall.words(args["language"])
    text = words.rich("alert-wrong", number=args["number"])
    return Screen(text, ((button(words("button-my-work"), "w"),),))


async def set_aside(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For admins: an update could not be handled and was set aside."""
    words = hall.words(args["language"])
    return Screen(
        words.rich(
            "alert-admin", number=args["number"], error=args["error"], update=str(args["update"])
        )
    )
