r"""Formulas in LaTeX as a phone can show them: x_1 \leq \alpha^2 as x₁ ≤ α².

A formula is changed only where everything in it is known here; else it stays as it is written.
"""

import re
import unicodedata
from typing import Final

from bot.typeset.maths_signs import (
    DOUBLE,
    ESCAPED,
    FACES,
    FRACTIONS,
    FUNCTIONS,
    HIGH,
    LOW,
    NOTHING,
    PLAIN_FACES,
    SPACES,
    SYMBOLS,
)

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\[^A-Za-z]|[{}^_~&]|\s+|[^\\{}^_~&\s]")
_LONG_WORD = re.compile(r"(?<!\\)(?<![A-Za-z])[A-Za-z]{4,}")
_TELLING = re.compile(r"[\\^_={}+<>*/|-]")
_MOST: Final = 2000
_DEEPEST: Final = 12
_DELIMITERS: Final = ((r"\(", r"\)"), (r"\[", r"\]"), ("$$", "$$"), ("$", "$"))


class _UnknownError(Exception):
    """Something in the formula is not known here."""


def shown(formula: str) -> str | None:
    """Return the formula, delimiters and all, as it is read; None where it stays as it is."""
    opens, closes = next((two for two in _DELIMITERS if formula.startswith(two[0])), ("", ""))
    inner = formula[len(opens) : len(formula) - len(closes)]
    if not opens or len(formula) > _MOST or not formula.endswith(closes):
        return None
    if opens == "$" and (_LONG_WORD.search(inner) or not _TELLING.search(inner)):
        # More likely money, or the name of a variable of a shell.
        return None
    try:
        read = _Reader(_TOKEN.findall(inner)).whole()
    except _UnknownError:
        return None
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"[ \t]+", " ", read)).strip() or None


class _Reader:
    """Reads one formula from left to right."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def whole(self) -> str:
        """The formula to its end."""
        read = self._until("")
        if self._at < len(self._tokens):
            raise _UnknownError
        return read

    def _until(self, end: str) -> str:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _UnknownError
        out: list[str] = []
        while self._at < len(self._tokens) and self._tokens[self._at] != end:
            out.append(self._one())
        self._depth -= 1
        return "".join(out)

    def _one(self) -> str:
        """The next token with all that belongs to it."""
        piece = self._tokens[self._at]
        self._at += 1
        if piece == "{":
            inner = self._until("}")
            if self._at == len(self._tokens):
                raise _UnknownError
            self._at += 1
            return inner
        if piece in "^_":
            return self._raised(piece)
        if piece[0] == "\\":
            return self._command(piece[1:])
        if piece in "}&":
            raise _UnknownError
        return " " if piece == "~" or piece.isspace() else piece

    def _argument(self) -> str:
        while self._at < len(self._tokens) and self._tokens[self._at].isspace():
            self._at += 1
        if self._at == len(self._tokens):
            raise _UnknownError
        return self._one().strip()

    def _raised(self, sign: str) -> str:
        inner = self._argument()
        signs = HIGH if sign == "^" else LOW
        bare = inner.replace(" ", "")
        if bare and all(one in signs for one in bare):
            return "".join(signs[one] for one in bare)
        return f"{sign}{_grouped(inner)}"

    def _command(self, name: str) -> str:
        for known in (ESCAPED, SPACES, SYMBOLS):
            if name in known:
                return known[name]
        if name in NOTHING:
            return ""
        if name in FUNCTIONS:
            return name + self._gap()
        return self._with_argument(name)

    def _with_argument(self, name: str) -> str:
        if name in FRACTIONS:
            return f"{_grouped(self._argument())}/{_grouped(self._argument())}"
        if name == "sqrt" and self._tokens[self._at : self._at + 1] != ["["]:
            return f"√{_grouped(self._argument())}"
        if name in PLAIN_FACES:
            return self._argument()
        if name in FACES:
            return "".join(_in_face(one, FACES[name]) for one in self._argument())
        raise _UnknownError

    def _gap(self) -> str:
        following = self._tokens[self._at : self._at + 1]
        return " " if following and following[0].isalnum() else ""


def _grouped(inner: str) -> str:
    """In brackets, unless it is one thing."""
    return inner if len(inner) <= 1 or inner.isalnum() else f"({inner})"


def _in_face(sign: str, face: str) -> str:
    """The letter in that face; a face that Unicode lacks for it is left off."""
    if not (sign.isascii() and sign.isalnum()):
        return sign
    if "DOUBLE" in face:
        return DOUBLE.get(sign, sign)
    kind = "DIGIT" if sign.isdigit() else "CAPITAL" if sign.isupper() else "SMALL"
    name = unicodedata.name(sign).rpartition(" ")[2]
    try:
        return unicodedata.lookup(face.format(f"{kind} {name}"))
    except KeyError:
        return sign
