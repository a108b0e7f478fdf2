# ruff: noqa: INP001
"""Draws the pictures of docs/architecture.md: the floors, from the contract, and the claim.

Run from the root of the source folder: `.venv/bin/python tools/drawings.py`
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"

BAND = "#eaf6e1"
INK, SOFT, LINE, PAPER = "#1f2933", "#5b6875", "#c6ced6", "#ffffff"
FONT = "font-family=\"system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif\""
MONO = "font-family=\"ui-monospace,'SF Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace\""

HEADS = (
    '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
    f'markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10z" fill="{SOFT}"/></marker></defs>'
)

# The highest module of each floor, its number, its name, and what is to be known of it.
FLOORS = (
    ("bot.__main__", "6", "Command line", "hiringhall run, check, …", "#e8eefc", "#3b62c4"),
    ("bot.app", "5", "Joining", "the parts, started and stopped", "#e6f3fb", "#1f7fb0"),
    ("handlers", "4", "Outside", "Telegram, and the clock", "#e3f6f1", "#14806a"),
    ("bot.services", "3", "Use cases", "one function, one transaction", "#eaf6e1", "#4a8a1d"),
    ("bot.effects", "2½", "Effects", "what use cases share", "#f6f4d9", "#8a7a0c"),
    ("storage", "2", "Tables", "all the SQL, nothing else", "#fdeedd", "#b0661a"),
    ("bot.layout", "1", "Ground", "rules, words, formats", "#f6e8f3", "#96408a"),
)
SANDBOX = (
    "sandbox",
    "stands beside:",
    "it pretends to be",
    "Telegram, and imports",
    "nothing of ours",
)


@dataclass(frozen=True)
class Layer:
    """Modules that stand on one floor; side by side, they do not import one another."""

    modules: tuple[str, ...]
    apart: bool


def layers() -> list[Layer]:
    """The floors as the contract has them, the highest first."""
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    contracts = tool["importlinter"]["contracts"]
    (written,) = [one["layers"] for one in contracts if one["type"] == "layers"]
    return [Layer(tuple(re.split(r"\s*[|:]\s*", line)), ":" not in line) for line in written]


def text(x: float, y: float, words: str, *, size: float = 13, fill: str = INK, **more: str) -> str:
    """One line of text."""
    font = MONO if more.pop("mono", "") else FONT
    rest = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
    place = f'x="{x:g}" y="{y:g}" font-size="{size:g}" fill="{fill}"'
    return f"<text {place} {font}{rest}>{escape(words)}</text>"


def box(x: float, y: float, w: float, h: float, *, fill: str, stroke: str, **more: str) -> str:
    """A box with round corners."""
    rest = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in more.items())
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="7" fill="{fill}" '
        f'stroke="{stroke}"{rest}/>'
    )


def arrow(
    x1: float, y1: float, x2: float, y2: float, *, stroke: str = SOFT, dash: str = ""
) -> str:
    """A line with a head at its end."""
    broken = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{stroke}" '
        f'stroke-width="1.6"{broken} marker-end="url(#head)"/>'
    )


def page(width: float, height: float, title: str, parts: Iterator[str]) -> str:
    """A whole picture, on paper of its own, so that it can be read on any page."""
    size = (
        f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" role="img" aria-labelledby="title"'
    )
    return "\n".join(
        (
            f"<svg {size}>",
            f'<title id="title">{escape(title)}</title>',
            HEADS,
            f'<rect width="{width:g}" height="{height:g}" rx="12" fill="{PAPER}"/>',
            *parts,
            "</svg>\n",
        )
    )


LEFT, MIDDLE, GAP, ROW, WIDE = 56.0, 286.0, 10.0, 44.0, 1080.0
BESIDE = 150.0
CROWD = 5


def floors() -> str:
    """The picture of the floors."""
    found = layers()
    tops = {module: i for i, layer in enumerate(found) for module in layer.modules}
    starts = [tops[floor[0]] for floor in FLOORS]
    spans = list(zip(starts, [*starts[1:], len(found)], strict=True))
    height = 24 + sum((end - begin) * (ROW + 8) + 14 for begin, end in spans) + 34
    return page(WIDE, height, "The floors of the program", _floors(found, spans, height))


def _floors(found: list[Layer], spans: list[tuple[int, int]], height: float) -> Iterator[str]:
    yield arrow(28, 28, 28, height - 44)
    yield text(
        18, height / 2, "imports only go down", size=12, fill=SOFT, text_anchor="middle",
        transform=f"rotate(-90 18 {height / 2:g})",
    )  # fmt: skip
    y = 24.0
    right = WIDE - BESIDE - 24
    for (_, number, name, about, fill, stroke), (begin, end) in zip(FLOORS, spans, strict=True):
        tall = (end - begin) * (ROW + 8) + 4
        yield box(LEFT - 8, y, right - LEFT + 8, tall, fill=fill, stroke="none")
        middle = y + tall / 2
        yield text(LEFT + 4, middle + 7, number, size=21, fill=stroke, font_weight="700")
        yield text(LEFT + 44, middle - 2, name, size=14, font_weight="600")
        yield text(LEFT + 44, middle + 14, about, size=11.5, fill=SOFT)
        for index in range(begin, end):
            top = y + 6 + (index - begin) * (ROW + 8)
            yield from _layer(index, found[index], top, right - 10, stroke)
        y += tall + 10
    yield box(WIDE - BESIDE - 12, 24, BESIDE, height - 68, fill="#f4f5f7", stroke=LINE,
              stroke_dasharray="5 4")  # fmt: skip
    centre = WIDE - BESIDE / 2 - 12
    name, *about = SANDBOX
    yield text(centre, height / 2 - 40, name, size=15, mono="1", font_weight="600",
               text_anchor="middle")  # fmt: skip
    for row, words in enumerate(about):
        where = height / 2 - 16 + row * 17
        yield text(centre, where, words, size=12, fill=SOFT, text_anchor="middle")
    yield text(LEFT - 8, height - 18, "A wall between two boxes: they know nothing of each other. "
               "Within services, and within effects, there are such walls too.",
               size=11.5, fill=SOFT)  # fmt: skip


def _layer(index: int, layer: Layer, y: float, right: float, stroke: str) -> Iterator[str]:
    crowded = len(layer.modules) >= CROWD
    signs = [len(name.rpartition(".")[2] if crowded else name) + 3 for name in layer.modules]
    room = right - MIDDLE - GAP * 1.4 * (len(signs) - 1)
    x = MIDDLE
    yield f'<g data-layer="{index}" data-apart="{str(layer.apart).lower()}">'
    for place, (module, part) in enumerate(zip(layer.modules, signs, strict=True)):
        wide = room * part / sum(signs)
        if place and layer.apart:
            wall = x - GAP * 0.7
            yield (
                f'<line x1="{wall:g}" y1="{y + 2:g}" x2="{wall:g}" y2="{y + ROW - 2:g}" '
                f'stroke="{stroke}" stroke-width="2.4"/>'
            )
        yield f'<g data-module="{escape(module)}">'
        yield box(x, y, wide, ROW, fill=PAPER, stroke=stroke)
        yield from _name(x + wide / 2, y + ROW / 2, module, crowded=len(layer.modules) >= CROWD)
        yield "</g>"
        x += wide + GAP * 1.4
    yield "</g>"


def _name(x: float, y: float, module: str, *, crowded: bool) -> Iterator[str]:
    package, _, name = module.rpartition(".")
    if not crowded:
        yield text(x, y + 5, module, size=13.5, mono="1", text_anchor="middle")
        return
    yield text(x, y - 4, f"{package}.", size=9.5, fill=SOFT, mono="1", text_anchor="middle")
    yield text(x, y + 11, name, size=12.5, mono="1", text_anchor="middle")


# Who takes part in a claim: what it is called, and the module where to read on.
PARTS = (
    ("Person", "a phone"),
    ("Telegram", "the Bot API"),
    ("Coming in", "handlers.receiving"),
    ("Handling", "handlers.group.calls"),
    ("Claiming", "bot.services.claims"),
    ("Database", "storage.database"),
    ("Sending", "bot.workers.outbox"),
)
PERSON, TELEGRAM, INTAKE, HANDLER, CLAIM, TABLES, OUTBOX = range(len(PARTS))
BEGIN, COMMIT = "begin", "commit"

# Who tells whom what; a pair of one and the same is what that one does by itself.
STEPS: tuple[tuple[int, int, str] | str, ...] = (
    (PERSON, TELEGRAM, "taps Claim a job"),
    (TELEGRAM, INTAKE, "update, fetched or by webhook"),
    (INTAKE, TABLES, "stored and committed in inbox"),
    (INTAKE, TELEGRAM, "acknowledged, and not before"),
    (INTAKE, HANDLER, "one update of a person at a time"),
    (HANDLER, CLAIM, "claim(call, person, cause, now)"),
    BEGIN,
    (CLAIM, TABLES, "the cause, which counts once"),
    (CLAIM, CLAIM, "allowed? is a place left?"),
    (CLAIM, TABLES, "up to N tasks, one slot less each"),
    (CLAIM, TABLES, "the job with its frozen terms"),
    (CLAIM, TABLES, "what is owed: screens, count"),
    COMMIT,
    (CLAIM, HANDLER, "the job, or the place on the list"),
    (HANDLER, TELEGRAM, "answers the tap"),
    (TELEGRAM, PERSON, "the private chat opens"),
    (OUTBOX, TABLES, "leases what is due"),
    (OUTBOX, TELEGRAM, "sends the job; edits the card in the group, within the limits"),
    (TELEGRAM, PERSON, "the first task"),
    (OUTBOX, TABLES, "settled: sent, with its number"),
)
STEP, HEAD = 36.0, 74.0
COLUMN = 204.0


def claim() -> str:
    """The picture of the claim."""
    height = HEAD + 30 + STEP * len(STEPS) + 14
    wide = 2 * 70 + COLUMN * (len(PARTS) - 1)
    return page(wide, height, "A claim, from the tap to the first task", _claim(height))


def _claim(height: float) -> Iterator[str]:
    at = [70 + COLUMN * number for number in range(len(PARTS))]
    rows = {i: HEAD + 30 + STEP * i for i in range(len(STEPS))}
    top, end = rows[STEPS.index(BEGIN)], rows[STEPS.index(COMMIT)]
    x = at[CLAIM] - 22
    yield box(x, top - 10, at[TABLES] + 22 - x, end - top + 16, fill=BAND, stroke="#4a8a1d")
    for number, (name, module) in enumerate(PARTS):
        yield (
            f'<line x1="{at[number]:g}" y1="{HEAD:g}" x2="{at[number]:g}" y2="{height - 14:g}" '
            f'stroke="{LINE}" stroke-width="1.4"/>'
        )
        ours = number > TELEGRAM
        yield box(at[number] - 66, 16, 132, HEAD - 22, fill="#eef3fd" if ours else "#f4f5f7",
                  stroke="#3b62c4" if ours else LINE)  # fmt: skip
        yield text(at[number], 38, name, size=14, font_weight="600", text_anchor="middle")
        yield text(at[number], 56, module, size=9.6, fill=SOFT, text_anchor="middle",
                   mono="1" if ours else "")  # fmt: skip
    for i, step in enumerate(STEPS):
        number = sum(not isinstance(one, str) for one in STEPS[: i + 1])
        paper = BAND if top < rows[i] < end else PAPER
        yield from _step(step, number, rows[i], at, paper)


def _step(
    step: tuple[int, int, str] | str, number: int, y: float, at: list[float], paper: str
) -> Iterator[str]:
    if isinstance(step, str):
        words = "one transaction" if step == BEGIN else "committed"
        middle = (at[CLAIM] + at[TABLES]) / 2
        yield text(middle, y + 2, words, size=12, fill="#3c7216", font_weight="600",
                   text_anchor="middle")  # fmt: skip
        return
    source, target, told = step
    words = f"{number}  {told}"
    if source == target:
        x = at[source]
        yield (
            f'<path d="M{x:g} {y - 6:g}h14v12h-12" fill="none" stroke="{SOFT}" '
            'stroke-width="1.6" marker-end="url(#head)"/>'
        )
        yield _label(x + 20, y, words, paper, anchor="start")
        return
    towards = 3 if target > source else -3
    yield arrow(at[source], y, at[target] - towards, y)
    yield _label((at[source] + at[target]) / 2, y - 7, words, paper, anchor="middle")


def _label(x: float, y: float, words: str, paper: str, *, anchor: str) -> str:
    # With a rim of paper, so that no line runs through the words.
    return text(x, y, words, size=12, text_anchor=anchor, stroke=paper, stroke_width="5",
                stroke_linejoin="round", paint_order="stroke")  # fmt: skip


DRAWN = {"floors.svg": floors, "claim.svg": claim}

if __name__ == "__main__":
    for name, draw in DRAWN.items():
        (PICTURES / name).write_text(draw(), encoding="utf-8")
