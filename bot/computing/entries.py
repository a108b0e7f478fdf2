"""What the process beside the bot's is asked for; what it needs is loaded there, when asked."""

from collections.abc import Mapping, Sequence

from bot.domain.earnings import DayEarned
from bot.domain.measuring import Ballots, Labels, PersonFigures, QuestionFigures, Worked
from bot.domain.my_data import About, Page
from bot.domain.progress import Progress
from bot.domain.statements import Statement


def statement_pdf(statement: Statement, language: str, english: Statement | None = None) -> bytes:
    """The statement as a PDF in the person's language; equal statements give equal bytes.

    The `english` follows on pages of its own where nobody reviewed the language.
    """
    from bot.printing.statement import printed

    return printed(statement, language, english)


def earnings_chart(days: Sequence[DayEarned], currency: str, language: str) -> bytes:
    """A PNG for a phone: four weeks up to the last of the days; those left out are empty."""
    from bot.printing.earnings import drawn

    return drawn(days, currency, language)


def progress_chart(found: Progress, total: int, language: str) -> bytes:
    """A PNG for a phone: what is in of so many ratings, and four weeks of days."""
    from bot.printing.progress import drawn

    return drawn(found, total, language)


def my_data_page(folder: str, nth: int, page: Page, about: About) -> None:
    """Write a page of a person's records into the folder, as a part of both files."""
    from bot.printing.my_data import write_page

    write_page(folder, nth, page, about)


def my_data_zip(folder: str, count: int, kinds: tuple[str, ...], about: About) -> bytes:
    """The zip with both files of so many pages."""
    from bot.printing.my_data import bound

    return bound(folder, count, kinds, about)


def question_figures(ballots: Ballots) -> QuestionFigures:
    """The agreement on one question."""
    from bot.analysis.measuring import question_figures as found

    return found(ballots)


def person_figures(
    worked: Worked, main: Ballots | None, labels: Labels, known: Mapping[int, tuple[int, int]]
) -> Sequence[PersonFigures]:
    """Every rater of a project, beside the others."""
    from bot.analysis.measuring import person_figures as found

    return found(worked, main, labels, known)
