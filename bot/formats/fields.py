"""Takes the fields of a YAML document one by one, and notes every fault with its line."""

import re
from collections.abc import Collection
from typing import Any, Final

from bot.formats.records import Fault
from bot.formats.shape import type_name
from bot.formats.strict_yaml import Document, Path
from bot.seen import has_visible

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
_DASHED: Final = re.compile(r"[a-z][a-z0-9-]*")
_KEY: Final = re.compile(r"[a-z0-9-]{2,40}")
# The form of a short name, by its pattern, as it is told to people in any language.
FORMS: Final = {
    _KEY.pattern: "a–z 0–9 -, 2–40",
    _NAME.pattern: "a–z 0–9 _",
    _DASHED.pattern: "a–z 0–9 -",
}
# What is said where it is not one of our languages or names.
Labels = dict[str, str]


def units(text: str) -> int:
    """The length of the text as Telegram measures it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Fields:
    """The faults of one document, found while its fields are taken."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.faults: list[Fault] = list(document.faults)
        self.languages: tuple[str, ...] = ("en",)

    def fault(self, path: Path, code: str, **facts: str | int) -> None:
        """Note a fault in the line where that stands, or where it should."""
        place = path
        while place not in self.document.lines:
            place = place[:-1]
        found = Fault(self.document.lines[place], self._named(path)[:200], code, facts)
        if found not in self.faults:
            self.faults.append(found)

    def _named(self, path: Path) -> str:
        """The path as people write it: of a list they count from one."""
        value, parts = self.document.value, []
        for part in path:
            is_nth = isinstance(value, list) and part.isdecimal()
            parts.append(str(int(part) + 1) if is_nth else part)
            if isinstance(value, list):
                value = value[int(part)] if is_nth and int(part) < len(value) else None
            else:
                value = value.get(part) if isinstance(value, dict) else None
        return ".".join(parts)

    def mapping(self, path: Path, value: Any, known: Collection[str]) -> dict[str, Any]:
        """The mapping at that place; empty where it is none. Names not known are noted."""
        if not isinstance(value, dict):
            self.fault(path, "wrong-type", expected="object", found=type_name(value))
            return {}
        for name in value:
            if name not in known:
                self.fault((*path, name), "unknown-field")
        return value

    def listing(self, path: Path, value: Any, most: int) -> list[Any]:
        """The list at that place, with something in it; empty where it is none."""
        if value is None:
            self.fault(path, "missing")
        elif not isinstance(value, list):
            self.fault(path, "wrong-type", expected="list", found=type_name(value))
        elif not value:
            self.fault(path, "empty")
        elif len(value) > most:
            self.fault(path, "too-long", limit=most)
        else:
            return value
        return []

    def text(self, path: Path, value: Any, most: int) -> str:
        """A text with something in it; empty where it is none."""
        if value is None:
            self.fault(path, "missing")
        elif not isinstance(value, str):
            self.fault(path, "wrong-type", expected="string", found=type_name(value))
        elif not has_visible(value):
            self.fault(path, "empty")
        elif units(value) > most:
            self.fault(path, "too-long", limit=most)
        else:
            return value.strip()
        return ""

    def key(self, path: Path, value: Any) -> str:
        """A short name of a–z, 0–9 and -; empty where it is none."""
        text = self.text(path, value, 40)
        if text and not _KEY.fullmatch(text):
            self.fault(path, "bad-form", expected=FORMS[_KEY.pattern])
        return text

    def name(self, path: Path, value: Any, most: int, *, dashes: bool = False) -> str:
        """A short name: a letter a–z, then also 0–9 and _ (or -); empty where it is none."""
        text = self.text(path, value, most)
        form = _DASHED if dashes else _NAME
        if text and not form.fullmatch(text):
            self.fault(path, "bad-form", expected=FORMS[form.pattern])
            return ""
        return text

    def truth(self, path: Path, value: Any) -> bool:
        """True or false; true where it is neither."""
        if isinstance(value, bool):
            return value
        self.fault(path, "wrong-type", expected="boolean", found=type_name(value))
        return True

    def labels(self, path: Path, value: Any, most: int, *, first: bool = False) -> Labels:
        """A text in each language of the document; a text alone is in English.

        The `first` one says which languages the document is in.
        """
        if not isinstance(value, dict):
            text = self.text(path, value, most)
            found = {"en": text} if text else {}
        else:
            found = {}
            for language, said in value.items():
                if not _LANGUAGE.fullmatch(language):
                    self.fault((*path, language), "not-a-language")
                elif text := self.text((*path, language), said, most):
                    found[language] = text
        if first:
            self.languages = tuple(dict.fromkeys(("en", *found)))
        # A value that is none was noted already.
        wanted = self.languages if isinstance(value, dict | str) else ()
        given = value if isinstance(value, dict) else {"en": value}
        for language in wanted:
            if language not in given:
                self.fault((*path, language), "missing")
        return found

    def whole(
        self, path: Path, value: Any, least: int, most: int, default: int | None = None
    ) -> int | None:
        """A whole number in that range; the default where there is none."""
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int):
            self.fault(path, "wrong-type", expected="integer", found=type_name(value))
        elif not least <= value <= most:
            self.fault(path, "out-of-range", least=least, most=most)
        else:
            return value
        return default

    def needed(self, path: Path, value: Any, least: int, most: int) -> int:
        """A whole number in that range that has to be there."""
        if value is None:
            self.fault(path, "missing")
        found = self.whole(path, value, least, most, least)
        return least if found is None else found
