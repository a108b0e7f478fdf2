import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.formats.reading import Fault, Reading, ReadingLimits, Response, Turn, read

DATA = Path(__file__).parents[3] / "shared" / "data"
BESIDE = pytest.mark.skipif(
    not DATA.is_dir(), reason="the shared data do not stand beside the project"
)
QUICK = settings(derandomize=True, deadline=None, max_examples=150)
GOOD: dict[str, Any] = {
    "id": "t-1",
    "prompt": "Why?",
    "responses": [{"id": "x", "text": "So.", "model": "m"}, {"text": "Because."}],
}


def line(**changes: Any) -> bytes:
    row = {key: value for key, value in {**GOOD, **changes}.items() if value is not ...}
    return json.dumps(row).encode() + b"\n"


def faults(reading: Reading) -> list[tuple[int, str, str]]:
    return [(fault.line, fault.field, fault.code) for fault in reading.faults]


def test_an_item_holds_all_fields() -> None:
    reading = read(
        "a.jsonl",
        line(
            context="c", language="pt-BR", gold={"preference": -2}, overlap=2, priority=-5,
            predictions=[{"model": "m", "values": {"preference": 1}}], metadata={"k": [1, None]},
        ),
    )  # fmt: skip
    assert not reading.faults
    (item,) = reading.items
    assert (reading.format, reading.rows, item.line, item.id) == ("jsonl", 1, 1, "t-1")
    assert item.prompt == (Turn("user", "Why?"),)
    assert item.responses == (Response("x", "So.", "m"), Response("b", "Because."))
    assert (item.context, item.language, item.overlap, item.priority) == ("c", "pt-BR", 2, -5)
    assert (item.gold, item.metadata) == ({"preference": -2}, {"k": [1, None]})
    assert item.predictions == [{"model": "m", "values": {"preference": 1}}]


def test_messages_are_read_as_prompt_and_as_response() -> None:
    prompt = [{"role": "system", "content": "s"}, {"role": "user", "content": "u"}]
    said = [{"role": "assistant", "content": "1"}, {"role": "assistant", "content": "2"}]
    reading = read("a.jsonl", line(prompt=prompt, responses=[{"messages": said}, {"text": "b"}]))
    (item,) = reading.items
    assert item.prompt == (Turn("system", "s"), Turn("user", "u"))
    assert item.responses[0].text == "1\n\n2"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (b"{", ("", "not-json")),
        (b"[1]", ("", "wrong-type")),
        (b"null", ("", "wrong-type")),
        (b'"x"', ("", "wrong-type")),
        (b'{"id": "a", "id": "b"}', ("id", "duplicate-key")),
        (line(metadata={"n": float("nan")}), ("", "not-finite")),
        (line(metadata={"n": float("-inf")}), ("", "not-finite")),
        (line(metadata={"n": "@"}).replace(b'"@"', b"1e999"), ("", "not-finite")),
        (line(metadata={"n": "@"}).replace(b'"@"', b"9" * 5000), ("", "number-too-long")),
        (line(prompt="@").replace(b"@", b"\\ud800"), ("prompt", "lone-surrogate")),
        (line(prompt="@").replace(b"@", b"\\u0000"), ("prompt", "nul-character")),
        (line(prompt="@").replace(b"@", b"\x00"), ("", "not-json")),
        (line(prompt="@").replace(b"@", b"\xff"), ("", "bad-utf8")),
        (line(metadata={"@": 1}).replace(b"@", b"\\udfff"), ("metadata", "lone-surrogate")),
        (b'{"a": ' + b"[" * 40 + b"]" * 40 + b"}", ("", "too-deep")),
        (b"[" * 100_000, ("", "too-deep")),
        (line(id=...), ("id", "missing")),
        (line(id=None), ("id", "missing")),
        (line(id=7), ("id", "wrong-type")),
        (line(id=" "), ("id", "empty")),
        (line(id="x" * 201), ("id", "too-long")),
        (line(prompt=True), ("prompt", "wrong-type")),
        (line(prompt="x" * 100_001), ("prompt", "too-long")),
        (line(prompt=[]), ("prompt", "empty")),
        (line(prompt=["x"]), ("prompt[1]", "wrong-type")),
        (line(prompt=[{"role": "user", "content": 1}]), ("prompt[1].content", "wrong-type")),
        (line(prompt=[{"role": "boss", "content": "x"}]), ("prompt[1].role", "unknown-role")),
        (line(prompt=[{"role": "user", "content": "x"}] * 201), ("prompt", "too-many-turns")),
        (line(responses=...), ("responses", "missing")),
        (line(responses="ab"), ("responses", "wrong-type")),
        (line(responses=[{"text": "a"}]), ("responses", "too-few-responses")),
        (line(responses=[{"text": c} for c in "abc"]), ("responses", "too-many-responses")),
        (line(responses=[{"text": "a"}, {"text": " a\n"}]), ("responses[2]", "same-responses")),
        (line(responses=[{"text": "a"}, {"text": ""}]), ("responses[2].text", "empty")),
        (line(responses=[{"text": True}, {"text": "b"}]), ("responses[1].text", "wrong-type")),
        (line(responses=["a", {"text": "b"}]), ("responses[1]", "wrong-type")),
        (line(responses=[{"text": "a", "id": "z"}, {"text": "b", "id": "z"}]),
         ("responses[2].id", "duplicate-id")),
        (line(responses=[{"text": "a", "txt": ""}, {"text": "b"}]),
         ("responses[1].txt", "unknown-field")),
        (line(responses=[{"text": "a", "messages": [{"role": "assistant", "content": "x"}]},
                         {"text": "b"}]), ("responses[1].messages", "text-and-messages")),
        (line(responses=[{"messages": [{"role": "user", "content": "x"}]}, {"text": "b"}]),
         ("responses[1].messages", "unknown-role")),
        (line(language="klingon!"), ("language", "not-a-language")),
        (line(context=1.5), ("context", "wrong-type")),
        (line(overlap=0), ("overlap", "out-of-range")),
        (line(overlap=True), ("overlap", "wrong-type")),
        (line(overlap="2"), ("overlap", "wrong-type")),
        (line(priority=1e3), ("priority", "wrong-type")),
        (line(priority=10_000), ("priority", "out-of-range")),
        (line(gold=[]), ("gold", "wrong-type")),
        (line(gold={}), ("gold", "empty")),
        (line(gold={"q": None}), ("gold.q", "wrong-type")),
        (line(predictions={}), ("predictions", "wrong-type")),
        (line(predictions=[1]), ("predictions[1]", "wrong-type")),
        (line(predictions=[{"model": "m"}]), ("predictions[1].values", "missing")),
        (line(metadata=[]), ("metadata", "wrong-type")),
        (line(promt="x"), ("promt", "unknown-field")),
    ],
)  # fmt: skip
def test_a_bad_line_is_refused_with_line_field_and_reason(
    row: bytes, expected: tuple[str, str]
) -> None:
    reading = read("a.jsonl", line(id="ok") + row.removesuffix(b"\n") + b"\r\n\n" + line(id="ok2"))
    assert faults(reading) == [(2, *expected)]
    assert [item.line for item in reading.items] == [1, 4]
    assert reading.rows == 3


def test_all_faults_of_a_line_are_told() -> None:
    reading = read("a.jsonl", line(id=1, prompt="", language=2))
    assert [fault.field for fault in reading.faults] == ["id", "prompt", "language"]


def test_a_repeated_id_names_the_first_line_even_if_that_was_refused() -> None:
    reading = read("a.jsonl", line(prompt="") + line())
    assert reading.faults[1] == Fault(2, "id", "duplicate-id", {"id": "t-1", "first": 1})
    assert reading.items == []


@pytest.mark.parametrize("name", ["a.jsonl", "A.JSON", "a.txt", ""])
def test_a_byte_order_mark_and_windows_line_ends_are_accepted(name: str) -> None:
    reading = read(name, b"\xef\xbb\xbf\r\n" + line().replace(b"\n", b"\r\n"))
    assert (len(reading.items), reading.items[0].line, reading.faults) == (1, 2, [])


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.jsonl", b"", (0, "", "empty")),
        ("a.jsonl", b"\n \r\n", (0, "", "empty")),
        ("a.pdf", b"%PDF-1.7\n...", (1, "", "unknown-format")),
        ("a.json", b"[\n]", (0, "", "empty")),
        ("a.json", b"[\n1]", (2, "", "wrong-type")),
        ("a.csv", "id,prompt\n".encode("utf-16"), (1, "", "bad-utf8")),
        ("a.csv", b'id,prompt,response_1\nx,"y', (2, "", "not-csv")),
        ("a.csv", b'id,prompt,response_1\nx,"y"z,a', (2, "", "not-csv")),
        ("a.csv", b"id,prompt\n", (1, "response_1", "missing")),
        ("a.csv", b"id,id,prompt,response_1\n", (1, "id", "duplicate-key")),
        ("a.csv", b'"id', (1, "", "not-csv")),
        ("a.csv", b'""\n,,\n', (0, "", "empty")),
        ("a.csv", b"id,prompt,response_1,response_2\n,,,\n", (0, "", "empty")),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read(
    name: str, data: bytes, expected: tuple[int, str, str]
) -> None:
    reading = read(name, data)
    assert faults(reading) == [expected]
    assert reading.items == []


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (ReadingLimits(file_bytes=300), [(0, "", "too-large")]),
        (ReadingLimits(line_bytes=80), [(n, "", "too-long") for n in (1, 2, 3)]),
        (ReadingLimits(rows=2), [(3, "", "too-many-rows")]),
        (ReadingLimits(text_chars=3), [(n, "prompt", "too-long") for n in (1, 2, 3)]),
    ],
)  # fmt: skip
def test_limits_are_kept(limits: ReadingLimits, expected: list[tuple[int, str, str]]) -> None:
    data = b"".join(
        line(id=str(n), responses=[{"text": "a"}, {"text": "b"}], prompt="word") + b" " * 20 * 0
        for n in range(3)
    )
    data = data.replace(b'"word"', b'"word"' + b" " * 40)
    assert faults(read("a.jsonl", data, limits=limits)) == expected


def test_countless_faults_and_empty_lines_end_the_reading() -> None:
    limits = ReadingLimits(faults=10, rows=50)
    assert [f.code for f in read("a.jsonl", b"x\n" * 40, limits=limits).faults] == [
        *["not-json"] * 10,
        "too-many-faults",
    ]
    csv = b"id,prompt,response_1,response_2\n" + b"1,p,a,b\n" * 60
    assert faults(read("a.csv", csv, limits=ReadingLimits(rows=1))) == [(3, "", "too-many-rows")]
    assert faults(read("a.jsonl", b"\n" * 600 + b"{}", limits=limits)) == [
        (501, "", "too-many-rows")
    ]


# CSV


def test_csv_rows_start_where_their_record_starts() -> None:
    data = (
        "\ufeffid,prompt,response_1,model_1,response_2,overlap,gold,language\r\n"
        'a,"p, ""q""\nsecond line",r1,m1,r2,2,"{""preference"": 0}",de\r\n'
        "\r\n"
        "b,,r1,,r2,x,{,\r\n"
        "a,p,r1,,r2,,,\r\n"
    ).encode()
    reading = read("a.csv", data)
    (item,) = reading.items
    assert (reading.format, reading.rows, item.line) == ("csv", 3, 2)
    assert item.prompt == (Turn("user", 'p, "q"\nsecond line'),)
    assert item.responses == (Response("a", "r1", "m1"), Response("b", "r2"))
    assert (item.overlap, item.gold, item.language) == (2, {"preference": 0}, "de")
    assert faults(reading) == [
        (5, "overlap", "wrong-type"),
        (5, "gold", "not-json"),
        (5, "prompt", "empty"),
        (6, "id", "duplicate-id"),
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_columns_may_be_parted_by_other_signs(sign: str) -> None:
    text = "id,prompt,response_1,response_2\n1,p,a,b\n".replace(",", sign)
    assert len(read("a.csv", text.encode()).items) == 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("x,p,a", ("", "too-few-cells")),
        ("x,p,a,b,c", ("", "too-many-cells")),
        ("x,p,a,", ("responses[2].text", "empty")),
        ("x,p,a,a", ("responses[2]", "same-responses")),
        ("x,p\x00,a,b", ("prompt", "nul-character")),
    ],
)
def test_a_bad_row_is_refused(body: str, expected: tuple[str, str]) -> None:
    reading = read("a.csv", f"id,prompt,response_1,response_2\n{body}\n".encode())
    assert faults(reading) == [(2, *expected)]


def test_an_unknown_column_is_told_and_bad_bytes_spoil_only_their_row() -> None:
    data = b'id,prompt,response_1,response_2,mood\n1,"p\n\xff",a,b,c\n2,p,a,b,c\n'
    reading = read("a.csv", data)
    assert faults(reading) == [(1, "mood", "unknown-column"), (3, "", "bad-utf8")]
    assert [item.id for item in reading.items] == ["2"]


def test_later_answers_may_be_left_out() -> None:
    data = b"id,prompt,response_1,response_2,response_3\n1,p,a,b,\n2,p,a,b,c\n"
    reading = read("a.csv", data, responses=(2, 5))
    assert [len(item.responses) for item in reading.items] == [2, 3]


# Rating inputs


def test_rating_inputs_are_known_by_their_fields() -> None:
    row = {
        "id": "r", "kind": "pairwise", "lang": "fr", "prompt": "p2", "tags": ["t"],
        "context": [{"role": "user", "text": "p1"}, {"role": "assistant", "text": "a1"}],
        "responses": [{"key": "a", "model": None, "text": "x"}, {"key": "b", "text": "y"}],
        "human": {"gold": "a"}, "source": {"row": 1},
    }  # fmt: skip
    reading = read("a.jsonl", json.dumps(row).encode())
    (item,) = reading.items
    assert (reading.format, item.language, item.gold) == ("rating-inputs", "fr", None)
    assert item.prompt == (Turn("user", "p1"), Turn("assistant", "a1"), Turn("user", "p2"))
    assert [response.id for response in item.responses] == ["a", "b"]
    assert item.metadata["human"] == {"gold": "a"}


@BESIDE
@pytest.mark.parametrize(
    ("name", "kind", "responses", "items", "codes"),
    [
        ("pairwise.jsonl", "rating-inputs", (2, 2), 484, {"too-many-responses": 9}),
        ("pairwise.jsonl", "rating-inputs", (2, 5), 493, {}),
        ("pairwise_60.csv", "rating-inputs-csv", (2, 2), 60, {}),
        ("likert.jsonl", "rating-inputs", (1, 1), 78, {}),
        ("audit.jsonl", "rating-inputs", (1, 1), 39, {}),
        ("ideal_prompts.jsonl", "rating-inputs", (0, 0), 59, {}),
        ("edge_cases.jsonl", "rating-inputs", (1, 1), 81, {"empty": 4}),
    ],
)
def test_real_inputs(
    name: str, kind: str, responses: tuple[int, int], items: int, codes: dict[str, int]
) -> None:
    reading = read(name, DATA / name, responses=responses)
    assert (reading.format, len(reading.items)) == (kind, items)
    assert Counter(fault.code for fault in reading.faults) == codes


@BESIDE
def test_each_messy_line_is_refused() -> None:
    wrapped = read("messy_import.jsonl", DATA / "messy_import.jsonl")
    lines = (DATA / "messy_import.jsonl").read_text(encoding="utf-8").splitlines()
    bare = read("raw.jsonl", "\n".join(json.dumps(json.loads(x)["raw"]) for x in lines).encode())
    for reading in (wrapped, bare):
        assert reading.items == []
        assert {fault.line for fault in reading.faults} == set(range(1, 21))


# Anything

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)  # fmt: skip
CHUNKS = st.sampled_from(
    [b"\n", b"\r\n", b'"', b",", b"{", b"}", b"[", b"\x00", b"\xff", b"\xed\xa0\x80",
     b"\xef\xbb\xbf", b"id,prompt,response_1,response_2\n", b"id\tprompt\tresponse_a\n",
     line(), b"NaN", b"1e999",
     b'{"id":', b'"kind": "x", "lang": 1', b"\\ud800", b"0" * 5000]
)  # fmt: skip


@given(st.sampled_from(["a.jsonl", "a.csv", "a"]), st.lists(CHUNKS | st.binary(max_size=8)))
@example("a.csv", [b'id,prompt,response_1\n"', b"x" * 3_000_000])
@QUICK
def test_no_bytes_make_it_raise(name: str, chunks: list[bytes]) -> None:
    reading = read(name, b"".join(chunks))
    refused = {fault.line for fault in reading.faults}
    assert reading.items or refused
    assert not refused & {item.line for item in reading.items}


@given(
    st.dictionaries(
        st.sampled_from(
            [
                *GOOD,
                "kind",
                "lang",
                "context",
                "gold",
                "overlap",
                "priority",
                "predictions",
                "metadata",
                "tags",
            ]
        ),
        VALUES,
    )
)
@QUICK
def test_no_json_makes_it_raise(row: dict[str, Any]) -> None:  # fmt: skip
    reading = read("a.jsonl", json.dumps({**GOOD, **row}).encode())
    assert len(reading.items) + bool(reading.faults) == 1
