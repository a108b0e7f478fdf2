"""What the bot may do in a group, how it loses that and gets it back."""

from datetime import timedelta

import pytest
from telegram import Bot, ChatMemberUpdated
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, ChatMigrated, Forbidden

from sandbox import Chat, Person, Sandbox

NO_TEXT = r"(?i)^not enough rights to send text messages to the chat$"


async def last_move(bot: Bot) -> ChatMemberUpdated:
    moves = [update.my_chat_member for update in await bot.get_updates() if update.my_chat_member]
    assert moves
    return moves[-1]


async def test_in_a_broadcast_group_only_admins_write(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    ben = sandbox.person("Ben")
    group = sandbox.group("Calls only", creator=ada, members=[ben], only_admins_write=True)
    sandbox.add_bot(group, by=ada, admin=False)
    with pytest.raises(BadRequest, match=NO_TEXT):
        await bot.send_message(group.id, "call")
    with pytest.raises(BadRequest, match=r"(?i)not enough rights to send documents to the chat"):
        await bot.send_document(group.id, b"x")
    with pytest.raises(PermissionError):
        await ben.send("hello", chat=group)
    await ada.send("hello", chat=group)
    sandbox.promote_bot(group, by=ada)
    assert await bot.send_message(group.id, "call")


async def test_a_group_becomes_a_broadcast_group_without_a_word(
    sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat
) -> None:
    sandbox.demote_bot(hall, by=ada)
    sent = await bot.send_message(hall.id, "call")
    waiting = sandbox.queue.waiting
    sandbox.let_write(hall, only_admins=True)
    assert sandbox.queue.waiting == waiting
    with pytest.raises(BadRequest, match=NO_TEXT):
        await bot.send_message(hall.id, "another")
    with pytest.raises(BadRequest, match=r"(?i)chat_write_forbidden"):
        await bot.edit_message_text("call, closed", hall.id, sent.message_id)
    permissions = (await bot.get_chat(hall.id)).permissions
    assert permissions is not None
    assert permissions.can_send_messages is False
    sandbox.let_write(hall, only_admins=False)
    await bot.edit_message_text("call, closed", hall.id, sent.message_id)
    permissions = (await bot.get_chat(hall.id)).permissions
    assert permissions is not None
    assert permissions.can_send_messages is True


async def test_a_restricted_bot_is_told_and_can_only_read(
    sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat
) -> None:
    sent = await bot.send_message(hall.id, "call")
    sandbox.restrict_bot(hall, by=ada)
    move = await last_move(bot)
    assert move.old_chat_member.status == ChatMemberStatus.ADMINISTRATOR
    assert move.new_chat_member.status == ChatMemberStatus.RESTRICTED
    assert move.new_chat_member.to_dict()["can_send_messages"] is False
    assert move.new_chat_member.to_dict()["is_member"] is True
    assert not move.new_chat_member.api_kwargs
    with pytest.raises(BadRequest, match=NO_TEXT):
        await bot.send_message(hall.id, "another")
    with pytest.raises(BadRequest, match=r"(?i)chat_write_forbidden"):
        await bot.edit_message_text("call, closed", hall.id, sent.message_id)
    sandbox.restrict_bot(hall, by=ada, can_send_messages=True)
    assert await bot.send_message(hall.id, "texts only")
    with pytest.raises(BadRequest, match=r"(?i)not enough rights to send photos to the chat"):
        await bot.send_photo(hall.id, b"x")
    sandbox.demote_bot(hall, by=ada)
    assert (await last_move(bot)).new_chat_member.status == ChatMemberStatus.MEMBER
    await bot.edit_message_text("call, closed", hall.id, sent.message_id)


async def test_single_rights_are_given_and_taken(
    sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat
) -> None:
    sent = await bot.send_message(hall.id, "rules")
    sandbox.promote_bot(hall, by=ada, can_pin_messages=False)
    move = await last_move(bot)
    assert move.old_chat_member.status == move.new_chat_member.status
    assert move.old_chat_member.to_dict()["can_pin_messages"] is True
    assert move.new_chat_member.to_dict()["can_pin_messages"] is False
    member = await bot.get_chat_member(hall.id, sandbox.bot_id)
    assert member.to_dict()["can_pin_messages"] is False
    with pytest.raises(BadRequest, match=r"(?i)not enough rights to manage pinned messages"):
        await bot.pin_chat_message(hall.id, sent.message_id)
    hers = await ada.send("hello", chat=hall)
    await bot.delete_message(hall.id, hers.id)
    with pytest.raises(ValueError, match=r"no such right: can_fly"):
        sandbox.promote_bot(hall, by=ada, can_fly=True)


@pytest.mark.parametrize("kind", ["group", "channel"])
async def test_only_in_supergroups_somebody_can_be_restricted(
    sandbox: Sandbox, bot: Bot, ada: Person, kind: str
) -> None:
    small = sandbox.group("Small", creator=ada, kind="group")
    chat = small if kind == "group" else sandbox.channel("News", creator=ada)
    sandbox.add_bot(chat, by=ada)
    with pytest.raises(ValueError, match=f"restricted in a {kind}"):
        sandbox.restrict_bot(chat, by=ada)


async def test_removed_and_returned(sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat) -> None:
    sandbox.restrict_bot(hall, by=ada)
    sandbox.remove_bot(hall, by=ada)
    for call in (bot.send_message(hall.id, "call"), bot.get_chat(hall.id)):
        with pytest.raises(Forbidden, match=r"bot was kicked from the supergroup chat"):
            await call
    sandbox.add_bot(hall, by=ada, admin=False)
    move = await last_move(bot)
    assert move.old_chat_member.status == ChatMemberStatus.BANNED
    assert move.new_chat_member.status == ChatMemberStatus.MEMBER
    assert await bot.send_message(hall.id, "call")


async def test_a_bot_that_left_is_no_member(bot: Bot, hall: Chat) -> None:
    await bot.leave_chat(hall.id)
    with pytest.raises(Forbidden, match=r"bot is not a member of the supergroup chat"):
        await bot.send_message(hall.id, "call")


async def test_a_deleted_chat_is_not_found(
    sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat
) -> None:
    sandbox.delete_chat(hall)
    move = await last_move(bot)
    assert (move.chat.id, move.from_user.id) == (hall.id, ada.id)
    assert move.new_chat_member.status == ChatMemberStatus.LEFT
    with pytest.raises(BadRequest, match=r"(?i)^chat not found$"):
        await bot.send_message(hall.id, "call")
    with pytest.raises(PermissionError):
        await ada.send("hello?", chat=hall)
    with pytest.raises(ValueError, match=r"only groups and channels"):
        sandbox.delete_chat(ada.chat)
    small = sandbox.group("Small", creator=ada, kind="group")
    sandbox.add_bot(small, by=ada)
    sandbox.delete_chat(small)
    with pytest.raises(Forbidden, match=r"the group chat was deleted"):
        await bot.send_message(small.id, "call")


async def test_an_upgraded_group_keeps_who_is_in_it(
    sandbox: Sandbox, bot: Bot, ada: Person
) -> None:
    ben = sandbox.person("Ben")
    old = sandbox.group("Small", creator=ada, members=[ben], kind="group")
    sandbox.add_bot(old, by=ada, can_pin_messages=False)
    sent = await bot.send_message(old.id, "call")
    new = sandbox.upgrade_group(old)
    leaving, move, arriving = (await bot.get_updates())[-3:]
    assert leaving.message is not None
    assert (leaving.message.chat.id, leaving.message.migrate_to_chat_id) == (old.id, new.id)
    assert move.my_chat_member is not None
    assert move.my_chat_member.chat.id == new.id
    assert move.my_chat_member.old_chat_member.status == ChatMemberStatus.LEFT
    assert move.my_chat_member.new_chat_member.status == ChatMemberStatus.ADMINISTRATOR
    assert arriving.message is not None
    assert (arriving.message.chat.id, arriving.message.migrate_from_chat_id) == (new.id, old.id)
    for call in (
        bot.send_message(old.id, "call"),
        bot.edit_message_text("call, closed", old.id, sent.message_id),
    ):
        with pytest.raises(ChatMigrated) as refused:
            await call
        assert refused.value.new_chat_id == new.id
    member = await bot.get_chat_member(new.id, sandbox.bot_id)
    assert member.to_dict()["can_pin_messages"] is False
    await ben.send("here we are", chat=new)


async def test_a_crowd_counts_and_costs_nothing(
    sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat
) -> None:
    sandbox.crowd(hall, 199_900)
    assert await bot.get_chat_member_count(hall.id) == 199_903
    with pytest.raises(ValueError, match=r"no fewer than 0"):
        sandbox.crowd(hall, -1)


async def test_many_join_at_once_without_a_word(
    sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat
) -> None:
    kinds: list[str] = []
    people = [sandbox.person(f"P{number}") for number in range(5000)]
    banned = people[0]
    await bot.ban_chat_member(hall.id, banned.id)
    sandbox.listeners.append(lambda event: kinds.append(event.kind))
    waiting = sandbox.queue.waiting
    sandbox.join_all(hall, people)
    assert kinds == ["chat"]
    assert sandbox.queue.waiting == waiting
    assert await bot.get_chat_member_count(hall.id) == 3 + 4999
    await people[-1].send("hello", chat=hall)


async def test_what_cannot_be_is_a_mistake_of_the_script(sandbox: Sandbox, ada: Person) -> None:
    with pytest.raises(ValueError, match=r"cannot be chosen in a channel"):
        sandbox.let_write(sandbox.channel("News", creator=ada), only_admins=True)


@pytest.mark.parametrize("told", [True, False])
async def test_what_comes_just_after_a_loss_is_not_the_bots_fault(
    sandbox: Sandbox, bot: Bot, ada: Person, hall: Chat, told: bool
) -> None:
    sandbox.demote_bot(hall, by=ada)
    if told:
        sandbox.restrict_bot(hall, by=ada)
    else:
        sandbox.let_write(hall, only_admins=True)
        sandbox.clock.move(timedelta(hours=1))
    for _ in range(2):
        with pytest.raises(BadRequest, match=NO_TEXT):
            await bot.send_message(hall.id, "call")
    assert sandbox.refused_calls() == []
    with pytest.raises(BadRequest, match=r"(?i)message text is empty"):
        await bot.send_message(hall.id, " ")
    sandbox.clock.move(timedelta(seconds=6))
    with pytest.raises(BadRequest, match=NO_TEXT):
        await bot.send_message(hall.id, "call")
    assert len(sandbox.refused_calls()) == 2
