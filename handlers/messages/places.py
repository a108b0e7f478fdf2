"""Groups and channels as coordinators see them: what the bot may do there, and what changed."""

from typing import Any

from bot.domain.places import Chat, Hindrance, Membership, News, Place
from bot.services import chats, people
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Button, Screen, button, lines, page_of, rows_of, turning

# Of the names that others choose, in a list of many.
MOST_NAME = 64


def place_name(words: Words, place: Place) -> str:
    """The chat, and the topic where the chat has topics."""
    title = place.chat.title[:MOST_NAME]
    if place.topic is None:
        return words("place-general", title=title) if place.chat.is_forum else title
    topic = place.topic.name[:MOST_NAME] or words("place-unnamed", number=place.topic.thread_id)
    return words("place-topic", title=title, topic=topic)


def hindrance_words(words: Words, place: Place) -> str:
    """What keeps calls out of the place, and what to do about it; nothing where nothing does."""
    match place.hindrance:
        case None:
            return ""
        case Hindrance.no_rights if place.chat.is_channel:
            return words("place-no-rights-channel")
        case hindrance:
            return words(f"place-{hindrance}")


async def groups(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Where the bot is, what it may do there, and which of these are work groups."""
    words = hall.words(args["language"])
    found = await chats.everything(hall.db, by=args["person_id"])
    if not found:
        return Screen(words.rich("groups-none"))
    page = args.get("page", 0)
    shown = page_of(found, page)
    said = [_line(words, chat) for chat in shown]
    buttons = [one for chat in shown for one in _buttons(words, chat)]
    turn = turning(len(found), page, lambda label, to: button(label, "gl", to))
    return Screen(lines(words.rich("groups-head"), *said), (*rows_of(buttons, 1), *turn))


def _line(words: Words, chat: Chat) -> Text:
    title = chat.title[:MOST_NAME]
    hindrance = chat.rights.hindrance
    if hindrance is not None:
        mark = "⚠️" if chat.registered else "⚪️"
        return words.rich(
            "groups-line", mark=mark, title=title, state=hindrance_words(words, Place(chat))
        )
    if not chat.registered:
        state = words("groups-state-new")
    elif chat.is_channel:
        state = words("groups-state-channel")
    else:
        state = words("groups-state-forum" if chat.is_forum else "groups-state-work")
    mark = "🟢" if chat.registered else "⚪️"
    line = words.rich("groups-line", mark=mark, title=title, state=state)
    if chat.languages or chat.project_ids:
        line = lines(line, words.rich("groups-narrowed"))
    return lines(line, words.rich("groups-members")) if _lacks(chat) else line


def _lacks(chat: Chat) -> bool:
    """Whether the bot cannot do what it does about the members of a work group."""
    return chat.registered and not (chat.rights.may_invite and chat.rights.may_remove)


def _buttons(words: Words, chat: Chat) -> list[Button]:
    made = []
    if not chat.registered and chat.rights.bot is not Membership.left:
        made.append(button(words("button-register", title=chat.title[:24]), "gw", chat.id))
    if chat.registered and (chat.rights.hindrance is not None or _lacks(chat)):
        made.append(button(words("button-check-again", title=chat.title[:24]), "gc", chat.id))
    if chat.registered:
        made.append(button(words("button-group-uses", title=chat.title[:24]), "gpv", chat.id))
    return made


async def one(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One group, as it was just found to be."""
    words = hall.words(args["language"])
    chat = await chats.by_id(hall.db, args["chat_id"])
    if chat is None:
        return None
    rows = rows_of([*_buttons(words, chat), button(words("button-groups"), "gl", 0)], 1)
    return Screen(_line(words, chat), rows)


async def changed(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The bot was added somewhere or removed, may write or may not, or a topic was closed.

    What is no longer so when it would be told is not told.
    """
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    chat = await chats.by_id(hall.db, args["chat_id"])
    if chat is None or not _still_so(chat, news := News(args["news"])):
        return None
    text = words.rich(f"chat-{news}", title=chat.title, topic=args.get("topic") or "…")
    if news is News.muted and chat.is_channel:
        text = words.rich("chat-muted-channel", title=chat.title)
    return Screen(text, ((_next_step(words, chat, news),),))


def _still_so(chat: Chat, news: News) -> bool:
    hindrance = chat.rights.hindrance
    match news:
        case News.added:
            return not chat.registered and hindrance is not Hindrance.gone
        case News.lost:
            return hindrance is Hindrance.gone
        case News.muted:
            return hindrance is Hindrance.no_rights
        case News.demoted:
            return chat.rights.bot is Membership.member
        case News.returned | News.unmuted:
            return hindrance is None
    return True


def _next_step(words: Words, chat: Chat, news: News) -> Button:
    if news is News.added:
        return button(words("button-register", title=chat.title[:24]), "gw", chat.id)
    if news in (News.lost, News.muted):
        return button(words("button-check-again", title=chat.title[:24]), "gc", chat.id)
    if news in (News.topic_closed, News.topic_gone):
        return button(words("button-all-calls"), "ck", 0)
    return button(words("button-groups"), "gl", 0)


async def registered(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The group is a work group; where the bot may not write there yet, what to do first."""
    words = hall.words(args["language"])
    chat = await chats.by_id(hall.db, args["chat_id"])
    if chat is None:
        return None
    said = words.rich("chat-registered", title=chat.title, kind=chat.kind)
    if chat.rights.hindrance is None:
        call = button(words("button-call"), "cw", style="primary")
        uses = button(words("button-group-uses", title=chat.title[:24]), "gpv", chat.id)
        return Screen(said, rows_of([call, uses, button(words("button-groups"), "gl", 0)], 1))
    why = words.rich("chat-but", why=hindrance_words(words, Place(chat)))
    return Screen(lines(said, why), rows_of(_buttons(words, chat), 1))


async def channel_spoke(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Somebody called in the name of a channel, where nobody is known by name."""
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    chat = await chats.by_id(hall.db, args["chat_id"])
    if chat is None:
        return None
    row = (button(words("button-call"), "cw", style="primary"),)
    return Screen(words.rich("chat-channel-spoke", title=chat.title), (row,))
