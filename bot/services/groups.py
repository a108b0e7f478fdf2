"""What the calls in a work group are for: some languages, some projects, or all."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Person, require_coordinator
from bot.domain.places import Chat
from bot.domain.projects import Project, ProjectState
from bot.domain.refusal import Refused
from bot.effects.record import record
from storage import chats, people, projects
from storage.database import Database, Tx

MOST_LANGUAGES, MOST_PROJECTS = 20, 50
_LONGEST = 35  # a language code


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group with the projects that it is for, those it can be for, and their languages."""

    chat: Chat
    bound: list[Project]
    offered: list[Project]
    languages: set[str]


@dataclass(frozen=True, slots=True)
class GroupUse:
    """A work group, and the keys of the projects that it is for."""

    chat: Chat
    projects: list[str]


async def everything(db: Database) -> list[GroupUse]:
    """All work groups, for the hall's own use."""
    async with db.read() as tx:
        keys = {one.id: one.key for one in await projects.everything(tx)}
        return [
            GroupUse(chat, [keys[one] for one in chat.project_ids if one in keys])
            for chat in await chats.everything(tx)
            if chat.registered
        ]


async def view(db: Database, *, chat_id: int, by: int) -> GroupView:
    """The group as who coordinates sees it."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        require_coordinator(person)
        chat = await _registered(tx, chat_id)
        every = await projects.everything(tx)
        bound = [one for one in every if one.id in chat.project_ids]
        offered = [
            one
            for one in every
            if person.may_coordinate(one.id)
            and (one in bound or one.state is not ProjectState.closed)
        ]
        languages = {language for one in every for language in one.offer.languages}
        return GroupView(chat, bound, offered, languages)


async def set_language(
    db: Database, *, chat_id: int, language: str, chosen: bool, by: int, cause: str, now: datetime
) -> None:
    """The calls there are for that language, or not any more; without any they are for all."""
    async with db.begin(cause) as tx:
        person = await people.by_id(tx, by)
        require_coordinator(person)
        chat = await _registered(tx, chat_id, lock=True)
        if len(language) > _LONGEST or not language.replace("-", "").isalnum():
            raise Refused("stale-button")
        others = tuple(one for one in chat.languages if one != language)
        languages = (*others, language) if chosen else others
        if len(languages) > MOST_LANGUAGES:
            raise Refused("stale-button")
        await _bind(tx, chat, languages, chat.project_ids, person, now)


async def set_project(
    db: Database, *, chat_id: int, project_id: int, chosen: bool, by: int, cause: str,
    now: datetime,
) -> None:  # fmt: skip
    """The calls there are for that project, or not any more; by who coordinates it."""
    async with db.begin(cause) as tx:
        person = await people.by_id(tx, by)
        require_coordinator(person, project_id)
        chat = await _registered(tx, chat_id, lock=True)
        if project_id not in {one.id for one in await projects.everything(tx)}:
            raise Refused("stale-button")
        others = tuple(one for one in chat.project_ids if one != project_id)
        project_ids = (*others, project_id) if chosen else others
        if len(project_ids) > MOST_PROJECTS:
            raise Refused("stale-button")
        await _bind(tx, chat, chat.languages, project_ids, person, now)


async def _registered(tx: Tx, chat_id: int, *, lock: bool = False) -> Chat:
    chat = await (chats.locked if lock else chats.by_id)(tx, chat_id)
    if chat is None or not chat.registered:
        raise Refused("chat-not-registered")
    return chat


async def _bind(
    tx: Tx, chat: Chat, languages: tuple[str, ...], project_ids: tuple[int, ...], by: Person,
    now: datetime,
) -> None:  # fmt: skip
    if (languages, project_ids) == (chat.languages, chat.project_ids):
        return
    await chats.bind(tx, chat.id, languages=languages, project_ids=project_ids)
    keys = {one.id: one.key for one in await projects.everything(tx)}
    after = {
        "languages": list(languages), "projects": [keys[one] for one in project_ids],
    }  # fmt: skip
    await record(tx, "chat-meant", f"chat:{chat.id}", by=by.id, now=now, after=after)
