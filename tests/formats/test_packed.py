"""Compressed files, and lists over a whole file: read within limits, wherever they break."""

import gzip
import json
import random
from typing import Any

import pytest

from bot.formats.images import Images
from bot.formats.packed import Source
from bot.formats.reading import Reader, Reading, ReadingLimits, read
from bot.formats.seen_ids import SeenIds


def row(number: int) -> dict[str, Any]:
    noise = random.Random(number).randbytes(60).hex()
    return {"id": f"t{number}", "prompt": f'Say "{noise}" \\ [{{,}}]',
            "responses": [{"text": "a"}, {"text": "b\n\u2028,]"}]}  # fmt: skip


def lines(count: int) -> bytes:
    return b"".join(json.dumps(row(n)).encode() + b"\n" for n in range(count))


def codes(reading: Reading) -> list[tuple[int, str]]:
    return [(fault.line, fault.code) for fault in reading.faults]


@pytest.mark.parametrize("name", ["t.jsonl.gz", "t.jsonl", "T.JSONL.GZ"])
def test_a_compressed_file_is_read_as_what_it_holds(name: str) -> None:
    reading = read(name, gzip.compress(lines(50)) + gzip.compress(lines(60)[len(lines(50)) :]))
    assert (reading.format, len(reading.items), reading.faults) == ("jsonl", 60, [])


def test_what_is_left_behind_the_last_member_is_filling_or_damage() -> None:
    whole = gzip.compress(lines(3))
    assert codes(read("t.jsonl.gz", whole + b"\x00" * 200)) == []
    assert codes(read("t.jsonl.gz", whole + b"more")) == [(0, "packed-damaged")]


def test_a_bomb_is_defused() -> None:
    bomb = gzip.compress(b" " * 50_000_000)
    assert codes(read("t.jsonl.gz", bomb)) == [(1, "packed-too-dense")]
    twice = gzip.compress(gzip.compress(lines(3)))
    assert {code for _, code in codes(read("t.jsonl.gz", twice))} == {"bad-utf8"}
    small = ReadingLimits(unpacked_bytes=5_000)
    assert [code for _, code in codes(read("t.jsonl.gz", gzip.compress(lines(90)), limits=small))][
        -1:
    ] == ["unpacked-too-large"]


@pytest.mark.parametrize("cut", [3, 12, 400, -9])
def test_a_cut_off_file_is_refused(cut: int) -> None:
    reading = read("t.jsonl.gz", gzip.compress(lines(500))[:cut])
    assert codes(reading)[-1][1] == "packed-cut-off"


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 64])
def test_a_list_is_cut_at_its_commas_wherever_chunks_end(
    chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.formats.elements._AT_ONCE", chunk)
    body = json.dumps([row(n) for n in range(5)], indent=1).encode()
    reading = read("t.json", body)
    assert (reading.format, reading.faults) == ("json", [])
    assert [item.id for item in reading.items] == [f"t{n}" for n in range(5)]
    assert [item.responses[1].text for item in reading.items] == ["b\n\u2028,]"] * 5
    starts = [n for n, text in enumerate(body.split(b"\n"), 1) if text == b" {"]
    assert [item.line for item in reading.items] == starts


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"[", [(1, "list-not-closed")]),
        (b"[]", [(0, "empty")]),
        (b" [ \n ] ", [(0, "empty")]),
        (b"[1,2]", [(1, "wrong-type"), (1, "wrong-type")]),
        (b"[,]", [(1, "not-json"), (1, "not-json")]),
        (b"[{},]", [(1, "missing"), (1, "missing"), (1, "missing"), (1, "not-json")]),
        (b"[{}", [(1, "list-not-closed")]),
        (b'["\\', [(1, "list-not-closed")]),
        (b"[[}", [(1, "list-not-closed")]),
        (b"[]\n[]", [(1, "not-json")]),
        (b"[}]", [(1, "not-json")]),
    ],
)
def test_a_bad_list(body: bytes, expected: list[tuple[int, str]]) -> None:
    assert codes(read("t.json", body)) == expected


def test_an_element_that_is_too_long_does_not_spoil_the_next() -> None:
    limits = ReadingLimits(line_bytes=1_000, image_line_bytes=5_000)
    long = {**row(1), "context": "x" * 2_000}
    longer = {**row(2), "context": "[\n" * 600_000}
    body = json.dumps([row(0), long, longer, row(3)], indent=0).encode()
    reading = read("t.json", body, limits=limits)
    assert [code for _, code in codes(reading)] == ["too-long", "too-long"]
    assert [item.id for item in reading.items] == ["t0", "t3"]


def test_one_very_long_line_may_be_a_list() -> None:
    body = json.dumps([row(n) for n in range(20)]).encode()
    assert len(read("t.json", body, limits=ReadingLimits(line_bytes=1_000)).items) == 20


def test_how_far_a_file_was_read_can_be_asked() -> None:
    packed = gzip.compress(lines(2_000))
    reader = Reader("t.jsonl.gz", packed)
    seen = {reader.source.at for _ in reader}
    assert reader.source.at == reader.source.size == len(packed)
    assert len(seen) > 1


def test_ids_are_found_again_as_a_table_grows() -> None:
    seen = SeenIds()
    assert [seen.first(f"i{n}", n) for n in range(1, 5_000)] == list(range(1, 5_000))
    assert [seen.first(f"i{n}", 9_999) for n in range(1, 5_000)] == list(range(1, 5_000))


def test_images_are_handed_over_row_by_row() -> None:
    images = Images()
    address = images.take("https://example.org/a.png")
    assert list(images.handed_over([address])) == [address]
    assert images.by_digest == {}


def test_a_source_is_opened_again_and_again() -> None:
    source = Source("t.jsonl.gz", gzip.compress(b"abc"), ReadingLimits())
    for _ in range(2):
        with source.open() as file:
            assert file.read() == b"abc"
    assert source.name == "t.jsonl"


def test_countless_faults_of_one_row_are_cut_short() -> None:
    wide = json.dumps({**row(1), "predictions": [1] * 5_000}).encode()
    assert len(read("t.jsonl", wide).faults) == ReadingLimits().row_faults
    table = b"id,prompt," + b",".join(b"x%d" % n for n in range(20_000))
    assert codes(read("t.csv", table + b"\n1,2\n")) == [(1, "too-many-columns")]
    left: dict[str, Any] = {"prompt": "p", "chosen": "a", "rejected": "b"} | {
        f"k{n}": [] for n in range(5_000)
    }
    assert len(read("t.jsonl", json.dumps(left).encode()).left_out) == 30


@pytest.mark.parametrize("sign", [b"[", b"{}", b'["', b'"\\\\'])
def test_a_list_of_nothing_but_signs_is_given_up(sign: bytes) -> None:
    limits = ReadingLimits(rows=1_000)
    body = b"[" + sign * 400_000
    assert codes(read("t.json", body, limits=limits))[-1][1] in (
        "too-many-brackets", "list-not-closed",
    )  # fmt: skip
    assert codes(read("t.json", b"[" + b"[" * 400_000, limits=limits)) == [
        (1, "too-many-brackets")
    ]
