"""Writing an export: row by row as it is read, with its data card, or cut in parts."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from bot.effects.find_project import coordinated
from bot.formats import datacard
from bot.formats.card_words import paid
from bot.formats.outgoing.form import Setting
from bot.formats.survey import Survey
from bot.formats.votes import Counts, TaskVotes
from bot.formats.writing import Writing
from bot.services.exports.order import Order, checked
from bot.services.exports.reading import Reader
from storage import export_facts, gold, measures
from storage.database import Database, Tx

# Of the 50 MB that a bot may send some are left, since a part may grow until it is sent.
PART_BYTES = 45_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, by the names that its files should have."""

    name: str
    card_name: str
    card: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the tasks, one behind the other; of the last one there is no end."""

    after: int
    until: int | None


async def write(
    db: Database, order: Order, out: Callable[[bytes], object], *, now: datetime, parts: int = 1
) -> Written:
    """Write the export as it is read, on one state, in little memory; refused before a byte."""
    async with db.read() as tx:
        reader, writing = await _begun(tx, order)
        surveyed = Survey(reader.project.scheme)
        out(writing.begin())
        async for _, task, rows in _written(reader, writing, order):
            surveyed.add(task)
            if rows:
                out(rows)
        out(writing.end())
        about = await _about(reader, order, surveyed, parts)
    card = datacard.card(
        about, form=writing.form, surveyed=surveyed, counts=writing.counts, made_at=now
    )
    of = f"-{order.batch}" if order.batch else ""
    stem = f"{order.project_key}{of}-{order.form}"
    name = f"{stem}.{writing.form.extension}"
    return Written(name, f"{stem}.card.md", card, writing.counts)


async def parts(db: Database, order: Order, *, most: int = PART_BYTES) -> list[Part]:
    """Parts of which none is larger than that, unless one task is; one where all of it fits."""
    async with db.read() as tx:
        reader, writing = await _begun(tx, order)
        cuts, size, before = [order.after], 0, order.after
        async for task_id, _, rows in _written(reader, writing, order):
            if size and size + len(rows) > most:
                cuts.append(before)
                size = 0
            size += len(rows)
            before = task_id
    return [Part(one, end) for one, end in zip(cuts, [*cuts[1:], order.until], strict=True)]


async def in_memory(db: Database, order: Order, *, now: datetime) -> tuple[Written, bytes]:
    """An export, or a part of it, that is sent as one message."""
    body = BytesIO()
    made = await write(db, order, body.write, now=now)
    return made, body.getvalue()


async def _begun(tx: Tx, order: Order) -> tuple[Reader, Writing]:
    project = await coordinated(tx, order.project_key, order.by)
    form = await checked(tx, order, project)
    reader = Reader(tx, project)
    # Parts of one export are alike, so that it is asked of all of it.
    as_messages = form.uniform and await export_facts.has_conversation(
        tx, project.id, await reader.batch_id(order)
    )
    return reader, Writing(form, Setting(project.scheme, as_messages))


async def _written(
    reader: Reader, writing: Writing, order: Order
) -> AsyncIterator[tuple[int, TaskVotes, bytes]]:
    scheme = reader.project.scheme
    async for page in reader.pages(order):
        for task_id, task in page:
            kept = order.filters.kept(task, scheme)
            if kept is None:
                writing.counts.filtered += 1
            else:
                yield task_id, kept, writing.task(kept)


async def _about(
    reader: Reader, order: Order, surveyed: Survey, parts: int
) -> datacard.About:  # fmt: skip
    tx, project = reader.tx, reader.project
    who = await export_facts.pool(tx, reader.ids_of(surveyed.raters))
    offer = project.offer
    return datacard.About(
        project=project.name, scheme=project.scheme, overlap_wanted=offer.overlap,
        agreement=tuple(map(_line, await measures.project(tx, project.id))),
        gold=await gold.accuracy_of_project(tx, project.id),
        countries=who.countries, languages=who.languages,
        filters=tuple(order.filters.told()), parts=parts,
        pay=() if order.batch else paid(offer.pay, offer.pay_terms),
    )  # fmt: skip


def _line(one: measures.Measure) -> str:
    """Alpha on one question, or why there is none; and as of when."""
    known = f"undefined: {one.why}"
    if one.alpha is not None:
        interval = "" if one.low is None else f", 95 % interval {one.low:.3f} to {one.high:.3f}"
        known = f"{one.alpha:.3f}{interval}"
    return (
        f"{one.question} ({one.level}): {known}; {one.ratings} ratings of {one.units} tasks, "
        f"as of {one.at:%Y-%m-%d}"
    )
