"""The bot about itself: who it is, its texts, its commands."""

from sandbox.methods.reach import find_chat
from sandbox.params import Params
from sandbox.refusal import bad_request
from sandbox.wire import Json
from sandbox.world import World

LONGEST = {"name": 64, "description": 512, "short_description": 120}


def get_me(world: World, params: Params) -> Json:  # noqa: ARG001
    """The bot as a User, with what only getMe tells."""
    return {
        **world.me,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def just_true(world: World, params: Params) -> bool:  # noqa: ARG001
    """Nothing happens here, and Telegram says True."""
    return True


def _set(world: World, params: Params, what: str) -> bool:
    text = params.text(what)
    if len(text) > LONGEST[what]:
        raise bad_request(f"BOT_{what.upper()}_TOO_LONG")
    world.profile[what, params.text("language_code")] = text
    return True


def _get(world: World, params: Params, what: str, fallback: str = "") -> Json:
    stored = world.profile.get((what, params.text("language_code")))
    return {what: stored or world.profile.get((what, "")) or fallback}


def set_my_name(world: World, params: Params) -> bool:
    """Store the bot's name in a language."""
    return _set(world, params, "name")


def get_my_name(world: World, params: Params) -> Json:
    """The bot's name in a language."""
    return _get(world, params, "name", world.me["first_name"])


def set_my_description(world: World, params: Params) -> bool:
    """Store what an empty chat shows."""
    return _set(world, params, "description")


def get_my_description(world: World, params: Params) -> Json:
    """What an empty chat shows."""
    return _get(world, params, "description")


def set_my_short_description(world: World, params: Params) -> bool:
    """Store what the profile page shows."""
    return _set(world, params, "short_description")


def get_my_short_description(world: World, params: Params) -> Json:
    """What the profile page shows."""
    return _get(world, params, "short_description")


def _scope(world: World, params: Params) -> Json:
    scope = params.mapping("scope")
    if "chat_id" in scope:
        find_chat(world, Params(scope, {}))
    return scope


def set_my_commands(world: World, params: Params) -> bool:
    """Replace the menu of a scope and language."""
    world.commands.store(
        params.sequence("commands"), _scope(world, params), params.text("language_code")
    )
    return True


def get_my_commands(world: World, params: Params) -> list[Json]:
    """The menu of a scope and language."""
    return world.commands.read(_scope(world, params), params.text("language_code"))


def delete_my_commands(world: World, params: Params) -> bool:
    """Remove the menu of a scope and language."""
    world.commands.forget(_scope(world, params), params.text("language_code"))
    return True
