"""The file for the payer: one row for each payout, in columns that the hall chooses."""

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.amounts import write_amount
from bot.domain.money import Money
from bot.domain.payout_files import PayoutColumn, PayoutLayout
from bot.formats.cells import harmless


@dataclass(frozen=True, slots=True)
class PayoutRow:
    """One payout as the payer needs it; `details` stand in clear.

    `person` is the pseudonym, `purpose` what the receiver reads on the transfer, `period` the
    local date on which the period ended.
    """

    payout: str
    statement: str
    person: str
    name: str
    method: str
    details: str
    money: Money
    purpose: str
    run: str
    zone: str
    period: str
    expected: date


def payout_file(rows: Iterable[PayoutRow], layout: PayoutLayout) -> bytes:
    """The file as CSV in UTF-8 with a byte order mark, lines ending as spreadsheets end them."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=layout.delimiter, lineterminator="\r\n")
    writer.writerow([harmless(header) for header, _ in layout.columns])
    columns = [column for _, column in layout.columns]
    writer.writerows(_cells(row, columns, layout.mark) for row in rows)
    return codecs.BOM_UTF8 + out.getvalue().encode(errors="replace")


def _cells(row: PayoutRow, columns: Sequence[PayoutColumn], mark: str) -> list[str]:
    return [_cell(row, column, mark) for column in columns]


def _cell(row: PayoutRow, column: PayoutColumn, mark: str) -> str:
    if column is PayoutColumn.amount:
        return write_amount(row.money, mark)
    if column is PayoutColumn.currency:
        return row.money.currency
    if column is PayoutColumn.minor:
        return str(row.money.minor)
    if column in (PayoutColumn.state, PayoutColumn.reference, PayoutColumn.reason):
        return ""  # for the payer
    return harmless(str(getattr(row, column)).replace("\x00", "\ufffd"))
