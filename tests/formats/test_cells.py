import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.formats.cells import as_it_was, cell, harmless, is_formula

QUICK = settings(derandomize=True, deadline=None, max_examples=500)
SIGNS = "=+-@＝＋－＠"
NASTY = st.text(st.sampled_from([*SIGNS, *" \t\r\n'\",;|a1(A)"]), max_size=12)


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", ["", " ", "\u00a0", '"', "\n", "\t", "' ", '" "'])
def test_nothing_begins_a_formula(sign: str, before: str) -> None:
    shielded = harmless(f"{before}{sign}SUM(A1)")
    assert shielded.startswith("'")


@pytest.mark.parametrize("text", ["\tx", "\rx", "\nx"])
def test_control_signs_do_not_begin_a_cell(text: str) -> None:
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("number", ["-3", "-0.25", 7, -1.5])
def test_numbers_below_nought_stay_numbers(number: object) -> None:
    assert cell(number) == str(number)


@pytest.mark.parametrize("text", ["-1+2", "-1.5.2", "-A1", "=1"])
def test_what_only_begins_like_a_number_is_shielded(text: str) -> None:
    assert cell(text) == f"'{text}"


@QUICK
@given(NASTY | st.text(max_size=30))
def test_what_was_shielded_can_be_had_back(text: str) -> None:
    assert as_it_was(harmless(text)) == text


@QUICK
@given(NASTY, NASTY, st.sampled_from([",", ";", "\t", "|"]))
def test_no_delimiter_finds_a_formula_in_a_shielded_file(
    left: str, right: str, other: str
) -> None:
    out = io.StringIO()
    csv.writer(out).writerow(["x", harmless(left), harmless(right), "x"])
    for row in csv.reader(io.StringIO(out.getvalue(), newline=""), delimiter=other):
        assert not any(is_formula(cell) for cell in row), (row, out.getvalue())


def test_plain_text_is_left_alone() -> None:
    for text in ("", "Ada", "a-b", "1 + 1", "O'Neil", "'tis", "DE02 1203", "a=b", "10.5"):
        assert harmless(text) == text == as_it_was(text)


def test_a_dash_for_nothing_is_no_formula() -> None:
    assert [is_formula(text) for text in ("-", "--", "=", " - ", "-5", "=A1", " @x")] == [
        False, False, False, False, True, True, True,
    ]  # fmt: skip
