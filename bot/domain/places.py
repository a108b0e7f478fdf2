"""Where calls are posted: what the bot may do there, and what keeps a card away."""

from dataclasses import dataclass
from enum import StrEnum


class Hindrance(StrEnum):
    """Why nothing can be posted in a place."""

    gone = "gone"  # the bot is not in the chat, or the chat is no more
    no_rights = "no-rights"  # the bot may not write there
    topic_closed = "topic-closed"
    topic_gone = "topic-gone"


class Membership(StrEnum):
    """Where the bot stands in a chat."""

    member = "member"
    administrator = "administrator"
    left = "left"


class TopicState(StrEnum):
    """Where a topic of a forum stands."""

    open = "open"
    closed = "closed"
    gone = "gone"


class PostState(StrEnum):
    """Where one card of a call stands."""

    live = "live"
    waiting = "waiting"
    failed = "failed"
    impossible = "impossible"


class News(StrEnum):
    """What changed for the bot in a chat, as far as coordinators need to know."""

    added = "added"
    returned = "returned"
    lost = "lost"
    demoted = "demoted"
    muted = "muted"
    unmuted = "unmuted"
    topic_closed = "topic-closed"
    topic_gone = "topic-gone"


@dataclass(frozen=True, slots=True)
class Rights:
    """What the bot may do in a chat, as far as it is known."""

    bot: Membership
    may_post: bool = True
    may_pin: bool = False
    may_invite: bool = False
    may_remove: bool = False

    @property
    def hindrance(self) -> Hindrance | None:
        """What keeps the bot from posting there."""
        if self.bot is Membership.left:
            return Hindrance.gone
        return None if self.may_post else Hindrance.no_rights


GONE = Rights(Membership.left, may_post=False)


@dataclass(frozen=True, slots=True)
class Chat:
    """A group or channel as the hall knows it."""

    id: int
    kind: str
    title: str
    rights: Rights
    registered: bool
    added_by: int | None
    is_forum: bool = False
    # What its calls are for, where it is not for all: languages, and projects by id.
    languages: tuple[str, ...] = ()
    project_ids: tuple[int, ...] = ()

    @property
    def is_channel(self) -> bool:
        """Whether only the channel itself speaks there."""
        return self.kind == "channel"

    @property
    def is_usable(self) -> bool:
        """Whether calls can be posted there."""
        return self.registered and self.rights.hindrance is None


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of a forum that the bot has seen."""

    chat_id: int
    thread_id: int
    name: str
    state: TopicState


@dataclass(frozen=True, slots=True)
class Place:
    """Where a call can stand: a chat, or one topic of it (none: the chat itself, or General)."""

    chat: Chat
    topic: Topic | None = None

    @property
    def thread_id(self) -> int | None:
        """The topic's id as Telegram wants it."""
        return self.topic.thread_id if self.topic else None

    @property
    def key(self) -> tuple[int, int | None]:
        """The chat and the topic by id."""
        return self.chat.id, self.thread_id

    @property
    def hindrance(self) -> Hindrance | None:
        """What keeps a call from being posted there."""
        found = self.chat.rights.hindrance
        if found is not None or self.topic is None:
            return found
        closed = {TopicState.closed: Hindrance.topic_closed, TopicState.gone: Hindrance.topic_gone}
        return closed.get(self.topic.state)


def post_state(hindrance: Hindrance | None, *, is_sent: bool, is_pending: bool) -> PostState:
    """Where a card stands, by its place and by what became of its message.

    A closed topic keeps the cards that are in it: only new ones are refused.
    """
    if hindrance is Hindrance.topic_closed and is_sent:
        return PostState.live
    if hindrance is not None:
        return PostState.impossible
    if is_sent:
        return PostState.live
    return PostState.waiting if is_pending else PostState.failed


class Meant(StrEnum):
    """Whether the calls of a project belong into a chat."""

    for_it = "for-it"  # it says so of this project, or of its language
    for_all = "for-all"
    other_projects = "other-projects"
    other_languages = "other-languages"

    @property
    def is_welcome(self) -> bool:
        """Whether a call of the project can be posted there."""
        return self in (Meant.for_it, Meant.for_all)


def meant(chat: Chat, project_id: int, languages: tuple[str, ...]) -> Meant:
    """Whether the chat is for calls of that project, which works in these languages (all: none).

    A project without languages is for everybody, so a chat for some of them takes it too.
    """
    if chat.project_ids and project_id not in chat.project_ids:
        return Meant.other_projects
    if chat.languages and languages and not set(chat.languages) & set(languages):
        return Meant.other_languages
    by_language = bool(chat.languages and languages)
    return Meant.for_it if chat.project_ids or by_language else Meant.for_all


def news_of(before: Rights | None, after: Rights, *, registered: bool) -> News | None:
    """What a change of rights means to coordinators; none where nothing follows from it.

    Of a group that is not registered only the coming and going is told.
    """
    was = before.hindrance if before else Hindrance.gone
    now = after.hindrance
    if was == now:
        return _demoted(before, after) if registered else None
    if now is Hindrance.gone:
        return News.lost
    if was is Hindrance.gone:
        return News.returned if registered else News.added
    if not registered:
        return None
    return News.muted if now else News.unmuted


def _demoted(before: Rights | None, after: Rights) -> News | None:
    if before is None or before.bot is not Membership.administrator:
        return None
    return News.demoted if after.bot is Membership.member else None
