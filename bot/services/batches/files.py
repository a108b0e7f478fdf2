"""A client's answer as a file: kept, reported on, applied."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.batches import (
    REASONS,
    BatchState,
    in_chunks,
    require_asked_of,
    require_others_work,
    waits,
)
from bot.domain.lines import ClientState, Line
from bot.domain.numbers import public_number
from bot.domain.people import Person, require_client
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.effects.record import record
from bot.formats.confirmations import Decision, ToldLine, read_confirmations
from bot.formats.records import Fault
from bot.services.batches.confirming import CHUNK, confirm_lines, withdraw
from bot.services.batches.finding import on_behalf, restate
from bot.services.batches.refusing import Said, refuse_lines
from storage import batches, lines, people, projects, refusals
from storage.database import Database, Tx


@dataclass(slots=True)
class _OfBatch:
    """What a file says of one batch, by the ids of its lines."""

    confirmed: list[int] = field(default_factory=list)
    refused: dict[int, Said] = field(default_factory=dict)


@dataclass(slots=True)
class FileReport:
    """What a filled-in file comes to now.

    With a fault nothing is applied. `late` are the lines that take no word any more, each with the
    reason why, `same` those on which the file says what stands already. Once it is applied, `held`
    are the refusals that wait for an admin.
    """

    number: str
    name: str
    rows: int
    faults: list[Fault]
    batches: dict[int, _OfBatch] = field(default_factory=dict)
    late: list[tuple[str, Refused]] = field(default_factory=list)
    same: int = 0
    held: int = 0

    @property
    def confirmed(self) -> int:
        """How many lines would be confirmed."""
        return sum(len(one.confirmed) for one in self.batches.values())

    @property
    def refused(self) -> int:
        """How many lines would be refused."""
        return sum(len(one.refused) for one in self.batches.values())


async def stage(
    db: Database, *, name: str, body: bytes, by: int, cause: str, now: datetime
) -> str:
    """Keep a filled-in file until it is decided upon; returns its number."""
    async with db.begin(cause) as tx:
        require_client(await people.by_id(tx, by))
        number = public_number()
        await projects.stage(tx, number=number, person_id=by, name=name, body=body, now=now)
        return number


async def report(db: Database, number: str, *, by: int, now: datetime) -> FileReport:
    """What the file says, held against what stands now; nothing is written."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        staged = await projects.staged(tx, number, by)
        if staged is None or staged[2]:
            raise Refused("file-used")
        name, body, _ = staged
        read = read_confirmations(body, REASONS)
        made = FileReport(number, name, read.count, list(read.faults))
        known = await batches.lines_of(tx, [one.line for one in read.lines])
        theirs = await _theirs(tx, person, {batch_id for _, batch_id in known.values()})
        for part in in_chunks(range(len(read.lines)), 500):
            told = [read.lines[place] for place in part]
            ids = [known[one.line][0] for one in told if one.line in known]
            stored = {one.number: one for one in await lines.by_ids(tx, ids)}
            held = await refusals.live_of(tx, ids)
            for one in told:
                if one.line not in known or known[one.line][1] not in theirs:
                    made.faults.append(Fault(one.row, "line", "unknown-line"))
                    continue
                line, batch_id = stored[one.line], known[one.line][1]
                _take(made, one, line, batch_id, is_held=line.id in held, by=by, now=now)
        return made


async def _theirs(tx: Tx, person: Person, batch_ids: set[int]) -> set[int]:
    """Which of the batches were handed to a client for whom the person speaks."""
    found = [await batches.by_id(tx, batch_id) for batch_id in batch_ids]
    return {
        one.id
        for one in found
        if one.state is not BatchState.open and person.speaks_for_client(one.project_id)
    }


def _take(
    made: FileReport, told: ToldLine, line: Line, batch_id: int, *, is_held: bool, by: int,
    now: datetime,
) -> None:  # fmt: skip
    wanted = ClientState(told.decision.value)
    said_so = (ClientState.confirmed, ClientState.silent)
    stands = line.client in said_so if wanted is ClientState.confirmed else line.client is wanted
    if stands or (is_held and wanted is ClientState.refused):
        made.same += 1
        return
    try:
        require_others_work(line, by)
        require_asked_of(line, now)
    except Refused as no:
        made.late.append((line.number, no))
        return
    mine = made.batches.setdefault(batch_id, _OfBatch())
    if told.decision is Decision.confirmed:
        mine.confirmed.append(line.id)
    else:
        words = told.words or told.evidence or ""
        mine.refused[line.id] = Said(told.reason or "other", words, told.evidence)


async def apply_file(
    db: Database, number: str, *, by: int, cause: str, now: datetime, rules: PayRules
) -> FileReport:
    """Do what the file says, all of it or, with a fault, nothing; returns what was done.

    It goes on where it stopped when it is done again.
    """
    made = await report(db, number, by=by, now=now)
    if made.faults:
        raise Refused("file-faults", count=len(made.faults))
    for batch_id, said in made.batches.items():
        async with db.begin() as tx:
            made.held += await _refuse(tx, batch_id, said.refused, by=by, now=now, rules=rules)
        for ids in in_chunks(sorted(said.confirmed), CHUNK):
            async with db.begin() as tx:
                await _confirm(tx, batch_id, ids, by=by, now=now)
    async with db.begin(cause) as tx:
        if not await projects.use_staged(tx, number):
            raise Refused("file-used")
        after = {"confirmed": made.confirmed, "refused": made.refused, "late": len(made.late)}
        await record(tx, "confirmations-applied", f"file:{number}", by=by, now=now, after=after)
    return made


async def _refuse(
    tx: Tx, batch_id: int, said: dict[int, Said], *, by: int, now: datetime, rules: PayRules
) -> int:
    """What others said meanwhile stands. Returns how many are held."""
    batch = await batches.locked(tx, batch_id)
    person = await people.by_id(tx, by)
    require_client(person, batch.project_id)
    mine = await lines.locked(tx, sorted(said))
    live = await refusals.live_of(tx, sorted(said))
    wanted = [(one, said[one.id]) for one in mine if one.id not in live and waits(one, now)]
    if not wanted:
        return 0
    held = await refuse_lines(tx, batch, wanted, by=person, now=now, rules=rules)
    return len(wanted) if held else 0


async def _confirm(tx: Tx, batch_id: int, ids: Sequence[int], *, by: int, now: datetime) -> None:
    batch = await batches.locked(tx, batch_id)
    person = await people.by_id(tx, by)
    require_client(person, batch.project_id)
    mine = [one for one in await lines.locked(tx, ids) if waits(one, now)]
    await withdraw(tx, mine, by=by, now=now)
    count = await confirm_lines(tx, mine, now=now)
    if not count:
        return
    await restate(tx, batch, now=now)
    facts = {"lines": count, "on_behalf": on_behalf(person, batch.project_id)}
    await record(tx, "batch-confirmed", f"batch:{batch.number}", by=by, now=now, after=facts)


async def drop_file(db: Database, number: str, *, by: int, cause: str) -> None:
    """Forget a file that the person staged."""
    async with db.begin(cause) as tx:
        mine = await projects.staged(tx, number, by)
        if mine is None or not await projects.use_staged(tx, number):
            raise Refused("file-used")
