"""A statement on A4: who and when, what is paid, each line with its reasons, the sums."""

from collections.abc import Sequence
from typing import Final

from bot.domain.money import Money
from bot.domain.statements import Statement
from bot.printing.runs import isolated, printable
from bot.printing.sheet import GREY, HEIGHT, INNER, Sheet
from bot.printing.table import HEAD, Row, head, rows
from bot.printing.words import Words, texts
from bot.texts import ENGLISH

_FOOT: Final = HEIGHT - 12.0
_BOTTOM: Final = _FOOT - 7.0
_SUMS: Final = 36.0  # the height of the sums, with how to check the statement
_GAP: Final = 6.0
_COLUMN: Final = (INNER - 2 * _GAP) / 3
_TOP_OF_NEXT: Final = 22.0
_NOTE: Final = 14.0


def printed(statement: Statement, language: str, english: Statement | None = None) -> bytes:
    """The statement as a PDF; no clock and no chance is in it, so equal ones give equal bytes.

    Where nobody reviewed the language, its `english` follows on pages of its own, and counts.
    """
    words = Words(texts(), texts().closest(language), statement.zone)
    sheet = Sheet(
        rtl=words.is_rtl, language=words.language, title=statement.number,
        made_at=statement.made_at,
    )  # fmt: skip
    _write(sheet, words, statement, note=english is not None)
    if english is not None:
        sheet.turn(rtl=False)
        _write(sheet, Words(texts(), ENGLISH, statement.zone), english)
    return sheet.finished()


def _write(sheet: Sheet, words: Words, statement: Statement, *, note: bool = False) -> None:
    sheet.page()
    if note:
        sheet.put(words("printed-translated"), 0, _NOTE, INNER, 7.5, colour=GREY)
    y = _facts(sheet, words, statement, _top(sheet, words, statement))
    pages = _paged(rows(sheet, words, statement.lines), y)
    for nth, on_page in enumerate(pages, 1):
        if nth > 1:
            sheet.page()
            y = _TOP_OF_NEXT
            sheet.put(isolated(statement.person_name), 0, y - 6, INNER / 2, 9)
        _foot(sheet, words, statement, nth, len(pages))
        y = head(sheet, words, statement.net.currency, y)
        for row in on_page:
            row.draw(y)
            y += row.height
    _sums(sheet, words, statement, y)


def _top(sheet: Sheet, words: Words, statement: Statement) -> float:
    """Title and name, and what matters most in large figures."""
    number = words("printed-number", number=statement.number)
    sheet.put(words("printed-title"), 0, 24, INNER * 0.6, 20, is_bold=True)
    sheet.put(number, INNER * 0.6, 24, INNER * 0.4, 12, is_bold=True, at_end=True)
    name = isolated(printable(statement.person_name) or statement.pseudonym)
    lines = sheet.lines(name, INNER * 0.75, 12, most=2)
    sheet.write(lines, 0, 33, INNER * 0.75, 12, 6)
    sheet.put(
        isolated(statement.pseudonym), INNER * 0.75, 33, INNER * 0.25, 10,
        colour=GREY, at_end=True,
    )  # fmt: skip
    y = 33 + 6.0 * (len(lines) - 1) + 5
    sheet.shade(y, 19)
    large = (
        ("printed-net", words.money(statement.net)),
        ("printed-state", words(f"printed-state-{statement.state}")),
        ("printed-expected", words.day(statement.expected_at)),
    )
    for nth, (key, value) in enumerate(large):
        x, width = 4 + nth * (_COLUMN + _GAP), _COLUMN - 4
        sheet.put(words(key), x, y + 6.5, width, 8, colour=GREY)
        sheet.put(value, x, y + 14, width, 13, is_bold=True)
    return y + 19


def _facts(sheet: Sheet, words: Words, statement: Statement, y: float) -> float:
    """The other facts in three columns, each below its name."""
    method, reference = statement.method, statement.reference
    ends = (
        words("printed-from", moment=words.moment(statement.period_start)),
        words("printed-to", moment=words.moment(statement.period_end)),
    )
    facts = (
        (words("printed-period"), *ends),
        (words("printed-zone"), words.place(statement.period_end)),
        (words("printed-made"), words.moment(statement.made_at)),
        (words("printed-payout"), isolated(statement.payout)),
        (words("printed-method"), isolated(method) if method else words("printed-method-none")),
        (
            words("printed-reference"),
            isolated(reference) if reference else words("printed-reference-none"),
        ),
        (words("printed-dispute"), words.moment(statement.dispute_by)),
        (words("printed-contact"), isolated(statement.contact)),
    )
    y += 8
    for start in range(0, len(facts), 3):
        highest = 1
        for nth, (name, *values) in enumerate(facts[start : start + 3]):
            x = nth * (_COLUMN + _GAP)
            lines = [line for value in values for line in sheet.lines(value, _COLUMN, 9)]
            sheet.put(name, x, y, _COLUMN, 7.5, colour=GREY)
            sheet.write(lines, x, y + 4.4, _COLUMN, 9, 4.2)
            highest = max(highest, len(lines))
        y += 4.4 + highest * 4.2 + 2.6
    return y


def _paged(found: Sequence[Row], y: float) -> list[list[Row]]:
    """The rows of each page; the last one has room for the sums."""
    pages: list[list[Row]] = [[]]
    y += HEAD
    for nth, row in enumerate(found, 1):
        needed = row.height + (_SUMS if nth == len(found) else 0)
        if y + needed > _BOTTOM:
            pages.append([])
            y = _TOP_OF_NEXT + HEAD
        pages[-1].append(row)
        y += row.height
    return pages


def _sums(sheet: Sheet, words: Words, statement: Statement, y: float) -> None:
    """Gross, deductions, net; below them how to check the statement."""
    off = Money(-statement.deductions.minor, statement.deductions.currency)
    sums = (
        (words("printed-gross"), words.figure(statement.gross), False),
        (words("printed-deductions"), words.figure(off), False),
        (words("printed-sum", currency=statement.net.currency), words.figure(statement.net), True),
    )
    y += 7
    for name, figure, is_bold in sums:
        size = 10.5 if is_bold else 9
        y += 1.5 if is_bold else 0
        sheet.put(name, INNER - 80, y, 48, size, is_bold=is_bold, at_end=True)
        sheet.put(figure, INNER - 30, y, 30, size, is_bold=is_bold, at_end=True)
        y += 5.2
    verify = words("printed-verify", command=f"/verify {statement.number}")
    sheet.write(sheet.lines(verify, INNER, 8), 0, y + 7, INNER, 8, 4, colour=GREY)


def _foot(sheet: Sheet, words: Words, statement: Statement, page: int, pages: int) -> None:
    number = words("printed-number", number=statement.number)
    sheet.put(number, 0, _FOOT, INNER / 2, 7.5, colour=GREY)
    where = words("printed-page", page=page, pages=pages)
    sheet.put(where, INNER / 2, _FOOT, INNER / 2, 7.5, colour=GREY, at_end=True)
