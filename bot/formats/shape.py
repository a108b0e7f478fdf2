"""Looks at the fields of one line and notes every fault, not only the first."""

import re
from typing import Any, Final

from bot.formats.images import Images, NoImageError
from bot.formats.records import Fault, ReadingLimits

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")
_TYPES: Final[dict[str, type | tuple[type, ...]]] = {
    "null": type(None),
    "boolean": bool,
    "number": (int, float),
    "string": str,
    "list": list,
    "object": dict,
}


def type_name(value: Any) -> str:
    """Return JSON's name for the type of the value."""
    return next(name for name, kind in _TYPES.items() if isinstance(value, kind))


class Shape:
    """The faults of one line, found while its fields are taken."""

    def __init__(self, line: int, limits: ReadingLimits, images: Images | None = None) -> None:
        self.line = line
        self.limits = limits
        self._images = images or Images()
        self.faults: list[Fault] = []

    def fault(self, field: str, code: str, **facts: str | int) -> None:
        """Note a fault; of countless ones in a line the first tell enough."""
        if len(self.faults) < self.limits.row_faults:
            self.faults.append(Fault(self.line, field[:200], code, facts))

    def known(self, row: dict[str, Any], fields: frozenset[str], prefix: str = "") -> None:
        """Note every field that is none of these."""
        for key in row:
            if key not in fields:
                self.fault(prefix + key, "unknown-field")

    def text(self, value: Any, field: str, most: int | None = None) -> str:
        """Return a string with something in it; else note why not and return ''."""
        most = most or self.limits.text_chars
        if value is None:
            self.fault(field, "missing")
        elif not isinstance(value, str):
            self.fault(field, "wrong-type", expected="string", found=type_name(value))
        elif not value.strip():
            self.fault(field, "empty")
        elif len(value) > most:
            self.fault(field, "too-long", limit=most, length=len(value))
        else:
            return value
        return ""

    def optional_text(self, value: Any, field: str, most: int | None = None) -> str | None:
        """Return a string, or None where there is none."""
        return None if value is None else self.text(value, field, most) or None

    def image(self, value: Any, field: str) -> str | None:
        """Return the digest of an image, or None where there is none or none can be shown."""
        if value is None:
            return None
        try:
            return self._images.take(value)
        except NoImageError as no:
            self.fault(field, no.code, **no.facts)
            return None

    def language(self, value: Any, field: str = "language") -> str | None:
        """Return a language tag, or None where there is none."""
        tag = self.optional_text(value, field, 35)
        if tag and not _LANGUAGE.fullmatch(tag):
            self.fault(field, "not-a-language", found=tag)
            return None
        return tag

    def integer(self, value: Any, field: str, least: int, most: int) -> int | None:
        """Return a whole number in the range, or None where there is none."""
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            self.fault(field, "wrong-type", expected="integer", found=type_name(value))
            return None
        if not least <= value <= most:
            self.fault(field, "out-of-range", least=least, most=most)
            return None
        return value

    def mapping(self, value: Any, field: str) -> dict[str, Any] | None:
        """Return an object, or None where there is none."""
        if value is None or isinstance(value, dict):
            return value
        self.fault(field, "wrong-type", expected="object", found=type_name(value))
        return None

    def listing(self, value: Any, field: str) -> list[Any]:
        """Return a list, empty where there is none."""
        if isinstance(value, list):
            return value
        if value is None:
            self.fault(field, "missing")
        else:
            self.fault(field, "wrong-type", expected="list", found=type_name(value))
        return []
