# ruff: noqa: INP001
"""Draws the statement and the chart of the documentation, from the code that makes the real ones.

Run from the root of the source folder: `.venv/bin/python tools/papers.py [FOLDER]`
"""

import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pypdfium2

from bot.computing import earnings_chart, statement_pdf
from bot.domain.earnings import DayEarned
from bot.domain.lines import ClientState, LineKind
from bot.domain.money import Money
from bot.domain.statements import Statement, StatementLine

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SHARPNESS = 1.6
START = datetime(2026, 11, 13, 10, tzinfo=UTC)
END = START + timedelta(days=7)
EVERYDAY, MEDICAL = "Everyday questions", "Medical questions"
# What each of 28 days brought: waiting and paid, in cents.
DAYS = (
    (0, 1800), (0, 1250), (0, 0), (0, 2100), (0, 900), (0, 0), (0, 0),
    (0, 1500), (0, 1750), (0, 2400), (0, 600), (0, 1200), (0, 0), (0, 300),
    (250, 1500), (0, 2250), (500, 1000), (0, 0), (0, 1850), (750, 750), (0, 0),
    (1600, 0), (2000, 0), (900, 0), (0, 0), (2350, 0), (1100, 0), (0, 0),
)  # fmt: skip


def line(
    nth: int,
    kind: LineKind,
    project: str | None,
    rate: int,
    pay: int,
    quantity: int = 1,
    client: ClientState = ClientState.confirmed,
    because: str | None = None,
    cites: str | None = None,
) -> StatementLine:
    """One line of the example."""  # fmt: skip
    asked = client is not ClientState.not_asked
    return StatementLine(
        number=f"L{40 + nth}K",
        kind=kind,
        project=project,
        job=f"J{nth + 2}M7" if project else None,
        at=START + timedelta(hours=19 * nth),
        rate=Money(rate, "USD"),
        quantity=quantity,
        pay=Money(pay, "USD"),
        reason=None,
        because=because,
        client=client,
        client_at=START + timedelta(hours=19 * nth, days=1) if asked else None,
        cites=cites,
    )


def example() -> Statement:
    """A week of somebody whose name needs two scripts."""
    none = ClientState.not_asked
    lines = (
        line(0, LineKind.rating, EVERYDAY, 250, 1250, 5),
        line(1, LineKind.rating, EVERYDAY, 250, 125,
             because="The reason does not say which answer is safer."),
        line(2, LineKind.rating, MEDICAL, 400, 3200, 8, ClientState.silent),
        line(3, LineKind.flag, EVERYDAY, 50, 50, client=none),
        line(4, LineKind.training, MEDICAL, 600, 600, client=none),
        line(5, LineKind.bonus, None, 1000, 1000, client=none,
             because="For the careful notes on medical questions."),
        line(6, LineKind.correction, EVERYDAY, 125, 125, client=none, cites="S4M2P",
             because="The verdict was overturned."),
    )  # fmt: skip
    gross = Money(sum(one.pay.minor for one in lines), "USD")
    return Statement(
        number="S7KQ2",
        person_name="陈小明 (Farah محمد)",
        pseudonym="W-4821",
        zone="Africa/Cairo",
        period_start=START,
        period_end=END,
        made_at=END + timedelta(minutes=1),
        lines=lines,
        gross=gross,
        deductions=Money(0, "USD"),
        net=gross,
        payout="P3H8N",
        state="sent",
        method="Bank account ···· 6819",
        expected_at=END + timedelta(days=3),
        reference="TRX-99821",
        dispute_by=END + timedelta(days=90),
        contact="Grace Hopper, @grace_pay",
    )


def papers(folder: Path) -> None:
    """Write both pictures."""
    document = pypdfium2.PdfDocument(statement_pdf(example(), "en"))
    document[0].render(scale=SHARPNESS).to_pil().save(folder / "statement.png", optimize=True)
    document.close()
    last = date(2026, 11, 22)
    days = [
        DayEarned(last - timedelta(days=len(DAYS) - 1 - nth), waiting, paid)
        for nth, (waiting, paid) in enumerate(DAYS)
    ]
    (folder / "earnings.png").write_bytes(earnings_chart(days, "USD", "en"))


if __name__ == "__main__":
    papers(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
