"""What the payer says of payouts: state, reference and reason, each cell checked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from bot.amounts import AmountFault, is_currency, read_amount, write_amount
from bot.domain.money import Money
from bot.domain.numbers import SIGNS
from bot.domain.payout_files import PayoutColumn, PayoutLayout
from bot.domain.payouts import PayoutState
from bot.formats.records import Fault
from bot.formats.sheet import Columns, SheetRow, headers_of, in_order, read_sheet

_NUMBER = re.compile(f"[{SIGNS}]{{8}}")
_MOST_REFERENCE: Final = 140
_MOST_REASON: Final = 300
_REPORTED: Final = {state.value: state for state in PayoutState if state is not PayoutState.due}
_READ: Final = (
    PayoutColumn.payout, PayoutColumn.state, PayoutColumn.reference, PayoutColumn.reason,
    PayoutColumn.amount, PayoutColumn.currency,
)  # fmt: skip
_NEEDED: Final = (PayoutColumn.payout, PayoutColumn.state)


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What is said of one payout; `amount` as it was written, `currency` where it stands there."""

    line: int
    number: str
    state: PayoutState
    reference: str | None
    reason: str | None
    amount: str | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class PayoutReport:
    """What a file says: of `count` rows some say nothing; with any fault nothing is applied."""

    rows: list[ReportRow]
    faults: list[Fault]
    count: int

    @property
    def silent(self) -> int:
        """How many payouts nothing was said about."""
        return self.count - len(self.rows)


def is_report(data: bytes, layout: PayoutLayout) -> bool:
    """Whether the first row has the columns of a payer's report."""
    return {*_NEEDED} <= {*headers_of(data, _columns(layout))}


def has_details(data: bytes, layout: PayoutLayout) -> bool:
    """Whether the file names the accounts to which money goes."""
    return PayoutColumn.details in headers_of(data, _columns(layout))


def read_report(data: bytes, layout: PayoutLayout) -> PayoutReport:
    """Every row that says something, and every fault; never raises on what the bytes hold."""
    sheet = read_sheet(data, _columns(layout))
    rows: list[ReportRow] = []
    faults = sheet.faults
    seen: dict[str, int] = {}
    for row in sheet.rows:
        found = list(_faults(row))
        number = row.cells[PayoutColumn.payout].upper()
        first = seen.setdefault(number, row.line)
        if number and first != row.line:
            found.append(Fault(row.line, "payout", "duplicate-number", {"first": first}))
        faults += found
        if not found and row.cells[PayoutColumn.state]:
            rows.append(_said(row))
    return PayoutReport(rows, in_order(faults), sheet.count)


def _columns(layout: PayoutLayout) -> Columns:
    known = layout.by_header
    return Columns(
        named=lambda header: known.get(header, ""),
        read=_READ,
        needed=_NEEDED,
        figures=(PayoutColumn.amount,),
    )


def _faults(row: SheetRow) -> Iterable[Fault]:
    cells = row.cells
    state, reason = cells[PayoutColumn.state].lower(), cells.get(PayoutColumn.reason, "")
    reference, currency = (
        cells.get(PayoutColumn.reference, ""), cells.get(PayoutColumn.currency, "")
    )  # fmt: skip
    if not _NUMBER.fullmatch(cells[PayoutColumn.payout].upper()):
        yield Fault(row.line, "payout", "bad-number")
    if not state and (reference or reason):
        yield Fault(row.line, "state", "missing")
    if state and state not in _REPORTED:
        yield Fault(row.line, "state", "not-an-option", {"expected": "sent, paid, failed"})
    if state == PayoutState.failed and not reason:
        yield Fault(row.line, "reason", "missing")
    if state in (PayoutState.sent, PayoutState.paid) and reason:
        yield Fault(row.line, "reason", "reason-without-failure")
    for name, text, most in (
        ("reference", reference, _MOST_REFERENCE), ("reason", reason, _MOST_REASON),
    ):  # fmt: skip
        if len(text) > most:
            yield Fault(row.line, name, "too-long", {"limit": most})
    if currency and not is_currency(currency.upper()):
        yield Fault(row.line, "currency", "unknown-currency")


def _said(row: SheetRow) -> ReportRow:
    cells = row.cells
    return ReportRow(
        line=row.line,
        number=cells[PayoutColumn.payout].upper(),
        state=_REPORTED[cells[PayoutColumn.state].lower()],
        reference=cells.get(PayoutColumn.reference) or None,
        reason=cells.get(PayoutColumn.reason) or None,
        amount=cells.get(PayoutColumn.amount) or None,
        currency=(cells.get(PayoutColumn.currency) or "").upper() or None,
    )


def differences(
    rows: Iterable[ReportRow], ours: Mapping[str, Money], layout: PayoutLayout
) -> list[Fault]:
    """Where the report and our payouts disagree on number, currency or amount."""
    found: list[Fault] = []
    for row in rows:
        money = ours.get(row.number)
        if money is None:
            found.append(Fault(row.line, "payout", "no-such-payout", {"id": row.number}))
            continue
        if row.currency not in (None, money.currency):
            expected: dict[str, str | int] = {"expected": money.currency}
            found.append(Fault(row.line, "currency", "currency-differs", expected))
        elif row.amount is not None:
            found += _amount_fault(row, row.amount, money, layout.mark)
    return found


def _amount_fault(row: ReportRow, amount: str, money: Money, mark: str) -> Iterable[Fault]:
    read = read_amount(amount, money.currency, mark)
    if isinstance(read, AmountFault):
        yield Fault(row.line, "amount", read.code, read.facts)
    elif read != money:
        expected: dict[str, str | int] = {"expected": write_amount(money, mark)}
        yield Fault(row.line, "amount", "amount-differs", expected)
