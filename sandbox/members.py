from sandbox.wire import Json

ADMIN_RIGHTS = (
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats"),
    *("can_restrict_members", "can_change_info", "can_invite_users", "can_pin_messages"),
)
NO_RIGHTS = (
    *("can_be_edited", "is_anonymous", "can_promote_members"),
    *("can_post_stories", "can_edit_stories", "can_delete_stories"),
)


def member(user: Json, status: str) -> Json:
    """The Bot API's ChatMember with everything that its status demands."""
    wire: Json = {"user": user, "status": status}
    if status == "creator":
        wire["is_anonymous"] = False
    elif status == "administrator":
        wire.update(dict.fromkeys(ADMIN_RIGHTS, True), **dict.fromkeys(NO_RIGHTS, False))
    elif status == "kicked":
        wire["until_date"] = 0
    return wire
