"""The chart of a person's earnings, in the words and figures of the language."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from bot import say
from bot.analysis.charts import ChartWords, earnings, filled
from bot.domain.earnings import DayEarned
from bot.domain.money import Money
from bot.printing.words import Words, texts


def drawn(days: Sequence[DayEarned], currency: str, language: str) -> bytes:
    """A PNG of what the days brought; without any day it says that nothing was earned."""
    words = Words(texts(), texts().closest(language), "UTC")
    if not days:
        return earnings(days, _labels(words, words("chart-nothing"), days, currency))
    every = filled(days)
    title = words("chart-title", since=_day(words, every[0].day), until=_day(words, every[-1].day))
    return earnings(every, _labels(words, title, every, currency))


def _labels(words: Words, title: str, days: Sequence[DayEarned], currency: str) -> ChartWords:
    paid = Money(sum(one.paid for one in days), currency)
    waiting = Money(sum(one.waiting for one in days), currency)
    return ChartWords(
        title=title,
        paid=words("chart-paid", sum=words.money(paid)),
        waiting=words("chart-waiting", sum=words.money(waiting)),
        nothing=words("chart-nothing"),
        is_rtl=words.is_rtl,
        day=lambda day: say.day_of_year(words.language, day),
        figure=lambda minor: say.figure(words.language, Money(minor, currency)),
    )


def _day(words: Words, day: date) -> str:
    return words.day(datetime.combine(day, time(), UTC))
