"""What is known of a person beyond what was said: the work groups one was seen in."""

from sqlalchemy import bindparam, or_, select

from storage.database import Tx
from storage.schema import chats, memberships
from storage.schema.columns import word

_THERE = select(memberships.c.chat_id).where(
    memberships.c.person_id == bindparam("person_id"), memberships.c.state == word("member")
)
# A group that was upgraded is still called by the id that it had.
_GROUPS = select(chats.c.id).where(
    or_(
        chats.c.id.in_(_THERE.correlate(None).scalar_subquery()),
        chats.c.moved_to.in_(_THERE.correlate(None).scalar_subquery()),
    )
)


async def groups_of(tx: Tx, person_id: int) -> frozenset[int]:
    """The ids, old ones too, of all groups in which the bot has seen the person last."""
    return frozenset((await tx.execute(_GROUPS, {"person_id": person_id})).scalars())
