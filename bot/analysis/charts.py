"""Charts as pictures for a phone: large letters, few lines, their own ground for dark chats."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ticker import FixedLocator, FuncFormatter

from bot.domain.earnings import DayEarned

SIZE: Final = (1080, 720)  # pixels; as wide as a chat shows a picture on most phones
DPI: Final = 180
GROUND: Final = "#fbfcfd"
INK: Final = "#1b2026"
GREY: Final = "#5b6470"
HAIR: Final = "#dfe4ea"
# Told apart by lightness as well, and one of them is hatched: colours may not be.
DARK: Final = "#17715a"
LIGHT: Final = "#f3b23c"
_TICKS: Final = 4
WEEK: Final = 7
_LEAST_DAYS: Final = 28
_WIDE: Final = 50  # signs that two sums take beside one another
_MOST_DAYS: Final = 112  # more bars than that cannot be told apart


@dataclass(frozen=True, slots=True)
class ChartWords:
    """What stands in the chart of earnings, in one language."""

    title: str
    paid: str
    waiting: str
    nothing: str
    is_rtl: bool
    day: Callable[[date], str]
    figure: Callable[[int], str]


def earnings(days: Sequence[DayEarned], words: ChartWords) -> bytes:
    """A PNG: what each day brought, paid below, waiting above; or that it was nothing."""
    figure = titled(words.title, is_rtl=words.is_rtl)
    every = filled(days)
    if any(one.paid > 0 or one.waiting > 0 for one in every):
        _bars(figure, every, words)
    else:
        figure.text(
            0.5, 0.45, words.nothing,
            ha="center", va="center", color=GREY, fontproperties=font(13),
        )  # fmt: skip
    return as_png(figure)


def titled(title: str, *, is_rtl: bool) -> Figure:
    """An empty picture of the size that all have, under its title."""
    figure = Figure(figsize=(SIZE[0] / DPI, SIZE[1] / DPI), dpi=DPI, facecolor=GROUND)
    side, align = (0.96, "right") if is_rtl else (0.04, "left")
    figure.text(
        side, 0.925, title,
        ha=align, va="center", color=INK, fontproperties=font(12.5, is_bold=True),
    )  # fmt: skip
    return figure


def as_png(figure: Figure) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    # Without the name of the program, equal charts are equal files.
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()


def filled(days: Sequence[DayEarned]) -> list[DayEarned]:
    """Every day up to the last, for four weeks or more; what comes twice is added up."""
    if not days:
        return []
    first, last = min(one.day for one in days), max(one.day for one in days)
    first = min(first, last - timedelta(days=_LEAST_DAYS - 1))
    first = max(first, last - timedelta(days=_MOST_DAYS - 1))
    return [
        DayEarned(
            first + timedelta(days=nth),
            sum(max(one.waiting, 0) for one in days if one.day == first + timedelta(days=nth)),
            sum(max(one.paid, 0) for one in days if one.day == first + timedelta(days=nth)),
        )
        for nth in range((last - first).days + 1)
    ]


def steps(most: int) -> list[int]:
    """Round amounts from nothing to `most` and a little more, at most five of them."""
    step = 1
    while step * _TICKS < most:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return list(range(0, -(-most // step) * step + 1, step))


def _bars(figure: Figure, days: Sequence[DayEarned], words: ChartWords) -> None:
    ticks = steps(max(one.paid + one.waiting for one in days))
    # Room for the longest amount, and a little for half a date on the other side.
    beside = min(0.04 + 0.0135 * len(words.figure(ticks[-1])), 0.4)
    left = 0.05 if words.is_rtl else beside
    axes = figure.add_axes((left, 0.13, 0.95 - beside, 0.62))
    places = range(len(days))
    paid = [one.paid for one in days]
    axes.bar(places, paid, width=0.78, color=DARK, label=words.paid)
    axes.bar(
        places, [one.waiting for one in days], width=0.78, bottom=paid,
        color=LIGHT, edgecolor=GROUND, hatch="////", linewidth=0, label=words.waiting,
    )  # fmt: skip
    amounts(axes, ticks, words.figure)
    marks = list(reversed(range(len(days) - 1, -1, -WEEK)))
    axes.set_xticks(marks, [words.day(days[nth].day) for nth in marks])
    axes.set_xlim(-0.8, len(days) - 0.2)
    quiet(axes, is_rtl=words.is_rtl)
    _legend(axes, words)


def quiet(axes: Axes, *, is_rtl: bool) -> None:
    """No lines around, small grey figures; days run as the language does."""
    if is_rtl:
        axes.invert_xaxis()
        axes.yaxis.tick_right()
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(font(9.5))
        label.set_color(GREY)
    axes.tick_params(length=0, pad=6)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _legend(axes: Axes, words: ChartWords) -> None:
    wide = len(words.paid) + len(words.waiting) > _WIDE
    axes.legend(
        loc="lower right" if words.is_rtl else "lower left",
        bbox_to_anchor=(1.0 if words.is_rtl else 0.0, 1.02),
        ncols=1 if wide else 2,
        frameon=False,
        borderpad=0,
        borderaxespad=0,
        columnspacing=1.6,
        handlelength=1.1,
        handleheight=1.0,
        prop=font(10.5),
        labelcolor=INK,
        markerfirst=not words.is_rtl,
        reverse=words.is_rtl and not wide,
    )


def amounts(axes: Axes, ticks: Sequence[int], figure: Callable[[int], str]) -> None:
    """Grey lines with the amounts that they stand for."""
    axes.set_facecolor(GROUND)
    axes.set_ylim(0, ticks[-1])
    axes.yaxis.set_major_locator(FixedLocator(ticks))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: figure(round(value))))
    axes.grid(axis="y", color=HAIR, linewidth=0.8)
    axes.set_axisbelow(True)


def font(size: float, *, is_bold: bool = False) -> FontProperties:
    """The one font of all pictures."""
    # The file that comes with matplotlib: a font of the machine's could look different.
    name = "DejaVuSans-Bold.ttf" if is_bold else "DejaVuSans.ttf"
    return FontProperties(fname=Path(mpl.get_data_path(), "fonts", "ttf", name), size=size)
