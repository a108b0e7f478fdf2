"""Who a project is for, as its file says it: level of language, countries, skills."""

from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from bot.country_codes import is_country
from bot.domain.profiles import SKILLS, Level, Wanted

_OWN: Final = "x-"  # begins the code of a skill that is the hall's own
_ALL: Final = ""  # every language of the project
_MOST: Final = 60


def _level(text: str) -> str:
    if text not in tuple(Level):
        raise _no_option(Level)
    return text


def _country(code: str) -> str:
    if not is_country(code):
        raise PydanticCustomError("not-an-option", "no country", {"expected": "DE, EG, US …"})
    return code


def _skill(code: str) -> str:
    if code not in SKILLS and not code.startswith(_OWN):
        raise _no_option((*SKILLS, f"{_OWN}…"))
    return code


def _no_option(known: Any) -> PydanticCustomError:
    return PydanticCustomError("not-an-option", "not known", {"expected": ", ".join(known)})


def _once_each(codes: list[str]) -> list[str]:
    if len(set(codes)) < len(codes):
        raise PydanticCustomError("duplicate-key", "a code stands twice")
    return codes


def _for_all(given: Any) -> Any:
    return {_ALL: given} if isinstance(given, str) else given


def _only(given: Any) -> Any:
    return {"only": given} if isinstance(given, list) else given


_Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=24), AfterValidator(_skill)]
_Country = Annotated[str, AfterValidator(_country)]
_Countries = Annotated[
    list[_Country], Field(max_length=_MOST, min_length=1), AfterValidator(_once_each)
]


class Countries(BaseModel):
    """The countries in which people must live, or must not."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    only: _Countries | None = None
    not_: _Countries | None = Field(default=None, alias="not")


Skill = _Code

# What the fields of the file are made of: `level: good` or `level: {de: good}`, `countries: [DE]`
# or `countries: {not: [US]}`, `skills: [mathematics]`.
Levels = Annotated[
    dict[str, Annotated[str, AfterValidator(_level)]],
    Field(max_length=_MOST, min_length=1),
    BeforeValidator(_for_all),
]
CountryRule = Annotated[Countries, BeforeValidator(_only)]
Skills = Annotated[list[_Code], Field(max_length=8), AfterValidator(_once_each)]


def require_languages(levels: dict[str, str] | None, languages: list[str]) -> None:
    """Refuse a level of a language that the project does not ask for."""
    if levels is None:
        return
    if not languages:
        raise PydanticCustomError("needs-languages", "a level without languages")
    if set(levels) - {_ALL, *languages}:
        raise _no_option(languages)


def wanted_of(
    levels: dict[str, str] | None, countries: Countries | None, skills: list[str]
) -> Wanted:
    """What the fields ask for."""
    given = dict(levels or {})
    least = given.pop(_ALL, None)
    return Wanted(
        level=Level(least) if least else None,
        levels={language: Level(level) for language, level in given.items()},
        countries=tuple(countries.only or ()) if countries else (),
        not_countries=tuple(countries.not_ or ()) if countries else (),
        skills=tuple(skills),
    )
