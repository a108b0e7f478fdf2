"""The order of reading and the fonts: what HarfBuzz is given, and that it knows every sign."""

from functools import cache

import pytest
import uharfbuzz as hb

from bot.printing.runs import Run, runs
from bot.printing.typefaces import Face, bold, faces
from tests.printing.made import NAMES


@cache
def _font(face: Face) -> "hb.Font":
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(face.path))))


def _glyphs(run: Run) -> list[int]:
    buffer = hb.Buffer()
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if run.is_rtl else "ltr"
    hb.shape(_font(run.face), buffer)
    return [info.codepoint for info in buffer.glyph_infos]


def _shown(text: str, *, rtl: bool = False) -> list[str]:
    return [run.text for run in runs(text, rtl=rtl)]


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("script", NAMES)
def test_no_letter_of_any_name_is_missing(script: str, rtl: bool) -> None:
    found = runs(NAMES[script], rtl=rtl)
    assert "".join(sorted("".join(run.text for run in found))) == "".join(sorted(NAMES[script]))
    for run in found:
        assert 0 not in _glyphs(run), (run.text, run.face.name)


def test_a_sign_that_no_font_has_becomes_the_sign_for_unknown() -> None:
    (run,) = runs("a\U00012000b", rtl=False)
    assert run.text == "a\ufffdb"
    assert 0 not in _glyphs(run)


@pytest.mark.parametrize(
    ("text", "from_the_left"),
    [
        ("محمد 123", ["123", " ", "محمد"]),
        ("محمد Ahmed 12", ["Ahmed 12", " ", "محمد"]),
        ("\u2068Ada\u2069، \u2068Bob\u2069 محمد", ["محمد", "Bob", "،", "Ada"]),
    ],
)
def test_right_to_left_lines_are_read_from_the_right(text: str, from_the_left: list[str]) -> None:
    shown = [run.strip() for run in _shown(text, rtl=True)]
    assert [run for run in shown if run] == [part for part in from_the_left if part.strip()]


def test_a_number_after_a_hebrew_name_stands_to_its_left() -> None:
    assert "".join(_shown("שלום 123")).startswith("123")


def test_letters_and_their_marks_stay_in_one_run() -> None:
    assert _shown("تُدفع", rtl=True) == ["تُدفع"]
    assert _shown("e\u0302\u0323x") == ["e\u0302\u0323x"]
    assert _shown("👨‍👩‍👧") == ["👨‍👩‍👧"]
    assert len(_glyphs(runs("👨‍👩‍👧", rtl=False)[0])) == 1


def test_what_only_directs_is_not_printed() -> None:
    assert _shown("\u2068Ada\u2069\u200f") == ["Ada"]


def test_our_own_words_have_a_bold_and_other_scripts_stay_plain() -> None:
    assert [run.face.name for run in runs("Net pay, ąЖ", rtl=False, is_bold=True)] == [
        "NotoSansBold"
    ]
    (arabic,) = runs("الصافي", rtl=True, is_bold=True)
    assert arabic.face.name == "ArabicBold"
    assert 0 not in _glyphs(arabic)
    (chinese,) = runs("欧阳", rtl=False, is_bold=True)
    assert chinese.face.name == "EastAsian"
    assert bold("NotoSansThai") is None


def test_the_fonts_have_the_scripts_that_the_docs_promise() -> None:
    assert len(faces()) == 24
    every = frozenset().union(*(face.covers for face in faces()))
    for first, last in (
        (0x4E00, 0x9FA5),
        (0x3041, 0x3093),
        (0x30A1, 0x30F6),
        (0xAC00, 0xD7A3),
        (0x410, 0x44F),
    ):
        assert set(range(first, last + 1)) <= every
