"""Work groups and the people in them: what the bot was told, and links that let people in."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.memberships import (
    Member,
    MemberState,
    is_out,
    link_ends,
    require_invitable,
    usable_link,
)
from bot.domain.notices import EXPEL, Notice
from bot.domain.people import Person
from bot.domain.places import Chat
from bot.domain.rules import Rules
from bot.effects.record import record
from storage import chats, memberships, people
from storage.database import Database


@dataclass(frozen=True, slots=True)
class WorkGroups:
    """The work groups that are open to the person, each with what is known of them there."""

    person: Person
    groups: list[tuple[Chat, Member | None]]


@dataclass(frozen=True, slots=True)
class Invitation:
    """A group into which the person may be let; `link` is the one given before, if it still works.

    `name` is how a new link is called: nobody in the group learns more from it.
    """

    chat: Chat
    telegram_id: int | None
    name: str
    link: str | None
    until: datetime


async def moved(
    db: Database, *, chat_id: int, telegram_id: int, present: bool, cause: str, now: datetime
) -> None:
    """Somebody entered a group or left it, as Telegram tells; strangers to the hall are not kept.

    Who may not be in a work group is put out again.
    """
    async with db.look() as tx:
        known = await people.by_telegram(tx, telegram_id)
        there = await chats.by_id(tx, chat_id)
    if known is None or there is None:
        return
    async with db.begin(cause) as tx:
        person = await people.locked(tx, known.id)
        chat = await chats.by_id(tx, chat_id)
        state = MemberState.member if present else MemberState.left
        await memberships.put(tx, chat_id, person.id, state, now=now)
        if present and is_out(person) and chat is not None and chat.registered:
            await memberships.owe(tx, EXPEL, chat_id, person.id, now=now)


async def to_do(db: Database, notice: Notice) -> Person | None:
    """Whom the notice puts out or lets in; none where the person's standing has changed since."""
    async with db.read() as tx:
        person = await people.by_id(tx, notice.person_id or 0)
    if person.telegram_id is None or is_out(person) != (notice.kind == EXPEL):
        return None
    return person


async def open_to(db: Database, *, by: int) -> WorkGroups:
    """The work groups into which the bot may invite."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        known = {one.chat_id: one for one in await memberships.of_person(tx, by)}
        found = [
            (chat, known.get(chat.id)) for chat in await chats.everything(tx)
            if chat.registered and chat.rights.may_invite
        ]  # fmt: skip
        return WorkGroups(person, found)


async def invitation(
    db: Database, *, chat_id: int, by: int, now: datetime, rules: Rules
) -> Invitation:
    """What is needed to let the person in; refused to whoever's standing bars new work."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        chat = require_invitable(person, await chats.by_id(tx, chat_id))
        known = await memberships.one(tx, chat_id, by)
        name = (await people.pseudonyms(tx, {by}))[by]
    hours = rules.standing.link_hours
    link = usable_link(known, hours, now)
    since = known.changed_at if known is not None and link is not None else now
    return Invitation(chat, person.telegram_id, name, link, link_ends(since, hours))


async def invited(db: Database, *, chat_id: int, by: int, link: str, now: datetime) -> None:
    """The person was given a link of their own."""
    async with db.begin() as tx:
        await people.locked(tx, by)
        await memberships.put(tx, chat_id, by, MemberState.invited, now=now, link=link)
        await record(tx, "group-link", f"person:{by}", by=by, now=now, after={"chat": chat_id})


async def found_there(db: Database, *, chat_id: int, by: int, now: datetime) -> None:
    """Telegram says that the person is in the group already."""
    async with db.begin() as tx:
        await people.locked(tx, by)
        await memberships.put(tx, chat_id, by, MemberState.member, now=now)
