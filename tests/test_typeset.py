import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.typeset import (
    MOST_MARKS,
    Entity,
    Text,
    bold,
    code,
    escape,
    has_visible,
    italic,
    markdown,
    parts,
    quote,
    rich,
    split,
    utf16,
)
from bot.typeset.clusters import is_boundary
from bot.typeset.maths import shown as read_formula
from bot.typeset.protect import math_spans
from bot.typeset.visible import clean

DATA = Path(__file__).parents[2] / "shared" / "data"
QUICK = settings(derandomize=True, deadline=None, max_examples=150)
MARKUP = frozenset("*_`#>|-+~=\\[]()!.:&;")
MONO = {"pre", "code"}


def of(text: Text, kind: str) -> list[str]:
    """The substrings that entities of this kind cover."""
    return [cut(text, entity) for entity in text.entities if entity.type == kind]


def cut(text: Text, entity: Entity) -> str:
    units = text.text.encode("utf-16-le")
    return units[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le")


def assert_sendable(part: Text, limit: int = 4096) -> None:
    """The text is what Telegram takes as it stands."""
    assert part.text
    assert part.text == part.text.strip()
    assert part.units <= limit
    assert len(part.entities) <= 100
    opened: list[Entity] = []
    last = (0, -part.units)
    for entity in part.entities:
        assert entity.length > 0
        assert entity.offset + entity.length <= part.units
        assert cut(part, entity).strip()
        assert last <= (entity.offset, -entity.length)
        last = (entity.offset, -entity.length)
        while opened and opened[-1].offset + opened[-1].length <= entity.offset:
            opened.pop()
        if opened:
            outer = opened[-1]
            assert entity.offset + entity.length <= outer.offset + outer.length
            assert not MONO & {holder.type for holder in opened}
            if entity.type in MONO:
                assert {holder.type for holder in opened} <= {
                    "blockquote",
                    "expandable_blockquote",
                }
        if entity.type == "text_link":
            assert (entity.url or "").startswith(("http://", "https://"))
        opened.append(entity)


def shown(text: Text) -> str:
    """All that the message holds: its text, its addresses and languages."""
    held = [value for e in text.entities for value in (e.url, e.language) if value]
    return text.text + "".join(held)


def without_formulas(source: str) -> str:
    for start, end in reversed(list(math_spans(source))):
        source = source[:start] + source[end:]
    return source


def assert_nothing_lost(source: str, text: Text) -> None:
    wanted = Counter(
        char
        for char in without_formulas(clean(source))
        if not char.isspace() and char not in MARKUP and not char.isdigit()
    )
    if re.search(r"^[\s>]*(?:[-*+]|\d+[.)])\s+\[x\]", source, re.MULTILINE):
        wanted["x"] = 0
    assert not wanted - Counter(shown(text))


def responses() -> Iterator[tuple[str, str]]:
    for name in ("edge_cases.jsonl", "pairwise.jsonl"):
        with (DATA / name).open(encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                for response in item["responses"]:
                    yield f"{item['id']}-{response['key']}", response["text"]


# Our own texts


def test_lengths_are_counted_in_utf16_units() -> None:
    assert (utf16("abc"), utf16("é"), utf16("😀"), utf16("")) == (3, 1, 2, 0)


def test_adding_texts_shifts_the_second() -> None:
    text = "a 😀 " + bold("b") + italic("c") + " " + code("d")
    assert text.text == "a 😀 bc d"
    assert [(e.type, e.offset, e.length) for e in text.entities] == [
        ("bold", 5, 1),
        ("italic", 6, 1),
        ("code", 8, 1),
    ]


def test_a_quote_that_begins_with_a_program_holds_its_indent_as_well() -> None:
    made = markdown("Before.\n\n> \t\tif x:\n> \t\t    y")
    (quote_of,) = [one for one in made.entities if one.type == "blockquote"]
    (code_of,) = [one for one in made.entities if one.type == "pre"]
    assert made.text[code_of.offset].isspace()
    assert quote_of.offset <= code_of.offset
    assert code_of.offset + code_of.length <= quote_of.offset + quote_of.length


def test_a_quote_covers_its_content() -> None:
    text = quote("x " + bold("y"), expandable=True)
    assert of(text, "expandable_blockquote") == ["x y"]
    assert of(text, "bold") == ["y"]
    assert quote(Text("")) == Text("")


@pytest.mark.parametrize(
    ("source", "text", "kinds"),
    [
        ("<b>x</b> y", "x y", {"bold": ["x"]}),
        ("<b>a <i>b</i></b>", "a b", {"bold": ["a b"], "italic": ["b"]}),
        ("<code>c</code> & <u>", "c & <u>", {"code": ["c"]}),
        ("1 < 2 </b> <b>", "1 < 2 </b> <b>", {}),
        ("<b></b>.", ".", {}),
        ("😀 <i>é</i>", "😀 é", {"italic": ["é"]}),
        ("<b>x <i>y</b> z</i>", "x <i>y z</i>", {"bold": ["x <i>y"]}),
    ],
)
def test_our_tags(source: str, text: str, kinds: dict[str, list[str]]) -> None:
    result = rich(source)
    assert result.text == text
    assert {kind: of(result, kind) for kind in {e.type for e in result.entities}} == kinds


@given(st.text())
@QUICK
def test_an_escaped_argument_stays_literal(name: str) -> None:
    result = rich(f"<b>{escape(name)}</b><i>{escape('<b>' + name + '</b>')}</i>")
    assert {e.type for e in result.entities} <= {"bold", "italic"}
    assert result.text.endswith("</b>")
    assert of(result, "italic")[0].startswith("<b>")


# Markdown


@pytest.mark.parametrize(
    ("source", "text", "kinds"),
    [
        ("**a** *b* ~~c~~ `d`", "a b c d",
         {"bold": ["a"], "italic": ["b"], "strikethrough": ["c"], "code": ["d"]}),
        ("# *One*\n##### Five\nx", "One\nFive\nx", {"bold": ["One", "Five"], "italic": ["One"]}),
        ("Two\n---\nx", "Two\nx", {"bold": ["Two"]}),
        ("**a `b` c**", "a b c", {"bold": ["a", "c"], "code": ["b"]}),
        ("- a\n  1. b\n- [x] c\n- [ ] d", "• a\n  1. b\n☑ c\n☐ d", {}),
        ("- a\n  ```\n  b\n  ```\n  c", "• a\nb\nc", {"pre": ["b"]}),
        ("1. ### A\n   b", "1. A\nb", {"bold": ["A"]}),
        ("- a\n  > b\n\n  c", "• a\nb\nc", {"blockquote": ["b"]}),
        ("> a\n> > b", "a\nb", {"blockquote": ["a\nb"]}),
        ("- a\n  ***\n  b", "• a\n————————\nb", {}),
        ("<div>\n<p>*a*</p>\n</div>\n\n<br>", "<div>\n<p>a</p>\n</div>\n\n<br>",
         {"italic": ["a"]}),
        ("a &lt; b &amp;", "a &lt; b &amp;", {}),
        ("a || b || c ~1 ~2", "a || b || c ~1 ~2", {}),
        ("a | b || *c*", "a | b || c", {"italic": ["c"]}),
        ("$5 and **$6**, $x_1*y*z$", "$5 and $6, x₁*y*z", {"bold": ["$6"]}),
        ("\\(a_1 * b * c\\) \\[x \\\\ y\\]", "a₁ * b * c x\ny", {}),
        ("**\\(a_1\\)** is *in \\(b_2\\)*", "a₁ is in b₂", {"bold": ["a₁"], "italic": ["in b₂"]}),
        ("`\\(` and \\(a_1\\), `$a_1$`", "\\( and a₁, $a_1$", {"code": ["\\(", "$a_1$"]}),
        ("\\(*a* \\mystery b\\)", "\\(*a* \\mystery b\\)", {}),
        ("\\begin{cases}a\\\\b\\end{cases}", "\\begin{cases}a\\\\b\\end{cases}", {}),
        ("```\n$a <b> || [c](d) \\< \\\\<\n```", "$a <b> || [c](d) \\< \\\\<",
         {"pre": ["$a <b> || [c](d) \\< \\\\<"]}),
        ("@_me_ http://a.io/_b_/c", "@_me_ http://a.io/_b_/c", {}),
        ("**http://a.io/x**", "http://a.io/x", {"bold": ["http://a.io/x"]}),
        ("**注意：**请", "注意：请", {"bold": ["注意："]}),
        ("```python\n```", "```python\n```", {}),
        ("*a*\n\n```python\n", "a\n\n```python", {"italic": ["a"]}),
        ("> ```py\n> ```\n> *a*", "```py\n```\na",
         {"blockquote": ["```py\n```\na"], "italic": ["a"]}),
        ("```r, echo\nx\n```", "r, echo\nx", {"pre": ["r, echo\nx"]}),
        ("a\n```js\nb", "a\nb", {"pre": ["b"]}),
        ("[r][1]\n\n[1]: http://a.io", "[r][1]\n\n[1]: http://a.io", {}),
        ("a\x00b\x1b\r\nc\ud800\x7f", "a␀b␛\nc�␡", {}),
        ("\uf8ff \ue712 **x**", "\uf8ff \ue712 x", {"bold": ["x"]}),
        ("#", "#", {}),
        ("", "", {}),
    ],
)  # fmt: skip
def test_markdown(source: str, text: str, kinds: dict[str, list[str]]) -> None:
    result = markdown(source)
    assert result.text == text
    assert {kind: of(result, kind) for kind in {e.type for e in result.entities}} == kinds


@pytest.mark.parametrize(
    ("source", "text", "urls"),
    [
        ("[a](http://b.io/c_d_e)", "a", ["http://b.io/c_d_e"]),
        ("[a](https://b.io/x_(y))", "a", ["https://b.io/x_(y)"]),
        ("![a](http://b.io/x.png)", "🖼 a", ["http://b.io/x.png"]),
        ("[a](javascript:b)", "[a](javascript:b)", []),
        ("[a](tg://user?id=1)", "[a](tg://user?id=1)", []),
        ("[a](http://localhost/_x_)", "[a](http://localhost/_x_)", []),
        ("[a](http://me@b.io)", "[a](http://me@b.io)", []),
        ('[a](http://b.io "T")', '[a](http://b.io "T")', []),
        ("![](http://b.io/x.png)", "![](http://b.io/x.png)", []),
        ("[![i](http://a.io)](http://b.io)", "[🖼 i](http://b.io)", ["http://a.io"]),
        ("<http://a.io>", "<http://a.io>", []),
    ],
)
def test_links_open_only_what_can_be_seen_or_is_safe(
    source: str, text: str, urls: list[str]
) -> None:
    result = markdown(source)
    assert result.text == text
    assert [e.url for e in result.entities] == urls


def test_a_narrow_table_keeps_its_columns() -> None:
    result = markdown("x\n| a | b |\n|:--|--:|\n| cc | **d** |\ny")
    assert result.text == "x\n\na  | b\n---+--\ncc | d\n\ny"
    assert of(result, "pre") == ["a  | b\n---+--\ncc | d"]


def test_a_wide_table_becomes_one_item_a_row() -> None:
    wide = "a cell of many words that no phone shows in one line"
    result = markdown(f"| h | i |\n|---|---|\n| {wide} | [l](http://a.io) |\n| x | y | z |")
    assert result.text == f"• h: {wide}\n  • i: l\n• h: x\n  • i: y\n  • z"
    assert of(result, "text_link") == ["l"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("| a long name of a column | and another one \\| x |\n|---|---|",
         "a long name of a column | and another one \\| x"),
        ("| | the name |\n|-|-|\n| x | a text that is too long for a narrow cell |\n|||",
         "• x\n  • the name: a text that is too long for a narrow cell\n• the name: –"),
        ("| a |\n|---|\n| b |", "• a: b"),
        ("> | a | b |\n> |---|---|\n> | c | d |", "a | b\n--+--\nc | d"),
        ("    | a | b |\n    |---|---|", "| a | b |\n|---|---|"),
    ],
)  # fmt: skip
def test_other_tables(source: str, text: str) -> None:
    assert markdown(source).text == text


@pytest.mark.parametrize(
    ("formula", "read"),
    [
        (r"\( x = \{L | R\} \)", "x = {L | R}"),
        (r"\(-\frac{1}{2}\)", "-1/2"),
        (r"\(\frac{a+b}{2c}\)", "(a+b)/2c"),
        (r"$e^{i p_\mu x^\mu}$", "e^(i p_μ x^μ)"),
        (r"$$\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}$$", "∫₀^∞ e^(-x²) dx = (√π)/2"),
        (r"\[ \mathbf{u} \cdot \mathbf{v} \in \mathbb{R}^{10} \]", "𝐮 · 𝐯 ∈ ℝ¹⁰"),
        (r"\(\left\| \mathcal{L} \right\|\)", "‖ L ‖"),
        (r"\(\sin x \& 90^\circ\)", "sin x & 90°"),
        (r"\(\text{if } a_{ij} \\ \quad b\)", "if aᵢⱼ\nb"),
        ("$5$", None),
        ("$HOME_x = 1$", None),
        (r"\(\begin{cases}a\end{cases}\)", None),
        (r"\(\sqrt[3]{x}\)", None),
        ("\\(a & b\\)", None),
        ("$a^$", None),
        ("$a}$", None),
        ("${a$", None),
        ("\\(\\)", None),
        ("$" + "{" * 40 + "a_1" + "}" * 40 + "$", None),
        ("$" + "a_1" * 1000 + "$", None),
        ("plain", None),
    ],
)
def test_formulas_as_they_are_read(formula: str, read: str | None) -> None:
    assert read_formula(formula) == read


def test_a_long_quote_is_folded_and_a_short_one_is_not() -> None:
    assert of(markdown("> short"), "blockquote") == ["short"]
    long = markdown("> " + "word " * 300)
    assert [e.type for e in long.entities] == ["expandable_blockquote"]
    lines = markdown("\n".join(f"> line {n}  " for n in range(20)))
    assert [e.type for e in lines.entities] == ["expandable_blockquote"]


def test_code_keeps_its_language() -> None:
    (entity,) = markdown("~~~c++\n  x\n~~~").entities
    assert (entity.type, entity.language, entity.length) == ("pre", "c++", 1)


def test_text_that_uses_every_disguise_stays_plain() -> None:
    source = "**a** " + "".join(map(chr, range(0xE000, 0xF900)))
    assert markdown(source) == Text(source)


# Cutting


def test_short_text_is_one_part_and_invisible_text_none() -> None:
    assert parts("**a**") == [Text("a", (Entity("bold", 0, 1),))]
    for nothing in ("", " \n\t", "\u200b\u2060", "\u3164", "\ufe0f"):
        assert parts(nothing) == []
    assert [part.text for part in parts("\x00")] == ["␀"]


@pytest.mark.parametrize(
    ("source", "limit", "expected"),
    [
        ("aaaa bb\n\ncc\ndd ee ff", 12, ["aaaa bb", "cc\ndd ee ff"]),
        ("aaaa bb cc\nd ee ff", 13, ["aaaa bb cc", "d ee ff"]),
        ("Aaaa bb cc. Dddd ee ff.", 16, ["Aaaa bb cc.", "Dddd ee ff."]),
        ("aaaa bb cc dddd ee", 13, ["aaaa bb cc", "dddd ee"]),
        ("你好你好你好。你好吗你好", 10, ["你好你好你好。", "你好吗你好"]),
        ("a" * 25, 10, ["a" * 10, "a" * 10, "a" * 5]),
        ("👨‍👩‍👧" * 3, 17, ["👨‍👩‍👧👨‍👩‍👧", "👨‍👩‍👧"]),
        ("🇩🇪🇫🇷🇪🇸", 10, ["🇩🇪🇫🇷", "🇪🇸"]),
        ("e\u0301" * 4, 5, ["e\u0301" * 2, "e\u0301" * 2]),
        ("👍🏽👍🏽", 7, ["👍🏽", "👍🏽"]),
        ("한국" * 2, 3, ["한국한", "국"]),
        ("नमस्ते", 5, ["नम", "स्ते"]),
        ("\u1112\u1161\u11ab" * 2, 5, ["\u1112\u1161\u11ab"] * 2),
        ("\ua960\u1161" * 2, 3, ["\ua960\u1161"] * 2),
        ("각\u11a8각\u11a8", 3, ["각\u11a8"] * 2),
        ("aaaa\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), 5, ["aaaa", "😀"]),
    ],
)
def test_places_where_texts_are_cut(source: str, limit: int, expected: list[str]) -> None:
    assert [part.text for part in split(Text(source), limit)] == expected


@pytest.mark.parametrize("markup", ["**{}**", "*{}*", "`{}`", "[{}](http://a.io)"])
def test_a_run_that_fits_is_not_torn(markup: str) -> None:
    result = parts("one two " * 7 + markup.format("word " * 7 + "end") + " more", 80)
    assert len(result) == 2
    assert cut(result[1], result[1].entities[0]) == "word " * 7 + "end"


def test_code_that_must_be_cut_is_closed_and_opened_again() -> None:
    lines = "".join(f"def f{n}():\n    return {n}\n" for n in range(100))
    result = parts(f"Text.\n```python\n{lines}```\nEnd.", 500)
    pieces = [e for part in result for e in part.entities]
    assert len(result) <= 6
    assert {(e.type, e.language) for e in pieces} == {("pre", "python")}
    assert all(part.text.startswith(("def", "Text", "End")) for part in result)


def test_a_part_holds_at_most_so_many_entities() -> None:
    result = parts("**a** b\n" * 200)
    assert [len(part.entities) for part in result] == [90, 90, 20]
    (part,) = split(bold(italic("a")), max_entities=1)
    assert of(part, "bold") == ["a"]
    assert len(part.entities) == 1


def test_a_run_of_invisible_characters_is_no_part() -> None:
    assert [p.text for p in split(Text("a\n" + "\u200b" * 30 + "\nb"), 10)] == ["a", "b"]


def test_crossing_and_forbidden_runs_are_put_right() -> None:
    messy = Text(
        " abcdef ",
        (
            Entity("bold", 0, 5),
            Entity("italic", 3, 9),
            Entity("code", 4, 2),
            Entity("bold", 2, 1),
            Entity("pre", 5, 2),
            Entity("mystery", 1, 2),
            Entity("underline", 7, 1),
        ),
    )
    (part,) = split(messy)
    assert_sendable(part)
    assert (of(part, "bold"), of(part, "code"), of(part, "pre")) == (["abc"], ["de"], [])
    assert "".join(of(part, "italic")) == "cf"


def test_runs_that_cross_are_cut_where_they_meet() -> None:
    crossing = Text("abc def ghi", (Entity("bold", 0, 8), Entity("italic", 4, 7)))
    (part,) = split(crossing)
    assert_sendable(part)
    assert (of(part, "bold"), of(part, "italic")) == (["abc def"], ["def", "ghi"])


def test_a_heading_stays_with_what_it_heads() -> None:
    result = parts("word " * 13 + "\n\n## Head\n" + "text " * 12, 80)
    assert [part.text[:4] for part in result] == ["word", "Head"]


# Anything

SIGNS = """** * _ ` ``` ~~ || | # - 1. > [ ]( http://a.io) ![ <b> </div> $ $$
    \\( \\) \\[ \\] \\ &amp;
    http://a.io/_x_ @me 😀 🇩🇪 字 ： é --- *** === ~~~ \\begin{a} \\end{a} [x]"""
SPACED = (
    "```py\n",
    "|---|---|\n",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "- [x] ",
    "word ",
    "# ",
    "- ",
    "> ",
)
HIDDEN = ("\u200d", "\u202e", "\x00", "\ud800", "\uf8d3", "\ue700", "e\u0301", "](http://a.io)")
FRAGMENTS = st.sampled_from([*SIGNS.split(), *SPACED, *HIDDEN])
SOURCES = st.lists(st.one_of(FRAGMENTS, st.text(max_size=6)), max_size=40).map("".join)


@given(SOURCES)
@QUICK
def test_any_source_is_sendable_and_complete(source: str) -> None:
    result = markdown(source)
    assert_nothing_lost(source, result)
    for part in parts(source):
        assert_sendable(part)
    assert bool(parts(source)) == has_visible(clean(source))


@given(SOURCES, st.integers(12, 60), st.integers(1, 5))
@QUICK
def test_any_cut_keeps_every_visible_character(source: str, limit: int, most: int) -> None:
    whole = markdown(source)
    pieces = split(whole, limit, most)
    for piece in pieces:
        assert_sendable(piece, limit)
        assert len(piece.entities) <= most
        assert has_visible(piece.text)
    kept = "".join("".join(piece.text.split()) for piece in pieces)
    assert [c for c in kept if has_visible(c)] == [c for c in whole.text if has_visible(c)]


@given(st.text(st.sampled_from("👨\u200d👩🏽🇩🇪e\u0301\ufe0fक्ष한국ᄒ ᅡᆫ๎ำaสb "), max_size=80))
@QUICK
def test_no_cut_tears_a_character(source: str) -> None:
    at = 0
    pieces = split(Text(source), 30)
    for piece in pieces[:-1]:
        at = source.index(piece.text, at) + len(piece.text)
        assert is_boundary(source, at)


# Real texts


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data do not stand beside the project")
def test_real_responses_are_complete_and_sendable() -> None:
    count = 0
    for name, source in responses():
        count += 1
        whole = markdown(source)
        pieces = split(whole)
        assert_nothing_lost(source, whole)
        assert bool(pieces) == has_visible(source), name
        for piece in pieces:
            assert_sendable(piece, 3900)
        assert "".join("".join(p.text.split()) for p in pieces) == "".join(
            whole.text.split() if pieces else []
        ), name
        assert len(pieces) <= 1 + 1.5 * whole.units / 3900 + len(whole.entities) / 80, name
    assert count == 1089


@pytest.mark.skipif(not DATA.is_dir(), reason="the shared data do not stand beside the project")
def test_a_long_response_is_formatted_quickly() -> None:
    source = max((text for _, text in responses()), key=len)
    best = min(_seconds(source) for _ in range(5))
    assert len(source) > 30_000
    assert best < 0.05


@pytest.mark.parametrize(
    "unit", ["[", "\\[", "**a", "> ", "$a", "`", "a|b\n-|-\n", "[a](http://", "\\begin{a}", "*a_"]
)
def test_hostile_repetition_is_formatted_in_linear_time(unit: str) -> None:
    assert min(_seconds(unit * (8_000 // len(unit))) for _ in range(3)) < 0.2


@pytest.mark.parametrize(
    "unit", ["# a\n", "> ", "**a", "`", "a|b\n-|-\n", "- a\n", "😀", "🇩", "\u0301", "\u200d", "ع"]
)
def test_a_huge_hostile_text_holds_nobody_up(unit: str) -> None:
    # Typically 0.05 to 0.15 s; before there was a bound the first took 4.4 s.
    assert min(_seconds(unit * (99_000 // len(unit))) for _ in range(2)) < 0.6


def test_a_text_with_more_marks_than_anybody_waits_for_is_shown_as_it_is_written() -> None:
    source = "**a** " * (MOST_MARKS // 2)
    assert of(markdown(source), "bold") == ["a"] * (MOST_MARKS // 2)
    assert markdown(source + "*b*") == Text(source + "*b*")


def _seconds(source: str) -> float:
    # Of this thread alone: what else the machine does is not to be measured.
    start = time.thread_time()
    parts(source)
    return time.thread_time() - start
