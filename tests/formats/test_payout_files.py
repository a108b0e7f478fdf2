import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.lines import MOST_MINOR
from bot.domain.money import Money
from bot.domain.numbers import SIGNS
from bot.domain.payout_files import PayoutColumn, PayoutLayout
from bot.domain.payouts import PayoutState
from bot.formats.cells import as_it_was, is_formula
from bot.formats.payout_file import PayoutRow, payout_file
from bot.formats.payout_report import (
    PayoutReport,
    ReportRow,
    differences,
    is_report,
    read_report,
)
from bot.formats.records import ReadingLimits
from bot.formats.sheet import Columns, read_sheet

QUICK = settings(derandomize=True, deadline=None, max_examples=100)
EVERY = PayoutLayout(tuple((one.value, one) for one in PayoutColumn))
PLAIN = PayoutLayout()
ROW = PayoutRow(
    payout="K7WX3QDP", statement="M3PPQQRR", person="R4471", name="Ada", method="iban",
    details="DE02120300000000202051", money=Money(1250, "USD"), purpose="M3PPQQRR", run="XWVTRQPN",
    zone="UTC", period="2026-11-27", expected=date(2026, 11, 30),
)  # fmt: skip
TEXT_COLUMNS = (
    "payout", "statement", "person", "name", "method", "details", "purpose", "run", "zone",
    "period",
)  # fmt: skip
PREFIXES = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", '"=', ";=", ",+")
NUMBERS = st.text(st.sampled_from(SIGNS), min_size=8, max_size=8)
LAYOUTS = st.builds(
    PayoutLayout,
    st.just(EVERY.columns),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from([".", ","]),
)


def cells(data: bytes, layout: PayoutLayout = EVERY) -> list[dict[str, str]]:
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=layout.delimiter))


def told(report: PayoutReport) -> list[tuple[int, str, str]]:
    return [(fault.line, fault.field, fault.code) for fault in report.faults]


def report(*lines: str, sign: str = ",") -> PayoutReport:
    text = "\n".join(["payout,state,reference,reason,amount,currency", *lines])
    return read_report(text.replace(",", sign).encode(), PLAIN)


def test_the_file_has_the_columns_that_the_hall_chose() -> None:
    layout = PayoutLayout(
        (("Empfänger", PayoutColumn.name), ("Betrag", PayoutColumn.amount)), ";", ","
    )
    assert payout_file([ROW], layout).decode("utf-8-sig") == "Empfänger;Betrag\r\nAda;12,50\r\n"


def test_every_column_says_what_it_is_for() -> None:
    (row,) = cells(payout_file([ROW], EVERY))
    assert (row["amount"], row["currency"], row["minor"]) == ("12.50", "USD", "1250")
    assert (row["state"], row["reference"], row["reason"]) == ("", "", "")
    assert {name: row[name] for name in TEXT_COLUMNS} == {
        name: getattr(ROW, name) for name in TEXT_COLUMNS
    }
    assert row["expected"] == "2026-11-30"


@pytest.mark.parametrize("column", TEXT_COLUMNS)
@pytest.mark.parametrize("prefix", PREFIXES)
def test_no_text_becomes_a_formula(prefix: str, column: str) -> None:
    text = f"{prefix}HYPERLINK(1)"
    row = replace(ROW, **{column: text})  # type: ignore[arg-type]
    for layout in (EVERY, PayoutLayout(EVERY.columns, ";"), PayoutLayout(EVERY.columns, "\t")):
        data = payout_file([row], layout)
        written = cells(data, layout)[0][column]
        assert written.startswith("'") or prefix[0] in ";,"
        assert as_it_was(written) == text
        for sign in ",;\t":  # whatever the program takes for the delimiter
            found = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=sign)
            assert not any(is_formula(cell) for line in found for cell in line)


@QUICK
@given(st.lists(st.tuples(NUMBERS, st.text(max_size=20), st.integers(1, MOST_MINOR),
                          st.sampled_from(["USD", "JPY", "KWD"])),
                min_size=1, max_size=8, unique_by=lambda one: one[0]), LAYOUTS)  # fmt: skip
def test_a_file_that_only_makes_a_round_trip_matches(
    given: list[tuple[str, str, int, str]], layout: PayoutLayout
) -> None:
    rows = [
        replace(ROW, payout=number, name=name, money=Money(minor, currency))
        for number, name, minor, currency in given
    ]
    ours = {row.payout: row.money for row in rows}
    data = payout_file(rows, layout)
    back = read_report(data, layout)
    assert (back.faults, back.rows, back.silent) == ([], [], len(rows))
    # Filled in: every row says that it was sent.
    out = io.StringIO()
    filled = csv.writer(out, delimiter=layout.delimiter)
    for place, line in enumerate(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""),
                                            delimiter=layout.delimiter)):  # fmt: skip
        filled.writerow([*line[:-3], "Sent", "'=ref", ""] if place else line)
    back = read_report(out.getvalue().encode("utf-16"), layout)
    assert back.faults == []
    assert [(row.number, row.state, row.reference) for row in back.rows] == [
        (number, PayoutState.sent, "=ref") for number in ours
    ]
    assert differences(back.rows, ours, layout) == []


def test_a_report_is_known_by_its_columns() -> None:
    assert is_report(payout_file([ROW], PLAIN), PLAIN)
    assert is_report(b"\xef\xbb\xbfPayout;State\n", PLAIN)
    assert is_report(b"sep=|\npayout|state\n", PLAIN)
    own = PayoutLayout((("Nr", PayoutColumn.payout), ("Status", PayoutColumn.state)))
    assert is_report(b"nr\tstatus", own)
    for other in (b"", b"id,prompt,response_1\n", b"payout\n", b"\xff\xfe\x00", b"key: x\n"):
        assert not is_report(other, PLAIN)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_what_the_payer_says_is_read(sign: str) -> None:
    found = report(
        "K7WX3QDP,sent,TX 1,,12.50,USD", " m3ppqqrr , PAID ,,,,usd", "XWVTRQPN,Failed,,closed,,",
        "DDDDDDDD,,,,1.00,USD", ",,,,,", sign=sign,
    )  # fmt: skip
    assert found.faults == []
    assert found.rows == [
        ReportRow(2, "K7WX3QDP", PayoutState.sent, "TX 1", None, "12.50", "USD"),
        ReportRow(3, "M3PPQQRR", PayoutState.paid, None, None, None, "USD"),
        ReportRow(4, "XWVTRQPN", PayoutState.failed, None, "closed", None, None),
    ]
    assert (found.count, found.silent) == (4, 1)


@pytest.mark.parametrize(
    ("line", "field", "code"),
    [
        ("K7WX3QD,paid,,,,", "payout", "bad-number"),
        ("K7WX3QD0,paid,,,,", "payout", "bad-number"),
        (",paid,,,,", "payout", "bad-number"),
        ("3.47E+07,paid,,,,", "payout", "bad-number"),
        ("K7WX3QDP,done,,,,", "state", "not-an-option"),
        ("K7WX3QDP,due,,,,", "state", "not-an-option"),
        ("K7WX3QDP,,TX 1,,,", "state", "missing"),
        ("K7WX3QDP,failed,TX 1,,,", "reason", "missing"),
        ("K7WX3QDP,paid,,closed,,", "reason", "reason-without-failure"),
        ("K7WX3QDP,paid,=1+1,,,", "reference", "formula-cell"),
        ("K7WX3QDP,paid,+49 1,,,", "reference", "formula-cell"),
        ("K7WX3QDP,failed,,@SUM(A1),,", "reason", "formula-cell"),
        ("K7WX3QDP,paid,#REF!,,,", "reference", "damaged-cell"),
        ("K7WX3QDP,paid,,,#######,USD", "amount", "damaged-cell"),
        ("K7WX3QDP,#N/A,,,,", "state", "damaged-cell"),
        ("K7WX3QDP,paid,,,,XXQ", "currency", "unknown-currency"),
        (f"K7WX3QDP,paid,{'x' * 141},,,", "reference", "too-long"),
        (f"K7WX3QDP,failed,,{'x' * 301},,", "reason", "too-long"),
        ("K7WX3QDP,paid,a\x00b,,,", "reference", "nul-character"),
        ("K7WX3QDP,paid,,,,,7", "", "too-many-cells"),
        ('K7WX3QDP,paid,"a"b,,,', "", "not-csv"),
    ],
)
def test_each_damage_is_named_with_its_place(line: str, field: str, code: str) -> None:
    found = report(line)
    assert told(found) == [(2, field, code)]
    assert found.rows == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", (0, "", "empty")),
        (b"\n\n", (0, "", "empty")),
        (b"payout,state\n", (0, "", "empty")),
        (b"payout,reference\nK7WX3QDP,x\n", (1, "state", "missing")),
        (b"payout,state,state\n", (1, "state", "duplicate-key")),
        (b"payout,state,fee\n", (1, "fee", "unknown-column")),
        (b"payout,state\nK7WX3QDP,pa\xefd\n", (2, "", "bad-utf8")),
        (b"\xff\xfepa\x00y\x00\x00\xd8", (1, "", "bad-utf8")),
        ("payout,state\nK7WX3QDP,paid".encode("utf-16-le"), (1, "", "missing")),
        (b"x" * 70_000, (1, "", "too-long")),
        (b"x" * (21 * 1024 * 1024), (0, "", "too-large")),
        (b"PK\x03\x04\x14\x00\x06\x00\xff\xfe", (1, "", "bad-utf8")),
    ],
)
def test_a_file_that_is_no_report_is_refused_whole(
    data: bytes, expected: tuple[int, str, str]
) -> None:
    found = read_report(data, PLAIN)
    if expected[2] == "missing" and not expected[1]:
        assert {code for _, _, code in told(found)} == {"missing", "unknown-column"}
    else:
        assert told(found)[:1] == [expected]
    assert found.rows == []


def test_the_same_payout_twice_is_a_fault_even_with_the_same_state() -> None:
    found = report("K7WX3QDP,paid,,,,", "k7wx3qdp,paid,,,,")
    assert [(fault.code, fault.facts) for fault in found.faults] == [
        ("duplicate-number", {"first": 2})
    ]


def test_too_many_rows_and_faults_end_the_reading() -> None:
    many = read_report(b"payout,state\n" + b"x,paid\n" * 5_000, PLAIN)
    assert (many.faults[-1].code, len(many.faults)) == ("too-many-faults", 1_001)
    broken = read_report(b"payout,state\n" + b"=x,paid\n" * 5_000, PLAIN)
    assert (broken.faults[-1].code, broken.count) == ("too-many-faults", 1_000)
    columns = Columns(named=str, read=("a",), needed=("a",))
    few = read_sheet(b"a\n1\n2\n3\n", columns, ReadingLimits(rows=2))
    assert [fault.code for fault in few.faults] == ["too-many-rows"]
    assert [row.cells["a"] for row in few.rows] == ["1", "2"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("12.50,USD", None),
        ('"12,50",USD', None),
        ("12.5,", None),
        (",", None),
        ("12.51,USD", ("amount", "amount-differs")),
        ("1250,USD", ("amount", "amount-differs")),
        ("1.250E+1,USD", ("amount", "bad-amount")),
        ("=12.5,USD", ("amount", "bad-amount")),
        ("-12.50,USD", ("amount", "out-of-range")),
        ("12.505,USD", ("amount", "too-exact")),
        ('"1,250",USD', ("amount", "ambiguous-amount")),
        ("12.50,EUR", ("currency", "currency-differs")),
    ],
)
def test_amount_and_currency_must_be_ours(cell: str, expected: tuple[str, str] | None) -> None:
    found = report(f"K7WX3QDP,paid,,,{cell}")
    assert found.faults == []
    ours = {"K7WX3QDP": Money(1250, "USD")}
    faults = differences(found.rows, ours, PLAIN)
    assert [(fault.field, fault.code) for fault in faults] == ([expected] if expected else [])
    assert [fault.code for fault in differences(found.rows, {}, PLAIN)] == ["no-such-payout"]


@QUICK
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_break_the_reading(data: bytes) -> None:
    for start in (b"", b"payout,state,reference\n", b"sep=;\npayout;state\n"):
        found = read_report(start + data, PLAIN)
        assert all(row.number for row in found.rows)
