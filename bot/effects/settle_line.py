"""What becomes of a line: owed, rejected, confirmed. The one place where work turns to money."""

from dataclasses import replace
from datetime import datetime

from bot.domain import ledger as book
from bot.domain.lines import ClientState, Line, LineState, is_gated
from bot.domain.money import Money
from storage import ledger, lines
from storage.database import Tx


async def settle_line(
    tx: Tx,
    line: Line,
    *,
    pay: Money,
    now: datetime,
    reason: str | None = None,
    because: str | None = None,
) -> Line:
    """The verdict on a submitted line: it is owed in this amount from now on, or rejected at none.

    Without a client to wait for, it is payable at once.
    """
    if line.state is not LineState.submitted:
        raise ValueError(f"line {line.number} is {line.state}")
    told = {"reason": reason, "because": because}
    if not pay.minor:
        await lines.change(tx, line.id, state=LineState.rejected, pay_minor=0, **told)
        return replace(line, state=LineState.rejected, pay=pay, reason=reason, because=because)
    await ledger.post(tx, [book.accepted(line.id, line.project_id, line.person_id, pay, now)])
    owed = replace(
        line, state=LineState.accepted, pay=pay, accepted_at=now, reason=reason, because=because
    )
    new = {"pay_minor": pay.minor, "accepted_at": now, **told}
    if is_gated(line.client, line.confirm_by, now):
        await lines.change(tx, line.id, state=LineState.accepted, **new)
        return owed
    return await _confirm(tx, owed, line.client, now, **new)


async def confirm_line(
    tx: Tx, line: Line, *, now: datetime, client: ClientState | None = None
) -> Line:
    """Nothing stands between an owed line and the next pay run any more.

    `client` is what the client said; left out, it was said before, or its date has passed.
    """
    return await _confirm(tx, line, client or line.client, now)


async def _confirm(tx: Tx, line: Line, client: ClientState, now: datetime, **more: object) -> Line:
    said = ClientState.silent if client is ClientState.waiting else client
    if said is not line.client:
        more["client_at"] = now
    await ledger.post(tx, [book.confirmed(line.id, line.person_id, line.pay, now)])
    await lines.change(
        tx, line.id, state=LineState.confirmed, confirmed_at=now, client=said, **more
    )
    return replace(line, state=LineState.confirmed, confirmed_at=now, client=said)
