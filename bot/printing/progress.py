"""The chart of a project's progress, in the words and figures of the language."""

from datetime import UTC, date, datetime, time

from bot import say
from bot.analysis.progress_chart import ProgressWords, progress
from bot.domain.progress import Progress
from bot.printing.words import Words, texts


def drawn(found: Progress, total: int, language: str) -> bytes:
    """A PNG of how many of the `total` ratings are in, and of the days on which they came."""
    words = Words(texts(), texts().closest(language), "UTC")
    share = found.done / total if total else 0.0
    return progress(
        found.days,
        share,
        ProgressWords(
            title=words(
                "chart-progress-title", since=_day(words, found.days[0].day),
                until=_day(words, found.days[-1].day),
            ),
            done=words(
                "chart-progress-done", done=say.number(words.language, found.done),
                total=say.number(words.language, total), percent=int(share * 100),
            ),
            per_day=words("chart-progress-per-day"),
            nothing=words("chart-progress-nothing"),
            is_rtl=words.is_rtl,
            day=lambda day: say.day_of_year(words.language, day),
            figure=lambda number: say.number(words.language, number),
        ),
    )  # fmt: skip


def _day(words: Words, day: date) -> str:
    return words.day(datetime.combine(day, time(), UTC))
