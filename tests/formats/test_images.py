"""Images in an import: which are taken, which are refused, and what reading them costs."""

import base64
import json
import resource
import struct
import time
import zlib
from typing import Any

import pytest

from bot.domain.images import MOST_BYTES, fits_photo, public_id
from bot.formats.image_sizes import size_of_image
from bot.formats.reading import Reading, ReadingLimits, read

ADDRESS = "https://pictures.example.org/a.png?x=1"


def png(width: int = 8, height: int = 6, *, more: int = 0) -> bytes:
    """A grey image of that size, with so many bytes behind its end."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    rows = (b"\x00" + b"\x80" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    whole = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(whole) + b"\x00" * more


def jpeg(width: int, height: int) -> bytes:
    """The head of a JPEG: a table, a fill byte, and the frame."""
    table = b"\xff\xdb" + struct.pack(">H", 4) + b"\x00\x00"
    frame = b"\xff\xff\xc2" + struct.pack(">HBHH", 11, 8, height, width) + b"\x00" * 4
    return b"\xff\xd8" + table + frame


def webp(kind: bytes, body: bytes) -> bytes:
    return (
        b"RIFF" + struct.pack("<I", 4 + 8 + len(body)) + b"WEBP" + kind + body.ljust(22, b"\x00")
    )


def uri(body: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(body).decode()}"


def row(*images: Any, name: str = "t1", **more: Any) -> bytes:
    answers = [{"id": letter, "image": one, **more} for letter, one in zip("abc", images)]  # noqa: B905
    return json.dumps({"id": name, "prompt": "Paint.", "responses": answers}).encode()


def faults(reading: Reading) -> list[tuple[str, str]]:
    return [(fault.field, fault.code) for fault in reading.faults]


@pytest.mark.parametrize(
    ("body", "size"),
    [
        (png(31, 17), (31, 17)),
        (jpeg(640, 480), (640, 480)),
        (b"\xff\xd8\xff\xd9", None),
        (webp(b"VP8X", b"\x00" * 8 + b"\x3f\x01\x00\xef\x00\x00"), (320, 240)),
        (webp(b"VP8L", b"\x00" * 4 + b"\x2f" + struct.pack("<I", 319 | 239 << 14)), (320, 240)),
        (webp(b"VP8 ", b"\x00" * 7 + b"\x9d\x01\x2a" + struct.pack("<HH", 320, 240)), (320, 240)),
        (webp(b"ALPH", b""), None),
        (b"RIFF\x00\x00\x00\x00WEBP", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"GIF89a\x01\x00\x01\x00", None),
        (b"", None),
    ],
)  # fmt: skip
def test_sizes_are_read_from_the_first_bytes(body: bytes, size: tuple[int, int] | None) -> None:
    assert size_of_image(body) == size


@pytest.mark.parametrize("filling", [b"\xff", b"\xff\xd0", b"\xff\xe0\x00\x02"])
def test_a_file_of_nothing_but_markers_is_not_walked_to_its_end(filling: bytes) -> None:
    frame = jpeg(640, 480)[2:]
    assert size_of_image(b"\xff\xd8" + filling * 100 + frame) == (640, 480)
    assert size_of_image(b"\xff\xd8" + filling * 3_000 + frame) is None


@pytest.mark.parametrize(
    ("sides", "fits"),
    [((1, 1), True), ((0, 5), False), ((5000, 5000), True), ((5000, 5001), False),
     ((2000, 100), True), ((2001, 100), False), ((100, 2001), False)],
)  # fmt: skip
def test_photos_have_the_sides_that_telegram_takes(sides: tuple[int, int], fits: bool) -> None:
    assert fits_photo(*sides) is fits


def test_images_are_taken_once_and_their_answers_need_no_text() -> None:
    body = png()
    lines = b"\n".join((row(uri(body), ADDRESS), row(uri(body), uri(png(9, 9)), name="t2")))
    found = read("t.jsonl", lines)
    assert found.faults == []
    first, second = found.items
    assert [one.text for one in first.responses] == ["", ""]
    assert first.responses[0].image == second.responses[0].image
    kept = {key: (one.body, one.address) for key, one in found.images.items()}
    assert len(kept) == 3
    assert (body, None) in kept.values()
    assert (None, ADDRESS) in kept.values()
    assert public_id(first.responses[0].image or "").startswith("image:")


@pytest.mark.parametrize(
    ("image", "code"),
    [
        ("http://pictures.example.org/a.png", "not-an-image"),
        ("https://localhost/a.png", "not-an-image"),
        ("https://a b.org/x", "not-an-image"),
        ("https://a.org/" + "x" * 2000, "not-an-image"),
        ("data:image/gif;base64,R0lGODlh", "not-an-image"),
        ("data:image/svg+xml;base64,PHN2Zz4=", "not-an-image"),
        ("taken-image:" + "0" * 64, "not-an-image"),
        ("", "not-an-image"),
        (7, "not-an-image"),
        (uri(b"no image at all"), "not-an-image"),
        ("data:image/png;base64,abcde", "not-an-image"),
        (uri(png(5000, 5001)[:60]), "image-sides"),
        (uri(png(2001, 100)[:60]), "image-sides"),
    ],
)
def test_what_is_no_image_is_refused_with_its_field(image: Any, code: str) -> None:
    found = read("t.jsonl", row(image, ADDRESS))
    assert faults(found) == [("responses[1].image", code)]
    assert found.images == {}


def test_an_image_of_too_many_bytes_is_refused_and_one_of_the_most_is_not() -> None:
    size = len(png())
    most = uri(png(more=MOST_BYTES - size))
    assert faults(read("t.jsonl", row(most, ADDRESS))) == []
    more = uri(png(more=MOST_BYTES - size + 1))
    assert faults(read("t.jsonl", row(more, ADDRESS))) == [
        ("responses[1].image", "image-too-large")
    ]


def test_the_same_image_twice_is_the_same_response() -> None:
    assert faults(read("t.jsonl", row(ADDRESS, ADDRESS))) == [("responses[2]", "same-responses")]
    assert faults(read("t.jsonl", row(uri(png()), ADDRESS, text="alike"))) == []


def test_a_text_that_speaks_of_an_image_stays_a_text() -> None:
    said = f'Write "image": "{uri(png())}" into your page.'
    answers = [{"id": "a", "text": said}, {"id": "b", "text": "No."}]
    line = json.dumps({"id": "t1", "prompt": "How?", "responses": answers}).encode()
    found = read("t.jsonl", line)
    assert found.items[0].responses[0].text == said
    assert found.images == {}


def test_columns_of_a_table_hold_images() -> None:
    table = (
        "id,prompt,response_1,image_1,response_2,image_2,response_3,image_3\n"
        f't1,Paint.,,"{uri(png())}",Two,,,{ADDRESS}\n'
    )
    found = read("t.csv", table.encode(), responses=(2, 3))
    assert found.faults == []
    assert [(one.text, bool(one.image)) for one in found.items[0].responses] == [
        ("", True), ("Two", False), ("", True)
    ]  # fmt: skip


def test_all_texts_of_a_task_together_have_a_limit() -> None:
    answers = [{"id": "a", "text": "a" * 60}, {"id": "b", "text": "b" * 60}]
    line = json.dumps({"id": "t1", "prompt": "p" * 5, "responses": answers}).encode()
    assert faults(read("t.jsonl", line, limits=ReadingLimits(task_chars=124))) == [
        ("", "too-long")
    ]
    assert faults(read("t.jsonl", line, limits=ReadingLimits(task_chars=125))) == []


def test_a_hostile_file_of_images_is_read_within_its_time_and_memory() -> None:
    big = uri(png(more=4_900_000))
    lines = [row(big, f"https://a.org/{n}", name=f"t{n}") for n in range(2)]
    lines.append(b'{"image": "data:image/png;base64,' + b"A" * 6_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.thread_time()
    found = read("t.jsonl", b"\n".join(lines))
    assert time.thread_time() - start < 3
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150 * 1024
    assert [(fault.line, fault.code) for fault in found.faults] == [(3, "too-long")]
    assert len(found.images) == 3
