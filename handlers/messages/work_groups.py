"""Work groups for those who work in them, and what is told of people who may not be there."""

from typing import Any

from bot import say
from bot.domain.memberships import Member, MemberState, is_out
from bot.domain.people import BARRED
from bot.domain.places import Chat
from bot.domain.refusal import Refused
from bot.services import chats, memberships, people
from handlers.context import Hall, Words
from handlers.group.members import link_for
from handlers.messages.screen import Button, Screen, button, lines

_MOST = 20
_MOST_TITLE = 40


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The work groups that are open to the person, with a button into each."""
    found = await memberships.open_to(hall.db, by=args["person_id"])
    words = hall.words(found.person.language)
    shown = found.groups[:_MOST]
    said = [
        words.rich("work-groups-in" if _is_in(known) else "work-groups-open", title=chat.title)
        for chat, known in shown
    ]
    text = lines(
        words.rich("work-groups-head"),
        lines(*said) if said else words.rich("work-groups-none"),
        between="\n\n",
    )
    rows = tuple(
        (_join(words, chat.title, chat.id),) for chat, known in shown if not _is_in(known)
    )
    return Screen(text, (*rows, (button(words("button-back"), "v"),)))


def _is_in(known: Member | None) -> bool:
    return known is not None and known.state is MemberState.member


def _join(words: Words, title: str, chat_id: int) -> Button:
    return button(words("button-group-join", title=title[:_MOST_TITLE]), "gi", chat_id)


async def link(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The person's own link into one group, or that they are in it."""
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    wanted, address = await link_for(hall, person.id, args["chat_id"])
    title = wanted.chat.title
    back = (button(words("button-work-groups"), "gm"),)
    if address is None:
        return Screen(words.rich("group-link-in", title=title), (back,))
    until = say.clock_time(words.language, wanted.until, person.zone, hall.clock.now())
    text = words.rich("group-link", title=title, until=until)
    label = words("button-group-open", title=title[:_MOST_TITLE])
    return Screen(text, ((Button(label, url=address),), back))


async def invited(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The notice of somebody who may come back into a group, with a fresh link where that works.

    None where the person may not, after all.
    """
    person = await people.by_id(hall.db, args["person_id"])
    chat = await chats.by_id(hall.db, args["chat_id"])
    if chat is None or not chat.registered or is_out(person):
        return None
    words = hall.words(person.language)
    back = words.rich("group-open-again", title=chat.title)
    try:
        made = await link(hall, args)
    except Refused:
        # Who cannot claim yet gets a link when that is over: the coordinator has none either.
        ask = None if person.standing in BARRED else words.rich("group-ask-coordinator")
        rows = ((button(words("button-work-groups"), "gm"),),)
        return Screen(lines(back, ask, between="\n\n"), rows)
    if made is None:
        return None
    return Screen(lines(back, made.text, between="\n\n"), made.rows)


async def stays(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For those who run a group: somebody is in it whom the bot may not put out.

    None where there is nothing to do any more.
    """
    reader = await people.by_id(hall.db, args["person_id"])
    whose = await people.by_id(hall.db, args["whose"])
    chat = await chats.by_id(hall.db, args["chat_id"])
    if chat is None or not reader.may_coordinate() or not is_out(whose):
        return None
    words = hall.words(reader.language)
    text = words.rich("member-stays", name=whose.name[:_MOST_TITLE], title=chat.title)
    return Screen(text, ((_check_again(words, chat),),))


async def waits(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """For those who run a group: somebody may be in it again whom the bot may not let in.

    None where there is nothing to do any more.
    """
    reader = await people.by_id(hall.db, args["person_id"])
    whose = await people.by_id(hall.db, args["whose"])
    chat = await chats.by_id(hall.db, args["chat_id"])
    if chat is None or not reader.may_coordinate() or whose.standing in BARRED:
        return None
    words = hall.words(reader.language)
    text = words.rich("member-waits", name=whose.name[:_MOST_TITLE], title=chat.title)
    return Screen(text, ((_check_again(words, chat),),))


def _check_again(words: Words, chat: Chat) -> Button:
    return button(words("button-check-again", title=chat.title[:24]), "gc", chat.id)
