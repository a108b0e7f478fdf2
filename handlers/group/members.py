"""Members of work groups: who came and went, putting out and letting in, links of their own."""

from datetime import datetime

from telegram import ChatMember, ChatMemberRestricted, ChatMemberUpdated
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.domain.notices import EXPEL, Broken, Delivered, Notice, Outcome, Undeliverable
from bot.domain.places import Hindrance, Membership
from bot.domain.refusal import Refused
from bot.services import chats, memberships
from bot.services.memberships import Invitation
from handlers.context import Hall
from handlers.outcomes import outcome_of

_PRESENT = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER)
# The library changes the case of Telegram's words.
_NOBODY_THERE = (
    "user not found", "participant_id_invalid", "user_not_participant", "user_id_invalid",
    "invalid user_id", "member not found",
)  # fmt: skip


async def moved(hall: Hall, change: ChatMemberUpdated, cause: str, now: datetime) -> None:
    """Somebody else entered a group, left it, or was put out by other people."""
    who = change.new_chat_member.user
    if who.is_bot or change.from_user.id == hall.bot.id:
        return
    await memberships.moved(
        hall.db, chat_id=change.chat.id, telegram_id=who.id,
        present=_is_present(change.new_chat_member), cause=cause, now=now,
    )  # fmt: skip


def _is_present(member: ChatMember) -> bool:
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status in _PRESENT


async def act(hall: Hall, notice: Notice) -> Outcome:
    """Put the person of the notice out of its group, or let them in; done twice is done once."""
    person = await memberships.to_do(hall.db, notice)
    if person is None or person.telegram_id is None:
        return Delivered(None)
    try:
        if notice.kind == EXPEL:
            await hall.bot.ban_chat_member(notice.chat_id, person.telegram_id)
        else:
            await hall.bot.unban_chat_member(
                notice.chat_id, person.telegram_id, only_if_banned=True
            )
    except BadRequest as no:
        if any(words in no.message.lower() for words in _NOBODY_THERE):
            return Delivered(0)
        # Whatever else Telegram refuses, such as an administrator of the group, is for people.
        outcome = outcome_of(no, hall.clock.now())
        if isinstance(outcome, Broken):
            return Undeliverable(no.message, Hindrance.no_rights)
        return outcome
    return Delivered(0)


async def link_for(hall: Hall, person_id: int, chat_id: int) -> tuple[Invitation, str | None]:
    """A link that lets this one person in once, until it ends; none for who is in already."""
    now = hall.clock.now()
    wanted = await memberships.invitation(
        hall.db, chat_id=chat_id, by=person_id, now=now, rules=hall.rules
    )
    try:
        if wanted.telegram_id is None or await _is_in(hall, chat_id, wanted.telegram_id):
            await memberships.found_there(hall.db, chat_id=chat_id, by=person_id, now=now)
            return wanted, None
        if wanted.link is not None:
            return wanted, wanted.link
        made = await hall.bot.create_chat_invite_link(
            chat_id, name=wanted.name, expire_date=wanted.until, member_limit=1
        )
    except (BadRequest, Forbidden):
        raise Refused("group-no-link") from None
    except TelegramError:
        raise Refused("telegram-silent") from None
    await memberships.invited(
        hall.db, chat_id=chat_id, by=person_id, link=made.invite_link, now=now
    )
    return wanted, made.invite_link


async def require_in(hall: Hall, chat_id: int, telegram_id: int | None) -> None:
    """Refuse whoever is not in the group; Telegram is asked, which alone knows it for sure."""
    known = await chats.by_id(hall.db, chat_id)
    if known is None or known.rights.bot is Membership.left:
        raise Refused("bot-not-in-chat")
    try:
        inside = telegram_id is not None and await _is_in(hall, chat_id, telegram_id)
    except TelegramError:
        raise Refused("telegram-silent") from None
    if not inside:
        raise Refused("group-not-in-it", title=known.title)


async def _is_in(hall: Hall, chat_id: int, telegram_id: int) -> bool:
    try:
        return _is_present(await hall.bot.get_chat_member(chat_id, telegram_id))
    except BadRequest:
        # Telegram does not know the person there, or does not tell: a link does no harm.
        return False
