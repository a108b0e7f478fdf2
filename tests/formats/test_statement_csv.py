import csv
import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.money import Money
from bot.domain.statements import Statement
from bot.formats.cells import as_it_was, is_formula
from bot.formats.statement_csv import COLUMNS, statement_csv
from tests.printing.made import HOSTILE, NAMES, line, statement

# Where somebody's words stand, as columns of the file and as fields of a statement or its lines.
OF_STATEMENT = {
    "statement": "number", "person": "person_name", "pseudonym": "pseudonym", "payout": "payout",
    "state": "state", "method": "method", "reference": "reference", "contact": "contact",
}  # fmt: skip
OF_LINE = {
    "line": "number", "project": "project", "job": "job", "reason": "reason",
    "because": "because", "corrects": "cites",
}  # fmt: skip
TEXTS = (*OF_STATEMENT, *OF_LINE)
BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", '"=', "'=")
SEPARATORS = ("", ",", ";", "\t", "|", "a;", "a,", "a\r\n", "a\n", 'a";"')
FORMULAS = tuple(f"{sep}{sign}1+1" for sep in SEPARATORS for sign in BEGINNINGS)


def _rows(made: Statement, delimiter: str = ",") -> list[dict[str, str]]:
    text = statement_csv(made).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def _with(column: str, text: str) -> Statement:
    if column in OF_STATEMENT:
        return statement(line(), **{OF_STATEMENT[column]: text})
    changes: dict[str, Any] = {OF_LINE[column]: text}
    return statement(line(**changes))


def test_a_statement_is_one_row_a_line_with_every_field() -> None:
    rows = _rows(statement())
    assert len(rows) == 7
    assert tuple(rows[1]) == COLUMNS
    assert rows[1] == {
        "statement": "S7KQ2", "person": "Ada Lovelace", "pseudonym": "W-4821",
        "period_start": "2026-11-13T12:00:00+02:00", "period_end": "2026-11-20T12:00:00+02:00",
        "zone": "Africa/Cairo", "made_at": "2026-11-20T12:01:00+02:00", "currency": "USD",
        "line": "L0002", "kind": "rating", "project": "Everyday questions", "job": "J7K12",
        "at": "2026-11-13T14:00:00+02:00", "rate": "2.50", "rate_minor": "250", "quantity": "1",
        "effect": "-1.25", "effect_minor": "-125", "pay": "1.25", "pay_minor": "125",
        "reason": "shallow",
        "because": "The explanation does not say which answer is safer.",
        "client": "confirmed", "client_at": "2026-11-16T12:00:00+02:00", "corrects": "",
        "gross": "34.00", "gross_minor": "3400", "deductions": "0.00", "deductions_minor": "0",
        "net": "34.00", "net_minor": "3400", "payout": "P3H8N", "state": "due",
        "method": "Bank account ···· 6819", "expected_at": "2026-11-23T12:00:00+02:00",
        "reference": "", "dispute_by": "2027-02-18T12:00:00+02:00",
        "contact": "Grace Hopper,' @grace_pay",
    }  # fmt: skip
    assert [row["corrects"] for row in rows if row["corrects"]] == ["S4M2P"]


@pytest.mark.parametrize(
    ("currency", "written"), [("JPY", "1234"), ("USD", "12.34"), ("KWD", "1.234")]
)
def test_amounts_have_the_decimals_of_their_currency(currency: str, written: str) -> None:
    money = Money(1234, currency)
    (row,) = _rows(statement(line(rate=money, pay=money)))
    assert (row["pay"], row["pay_minor"], row["net"]) == (written, "1234", written)


def test_a_statement_without_lines_still_says_what_it_is() -> None:
    (row,) = _rows(replace(statement(), lines=()))
    assert (row["statement"], row["net"], row["line"], row["pay"]) == ("S7KQ2", "34.00", "", "")


@pytest.mark.parametrize("script", NAMES)
def test_names_of_all_scripts_stay_as_they_are(script: str) -> None:
    (row,) = _rows(statement(line(project=NAMES[script]), person_name=NAMES[script]))
    assert row["person"] == row["project"] == NAMES[script]


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_name_breaks_neither_file_nor_row(kind: str) -> None:
    data = statement_csv(statement(line(project=HOSTILE[kind]), person_name=HOSTILE[kind]))
    assert data.decode("utf-8-sig").count("\n") == data.count(b"\r\n") == 2


@pytest.mark.parametrize("column", TEXTS)
def test_no_beginning_makes_a_formula_in_any_column(column: str) -> None:
    for text in FORMULAS:
        _expect_no_formula(_with(column, text))


@given(st.sampled_from(TEXTS), st.sampled_from(FORMULAS), st.text(max_size=12), st.booleans())
def test_no_text_makes_a_formula(column: str, formula: str, more: str, before: bool) -> None:
    text = more + formula if before else formula + more
    _expect_no_formula(_with(column, text))


def _expect_no_formula(made: Statement) -> None:
    # Programs take other signs than ours for the delimiter: then cells begin after those.
    for delimiter in ",;\t|":
        for row in _rows(made, delimiter):
            cells: list[Any] = [*row.values()]
            for cell in cells:
                for part in cell if isinstance(cell, list) else [cell or ""]:
                    assert not is_formula(part) or part == "-1.25", (delimiter, part)


def test_what_was_made_harmless_can_be_read_back() -> None:
    (row,) = _rows(statement(line(because="=1+1; @home, -5")))
    assert as_it_was(row["because"]) == "=1+1; @home, -5"
