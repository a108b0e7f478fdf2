"""What the members of a chat may do, and how the Bot API tells it."""

from collections.abc import Mapping

from sandbox.wire import Json

_ADMINS = (
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats"),
    *("can_restrict_members", "can_change_info", "can_invite_users"),
)
_NOT_GIVEN = (
    *("can_be_edited", "is_anonymous", "can_promote_members"),
    *("can_post_stories", "can_edit_stories", "can_delete_stories"),
)
_IN_CHANNELS = ("can_post_messages", "can_edit_messages")
_SENDING = (
    *("can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos"),
    *("can_send_videos", "can_send_video_notes", "can_send_voice_notes", "can_send_polls"),
    *("can_send_other_messages", "can_add_web_page_previews", "can_react_to_messages"),
)
_RUNNING = (
    *("can_change_info", "can_invite_users", "can_pin_messages"),
    *("can_manage_topics", "can_edit_tag"),
)

Rights = Mapping[str, bool]


def admin_rights(kind: str, changed: Rights) -> dict[str, bool]:
    """What an administrator may do: the usual, where nothing else was decided."""
    rights = {**dict.fromkeys(_ADMINS, True), **dict.fromkeys(_NOT_GIVEN, False)}
    if kind == "channel":
        rights.update(dict.fromkeys(_IN_CHANNELS, True))
    else:
        rights["can_pin_messages"] = True
    if kind == "supergroup":
        rights["can_manage_topics"] = False
    return {**rights, **changed}


def restricted_rights(changed: Rights) -> dict[str, bool]:
    """What somebody who is restricted may do: nothing, where nothing else was decided."""
    return {**dict.fromkeys((*_SENDING, *_RUNNING), False), **changed}


def everybodys_rights(*, writing: bool) -> dict[str, bool]:
    """What plain members may do: write, or only read."""
    return {**dict.fromkeys(_SENDING, writing), **dict.fromkeys(_RUNNING, False)}


def check_rights(rights: Rights) -> None:
    """Refuse names that are no rights, since they are always a mistake."""
    known = {*_ADMINS, *_NOT_GIVEN, *_IN_CHANNELS, *_SENDING, *_RUNNING}
    strange = sorted(set(rights) - known)
    if strange:
        raise ValueError(f"no such right: {', '.join(strange)}")


def member(
    user: Json, status: str, kind: str = "supergroup", rights: Rights | None = None
) -> Json:
    """The Bot API's ChatMember with everything that its status demands."""
    wire: Json = {"user": user, "status": status}
    if status == "creator":
        wire["is_anonymous"] = False
    elif status == "administrator":
        wire.update(admin_rights(kind, rights or {}))
    elif status == "restricted":
        wire.update(restricted_rights(rights or {}), is_member=True, until_date=0)
    elif status == "kicked":
        wire["until_date"] = 0
    return wire
