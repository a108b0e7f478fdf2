"""Statements: one contractor's account for one period and currency, as it is shown and printed."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.lines import ClientState, LineKind
from bot.domain.money import Money


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One line of a statement.

    `rate` is what one piece was promised at, `pay` what it came to; `reason` and `because` say
    why they differ, or what a bonus is for. `cites` is the statement that this one corrects,
    `corrected` the line that it makes up for.
    """

    number: str
    kind: LineKind
    project: str | None
    job: str | None
    at: datetime
    rate: Money
    quantity: int
    pay: Money
    reason: str | None
    because: str | None
    client: ClientState
    client_at: datetime | None
    cites: str | None
    corrected: str | None = None

    @property
    def effect(self) -> Money:
        """What quality took from the rate, below zero; nothing for full pay."""
        return Money(self.pay.minor - self.rate.minor * self.quantity, self.rate.currency)

    def is_alike(self, other: "StatementLine") -> bool:
        """Whether the other line says the same of another piece of the same work."""
        return replace(other, number=self.number, at=self.at, client_at=self.client_at) == self


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement, whole: gross is the sum of its lines, net what is paid."""

    number: str
    person_name: str
    pseudonym: str
    zone: str
    period_start: datetime
    period_end: datetime
    made_at: datetime
    lines: tuple[StatementLine, ...]
    gross: Money
    deductions: Money
    net: Money
    payout: str
    state: str
    method: str | None
    expected_at: datetime
    reference: str | None
    dispute_by: datetime
    contact: str

    def by_project(self) -> list[tuple[str | None, int, Money]]:
        """What each project brought: its name (none for what belongs to none), lines, money."""
        sums: dict[str | None, tuple[int, Money]] = {}
        for line in self.lines:
            count, money = sums.get(line.project, (0, Money(0, self.net.currency)))
            sums[line.project] = (count + 1, money + line.pay)
        return [(project, count, money) for project, (count, money) in sums.items()]

    def items(self) -> list[tuple[StatementLine, int]]:
        """The lines, neighbours that differ by number and hour alone as one with their count."""
        found: list[tuple[StatementLine, int]] = []
        for line in self.lines:
            if found and found[-1][0].is_alike(line):
                found[-1] = (found[-1][0], found[-1][1] + 1)
            else:
                found.append((line, 1))
        return found
