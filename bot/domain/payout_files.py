"""The file for the payer: which columns it has, and how its cells are written."""

from dataclasses import dataclass
from enum import StrEnum


class PayoutColumn(StrEnum):
    """What a column of the file holds; the last three are for the payer to fill in."""

    payout = "payout"
    statement = "statement"
    person = "person"
    name = "name"
    method = "method"
    details = "details"
    amount = "amount"
    currency = "currency"
    minor = "minor"
    purpose = "purpose"
    run = "run"
    zone = "zone"
    period = "period"
    expected = "expected"
    state = "state"
    reference = "reference"
    reason = "reason"


DEFAULT_COLUMNS = (
    PayoutColumn.payout,
    PayoutColumn.person,
    PayoutColumn.name,
    PayoutColumn.method,
    PayoutColumn.details,
    PayoutColumn.amount,
    PayoutColumn.currency,
    PayoutColumn.purpose,
    PayoutColumn.state,
    PayoutColumn.reference,
    PayoutColumn.reason,
)
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}
MARKS = {"point": ".", "comma": ","}


@dataclass(frozen=True, slots=True)
class PayoutLayout:
    """The columns with their headers, in order, the delimiter, and the sign before decimals."""

    columns: tuple[tuple[str, PayoutColumn], ...] = tuple((one, one) for one in DEFAULT_COLUMNS)
    delimiter: str = ","
    mark: str = "."

    @property
    def by_header(self) -> dict[str, PayoutColumn]:
        """What a header of our files means, in lower case; our own names always do."""
        known = {column.value: column for column in PayoutColumn}
        return known | {header.strip().lower(): column for header, column in self.columns}
