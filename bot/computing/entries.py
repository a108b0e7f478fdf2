"""What the process beside the bot's is asked for; what it needs is loaded there, when asked."""

from collections.abc import Sequence

from bot.domain.earnings import DayEarned
from bot.domain.statements import Statement


def statement_pdf(statement: Statement, language: str) -> bytes:
    """The statement as a PDF in the person's language; equal statements give equal bytes."""
    from bot.printing.statement import printed

    return printed(statement, language)


def earnings_chart(days: Sequence[DayEarned], currency: str, language: str) -> bytes:
    """A PNG for a phone: four weeks up to the last of the days; those left out are empty."""
    from bot.printing.earnings import drawn

    return drawn(days, currency, language)
