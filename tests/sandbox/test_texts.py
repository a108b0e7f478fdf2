"""Text and entities as Telegram keeps them."""

import pytest

from sandbox.entities import check, detect, tidy, units
from sandbox.images import dimensions, plain_png
from sandbox.markup_html import parse_html
from sandbox.render import to_html
from sandbox.untangle import untangle
from sandbox.wire import Json


def span(kind: str, offset: int, length: int, **more: object) -> Json:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("text", "size"), [("abc", 3), ("é", 1), ("👍", 2), ("مرحبا", 5), ("", 0)]
)
def test_lengths_are_utf16_units(text: str, size: int) -> None:
    assert units(text) == size


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain &lt;b&gt; &amp; &quot;", 'plain <b> & "', []),
        ("<b>👍</b><i>x</i>", "👍x", [span("bold", 0, 2), span("italic", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [span("bold", 0, 2), span("italic", 1, 1)]),
        (
            '<a href="https://x.org?a=1&amp;b">x</a>',
            "x",
            [span("text_link", 0, 1, url="https://x.org?a=1&b")],
        ),
        ("<pre>x</pre>", "x", [span("pre", 0, 1)]),
        ("<tg-spoiler>x</tg-spoiler>", "x", [span("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [span("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [span("expandable_blockquote", 0, 1)]),
        ("<s></s>x", "x", []),
    ],
)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[Json]) -> None:
    assert parse_html(source) == (text, entities)


def test_a_code_block_with_a_language_is_one_entity() -> None:
    text, entities = parse_html('<pre><code class="language-python">x = 1</code></pre>')
    assert check(text, entities) == [span("pre", 0, 5, language="python")]


@pytest.mark.parametrize(
    "html",
    [
        "<b>a</b> &lt;b&gt; <i>👍 <u>y</u></i>",
        '<pre><code class="language-c">a &amp; b</code></pre> and <code>c</code>',
        '<a href="https://x.org/?a=1&amp;b=2">link</a>',
        "<blockquote expandable>long</blockquote>",
    ],
)
def test_rendering_and_reading_are_inverse(html: str) -> None:
    text, entities = parse_html(html)
    assert to_html(text, check(text, entities)) == html


def test_trimming_moves_and_cuts_entities() -> None:
    text, entities = tidy("\n  bold  \n", [span("bold", 1, 8), span("code", 0, 2)])
    assert text == "bold"
    assert entities == [span("bold", 0, 4)]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (
            [span("bold", 0, 6), span("italic", 3, 6)],
            [span("bold", 0, 6), span("italic", 3, 3), span("italic", 6, 3)],
        ),
        (
            [span("bold", 0, 9), span("code", 3, 3)],
            [span("bold", 0, 3), span("code", 3, 3), span("bold", 6, 3)],
        ),
        ([span("pre", 0, 9), span("bold", 3, 3), span("text_link", 1, 2)], [span("pre", 0, 9)]),
        ([span("blockquote", 0, 9), span("blockquote", 2, 3)], [span("blockquote", 0, 9)]),
        ([span("italic", 1, 1), span("bold", 0, 9)], [span("bold", 0, 9), span("italic", 1, 1)]),
        (
            [span("blockquote", 0, 9), span("code", 2, 3)],
            [span("blockquote", 0, 9), span("code", 2, 3)],
        ),
    ],
)
def test_entities_that_cross_are_put_in_order(given: list[Json], kept: list[Json]) -> None:
    assert untangle(given) == kept


def test_only_a_hundred_entities_are_kept_and_empty_ones_are_not() -> None:
    given = [span("bold", place, 1) for place in range(0, 300, 2)]
    assert len(check("x" * 400, given)) == 100
    assert check("x", [span("bold", 0, 0)]) == []


def test_what_is_found_never_overlaps() -> None:
    found = detect("https://x.org/@name#tag a@b.org /go")
    assert [each["type"] for each in found] == ["url", "email", "bot_command"]


def test_pictures_tell_their_size() -> None:
    gif = b"GIF89a" + (30).to_bytes(2, "little") + (20).to_bytes(2, "little")
    jpeg = bytes.fromhex("ffd8ffe00004 0000 ffc00011 08 0014 001e 03") + bytes(8)
    lossless = b"RIFF\0\0\0\0WEBPVP8L" + bytes(5) + (29 | 19 << 14).to_bytes(4, "little")
    extended = b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x1d\0\0\x13\0\0"
    lossy = b"RIFF\0\0\0\0WEBPVP8 " + bytes(10) + b"\x1e\0\x14\0"
    for content in (plain_png(30, 20), gif, jpeg, lossless, extended, lossy):
        assert dimensions(content) == (30, 20)
    for content in (b"", b"%PDF-1.7", b"RIFF\0\0\0\0WAVEfmt ", b"\xff\xd8\xff"):
        assert dimensions(content) is None
