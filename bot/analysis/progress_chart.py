"""How a project gets on, as a picture: what is in, and the ratings of each day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from bot.analysis.charts import (
    DARK,
    GREY,
    HAIR,
    INK,
    LIGHT,
    WEEK,
    amounts,
    as_png,
    font,
    quiet,
    steps,
    titled,
)
from bot.domain.progress import DayRated

_BAR: Final = (0.04, 0.775, 0.92, 0.045)  # left, bottom, width, height


@dataclass(frozen=True, slots=True)
class ProgressWords:
    """What stands in the picture, in one language."""

    title: str
    done: str
    per_day: str
    nothing: str
    is_rtl: bool
    day: Callable[[date], str]
    figure: Callable[[int], str]


def progress(days: Sequence[DayRated], share: float, words: ProgressWords) -> bytes:
    """A PNG: the share that is in as a bar, below it a bar a day; today, not over, is lighter."""
    figure = titled(words.title, is_rtl=words.is_rtl)
    _share(figure, share, words)
    if any(one.ratings for one in days):
        _days(figure, days, words)
    else:
        figure.text(
            0.5, 0.35, words.nothing,
            ha="center", va="center", color=GREY, fontproperties=font(13),
        )  # fmt: skip
    return as_png(figure)


def _share(figure: Figure, share: float, words: ProgressWords) -> None:
    left, bottom, width, height = _BAR
    full = width * min(max(share, 0.0), 1.0)
    begin = left + width - full if words.is_rtl else left
    figure.add_artist(Rectangle((left, bottom), width, height, color=HAIR, linewidth=0))
    figure.add_artist(Rectangle((begin, bottom), full, height, color=DARK, linewidth=0))
    side, align = (0.96, "right") if words.is_rtl else (0.04, "left")
    for text, place, size, colour in (
        (words.done, 0.855, 11, INK), (words.per_day, 0.715, 10, GREY),
    ):  # fmt: skip
        figure.text(
            side, place, text, ha=align, va="center", color=colour, fontproperties=font(size)
        )


def _days(figure: Figure, days: Sequence[DayRated], words: ProgressWords) -> None:
    ticks = steps(max(one.ratings for one in days))
    beside = min(0.04 + 0.0135 * len(words.figure(ticks[-1])), 0.3)
    left = 0.05 if words.is_rtl else beside
    axes = figure.add_axes((left, 0.12, 0.95 - beside, 0.55))
    last = len(days) - 1
    axes.bar(range(last), [one.ratings for one in days[:-1]], width=0.78, color=DARK)
    axes.bar([last], [days[-1].ratings], width=0.78, color=LIGHT)
    amounts(axes, ticks, words.figure)
    marks = list(reversed(range(last, -1, -WEEK)))
    axes.set_xticks(marks, [words.day(days[nth].day) for nth in marks])
    axes.set_xlim(-0.8, len(days) - 0.2)
    quiet(axes, is_rtl=words.is_rtl)
