"""What a project file requires of people, in one expression: each word of it is looked up."""

from difflib import get_close_matches
from typing import Annotated, Final

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from bot.country_codes import is_country
from bot.domain.profiles import RATING, SKILLS
from bot.domain.requirements import Condition, Country, Skill, Tier
from bot.domain.requirements_reading import Read, Trouble, read
from bot.formats.records import Fault

_OWN: Final = "x-"  # begins the code of a skill that is the hall's own
_COUNTRIES: Final = ("DE", "EG", "US", "…")
FAULTS: Final = (
    "requires-else", "requires-quote", "requires-many", "requires-unknown", "too-deep", "too-long",
)  # fmt: skip


def _known(written: str) -> str:
    found = read(written)
    trouble = found if isinstance(found, Trouble) else _unknown(found)
    if trouble is not None:
        raise _fault(written, trouble)
    return written


def _unknown(found: Read) -> Trouble | None:
    """The first condition whose word means nothing here."""
    for placed in found.placed:
        word, known = _word(placed.condition)
        if word is not None:
            near = get_close_matches(word, known, n=1)
            return Trouble(
                "requires-unknown", placed.at, word, tuple(known), near[0] if near else None
            )
    return None


def _word(one: Condition) -> tuple[str | None, tuple[str, ...]]:
    """The word of the condition where it is not known, and what is."""
    match one:
        case Country(code) if not is_country(code):
            return code, _COUNTRIES
        case Skill(name) if name not in SKILLS and not name.startswith(_OWN):
            return name, (*SKILLS, f"{_OWN}…")
        case Tier(name) if name not in (RATING, *SKILLS) and not name.startswith(_OWN):
            return name, (RATING, *SKILLS, f"{_OWN}…")
        case _:
            return None, ()


def fault_in(written: str) -> Fault | None:
    """What is wrong with a requirement that somebody wrote; none where nothing is."""
    try:
        _known(written)
    except PydanticCustomError as error:
        return Fault(0, "", error.type, dict(error.context or {}))
    return None


def _fault(written: str, trouble: Trouble) -> PydanticCustomError:
    before = written[: trouble.at]
    facts: dict[str, str | int] = {
        # Only a block of lines holds the ends of its lines.
        "row": before.count("\n") + 1 if "\n" in written else 0,
        "column": trouble.at - (before.rfind("\n") + 1) + 1,
    }
    if trouble.found:
        facts["found"] = trouble.found
    if trouble.expected:
        facts["expected"] = ", ".join(trouble.expected)
    if trouble.nearest:
        facts["nearest"] = trouble.nearest
    if trouble.limit:
        facts["limit"] = trouble.limit
    return PydanticCustomError(trouble.code, "no requirement", facts)


Requires = Annotated[str, AfterValidator(_known)]
