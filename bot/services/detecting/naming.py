"""The other accounts that evidence is about, as admins see them."""

from collections.abc import Sequence

from bot.domain.steps import Evidence
from storage import people
from storage.database import Tx

# Name and stable number by internal id.
Names = dict[int, tuple[str, str]]


async def names_in(tx: Tx, evidence: Sequence[Evidence]) -> Names:
    """Who the accounts in the evidence belong to."""
    ids = {one.other_id for one in evidence if one.other_id is not None}
    numbers = await people.pseudonyms(tx, ids)
    return {one: ((await people.by_id(tx, one)).name, numbers[one]) for one in numbers}
