"""The lines of a statement as rows of a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.statements import StatementLine
from bot.printing.runs import isolated, printable
from bot.printing.sheet import GREY, INNER, Sheet
from bot.printing.words import Words

HEAD: Final = 7.0
_STEP: Final = 3.9
_SMALL_STEP: Final = 3.5
_PAD: Final = 1.5
_SIZE: Final = 8.5
_SMALL: Final = 7.5
_BLANK: Final = "–"


@dataclass(frozen=True, slots=True)
class _Column:
    key: str
    x: float
    width: float
    at_end: bool = False


_DATE = _Column("printed-date", 0, 21)
_WORK = _Column("printed-work", 22, 53)
_RATE = _Column("printed-rate", 76, 20, at_end=True)
_QUANTITY = _Column("printed-quantity", 97, 14, at_end=True)
_EFFECT = _Column("printed-effect", 112, 18, at_end=True)
_CLIENT = _Column("printed-client", 134, 23)
_PAY = _Column("printed-pay", 158, INNER - 158, at_end=True)
_NOTES: Final = _CLIENT.x - _WORK.x - 4  # how wide the lines below the work may run
_COLUMNS = (_DATE, _WORK, _RATE, _QUANTITY, _EFFECT, _CLIENT, _PAY)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a statement, laid out."""

    sheet: Sheet
    figures: tuple[tuple[_Column, str], ...]
    work: list[str]
    client: list[str]
    small: list[str]
    notes: list[str]

    @property
    def height(self) -> float:
        """What it takes of a page."""
        small = (len(self.small) + len(self.notes)) * _SMALL_STEP
        beside = max(len(self.work) * _STEP + small, len(self.client) * _SMALL_STEP)
        return beside + 2 * _PAD + 0.4

    def draw(self, y: float) -> None:
        """Write it below `y`."""
        first = y + _PAD + 2.8
        for column, text in self.figures:
            self.sheet.put(text, column.x, first, column.width, _SIZE, at_end=column.at_end)
        self.sheet.write(self.work, _WORK.x, first, _WORK.width, _SIZE, _STEP)
        below = first + len(self.work) * _STEP
        small = [*self.small, *self.notes]
        self.sheet.write(small, _WORK.x, below, _NOTES, _SMALL, _SMALL_STEP, colour=GREY)
        self.sheet.write(
            self.client, _CLIENT.x, first, _CLIENT.width, _SMALL, _SMALL_STEP, colour=GREY
        )
        self.sheet.rule(y + self.height)


def head(sheet: Sheet, words: Words, currency: str, y: float) -> float:
    """Write the names of the columns; the height at which the rows begin."""
    for column in _COLUMNS:
        name = words("printed-pay", currency=currency) if column is _PAY else words(column.key)
        sheet.put(
            name, column.x, y + 4.4, column.width, _SMALL,
            is_bold=True, colour=GREY, at_end=column.at_end,
        )  # fmt: skip
    sheet.rule(y + HEAD, GREY, 0.3)
    return y + HEAD


def rows(sheet: Sheet, words: Words, lines: Sequence[StatementLine]) -> list[Row]:
    """Every line as a row that knows how high it is."""
    return [_row(sheet, words, line) for line in lines]


def _row(sheet: Sheet, words: Words, line: StatementLine) -> Row:
    kind = words(f"printed-kind-{line.kind}")
    project = printable(line.project or "")
    work = f"{kind} · {isolated(project)}" if project else kind
    ids = [words("printed-line", line=line.number)]
    if line.job:
        ids.insert(0, words("printed-job", job=line.job))
    client = words(f"printed-client-{line.client.replace(' ', '-')}")
    return Row(
        sheet=sheet,
        figures=(
            (_DATE, words.day(line.at)),
            (_RATE, words.figure(line.rate)),
            (_QUANTITY, str(line.quantity)),
            (_EFFECT, words.figure(line.effect) if line.effect.minor else _BLANK),
            (_PAY, words.figure(line.pay)),
        ),
        work=sheet.lines(work, _WORK.width, _SIZE, most=2),
        small=sheet.lines(" · ".join(ids), _WORK.width, _SMALL, most=2),
        client=[
            *sheet.lines(client, _CLIENT.width, _SMALL, most=3),
            *filter(None, [words.day(line.client_at)]),
        ],
        notes=[
            part
            for note in _notes(words, line)
            for part in sheet.lines(note, _NOTES, _SMALL, most=4)
        ],
    )


def _notes(words: Words, line: StatementLine) -> Iterator[str]:
    """Why the line is what it is, and what it corrects."""
    because, reason = printable(line.because or ""), printable(line.reason or "")
    if because or reason:
        told = " – ".join(isolated(part) for part in (reason, because) if part)
        yield words("printed-reason", reason=told)
    if line.corrected:
        yield words("printed-makes-up", number=isolated(line.corrected))
    if line.cites:
        yield words("printed-corrects", number=isolated(line.cites))
