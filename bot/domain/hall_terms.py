"""The terms of the hall: versions, what one agrees to, and when it is asked anew."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

FIRST = 1  # the version of a hall that never named one
# So much fits one message together with the hall's own words, and is read on a phone.
MOST_SIGNS = 2_500


@dataclass(frozen=True, slots=True)
class HallTerms:
    """The version that holds now, and the operator's own text of it by language; may be none."""

    version: int
    texts: Mapping[str, str]

    def closest(self, *languages: str) -> tuple[str, str] | None:
        """The text in the first of these languages that has one, and which that is; else any."""
        for language in (*languages, *sorted(self.texts)):
            if language in self.texts:
                return language, self.texts[language]
        return None


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person agreed to: the version, in which language, when, and word for word."""

    version: int
    language: str
    at: datetime
    body: str | None


class TermsChangedError(Exception):
    """A version that was published already has another text, or an older one is to hold again."""


def digest_of(text: str) -> str:
    """The name of a text: equal for equal texts alone."""
    return sha256(text.encode()).hexdigest()


def require_publishable(known: HallTerms | None, new: HallTerms) -> None:
    """Refuse to change under its number what people have agreed to, and to go back a version."""
    if known is None:
        return
    if new.version < known.version:
        raise TermsChangedError(
            f"version {known.version} of the terms was published already, "
            f"so {new.version} cannot be the newest; give {known.version} or more"
        )
    if new.version > known.version:
        return
    changed = [
        language
        for language, text in known.texts.items()
        if new.texts and new.texts.get(language) != text
    ]
    if changed or (known.texts and not new.texts) or (new.texts and not known.texts):
        raise TermsChangedError(
            f"version {new.version} of the terms was published with another text; "
            f"give it the version {new.version + 1}, and everybody is asked before the next claim"
        )
