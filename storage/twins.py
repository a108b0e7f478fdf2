"""Accounts that count as one person's: paid to the same place, or found to be the same.

The hall learns of it by a payout method that both have confirmed, and by a step that rests on it.
"""

from typing import Any

from sqlalchemy import BindParameter, CompoundSelect, and_, bindparam, select, union

from storage.database import Tx
from storage.schema import payout_methods, step_evidence, steps
from storage.schema.columns import among, word

_mine, _other = payout_methods.alias("mine"), payout_methods.alias("other")
_RESTED = step_evidence.join(steps, steps.c.id == step_evidence.c.step_id)
_STANDS = and_(
    step_evidence.c.kind == word("account"),
    among(steps.c.state, "scheduled", "effective", "expired"),
)


def _linked() -> CompoundSelect[Any]:
    person: BindParameter[Any] = bindparam("person")
    paid_alike = (
        select(_other.c.person_id)
        .select_from(_other.join(_mine, _mine.c.fingerprint == _other.c.fingerprint))
        .where(
            _mine.c.person_id == person, _mine.c.fingerprint != "",
            _mine.c.confirmed_at.is_not(None), _other.c.confirmed_at.is_not(None),
            _other.c.person_id != person,
        )
    )  # fmt: skip
    named = select(step_evidence.c.other_id).select_from(_RESTED).where(
        _STANDS, steps.c.person_id == person, step_evidence.c.other_id.is_not(None)
    )  # fmt: skip
    naming = select(steps.c.person_id).select_from(_RESTED).where(
        _STANDS, step_evidence.c.other_id == person
    )  # fmt: skip
    return union(paid_alike, named, naming)


_TWINS = _linked()


def other_accounts(person_id: int) -> CompoundSelect[Any]:
    """The ids of the other accounts, for a statement that leaves them out."""
    return _TWINS.params(person=person_id)


async def of_person(tx: Tx, person_id: int) -> frozenset[int]:
    """The other accounts that count as the same person's; mostly none."""
    return frozenset((await tx.execute(_TWINS, {"person": person_id})).scalars())
