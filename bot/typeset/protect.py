"""Hides from the Markdown parser what it would eat: each sign in a private-use disguise.

A disguised sign is a letter to the parser and is put back afterwards, in code as well, so
nothing here needs to know where code begins: what is protected in vain is merely kept.
"""

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_CJK: Final = "：，。！？；、…）》」』】〉”’（《「『【〈“‘"
_BLOCK: Final = 0x100
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_HEADING_SLOT: Final = 0xF0
_DONE_SLOT: Final = 0xF1
_HOST = r"(?:[\w-]+\.)+[A-Za-z\u00a1-\uffff]{2,}|\d{1,3}(?:\.\d{1,3}){3}"
_SAFE_URL = re.compile(rf"https?://(?:{_HOST})(?::\d{{1,5}})?(?:[/?#].*)?")
_EMPHASIS_END: Final = "*_~.,:;!?)]}"
_TOKEN = re.compile(
    r"""
    (?P<pair>\\[\s\S])
  | (?P<task>^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ x]\](?=[ \t]))
  | (?P<link>!?\[(?P<label>[^\[\]\n]*)\]
      \((?P<url>[^\s()\[\]<>]*(?:\([^\s()\[\]<>]*\)[^\s()\[\]<>]*)*)\))
  | (?P<bare>https?://[^\s<>"'`|\\\[\]]+)
  | (?P<mention>@\w+)
  | (?P<cjk>[:.,!?)"'%：，。！？；、…）》」』】〉”’](?=\*\*\w)|(?<=\w\*\*)[（《「『【〈“‘("])
  | (?P<sign>\|\||[<&$\[]|(?<!~)~(?!~))
    """,
    re.VERBOSE | re.MULTILINE,
)
_MATHS = re.compile(
    r"\\\\|\\\$|\\[()\[\]]|\\(?:begin|end)\{\w+\*?\}|\$\$?|`|\n[ \t]*(?=\n)|\n",
)
_CLOSERS: Final = {r"\(": r"\)", r"\[": r"\]", "$": "$", "$$": "$$"}


def math_spans(source: str) -> Iterator[tuple[int, int]]:
    """Yield where LaTeX stands, delimiters included; linear in the text's length."""
    closer, start = "", 0
    for token in _MATHS.finditer(source):
        sign = token[0]
        if closer and sign == closer and _closes(sign, source, token):
            yield start, token.end()
            closer = ""
        elif sign == "`" or (sign[0] == "\n" and (closer == "$" or len(sign) > 1)):
            closer = ""
        elif closer in {"", "$"} and (opens := _closer_of(sign, source, token)):
            closer, start = opens, token.start()
        elif sign[0] == "\n" and source[token.end() : token.end() + 1] == "\n":
            closer = ""


def _closes(sign: str, source: str, token: re.Match[str]) -> bool:
    if sign != "$":
        return True
    after = source[token.end() : token.end() + 1]
    return not source[token.start() - 1].isspace() and not after.isalnum()


def _closer_of(sign: str, source: str, token: re.Match[str]) -> str:
    if sign.startswith(r"\begin"):
        return r"\end" + sign[6:]
    if sign == "$":
        around = source[token.start() - 1 : token.start()], source[token.end() : token.end() + 1]
        return "$" if around[1].strip() and not around[0].isalnum() else ""
    return _CLOSERS.get(sign, "")


@dataclass(frozen=True, slots=True)
class Disguise:
    """A block of 256 private-use characters that the text itself does not use."""

    start: int

    @property
    def heading(self) -> str:
        """The mark that the parser's output is to carry before each heading."""
        return chr(self.start + _HEADING_SLOT)

    @property
    def done(self) -> str:
        """The mark that the parser's output is to carry before a finished task."""
        return chr(self.start + _DONE_SLOT)

    @property
    def hide(self) -> dict[int, int]:
        """A translation table from signs to their disguise."""
        signs = (*map(ord, string.punctuation), *map(ord, _CJK))
        return {sign: self.start + slot for slot, sign in enumerate(signs)}

    @property
    def show(self) -> dict[int, int]:
        """The translation table back."""
        return {hidden: sign for sign, hidden in self.hide.items()}


DEFAULT: Final = Disguise(0xE700)


def disguise_for(source: str) -> Disguise | None:
    """Return a disguise that the text does not use, or None when it uses all."""
    if not _PRIVATE.search(source):
        return DEFAULT
    used = {ord(char) // _BLOCK for char in source}
    free = (number for number in range(0xE0, 0xF8) if number not in used)
    return next((Disguise(number * _BLOCK) for number in free), None)


class Protector:
    """Protects texts with one disguise."""

    def __init__(self, disguise: Disguise) -> None:
        self._hide = disguise.hide

    def literal(self, text: str) -> str:
        """Return the text with every sign disguised."""
        return text.translate(self._hide)

    def protect(self, source: str) -> str:
        """Return the source with LaTeX, HTML, odd links and addresses disguised."""
        out: list[str] = []
        at = 0
        for start, end in math_spans(source):
            out += (_TOKEN.sub(self._one, source[at:start]), self.literal(source[start:end]))
            at = end
        out.append(_TOKEN.sub(self._one, source[at:]))
        return "".join(out)

    def _one(self, match: re.Match[str]) -> str:
        kind = match.lastgroup
        if match["link"] is not None:
            return self._link(match)
        if kind in {"pair", "task"}:
            return match[0]
        if kind == "bare":
            kept = match[0].rstrip(_EMPHASIS_END)
            return self.literal(kept) + match[0][len(kept) :]
        return self.literal(match[0])

    def _link(self, match: re.Match[str]) -> str:
        if not match["label"].strip() or not _SAFE_URL.fullmatch(match["url"]):
            return self.literal(match[0])
        label = _TOKEN.sub(self._one, match["label"])
        return f"{'!' * match[0].startswith('!')}[{label}]({self.literal(match['url'])})"
