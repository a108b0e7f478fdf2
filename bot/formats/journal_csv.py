"""Entries of the journal as CSV, one row each: UTF-8 with a byte order mark, times in UTC."""

import codecs
import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from bot.domain.journal import Entry
from bot.formats.cells import harmless

COLUMNS: Final = (
    "entry", "at", "actor", "actor_name", "act", "subject", "subject_name", "before", "after",
)  # fmt: skip


def journal_csv(entries: Iterable[Entry], names: Mapping[int, tuple[str, str]]) -> bytes:
    """The entries as they were given; people by pseudonym and name, facts as JSON.

    No text can become a formula.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in _cells(one, names)] for one in entries)
    return codecs.BOM_UTF8 + out.getvalue().encode(errors="replace")


def _cells(entry: Entry, names: Mapping[int, tuple[str, str]]) -> Iterator[str]:
    name, pseudonym = names.get(entry.actor_id or 0, ("", ""))
    what, _, which = entry.subject.partition(":")
    about = int(which) if what == "person" and which.isdecimal() else 0
    told, known = names.get(about, ("", ""))
    yield from (str(entry.id), entry.at.isoformat(), pseudonym, name, entry.act)
    yield from (f"{what}:{known}" if known else entry.subject, told)
    yield from (_json(entry.before), _json(entry.after))


def _json(facts: dict[str, Any] | None) -> str:
    return json.dumps(facts, ensure_ascii=False, sort_keys=True) if facts else ""
