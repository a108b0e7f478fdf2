import csv
import io
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.numbers import SIGNS
from bot.formats.confirmations import (
    AskedLine,
    Confirmations,
    Decision,
    ToldLine,
    confirmation_file,
    is_confirmation,
    read_confirmations,
)

QUICK = settings(derandomize=True, deadline=None, max_examples=100)
REASONS = ("wrong-answer", "not-our-work")
BY = datetime(2026, 12, 1, 12, tzinfo=UTC)
HEAD = "line,decision,reason,words,evidence"
NUMBERS = st.text(st.sampled_from(SIGNS), min_size=8, max_size=8)


def read(*lines: str) -> Confirmations:
    return read_confirmations("\n".join([HEAD, *lines]).encode(), REASONS)


def test_the_client_sees_the_work_and_its_date() -> None:
    asked = [
        AskedLine("K7WX3QDP", "t-1", {"preference": -2, "labels": ["a", "b"]}, "accepted", BY),
        AskedLine("M3PPQQRR", "t-2", {"text": "Überall"}, "accepted", None),
    ]
    rows = list(csv.reader(io.StringIO(confirmation_file(asked).decode("utf-8-sig"), newline="")))
    assert rows == [
        ["line", "task", "state", "confirm_by", "answer: preference", "answer: labels",
         "answer: text", "decision", "reason", "words", "evidence"],
        ["K7WX3QDP", "t-1", "accepted", "2026-12-01T12:00:00+00:00", "'-2", '["a", "b"]', "",
         "", "", "", ""],
        ["M3PPQQRR", "t-2", "accepted", "", "", "", "Überall", "", "", "", ""],
    ]  # fmt: skip


@QUICK
@given(st.lists(st.tuples(NUMBERS, st.text(max_size=20), st.text(max_size=20)), min_size=1,
                max_size=6, unique_by=lambda one: one[0]))  # fmt: skip
def test_the_file_can_be_filled_in_and_sent_back(given: list[tuple[str, str, str]]) -> None:
    asked = [
        AskedLine(number, task, {"text": answer}, "accepted", BY) for number, task, answer in given
    ]
    data = confirmation_file(asked)
    assert is_confirmation(data)
    untouched = read_confirmations(data, REASONS)
    assert (untouched.faults, untouched.lines, untouched.count) == ([], [], len(given))
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(
        [*row[:-4], "Refused", "wrong-answer", "no", "p. 3"] if place else row
        for place, row in enumerate(rows)
    )
    back = read_confirmations(out.getvalue().encode("utf-16"), REASONS)
    assert back.faults == []
    assert [(one.line, one.decision) for one in back.lines] == [
        (number, Decision.refused) for number, *_ in given
    ]


def test_what_the_client_says_is_read() -> None:
    found = read(
        "K7WX3QDP,confirmed,,,", "m3ppqqrr,REFUSED,Wrong-Answer,It is B,page 3", "XWVTRQPN,,,,"
    )
    assert found.faults == []
    assert found.lines == [
        ToldLine(2, "K7WX3QDP", Decision.confirmed, None, None, None),
        ToldLine(3, "M3PPQQRR", Decision.refused, "wrong-answer", "It is B", "page 3"),
    ]
    assert found.count == 3


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("K7WX3QD,confirmed,,,", [("line", "bad-number")]),
        ("K7WX3QDP,yes,,,", [("decision", "not-an-option")]),
        ("K7WX3QDP,,wrong-answer,,", [("decision", "missing")]),
        ("K7WX3QDP,,,,page 3", [("decision", "missing")]),
        ("K7WX3QDP,refused,,,page 3", [("reason", "missing")]),
        ("K7WX3QDP,refused,wrong-answer,no,", [("evidence", "missing")]),
        ("K7WX3QDP,refused,because,,page 3", [("reason", "not-an-option")]),
        ("K7WX3QDP,confirmed,,fine,x", [("words", "reason-without-refusal"),
                                        ("evidence", "reason-without-refusal")]),
        (f"K7WX3QDP,refused,wrong-answer,{'x' * 1001},p", [("words", "too-long")]),
        ("K7WX3QDP,refused,wrong-answer,=1+1,p", [("words", "formula-cell")]),
        ("K7WX3QDP,refused,wrong-answer,no,#VALUE!", [("evidence", "damaged-cell")]),
        ("K7WX3QDP,confirmed,,,,x", [("", "too-many-cells")]),
    ],
)  # fmt: skip
def test_each_fault_is_named(line: str, expected: list[tuple[str, str]]) -> None:
    found = read(line)
    assert [(fault.field, fault.code) for fault in found.faults] == expected
    assert found.lines == []


def test_a_line_that_stands_there_twice_and_columns_of_others_are_faults() -> None:
    found = read("K7WX3QDP,confirmed,,,", "K7WX3QDP,refused,wrong-answer,,p")
    assert [(fault.code, fault.facts) for fault in found.faults] == [
        ("duplicate-number", {"first": 2})
    ]
    other = read_confirmations(b"line,decision,mood\n", REASONS)
    assert [fault.code for fault in other.faults] == ["unknown-column"]
    assert not is_confirmation(b"payout,state\n")


@QUICK
@given(st.binary(max_size=100), st.sampled_from([b"", b"line,decision\n", b"line;decision;x\n"]))
def test_no_bytes_break_the_reading(data: bytes, head: bytes) -> None:
    found: Any = read_confirmations(head + data, REASONS)
    assert all(one.line for one in found.lines)
