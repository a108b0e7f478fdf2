"""What stands above a question has to fit one message with it, formatted as it is shown."""

from collections.abc import Sequence

from bot.domain.courses import Item
from bot.layout import lay_out

# What a message holds beside a question with its options and its explanation.
_MOST_UNITS = 1_800
_MOST_ENTITIES = 60


def without_room(items: Sequence[Item]) -> int | None:
    """The number of the first question that does not fit; none where all do."""
    for nth, item in enumerate(items, 1):
        if item.content is None:
            continue
        shown = lay_out(item.content, tuple(range(len(item.content.responses)))).sections
        units = sum(one.text.units for one in shown)
        if units > _MOST_UNITS or sum(len(one.text.entities) for one in shown) > _MOST_ENTITIES:
            return nth
    return None
