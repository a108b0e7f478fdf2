"""The topics of a forum: who opens, closes and deletes them, everybody learns of it."""

from sandbox.chats import GENERAL, Chat, Message, Topic
from sandbox.refusal import bad_request
from sandbox.wire import Json
from sandbox.world import Event, World, from_user

BLUE = 0x6FB9F0
LONGEST_NAME = 128
NO_FORUM = "the chat is not a forum"
NO_TOPIC = "message thread not found"
UNCHANGED = "TOPIC_NOT_MODIFIED"


def open_topic(world: World, chat: Chat, name: str, by: Json, color: int = BLUE) -> Topic:
    """A new topic; the message that opens it has the number of the topic."""
    if not chat.forum:
        raise bad_request(NO_FORUM)
    if not 1 <= len(name.strip()) <= LONGEST_NAME:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name.strip() else "TOPIC_TITLE_TOO_LONG")
    created = {"name": name, "icon_color": color}
    message = from_user(
        by,
        chat,
        world,
        service=f'{by["first_name"]} opened the topic "{name}"',
        attachment={"forum_topic_created": created},
    )
    message.thread_id = message.id
    topic = chat.topics[message.id] = Topic(message.id, name, color, opening=message)
    world.post(message)
    world.tell(Event("chat", chat=chat))
    return topic


def rename_topic(world: World, chat: Chat, number: int, name: str, by: Json) -> None:
    """Give a topic another name."""
    topic = find_topic(chat, number)
    if topic.name == name:
        raise bad_request(UNCHANGED)
    topic.name = name
    _say(
        world, chat, topic, by, f'renamed the topic to "{name}"', forum_topic_edited={"name": name}
    )


def close_topic(world: World, chat: Chat, number: int, by: Json) -> None:
    """Let only administrators write in it from now on."""
    topic = find_topic(chat, number)
    if topic.closed:
        raise bad_request(UNCHANGED)
    topic.closed = True
    _say(world, chat, topic, by, "closed the topic", forum_topic_closed={})


def reopen_topic(world: World, chat: Chat, number: int, by: Json) -> None:
    """Let everybody write in it again."""
    topic = find_topic(chat, number)
    if not topic.closed:
        raise bad_request(UNCHANGED)
    topic.closed = False
    _say(world, chat, topic, by, "reopened the topic", forum_topic_reopened={})


def delete_topic(world: World, chat: Chat, number: int) -> None:
    """Take a topic away with all that is in it; nobody is told."""
    topic = find_topic(chat, number)
    if topic is chat.general:
        raise bad_request("TOPIC_ID_INVALID")
    del chat.topics[number]
    for message in [each for each in chat.messages.values() if each.thread_id == number]:
        world.delete(message)
    world.tell(Event("chat", chat=chat))


def find_topic(chat: Chat, number: int) -> Topic:
    """The topic of this number, the General one included."""
    if not chat.forum:
        raise bad_request(NO_FORUM)
    topic = chat.general if number == GENERAL else chat.topics.get(number)
    if topic is None:
        raise bad_request(NO_TOPIC)
    return topic


def _say(world: World, chat: Chat, topic: Topic, by: Json, words: str, **fields: Json) -> Message:
    message = from_user(
        by, chat, world, service=f"{by['first_name']} {words}", attachment=dict(fields)
    )
    message.thread_id = None if topic is chat.general else topic.id
    world.post(message)
    world.tell(Event("chat", chat=chat))
    return message
