"""Writes random Markdown of which it is known what a reader must see of it.

Everything is drawn from one `Random`, so that Hypothesis can stand behind it and make a failing
document smaller, and a soak can draw a hundred thousand of them from a seed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Final

from bot.typeset.visible import clean

# What is drawn around a text and is none of it: marks of lists and tasks, rules, columns.
DECORATION: Final = frozenset("•☐☑—–-+|:🖼")
INVISIBLE: Final = frozenset("\u200b\u2060\ufeff")

_LETTERS: Final = (
    "abcdefghijklmnopqrstuvwxyz", "ABCÄÖßñçøŁ", "абвгдежщЯ", "αβγδΩ", "אבגדהו", "ابتثجحخدذ",
    "你好世界学习模型答案", "ありがとうカタカナ", "안녕하세요", "ภาษาไทยกำลัง", "नमस्तेक्षत्रज्ञ", "বাংলা",
)  # fmt: skip
_CLUSTERS: Final = (
    "😀", "👨‍👩‍👧‍👦", "👍🏽", "🇩🇪", "🇸🇦", "❤️‍🔥",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "e\u0301", "ñ\u0303\u0323", "\u1112\u1161\u11ab",
    "𝒜𝓑", "𠮷", "𐍈", "🀄", "क्ष", "ปิ่", "لا", "½", "™", "∑", "\u00ad", "\u202e", "\u2067", "\u2069",
    "\u200d", "\ue700", "\uf8ff", "\U000f0001", "\ufffe", "\U0010ffff", "\x00", "\x1b", "\x7f",
    "\ud800", "\udfff", "\u3164", "\ufe0f", "\u2800",
)  # fmt: skip
_SIGNS: Final = "*_`~[](){}<>#!&$\\/'\"=;%@^?.,0123456789"
_NOISE: Final = (
    "**", "*", "_", "__", "`", "```", "~~~", "~~", "||", "|", "# ", "- ", "1. ", "> ", "[", "](",
    "https://a.io", ")", "![", "<b>", "</div>", "$", "$$", "\\(", "\\)", "\\[", "\\", "&amp;",
    "---", "***", "===", "\\begin{a}", "\\end{a}", "[x]", "- [x] ", "\n", "\n\n", "    ", "\t",
    "```py\n", "|---|---|\n", "| a | b |\n", "\u2028", "\u2029", "\u0085", "\u00a0", "\r\n",
)  # fmt: skip


@dataclass(slots=True)
class Written:
    """A document: its source, what is seen of it, the code in it, and where its links lead."""

    source: str
    seen: str = ""
    code: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    # Of what is no regular Markdown nobody can say what is to be seen.
    regular: bool = True


def projected(text: str) -> str:
    """What counts as the text: all that is seen, without white space and decoration."""
    dropped = DECORATION | INVISIBLE
    return "".join(sign for sign in text if not sign.isspace() and sign not in dropped)


class Writer:
    """Writes one document after the other."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._made = Written("")

    def noise(self) -> Written:
        """Marks of formatting and characters in any order."""
        draw = self._random
        count = draw.randint(0, 60)
        pieces = [
            draw.choice(_NOISE) if draw.random() < 0.6 else self._word() for _ in range(count)
        ]
        return Written("".join(pieces), regular=False)

    def document(self) -> Written:
        """Some blocks of Markdown, now and then a long one."""
        self._made = Written("")
        blocks: tuple[Callable[[], tuple[str, str]], ...] = (
            self._paragraph, self._paragraph, self._heading, self._list, self._quote, self._code,
            self._grid, self._records, self._rule, self._formula,
        )  # fmt: skip
        made: list[tuple[str, str]] = []
        before = None
        for _ in range(self._random.randint(1, 7)):
            block = self._random.choice(blocks)
            if before == block == self._list:
                # Two lists in a row are one, and counted on.
                made.append(self._heading())
            made.append(block())
            before = block
        if self._random.random() < 0.15:
            made.append(self._long())
        self._made.source = "\n\n".join(source for source, _ in made)
        self._made.seen = projected(clean("".join(seen for _, seen in made)))
        return self._made

    def _word(self) -> str:
        draw = self._random
        if draw.random() < 0.2:
            return "".join(draw.choices(_CLUSTERS, k=draw.randint(1, 3)))
        letters = draw.choice(_LETTERS)
        return "".join(draw.choices(letters, k=draw.randint(1, 9)))

    def _words(self, most: int = 9) -> str:
        return " ".join(self._solid() for _ in range(self._random.randint(1, most)))

    def _solid(self) -> str:
        """A word that begins and ends with a letter, so that marks can stand beside it."""
        edge = self._random.choice("abcdefgh")
        return edge + self._word() + edge

    def _inline(self, depth: int = 2) -> tuple[str, str]:
        """Words with formatting within formatting."""
        out = [self._run(depth) for _ in range(self._random.randint(1, 4))]
        return " ".join(source for source, _ in out), "".join(seen for _, seen in out)

    def _run(self, depth: int) -> tuple[str, str]:
        kind = self._random.randint(0, 6)
        if kind == 0 and depth:
            source, seen = self._inline(depth - 1)
            words = self._words(2)
            # Runs of the same kind within one another are no Markdown that anybody means.
            mark = {2: "**", 1: "*"}[depth]
            return f"{mark}{words} {source} z{mark}", words + seen + "z"
        if kind == 1:
            words = self._words(3)
            return f"~~{words}~~", words
        if kind == 2:
            text = "".join(self._random.choices(_SIGNS.replace("`", ""), k=5)) + self._solid()
            return f"`q{text}`", "q" + text
        if kind == 3:
            words, address = self._words(3), f"https://a{self._random.randint(1, 99)}.io/b_c_(d)"
            self._made.links.append(address)
            return f"[{words}]({address})", words
        words = self._words()
        return words, words

    def _paragraph(self) -> tuple[str, str]:
        return self._inline()

    def _heading(self) -> tuple[str, str]:
        words = self._words(6)
        return "#" * self._random.randint(1, 6) + " " + words, words

    def _list(self, depth: int = 3) -> tuple[str, str]:
        draw = self._random
        ordered = draw.random() < 0.5
        lines: list[str] = []
        seen = ""
        for number in range(1, draw.randint(1, 4) + 1):
            mark = f"{number}. " if ordered else "- "
            source, said = self._inline()
            lines.append(mark + source)
            seen += (f"{number}." if ordered else "") + said
            if depth > 1 and draw.random() < 0.3:
                source, said = self._list(depth - 1)
                lines += [" " * len(mark) + line for line in source.split("\n")]
                seen += said
        return "\n".join(lines), seen

    def _quote(self) -> tuple[str, str]:
        out = [self._inline() for _ in range(self._random.randint(1, 3))]
        source = "\n>\n".join("> " + one for one, _ in out)
        return source, "".join(seen for _, seen in out)

    def _code(self, most: int = 8) -> tuple[str, str]:
        draw = self._random
        lines = []
        for _ in range(draw.randint(1, most)):
            signs = "".join(draw.choices(_SIGNS.replace("`", ""), k=draw.randint(0, 12)))
            lines.append(" " * draw.choice((0, 0, 4, 8)) + signs + self._word())
        lines.append("end")
        text = "\n".join(lines)
        self._made.code.append(clean(text))
        return f"```python\n{text}\n```", text

    def _grid(self) -> tuple[str, str]:
        """A table that fits a phone; its cells are short."""
        columns = self._random.randint(2, 3)
        rows = [
            [self._cell() for _ in range(columns)]
            for _ in range(self._random.randint(2, 5))
        ]  # fmt: skip
        return self._table(rows), "".join(map("".join, rows))

    def _cell(self) -> str:
        return "".join(self._random.choices("abcdef", k=self._random.randint(1, 8)))

    def _records(self) -> tuple[str, str]:
        """A table that does not fit, and is told row by row with the names of its columns."""
        columns = self._random.randint(2, 4)
        rows = [[self._solid() for _ in range(columns)] for _ in range(self._random.randint(2, 4))]
        rows[0][-1] += "a" * 60
        seen = "".join(
            label + cell for row in rows[1:] for label, cell in zip(rows[0], row, strict=True)
        )
        return self._table(rows), seen

    @staticmethod
    def _table(rows: list[list[str]]) -> str:
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        lines.insert(1, "|" + "---|" * len(rows[0]))
        return "\n".join(lines)

    def _rule(self) -> tuple[str, str]:
        return "---", ""

    def _formula(self) -> tuple[str, str]:
        return self._random.choice(
            (
                ("$E_0 = m*c^2*k$", "E₀ = m*c²*k"),
                (r"\(a_1 * b_2 \leq c\)", "a₁ * b₂ ≤ c"),
                ("$$\nx_1 < y_2 * z_3\n$$", "x₁ < y₂ * z₃"),
                (r"\[\unknown{a_1}\]", r"\[\unknown{a_1}\]"),
                ("<div>a</div>", "<div>a</div>"),
            )
        )

    def _long(self) -> tuple[str, str]:
        """More than one message holds: words in one paragraph, or lines of code."""
        if self._random.random() < 0.5:
            return self._code(self._random.choice((80, 400)))
        words = " ".join(self._words(12) for _ in range(self._random.choice((60, 250))))
        return words, words
