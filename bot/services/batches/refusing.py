"""A client's no: applied at the hall's cost, or held until an admin has looked at it."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.batches import (
    Batch,
    Refusal,
    RefusalState,
    Tally,
    checked_words,
    must_be_held,
    require_reason,
)
from bot.domain.lines import ClientState, Line, LineState
from bot.domain.numbers import public_number
from bot.domain.people import Person, Role
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.effects.record import record
from bot.effects.settle_rating import confirm_line
from bot.effects.tell import tell
from bot.services.batches.finding import on_behalf, restate, to_judge
from storage import awaited_texts, batches, lines, people, refusals
from storage.database import Database, Tx


@dataclass(frozen=True, slots=True)
class Said:
    """Why a line is refused: a published code, words, and what it rests on besides the task."""

    reason: str
    words: str
    evidence: str | None = None


async def refuse(
    db: Database, *, line: str, said: Said, by: int, cause: str, now: datetime, rules: PayRules,
) -> bool:  # fmt: skip
    """Refuse one line; returns whether it is held for an admin."""
    said = Said(require_reason(said.reason), checked_words(said.words), said.evidence)
    async with db.begin(cause) as tx:
        mine, batch, person = await to_judge(tx, line, by, now)
        if await refusals.live_of(tx, [mine.id]):
            raise Refused("line-refusal-held")
        await awaited_texts.drop(tx, by)
        return await refuse_lines(tx, batch, [(mine, said)], by=person, now=now, rules=rules)


async def refuse_lines(
    tx: Tx, batch: Batch, wanted: list[tuple[Line, Said]], *, by: Person, now: datetime,
    rules: PayRules,
) -> bool:  # fmt: skip
    """Refuse these lines, which wait for the client; returns whether they are held.

    Batch and lines are kept to the transaction. All count together, so that many refusals in one
    file are not applied in part.
    """
    before = await batches.tally(tx, batch.id)
    count = before.refused + before.held + len(wanted)
    held = must_be_held(count, before.lines, rules)
    rows = [
        {
            "number": public_number(), "batch_id": batch.id, "line_id": line.id,
            "reason": said.reason, "words": said.words, "evidence": said.evidence,
            "by_id": by.id, "state": RefusalState.held, "at": now,
        }
        for line, said in wanted
    ]  # fmt: skip
    await refusals.add(tx, rows)
    behalf = on_behalf(by, batch.project_id)
    for (line, said), row in zip(wanted, rows, strict=True):
        facts = {"line": line.number, "reason": said.reason, "on_behalf": behalf, "held": held}
        subject = f"refusal:{row['number']}"
        await record(tx, "refusal-made", subject, by=by.id, now=now, after=facts)
    if held:
        await _tell_admins(tx, batch, before, str(rows[0]["number"]), now)
    else:
        live = await refusals.live_of(tx, [line.id for line, _ in wanted])
        await apply(tx, [(live[line.id], line) for line, _ in wanted], by=None, now=now)
    await restate(tx, batch, now=now)
    return held


async def _tell_admins(tx: Tx, batch: Batch, before: Tally, number: str, now: datetime) -> None:
    # One notice for all that is held: its screen counts what is there when it is looked at.
    if before.held:
        return
    for admin in await people.with_role(tx, Role.admin):
        key = f"batch:{batch.id}:held:{number}:{admin.id}"
        await tell(tx, admin, "refusals_held", key=key, now=now, batch=batch.number)


async def apply(
    tx: Tx, wanted: list[tuple[Refusal, Line]], *, by: int | None, now: datetime
) -> None:
    """The refusals are recorded at the hall's cost; what is owed for an accepted rating stays.

    `by` approved them; none where few enough needed nobody. Who did the work is told.
    """
    told: dict[int, list[int]] = {}
    for refusal, line in wanted:
        await refusals.change(
            tx, refusal.id, state=RefusalState.applied, decided_by=by, decided_at=now
        )
        if line.state is LineState.accepted:
            await confirm_line(tx, line, now=now, client=ClientState.refused)
        else:
            # A reviewer sees the client's words, or it is accepted by its deadline.
            await lines.change(tx, line.id, client=ClientState.refused, client_at=now)
        after = {"line": line.number, "state": line.state}
        subject = f"refusal:{refusal.number}"
        await record(tx, "refusal-applied", subject, by=by, now=now, after=after)
        told.setdefault(line.person_id, []).append(refusal.id)
    for person_id, ids in sorted(told.items()):
        await tell(
            tx, await people.by_id(tx, person_id), "client_refused",
            key=f"client:refused:{ids[0]}:{person_id}", now=now, can_wait=True, refusals=ids,
        )  # fmt: skip
