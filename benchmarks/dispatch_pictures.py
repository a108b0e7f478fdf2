"""Draws what the simulation of dispatch found, for docs/dispatch.md."""

from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

_GROUND, _INK, _GREY, _HAIR = "#fbfcfd", "#1b2026", "#5b6470", "#dfe4ea"
# Told apart by lightness and marks as well as by colour.
_LOOKS = {
    "group_post": ("card in groups, first tap", "#9aa3ad", "o"),
    "group_draw": ("card in groups, draw", "#f3b23c", "s"),
    "ping_everybody": ("message to everybody", "#c2452d", "X"),
    "waves": ("waves", "#17715a", "D"),
    "group_and_waves": ("waves and cards in groups", "#2a5fb0", "^"),
}
_WIDE, _DPI = (9.0, 4.2), 150


def draw(found: dict[str, Any], curves: dict[str, list[tuple[float, float]]], to: Path) -> None:
    """Two pictures: how jobs were claimed over time, and each way at each ratio."""
    to.mkdir(parents=True, exist_ok=True)
    with mpl.rc_context({"font.family": "DejaVu Sans", "font.size": 10}):
        _over_time(found, curves).savefig(to / "dispatch-time.png")
        _by_ratio(found).savefig(to / "dispatch-ratios.png")


def _figure(size: tuple[float, float], rows: int, columns: int) -> tuple[Figure, list[Axes]]:
    figure = Figure(figsize=size, dpi=_DPI, facecolor=_GROUND, layout="constrained")
    axes = [figure.add_subplot(rows, columns, place + 1) for place in range(rows * columns)]
    for one in axes:
        one.set_facecolor(_GROUND)
        one.grid(visible=True, color=_HAIR, linewidth=0.8)
        one.tick_params(colors=_GREY)
        for side in one.spines.values():
            side.set_color(_HAIR)
    return figure, axes


def _over_time(found: dict[str, Any], curves: dict[str, list[tuple[float, float]]]) -> Figure:
    figure, (axes,) = _figure(_WIDE, 1, 1)
    for name, points in curves.items():
        words, colour, _ = _LOOKS[name]
        times = [max(when, 0.1) for when, _ in points]
        axes.step(times, [share for _, share in points], color=colour, lw=2, label=words)
    axes.axvline(3000, color=_INK, lw=1, ls=":")
    axes.text(2800, 0.03, "50 minutes", color=_INK, ha="right")
    axes.set_xscale("log")
    ticks = {0.1: "0.1 s", 1: "1 s", 10: "10 s", 60: "1 min", 600: "10 min", 3600: "1 h"}
    axes.set_xticks(list(ticks), list(ticks.values()))
    axes.set_xticks([], minor=True)
    axes.yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    axes.set_title(
        f"Jobs claimed since the call, {found['jobs']} jobs for {found['people']:,} people",
        color=_INK, loc="left", fontweight="bold",
    )  # fmt: skip
    axes.legend(frameon=False, loc=(0.21, 0.52))
    return figure


_PANELS: tuple[tuple[str, str, bool], ...] = (
    ("messages_per_claim", "Messages for each claim", True),
    ("pinged_for_nothing", "Tapped and got nothing", False),
    ("claims_by_scripts", "Jobs that went to scripts", False),
    ("list_served", "Of those on the list, given a job", False),
    ("earners_of_best", "People with a job, of the most possible", False),
    ("seconds_to_last_claim", "Minutes to the last claim", True),
)


def _by_ratio(found: dict[str, Any]) -> Figure:
    figure, panels = _figure((9.0, 8.4), 3, 2)
    ratios = {found["jobs"]: found["policies"]}
    ratios |= {int(jobs): policies for jobs, policies in found["ratios"].items()}
    for axes, (key, title, is_log) in zip(panels, _PANELS, strict=True):
        for name, (words, colour, mark) in _LOOKS.items():
            values = [policies[name][key] for policies in ratios.values()]
            if key.startswith("seconds"):
                values = [value / 60 for value in values]
            axes.plot(list(ratios), values, color=colour, marker=mark, lw=1.6, label=words)
        axes.set_xscale("log")
        axes.set_xticks(list(ratios), [f"{jobs:,}" for jobs in ratios])
        axes.set_xticks([], minor=True)
        if is_log:
            axes.set_yscale("log")
            axes.yaxis.set_major_formatter(_plain)
        else:
            axes.yaxis.set_major_formatter(_percent)
            axes.set_ylim(-0.03, None)
        axes.set_title(title, color=_INK, loc="left", fontweight="bold", fontsize=10.5)
    handles, labels = panels[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside lower center", ncols=3, frameon=False)
    figure.suptitle(
        f"By the jobs of a call, for {found['people']:,} people", color=_INK, fontweight="bold"
    )
    return figure


def _plain(value: float, _: float) -> str:
    return f"{value:,.10g}"


def _percent(share: float, _: float) -> str:
    return f"{share:.0%}"
