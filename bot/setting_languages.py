"""Settings about languages: a folder with more of them, and that of groups."""

import re
from pathlib import Path

from bot.setting_kinds import PREFIX, Fault
from bot.setting_rules import LOCALES, Wrong, one_of

_CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_DO = "Name a folder that holds one folder for each language, each with its texts in .ftl files"


def folder(text: str) -> Path | None:
    """A folder with languages in it, or none."""
    if not text:
        return None
    path = Path(text)
    if not path.is_dir():
        raise Wrong(f"{text!r} is no folder", _DO)
    odd = [name for name in _in(path) if not _CODE.fullmatch(name)]
    if odd:
        do = "Name each folder in it by the code of its language, as in fr or pt-BR"
        raise Wrong(f"{', '.join(odd)} in {text!r} is no code of a language", do)
    if not _in(path):
        raise Wrong(f"{text!r} holds no language", _DO)
    return path


def code(text: str) -> str:
    """The code of a language; whether it has texts is seen together with the folder."""
    if not _CODE.fullmatch(text):
        raise Wrong(f"{text!r} is not known", "Give the code of a language, as in en")
    return text


def without_texts(language: str, more: str | None) -> list[Fault]:
    """What is wrong with the language of groups: nothing, or that it has no texts."""
    known = {*_in(LOCALES), *(_in(Path(more)) if more and Path(more).is_dir() else ())}
    try:
        one_of({name: name for name in sorted(known)})(language)
    except Wrong as wrong:
        return [Fault(PREFIX + "LANGUAGE", wrong.what, wrong.do)]
    return []


def _in(path: Path) -> list[str]:
    return sorted(one.name for one in path.iterdir() if any(one.glob("*.ftl")))
