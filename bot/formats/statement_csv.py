"""A statement as CSV: one row a line, the facts of the whole statement on each of them.

UTF-8 with a byte order mark: without it Excel takes names for those of a Western code page. What
does not know the mark, such as Python's `utf-8`, is to read it as `utf-8-sig`.
"""

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.amounts import write_amount
from bot.domain.money import Money
from bot.domain.statements import Statement, StatementLine
from bot.formats.cells import harmless

_LINE: Final = (
    "line", "kind", "project", "job", "at", "rate", "rate_minor", "quantity", "effect",
    "effect_minor", "pay", "pay_minor", "reason", "because", "client", "client_at", "corrects",
)  # fmt: skip
COLUMNS: Final = (
    "statement", "person", "pseudonym", "period_start", "period_end", "zone", "made_at",
    "currency", *_LINE, "gross", "gross_minor", "deductions", "deductions_minor", "net",
    "net_minor", "payout", "state", "method", "expected_at", "reference", "dispute_by", "contact",
)  # fmt: skip


def statement_csv(statement: Statement) -> bytes:
    """The statement as CSV; one without lines is one row with empty cells for the line.

    Amounts are decimals of the currency, and whole minor units beside them; times are ISO 8601
    with the offset of the statement's zone. Texts cannot become formulas.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    before, after = list(_head(statement)), list(_foot(statement))
    lines = [list(_cells(line, statement.zone)) for line in statement.lines]
    writer.writerows([*before, *line, *after] for line in lines or [[""] * len(_LINE)])
    return codecs.BOM_UTF8 + out.getvalue().encode(errors="replace")


def _head(statement: Statement) -> Iterator[str]:
    yield from map(_text, (statement.number, statement.person_name, statement.pseudonym))
    yield from (
        _time(moment, statement.zone) for moment in (statement.period_start, statement.period_end)
    )
    yield _text(statement.zone)
    yield _time(statement.made_at, statement.zone)
    yield _text(statement.net.currency)


def _cells(line: StatementLine, zone: str) -> Iterator[str]:
    yield from map(_text, (line.number, line.kind, line.project, line.job))
    yield _time(line.at, zone)
    yield from _money(line.rate)
    yield str(line.quantity)
    yield from _money(line.effect)
    yield from _money(line.pay)
    yield from map(_text, (line.reason, line.because, line.client))
    yield _time(line.client_at, zone)
    yield _text(line.cites)


def _foot(statement: Statement) -> Iterator[str]:
    for money in (statement.gross, statement.deductions, statement.net):
        yield from _money(money)
    yield from map(_text, (statement.payout, statement.state, statement.method))
    yield _time(statement.expected_at, statement.zone)
    yield _text(statement.reference)
    yield _time(statement.dispute_by, statement.zone)
    yield _text(statement.contact)


def _money(money: Money) -> tuple[str, str]:
    return write_amount(money), str(money.minor)


def _time(moment: datetime | None, zone: str) -> str:
    return "" if moment is None else moment.astimezone(ZoneInfo(zone)).isoformat()


def _text(text: str | None) -> str:
    # A record stays on one line, also for programs that know no quotes.
    plain = (
        " " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in text or ""
    )
    return harmless("".join(plain).strip())
