"""One work group: what the bot may do there, and for which languages and projects it is."""

from typing import Any

from bot.domain.places import Chat, Place
from bot.services import groups, people
from bot.services.groups import GroupView
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.places import MOST_NAME, hindrance_words
from handlers.messages.profile_words import language_name, language_names, listed
from handlers.messages.screen import Row, Screen, button, lines, page_of, rows_of, turning
from handlers.messages.settings import WORK_LANGUAGES

PROJECTS = 10


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What the bot may do there, and what its calls are for."""
    words = hall.words(args["language"])
    found = await groups.view(hall.db, chat_id=args["chat_id"], by=args["person_id"])
    chat = found.chat
    text = lines(
        words.rich("group-head", title=chat.title[:MOST_NAME]),
        _rights(words, chat),
        lines(_languages(words, chat), _projects(words, found)),
        words.rich("group-meaning") if chat.languages or chat.project_ids else None,
        between="\n\n",
    )
    rows: list[Row] = [
        (
            button(words("button-group-languages"), "gpl", chat.id),
            button(words("button-group-projects"), "gpj", chat.id, 0),
        ),
        (button(words("button-check-again", title=chat.title[:24]), "gc", chat.id),),
        (button(words("button-groups"), "gl", 0),),
    ]
    return Screen(text, tuple(rows))


def _rights(words: Words, chat: Chat) -> Text:
    if chat.rights.hindrance is not None:
        return words.rich("group-cannot", why=hindrance_words(words, Place(chat)))
    may = {
        "post": chat.rights.may_post, "pin": chat.rights.may_pin,
        "invite": chat.rights.may_invite, "remove": chat.rights.may_remove,
    }  # fmt: skip
    return lines(
        words.rich("group-may"),
        *(
            words.rich(
                "group-right", mark="✅" if given else "➖", what=words(f"group-may-{name}")
            )
            for name, given in may.items()
        ),
    )


def _languages(words: Words, chat: Chat) -> Text:
    if not chat.languages:
        return words.rich("group-languages-all")
    return words.rich("group-languages", languages=language_names(words, chat.languages))


def _projects(words: Words, found: GroupView) -> Text:
    if not found.chat.project_ids:
        return words.rich("group-projects-all")
    return words.rich("group-projects", projects=listed(words, (one.name for one in found.bound)))


async def languages(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The languages that the calls there can be for, those chosen marked."""
    words = hall.words(args["language"])
    found = await groups.view(hall.db, chat_id=args["chat_id"], by=args["person_id"])
    chat = found.chat
    shown = dict.fromkeys((*chat.languages, *sorted(found.languages), *WORK_LANGUAGES))
    buttons = [
        button(
            ("✅ " if one in chat.languages else "⬜️ ") + language_name(words.language, one),
            "gpt", chat.id, one, int(one not in chat.languages),
        )
        for one in shown
    ]  # fmt: skip
    back = (button(words("button-back"), "gpv", chat.id),)
    text = words.rich("group-languages-ask", title=chat.title[:MOST_NAME])
    return Screen(text, (*rows_of(buttons, 2), back))


async def projects(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The projects that the calls there can be for, those chosen marked."""
    words = hall.words(args["language"])
    found = await groups.view(hall.db, chat_id=args["chat_id"], by=args["person_id"])
    chat, page = found.chat, args.get("page", 0)
    bound = set(chat.project_ids)
    buttons = [
        button(
            ("✅ " if one.id in bound else "⬜️ ") + one.name[:48],
            "gpk", chat.id, one.id, int(one.id not in bound), page,
        )
        for one in page_of(found.offered, page, PROJECTS)
    ]  # fmt: skip
    turn = turning(
        len(found.offered), page, lambda label, to: button(label, "gpj", chat.id, to), PROJECTS
    )
    back = (button(words("button-back"), "gpv", chat.id),)
    key = "group-projects-ask" if found.offered else "group-projects-none"
    text = words.rich(key, title=chat.title[:MOST_NAME])
    return Screen(text, (*rows_of(buttons, 1), *turn, back))


async def no_pin(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The project wants its card pinned, and the bot may not; nothing where it may by now."""
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    found = await groups.view(hall.db, chat_id=args["chat_id"], by=person.id)
    if found.chat.rights.may_pin:
        return None
    text = words.rich("group-no-pin", title=found.chat.title)
    check = button(words("button-check-again", title=found.chat.title[:24]), "gc", found.chat.id)
    return Screen(text, ((check,),))
