"""Every method that the sandbox models, by its Bot API name."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any

from sandbox.methods import (
    answering,
    editing,
    fetching,
    groups,
    polling,
    profile,
    sending,
    topics,
    webhooks,
)
from sandbox.params import Params
from sandbox.world import World

Method = Callable[[World, Params], Any | Awaitable[Any]]

MODELLED: Mapping[str, Method] = MappingProxyType(
    {
        "getMe": profile.get_me,
        "logOut": profile.just_true,
        "close": profile.just_true,
        "getUpdates": polling.get_updates,
        "setWebhook": webhooks.set_webhook,
        "deleteWebhook": webhooks.delete_webhook,
        "getWebhookInfo": webhooks.get_webhook_info,
        "sendMessage": sending.send_message,
        "sendDocument": sending.send_document,
        "sendPhoto": sending.send_photo,
        "forwardMessage": sending.forward_message,
        "copyMessage": sending.copy_message,
        "editMessageText": editing.edit_message_text,
        "editMessageCaption": editing.edit_message_caption,
        "editMessageReplyMarkup": editing.edit_message_reply_markup,
        "deleteMessage": editing.delete_message,
        "deleteMessages": editing.delete_messages,
        "answerCallbackQuery": answering.answer_callback_query,
        "getFile": fetching.get_file,
        "getChat": groups.get_chat,
        "getChatMember": groups.get_chat_member,
        "getChatMemberCount": groups.get_chat_member_count,
        "getChatAdministrators": groups.get_chat_administrators,
        "sendChatAction": groups.send_chat_action,
        "pinChatMessage": groups.pin_chat_message,
        "unpinChatMessage": groups.unpin_chat_message,
        "leaveChat": groups.leave_chat,
        "createForumTopic": topics.create_forum_topic,
        "editForumTopic": topics.edit_forum_topic,
        "closeForumTopic": topics.close_forum_topic,
        "reopenForumTopic": topics.reopen_forum_topic,
        "deleteForumTopic": topics.delete_forum_topic,
        "closeGeneralForumTopic": topics.close_general_forum_topic,
        "reopenGeneralForumTopic": topics.reopen_general_forum_topic,
        "setMessageReaction": groups.set_message_reaction,
        "createChatInviteLink": groups.create_chat_invite_link,
        "revokeChatInviteLink": groups.revoke_chat_invite_link,
        "banChatMember": groups.ban_chat_member,
        "unbanChatMember": groups.unban_chat_member,
        "setMyCommands": profile.set_my_commands,
        "getMyCommands": profile.get_my_commands,
        "deleteMyCommands": profile.delete_my_commands,
        "setMyName": profile.set_my_name,
        "getMyName": profile.get_my_name,
        "setMyDescription": profile.set_my_description,
        "getMyDescription": profile.get_my_description,
        "setMyShortDescription": profile.set_my_short_description,
        "getMyShortDescription": profile.get_my_short_description,
        "setChatMenuButton": profile.just_true,
    }
)
