"""The topics of a forum, as the bot runs them."""

from sandbox import topics
from sandbox.chats import GENERAL, Chat
from sandbox.methods.reach import need_right, present_chat
from sandbox.params import Params
from sandbox.wire import Json
from sandbox.world import World


def _forum(world: World, params: Params) -> Chat:
    chat = present_chat(world, params)
    need_right(chat, "can_manage_topics", "not enough rights to manage topics in the chat")
    return chat


def create_forum_topic(world: World, params: Params) -> Json:
    """Open a topic."""
    color = params.integer("icon_color") or topics.BLUE
    topic = topics.open_topic(
        world, _forum(world, params), params.text("name"), world.me, color=color
    )
    return {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.color}


def edit_forum_topic(world: World, params: Params) -> bool:
    """Rename a topic."""
    number = params.integer("message_thread_id") or 0
    topics.rename_topic(world, _forum(world, params), number, params.text("name"), world.me)
    return True


def close_forum_topic(world: World, params: Params) -> bool:
    """Close a topic."""
    number = params.integer("message_thread_id") or 0
    topics.close_topic(world, _forum(world, params), number, world.me)
    return True


def reopen_forum_topic(world: World, params: Params) -> bool:
    """Open a closed topic again."""
    number = params.integer("message_thread_id") or 0
    topics.reopen_topic(world, _forum(world, params), number, world.me)
    return True


def delete_forum_topic(world: World, params: Params) -> bool:
    """Delete a topic with its messages."""
    topics.delete_topic(world, _forum(world, params), params.integer("message_thread_id") or 0)
    return True


def close_general_forum_topic(world: World, params: Params) -> bool:
    """Close the General topic."""
    topics.close_topic(world, _forum(world, params), GENERAL, world.me)
    return True


def reopen_general_forum_topic(world: World, params: Params) -> bool:
    """Open the General topic again."""
    topics.reopen_topic(world, _forum(world, params), GENERAL, world.me)
    return True
