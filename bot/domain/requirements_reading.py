"""Reading what a project requires: from the text to the expression, or where it goes wrong."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches

from bot.domain.profiles import Level
from bot.domain.requirements import (
    Condition,
    Country,
    Language,
    Member,
    Qualification,
    Requirement,
    Skill,
    Tier,
    all_of,
    any_of,
    negated,
)

MOST_SIGNS = 2_000
MOST_CONDITIONS = 40
MOST_DEPTH = 8
MOST_TIER = 100
MOST_TITLE = 128  # of a group, as Telegram has it

_KINDS = ("language", "country", "skill", "tier", "qualification", "member")
_STARTS = (*_KINDS, "not", "(")
# Phones write other quotes and signs than keyboards.
_QUOTES = '"“”„'
_TOKEN = re.compile(
    r'\s*(?:(?P<sign>[()]|>=|≥)|(?P<title>"(?:[^"\\]|\\.)*"|[“”„](?:[^"“”\\]|\\.)*["“”])'
    r'|(?P<word>[^\s()"“”„>=≥]+)|(?P<odd>\S))'
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_CODE = re.compile(r"[a-z][a-z0-9-]{0,23}")
_KEY = re.compile(r"[a-z0-9-]{2,40}")
_CHAT = re.compile(r"-?[1-9][0-9]{0,18}")
_TIER = re.compile(r"[0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a text is no expression: where, what stands there, what was expected, what it is like.

    `code` is a stable slug; `at` counts the signs before it.
    """

    code: str
    at: int
    found: str = ""
    expected: tuple[str, ...] = ()
    nearest: str | None = None
    limit: int | None = None


class _TroubleError(Exception):
    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.code)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Placed:
    """A condition, and how many signs stand before its value."""

    condition: Condition
    at: int


@dataclass(frozen=True, slots=True)
class Read:
    """An expression, and where each of its conditions stands."""

    requirement: Requirement
    placed: tuple[Placed, ...]


def read(text: str) -> Read | Trouble:
    """The expression that the text says, or the first thing that is wrong with it."""
    if len(text) > MOST_SIGNS:
        return Trouble("too-long", 0, limit=MOST_SIGNS)
    return _read(_Reader(text))


def _read(reader: "_Reader") -> Read | Trouble:
    try:
        found = reader.alternatives()
        reader.end()
    except _TroubleError as error:
        return error.trouble
    return Read(found, tuple(reader.placed))


def parsed(text: str) -> Requirement:
    """The expression of a text that was read before, such as a stored one; of any length."""
    found = _read(_Reader(text))
    if isinstance(found, Read):
        return found.requirement
    raise ValueError(f"{text!r} is no requirement: {found}")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # sign, title, word, odd, end
    text: str
    at: int


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in _TOKEN.finditer(text):
        kind = str(match.lastgroup)
        found.append(_Token(kind, match[kind], match.start(kind)))
    return [*found, _Token("end", "", len(text.rstrip()))]


class _Reader:
    """Reads from left to right; each method reads one part and stands behind it."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.nth = 0
        self.depth = 0
        self.placed: list[Placed] = []

    @property
    def here(self) -> _Token:
        return self.tokens[self.nth]

    def alternatives(self) -> Requirement:
        return any_of(self._joined("or", lambda: all_of(self._joined("and", self._part))))

    def _joined(self, by: str, part: Callable[[], Requirement]) -> list[Requirement]:
        parts = [part()]
        while self._is_word(by):
            self.nth += 1
            parts.append(part())
        return parts

    def end(self) -> None:
        if self.here.kind != "end":
            raise self._trouble("requires-else", ("and", "or"))

    def _part(self) -> Requirement:
        if self._is_word("not"):
            return negated(self._inside())
        if self.here.text == "(":
            found = self._inside()
            if self.here.text != ")":
                raise self._trouble("requires-else", ("and", "or", ")"))
            self.nth += 1
            return found
        return self._condition()

    def _inside(self) -> Requirement:
        """What stands behind `not` or an opening bracket."""
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise _TroubleError(Trouble("too-deep", self.here.at, limit=MOST_DEPTH))
        bracket = self.here.text == "("
        self.nth += 1
        found = self.alternatives() if bracket else self._part()
        self.depth -= 1
        return found

    def _condition(self) -> Condition:
        kind = self.here.text.lower() if self.here.kind == "word" else ""
        if kind not in _KINDS:
            raise self._trouble("requires-else", _STARTS)
        if len(self.placed) == MOST_CONDITIONS:
            raise _TroubleError(Trouble("requires-many", self.here.at, limit=MOST_CONDITIONS))
        self.nth += 1
        at = self.here.at
        self.placed.append(Placed(self._value(kind), at))
        return self.placed[-1].condition

    def _value(self, kind: str) -> Condition:
        match kind:
            case "language":
                return Language(self._word(_LANGUAGE, "de", "pt-BR"), self._level())
            case "country":
                return Country(self._word(_COUNTRY, "DE", "EG", "US").upper())
            case "skill":
                return Skill(self._word(_CODE, "law", "x-…").lower())
            case "qualification":
                return Qualification(self._word(_KEY, "de-legal"))
            case "tier":
                skill = self._word(_CODE, "law", "x-…").lower()
                self._at_least()
                return Tier(skill, self._tier())
            case _:
                return self._member()

    def _word(self, form: re.Pattern[str], *expected: str) -> str:
        token = self.here
        fits = form.fullmatch(token.text) or (
            # A code of the other case is meant; keys have one only.
            form is not _KEY and form is not _LANGUAGE
            and (form.fullmatch(token.text.upper()) or form.fullmatch(token.text.lower()))
        )  # fmt: skip
        if token.kind != "word" or not fits:
            raise self._trouble("requires-else", expected)
        self.nth += 1
        return token.text

    def _level(self) -> Level | None:
        if self.here.text not in (">=", "≥"):
            return None
        self.nth += 1
        if self.here.text.lower() not in tuple(Level):
            raise self._trouble("requires-else", tuple(Level))
        self.nth += 1
        return Level(self.tokens[self.nth - 1].text.lower())

    def _at_least(self) -> None:
        if self.here.text not in (">=", "≥"):
            raise self._trouble("requires-else", (">=",))
        self.nth += 1

    def _tier(self) -> int:
        token = self.here
        if not _TIER.fullmatch(token.text) or int(token.text) > MOST_TIER:
            raise self._trouble("requires-else", (f"0 … {MOST_TIER}",))
        self.nth += 1
        return int(token.text)

    def _member(self) -> Member:
        token, chat_id = self.here, None
        if token.kind == "word" and _CHAT.fullmatch(token.text):
            chat_id = int(token.text)
            self.nth += 1
            if self.here.kind != "title":
                return Member("", chat_id)
        if self.here.kind != "title":
            unclosed = self.here.kind == "odd" and self.here.text in _QUOTES
            expected = ('"…"',) if unclosed else ('"GROUP"', "-100…")
            raise self._trouble("requires-quote" if unclosed else "requires-else", expected)
        title = self._title()
        self.nth += 1
        return Member(title, chat_id)

    def _title(self) -> str:
        try:
            title = str(json.loads(f'"{self.here.text[1:-1]}"', strict=False))
        except ValueError:
            title = ""
        if not title.strip() or len(title) > MOST_TITLE:
            raise self._trouble("requires-else", ('"GROUP"',))
        return title

    def _is_word(self, word: str) -> bool:
        return self.here.kind == "word" and self.here.text.lower() == word

    def _trouble(self, code: str, expected: tuple[str, ...]) -> _TroubleError:
        token = self.here
        near = get_close_matches(token.text.lower(), expected, n=1) if token.text else []
        return _TroubleError(
            Trouble(code, token.at, token.text[:40], expected, near[0] if near else None)
        )
