"""What a client says of delivered work, line by line; and the file in which it is asked."""

import codecs
import csv
import io
import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from bot.domain.numbers import SIGNS
from bot.formats.cells import harmless
from bot.formats.records import Fault
from bot.formats.sheet import Columns, SheetRow, headers_of, in_order, read_sheet

_NUMBER = re.compile(f"[{SIGNS}]{{8}}")
_ANSWER: Final = "answer: "
_TOLD: Final = ("line", "task", "state", "confirm_by")
_ASKED: Final = ("decision", "reason", "words", "evidence")
_READ: Final = ("line", *_ASKED)
_NEEDED: Final = ("line", "decision")
_MOST: Final = {"words": 1_000, "evidence": 1_000}


class Decision(StrEnum):
    """What a client can say of a line."""

    confirmed = "confirmed"
    refused = "refused"


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One line as the client sees it: the work and its date, never who did it or for how much."""

    line: str
    task: str
    answers: Mapping[str, Any]
    state: str
    confirm_by: datetime | None


@dataclass(frozen=True, slots=True)
class ToldLine:
    """What the client said of one line; a refusal has its reason and its evidence."""

    row: int
    line: str
    decision: Decision
    reason: str | None
    words: str | None
    evidence: str | None


@dataclass(frozen=True, slots=True)
class Confirmations:
    """What a file says: of `count` rows some say nothing; with any fault nothing is applied."""

    lines: list[ToldLine]
    faults: list[Fault]
    count: int


def confirmation_file(lines: Sequence[AskedLine]) -> bytes:
    """The lines as CSV in UTF-8, with empty columns for what the client says."""
    questions = list(dict.fromkeys(key for one in lines for key in one.answers))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*_TOLD, *(harmless(_ANSWER + key) for key in questions), *_ASKED])
    for one in lines:
        by = one.confirm_by.astimezone(UTC).isoformat() if one.confirm_by else ""
        answers = [_shown(one.answers.get(key)) for key in questions]
        cells = [one.line, one.task, one.state, by, *answers]
        writer.writerow([*map(harmless, cells), *("" for _ in _ASKED)])
    return codecs.BOM_UTF8 + out.getvalue().encode(errors="replace")


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def is_confirmation(data: bytes) -> bool:
    """Whether the first row has the columns of a client's answer."""
    return {*_NEEDED} <= {*headers_of(data, _COLUMNS)}


def read_confirmations(data: bytes, reasons: Collection[str]) -> Confirmations:
    """Every line that something is said of, and every fault; never raises on the bytes.

    `reasons` are the codes for which a line may be refused.
    """
    sheet = read_sheet(data, _COLUMNS)
    told: list[ToldLine] = []
    faults = sheet.faults
    seen: dict[str, int] = {}
    for row in sheet.rows:
        found = list(_faults(row, reasons))
        first = seen.setdefault(row.cells["line"].upper(), row.line)
        if first != row.line:
            found.append(Fault(row.line, "line", "duplicate-number", {"first": first}))
        faults += found
        if not found and row.cells["decision"]:
            told.append(_told(row))
    return Confirmations(told, in_order(faults), sheet.count)


def _named(header: str) -> str:
    return header if header in (*_TOLD, *_ASKED) or header.startswith(_ANSWER.strip()) else ""


_COLUMNS: Final = Columns(named=_named, read=_READ, needed=_NEEDED)


def _faults(row: SheetRow, reasons: Collection[str]) -> Iterable[Fault]:
    cells = row.cells
    decision, reason = cells["decision"].lower(), cells.get("reason", "").lower()
    given = [name for name in _ASKED[1:] if cells.get(name)]
    if not _NUMBER.fullmatch(cells["line"].upper()):
        yield Fault(row.line, "line", "bad-number")
    if decision and decision not in tuple(Decision):
        yield Fault(row.line, "decision", "not-an-option", {"expected": "confirmed, refused"})
    if not decision and given:
        yield Fault(row.line, "decision", "missing")
    if decision == Decision.confirmed:
        yield from (Fault(row.line, name, "reason-without-refusal") for name in given)
    if decision == Decision.refused:
        yield from (
            Fault(row.line, name, "missing")
            for name in ("reason", "evidence")
            if name not in given
        )
    if reason and decision != Decision.confirmed and reason not in reasons:
        expected = ", ".join(sorted(reasons))
        yield Fault(row.line, "reason", "not-an-option", {"expected": expected})
    for name, most in _MOST.items():
        if len(cells.get(name, "")) > most:
            yield Fault(row.line, name, "too-long", {"limit": most})


def _told(row: SheetRow) -> ToldLine:
    cells = row.cells
    return ToldLine(
        row=row.line,
        line=cells["line"].upper(),
        decision=Decision(cells["decision"].lower()),
        reason=cells.get("reason", "").lower() or None,
        words=cells.get("words") or None,
        evidence=cells.get("evidence") or None,
    )
