"""`hiringhall export`: the filters as they are typed, and the files that come of it."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, cast

from bot.console import database, fail, quit_with, stdout
from bot.formats.outgoing.filters import VERDICTS, Filters
from bot.services import exports
from bot.settings import Fault, Settings
from bot.whole_file import begun

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed."""

    project: str
    form: str
    out: Path
    since: str | None
    to: str | None
    verdicts: list[str]
    confidence: int | None
    agreement: int | None
    gzip: bool


async def export_file(settings: Settings, wanted: Wanted, *, now: datetime) -> None:
    """Write the file and its data card, each whole or not at all."""
    order = exports.Order(wanted.project, wanted.form, None, filters=_filters(wanted))
    out = wanted.out
    if wanted.gzip and out.suffix != ".gz":
        out = out.with_name(f"{out.name}.gz")
    async with database(settings) as db:
        try:
            with begun(out) as file_part:
                with _opened(file_part, packed=out.suffix == ".gz") as file:
                    made = await exports.write(db, order, file.write, now=now)
                with begun(out.with_name(made.card_name)) as card_part:
                    card_part.write_bytes(made.card.encode())
        except OSError as error:
            fail(f"{out} cannot be written ({error.strerror}).")
    stdout.print(f"{made.counts.rows} rows in {out}", markup=False, soft_wrap=True)


@contextmanager
def _opened(path: Path, *, packed: bool) -> Iterator[IO[bytes]]:
    with path.open("wb") as file:
        if not packed:
            yield file
            return
        # Without a name and a time in it, equal exports are equal files.
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=6, mtime=0) as out:
            yield cast("IO[bytes]", out)


def _filters(wanted: Wanted) -> Filters:
    unknown = [one for one in wanted.verdicts if one not in VERDICTS]
    if unknown:
        known = f"Give one of {', '.join(VERDICTS)}"
        quit_with([Fault("--verdict", f"{unknown[0]!r} is no verdict", known)])
    since, until = _day("--from", wanted.since), _day("--to", wanted.to)
    if since is not None and until is not None and until < since:
        quit_with([Fault("--to", f"{wanted.to} lies before --from", "Put the earlier day first")])
    return Filters(
        frozenset(wanted.verdicts), since, until and until + _DAY,
        wanted.confidence, wanted.agreement,
    )  # fmt: skip


def _day(name: str, text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        quit_with([Fault(name, f"{text!r} is no day", "Write it as 2026-01-31; days are in UTC")])
