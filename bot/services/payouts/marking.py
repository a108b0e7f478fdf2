"""Payouts: what the payer says of each, one by one or a whole run at once."""

from datetime import datetime

from bot.domain import ledger as book
from bot.domain.payouts import Payout, PayoutState, require_next
from bot.domain.people import require_admin
from bot.domain.refusal import Refused
from bot.effects.issue_payout import issue_payout
from bot.effects.record import record
from bot.effects.tell import tell
from storage import ledger, lines, payruns, people
from storage.database import Database, Tx

_CHUNK = 100
# What a whole run is moved from, by where it is moved to.
_FROM = {
    PayoutState.sent: (PayoutState.due,),
    PayoutState.paid: (PayoutState.due, PayoutState.sent),
}


async def mark(
    db: Database, *, number: str, state: PayoutState, reference: str | None, reason: str | None,
    by: int, cause: str, now: datetime,
) -> None:  # fmt: skip
    """The payer sent or paid the payout, or it failed; each is told to its person.

    A failed one is issued anew at once: the money is still owed.
    """
    async with db.begin(cause) as tx:
        require_admin(await people.by_id(tx, by))
        payout = await payruns.locked_payout(tx, number)
        if payout is None:
            raise Refused("no-payout", number=number)
        await move(tx, payout, state, reference=reference, reason=reason, by=by, now=now)


async def mark_all(
    db: Database, *, run: str, state: PayoutState, reference: str | None, by: int, now: datetime,
    only_filed: bool = False,
) -> int:  # fmt: skip
    """Mark every payout of the run that can be, or of those in a file; returns how many were.

    It can be done again after a crash: what is marked stays so.
    """
    async with db.read() as tx:
        require_admin(await people.by_id(tx, by))
        found = await payruns.run_by_number(tx, run)
    if found is None:
        raise Refused("no-run", number=run)
    done = after = 0
    while True:
        async with db.begin() as tx:
            require_admin(await people.by_id(tx, by))
            ids = await payruns.payouts_of_run(
                tx, found.id, _FROM[state], after=after, limit=_CHUNK, only_filed=only_filed
            )
            for payout_id in ids:
                payout = await payruns.locked_payout_by_id(tx, payout_id)
                if payout.state in _FROM[state]:
                    await move(tx, payout, state, reference=reference, reason=None, by=by, now=now)
                    done += 1
        if not ids:
            return done
        after = ids[-1]


async def move(
    tx: Tx, payout: Payout, state: PayoutState, *, reference: str | None, reason: str | None,
    by: int, now: datetime,
) -> None:  # fmt: skip
    """The payout in its next state, with the money that it moves and the word to its person."""
    require_next(payout, state)
    changed = {"state": state, "reference": reference or payout.reference, "reason": reason}
    if state is PayoutState.sent:
        await payruns.change_payout(tx, payout.id, **changed, sent_at=now)
    else:
        await payruns.change_payout(tx, payout.id, **changed, settled_at=now)
    if state is PayoutState.paid:
        entry = book.paid(payout.id, payout.person_id, payout.money, now)
        await ledger.post(tx, [entry])
        await lines.mark_paid(tx, payout.statement_id)
    if state is PayoutState.failed:
        entry = book.failed(payout.id, payout.person_id, payout.money, now)
        await ledger.post(tx, [entry])
        await issue_payout(tx, payout.statement_id, payout.person_id, payout.money, now=now)
    before, after = {"state": payout.state}, {"state": state, "reference": reference}
    subject = f"payout:{payout.number}"
    await record(tx, f"payout-{state}", subject, by=by, now=now, before=before, after=after)
    person = await people.by_id(tx, payout.person_id)
    key = f"payout:{payout.id}:{state}"
    await tell(
        tx, person,
        "payout_sent" if state is PayoutState.sent
        else "payout_paid" if state is PayoutState.paid else "payout_failed",
        key=key, now=now, sound=True, can_wait=True, number=payout.number,
    )  # fmt: skip
