"""Settings about the hall's own terms: where their texts are, and which version they are."""

import re
from dataclasses import dataclass
from pathlib import Path

from bot.domain.hall_terms import FIRST, MOST_SIGNS, HallTerms
from bot.setting_kinds import Setting
from bot.setting_rules import Wrong, whole

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_DO = "Name a folder with one file for each language, such as en.md and ar.md"


def texts(text: str) -> dict[str, str]:
    """The texts of a folder by language, from `en.md` and the like; nothing for no folder."""
    if not text:
        return {}
    folder = Path(text)
    if not folder.is_dir():
        raise Wrong(f"{text!r} is no folder", _DO)
    found = {path.stem: _read(path) for path in sorted(folder.glob("*.md"))}
    odd = [name for name in found if not _LANGUAGE.fullmatch(name)]
    if odd:
        do = "Name each file by the code of its language, as in fr.md or pt-BR.md"
        raise Wrong(f"{', '.join(odd)} in {text!r} is no code of a language", do)
    if not found:
        raise Wrong(f"{text!r} holds no terms", _DO)
    return found


def _read(path: Path) -> str:
    try:
        body = path.read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError):
        raise Wrong(f"{path} cannot be read", "Make it a readable text file in UTF-8") from None
    if not body:
        raise Wrong(f"{path} is empty", "Write the terms, or remove the file")
    if len(body) > MOST_SIGNS:
        do = f"Keep what one agrees to within {MOST_SIGNS} characters; link to what is longer"
        raise Wrong(f"{path} has {len(body)} characters", do)
    return body


TERMS: tuple[Setting, ...] = (
    Setting("TERMS", "", texts, "a folder with the hall's own terms, one file a language", {}),
    Setting("TERMS_VERSION", str(FIRST), whole(1, 9_999),
            "their version; a higher one is asked of everybody before the next claim"),
)  # fmt: skip


@dataclass(frozen=True)
class TermsSettings:
    """What can be set about the terms of the hall, checked; `TERMS` says what each value is."""

    terms: dict[str, str]
    terms_version: int

    @property
    def hall_terms(self) -> HallTerms:
        """What is published when the hall starts."""
        return HallTerms(self.terms_version, self.terms)
