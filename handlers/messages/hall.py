"""Help, groups and roles."""

from typing import Any

from bot.domain.people import Role
from bot.services import chats, people, roles
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
    if person.may_coordinate():
        example = words("help-project-example")
        said += [words.rich("help-coordinator"), _block(example, "yaml")]
    if person.is_admin:
        said.append(words.rich("help-admin"))
    return Screen(lines(*said, between="\n\n"), ((button(words("button-my-work"), "w"),),))


def _block(text: str, language: str) -> Text:
    whole = Text(text)
    return Text(text, (Entity("pre", 0, whole.units, language=language),))


async def groups(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Where the bot is, and which of these are work groups."""
    words = hall.words(args["language"])
    found = await chats.everything(hall.db, by=args["person_id"])
    if not found:
        return Screen(words.rich("groups-none"))
    page = args.get("page", 0)
    said, buttons = [], []
    for chat in page_of(found, page):
        state = "groups-state-new"
        if chat.bot == "left":
            state = "groups-state-left"
        elif chat.registered:
            state = "groups-state-work" if chat.bot == "administrator" else "groups-no-rights"
        mark = "🟢" if chat.is_usable else "⚪️"
        title = chat.title[:MOST_NAME]
        said.append(words.rich("groups-line", mark=mark, title=title, state=words(state)))
        if not chat.registered and chat.bot != "left":
            text = words("button-register", title=chat.title[:24])
            buttons.append(button(text, "gw", chat.id))
    turn = turning(len(found), page, lambda label, to: button(label, "gl", to))
    rows = (*rows_of(buttons, 1), *turn)
    return Screen(lines(words.rich("groups-head"), *said), rows)


async def chat_changed(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The bot was added to a group, removed from it, or its rights changed."""
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    chat = await chats.by_id(hall.db, args["chat_id"])
    if chat is None:
        return None
    if args["bot"] == "left":
        return Screen(words.rich("chat-lost", title=chat.title))
    if args["was"] == "left" and not chat.registered:
        row = (button(words("button-register", title=chat.title[:24]), "gw", chat.id),)
        return Screen(words.rich("chat-added", title=chat.title), (row,))
    key = "chat-promoted" if args["bot"] == "administrator" else "chat-demoted"
    return Screen(words.rich(key, title=chat.title))


async def registered(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The group is a work group."""
    words = hall.words(args["language"])
    return Screen(
        words.rich("chat-registered", title=args["title"]),
        ((button(words("button-call"), "cw", style="primary"),),),
    )


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
        label = words("button-revoke", role=role, name=one.person.name[:20])
        buttons.append(button(label, "rr", one.role_id))
    text = lines(words.rich("roles-head"), *said, "", words.rich("roles-hint"))
    turn = turning(len(found), page, lambda label, to: button(label, "rl", to))
    return Screen(text, (*rows_of(buttons, 1), *turn))


async def granted(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A role was granted."""
    words = hall.words(args["language"])
    role = words(f"role-{Role(args['role'])}")
    return Screen(words.rich("roles-granted", role=role, id=str(args["id"])))


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
