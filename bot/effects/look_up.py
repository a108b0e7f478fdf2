"""What a project requires, with its qualifications and work groups found in the hall."""

from dataclasses import replace

from bot.domain.places import Chat
from bot.domain.projects import Offerings
from bot.domain.refusal import Refused
from bot.domain.requirements import Condition, Member, Qualification, conditions, mapped
from bot.domain.requirements_reading import MOST_TITLE
from storage import chats, courses
from storage.database import Tx


async def looked_up(tx: Tx, offer: Offerings) -> Offerings:
    """The offerings with each work group known by its id; refused where there is no such thing.

    A group keeps its id when it is called something else.
    """
    if offer.requires is None:
        return offer
    asked = conditions(offer.requires)
    wanted = tuple(dict.fromkeys(one.key for one in asked if isinstance(one, Qualification)))
    known = {one.course.key for one in await courses.by_keys(tx, wanted)} if wanted else set()
    for key in wanted:
        if key not in known:
            raise Refused("no-qualification", key=key)
    if not any(isinstance(one, Member) for one in asked):
        return offer
    groups = [chat for chat in await chats.everything(tx) if chat.registered]

    def found(one: Condition) -> Condition:
        return _group(one, groups) if isinstance(one, Member) else one

    return replace(offer, requires=mapped(offer.requires, found))


def _group(one: Member, groups: list[Chat]) -> Member:
    if one.chat_id is not None:
        mine = [chat for chat in groups if chat.id == one.chat_id]
    else:
        wanted = one.title.strip().casefold()
        mine = [chat for chat in groups if chat.title.strip().casefold() == wanted]
    if not mine:
        raise Refused("no-such-group", group=one.title or str(one.chat_id))
    if len(mine) > 1:
        raise Refused("group-twice", group=one.title, example=str(mine[0].id))
    # Telegram's titles may be blank, which nobody could write.
    return Member(mine[0].title.strip()[:MOST_TITLE].strip(), mine[0].id)
