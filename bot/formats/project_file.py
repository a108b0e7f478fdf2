"""The YAML file that describes a project."""

from typing import Annotated, Any, Final, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from bot.amounts import is_currency, read_amount
from bot.domain.money import Money
from bot.domain.pay_terms import RUBRIC
from bot.domain.profiles import Wanted
from bot.domain.repricing import MOST_PER_TASK
from bot.formats.fields import FORMS
from bot.formats.project_calls import CallsPart
from bot.formats.project_confidence import ConfidenceField
from bot.formats.project_learning import Courses
from bot.formats.project_people import (
    CountryRule,
    Levels,
    Skill,
    Skills,
    require_languages,
    wanted_of,
)
from bot.formats.project_requirements import FAULTS, Requires
from bot.formats.records import Fault
from bot.formats.strict_yaml import Document, read_yaml
from bot.seen import has_visible

_MOST_BYTES: Final = 256 * 1024
_MOST_MINOR: Final = MOST_PER_TASK
_AMOUNT_FAULTS: Final = ("bad-amount", "ambiguous-amount", "too-exact", "out-of-range")
_CODES: Final = {
    "missing": "missing",
    "extra_forbidden": "unknown-field",
    "string_too_short": "empty",
    "string_too_long": "too-long",
    "too_long": "too-long",
    "too_short": "empty",
    "greater_than": "out-of-range",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
    "finite_number": "not-finite",
    "literal_error": "not-an-option",
    "string_pattern_mismatch": "bad-form",
    "needs-languages": "needs-languages",
    "not-an-option": "not-an-option",
    **{code: code for code in ("duplicate-key", "empty", "unknown-currency", *_AMOUNT_FAULTS)},
    **{code: code for code in FAULTS},
}
# Faults of a whole part, and the field of it that is to be corrected.
_MEANT: Final = {
    (): ("client", "price"),
    ("pay",): ("pay", "per_task"),
    ("quality",): ("quality", "rejected"),
}
_FACTS: Final = {"ge": "least", "gt": "above", "le": "most", "max_length": "limit"}


def _filled(text: str) -> str:
    if not has_visible(text):
        raise PydanticCustomError("empty", "nothing but white space")
    return text


def _currency(code: str) -> str:
    if not is_currency(code):
        raise PydanticCustomError("unknown-currency", "no ISO 4217 currency")
    return code


_Language = Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", max_length=35)]


_Filled = AfterValidator(_filled)
_Name = Annotated[str, Field(min_length=1, max_length=100), _Filled]
_Warning = Annotated[str, Field(min_length=1, max_length=1_000), _Filled]
_Guidelines = Annotated[str, Field(min_length=1, max_length=50_000), _Filled]


_Percent = Annotated[int, Field(ge=0, le=100)]


def _once_each(codes: list[str]) -> list[str]:
    if len(set(codes)) < len(codes):
        raise PydanticCustomError("duplicate-key", "a code stands twice")
    return codes


_Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=32)]
_Rubric = Annotated[list[_Code], Field(min_length=1, max_length=12), AfterValidator(_once_each)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class PayTerms(_Strict):
    """Money per task; exact in the currency's minor units."""

    per_task: str
    currency: Annotated[str, AfterValidator(_currency)]

    @property
    def minor(self) -> int:
        """The money per task in minor units."""
        return _money(self.per_task, self.currency).minor

    @model_validator(mode="after")
    def _exact(self) -> "PayTerms":
        _above_zero(self.per_task, self.currency)
        return self


class Quality(_Strict):
    """What part of the pay a verdict leaves, in percent; accepted work earns all of it."""

    accepted_with_fix: _Percent = 80
    rejected: _Percent = 0

    @model_validator(mode="after")
    def _in_order(self) -> "Quality":
        if self.rejected > self.accepted_with_fix:
            most = {"le": self.accepted_with_fix}
            raise PydanticCustomError("out-of-range", "more than for better work", most)
        return self


class Client(_Strict):
    """What the client pays for a rating, and for how many days it may refuse one."""

    confirm_days: Annotated[int, Field(ge=1, le=60)] | None = None
    price: str | None = None


def _above_zero(text: str, currency: str) -> Money:
    found = _money(text, currency)
    if not 0 < found.minor <= _MOST_MINOR:
        raise PydanticCustomError("out-of-range", "not above zero, or too much")
    return found


def _money(text: str, currency: str) -> Money:
    # In a file of this kind numbers are in ASCII, and the sign before decimals is a point.
    if not text.isascii() or not text.strip():
        raise PydanticCustomError("bad-amount", "no decimal number")
    found = read_amount(text, currency, mark=".")
    if isinstance(found, Money):
        return found
    raise PydanticCustomError(found.code, "no amount", found.facts)


class ProjectFile(_Strict):
    """What a coordinator writes to make a project."""

    key: Annotated[str, Field(pattern=r"^[a-z0-9-]{2,40}$")]
    name: _Name
    scheme: Annotated[str, Field(min_length=1, max_length=60)] | dict[str, Any]
    guidelines: _Guidelines
    pay: PayTerms
    minutes_per_task: Annotated[float, Field(gt=0, le=600)]
    overlap: Annotated[int, Field(ge=1, le=20)] = 3
    confidence: ConfidenceField = None
    tasks_per_job: Annotated[int, Field(ge=1, le=20)] = 5
    review_days: Annotated[int, Field(ge=0, le=30)] = 3
    review_share: _Percent | None = None
    due_minutes: Annotated[int, Field(ge=1, le=10_080)] | None = None
    languages: Annotated[list[_Language], Field(max_length=50)] = Field(default_factory=list)
    level: Levels | None = None
    countries: CountryRule | None = None
    skills: Skills = Field(default_factory=list)
    skill: Skill | None = None
    requires: Requires | None = None
    most_jobs_a_day: Annotated[int, Field(ge=1, le=100)] | None = None
    reason: Literal["never", "always", "strong"] = "never"
    protect_content: bool = False
    content_warning: _Warning | None = None
    quality: Quality = Field(default_factory=Quality)
    flagged: _Percent = 100
    client: Client = Field(default_factory=Client)
    rubric: _Rubric = Field(default_factory=lambda: list(RUBRIC))
    training: Courses = Field(default_factory=list)
    exam: Courses = Field(default_factory=list)
    # Its questions are looked at elsewhere, one by one.
    check: list[Any] = Field(default_factory=list)
    reread: bool = True
    calls: CallsPart = Field(default_factory=CallsPart)

    @field_validator("level")
    @classmethod
    def _of_a_language(
        cls, levels: dict[str, str] | None, info: ValidationInfo
    ) -> dict[str, str] | None:
        # Languages that are wrong themselves are a fault of their own.
        if "languages" in info.data:
            require_languages(levels, info.data["languages"])
        return levels

    @model_validator(mode="after")
    def _exact(self) -> "ProjectFile":
        if self.client.price is not None:
            _above_zero(self.client.price, self.pay.currency)
        return self

    @property
    def client_price(self) -> Money | None:
        """What the client pays for a rating, where the file says so."""
        price = self.client.price
        return None if price is None else _money(price, self.pay.currency)

    @property
    def wanted(self) -> Wanted:
        """What the project asks of people besides its languages."""
        return wanted_of(self.level, self.countries, self.skills)

    @property
    def seconds_per_task(self) -> int:
        """The expected time for a task, in whole seconds."""
        return max(1, round(self.minutes_per_task * 60))


def read_project(data: bytes) -> ProjectFile | list[Fault]:
    """Return the project, or every fault with its line; never raises on what the bytes hold."""
    if len(data) > _MOST_BYTES:
        return [Fault(0, "", "too-large", {"limit": _MOST_BYTES, "size": len(data)})]
    document = read_yaml(data)
    if isinstance(document, Fault):
        return [document]
    if document.faults:
        return document.faults
    if not isinstance(document.value, dict):
        return [Fault(1, "", "wrong-type", {"expected": "object"})]
    try:
        return ProjectFile.model_validate(document.value)
    except ValidationError as error:
        return _faults(error, document)


def _faults(error: ValidationError, document: Document) -> list[Fault]:
    faults: list[Fault] = []
    for detail in error.errors(include_url=False):
        fault = _fault(detail, document)
        if fault not in faults:  # each branch of a union complains
            faults.append(fault)
    return sorted(faults, key=lambda fault: fault.line)


def _fault(detail: ErrorDetails, document: Document) -> Fault:
    kind = detail["type"]
    path = tuple(str(part) for part in detail["loc"])
    if kind in _AMOUNT_FAULTS:
        path = _MEANT.get(path, path)
    # The branch of a union is named in the path but stands nowhere in the file.
    while kind != "missing" and path not in document.lines:
        path = path[:-1]
    place = path
    while place not in document.lines:
        place = place[:-1]
    facts = {
        _FACTS.get(key, key): f"{value:g}" if isinstance(value, float) else value
        for key, value in (detail.get("ctx") or {}).items()
        if isinstance(value, (str, int, float))
    }
    form = FORMS.get(str(facts.pop("pattern", "")).strip("^$"))
    if form is not None:
        facts["expected"] = form
    # A text of several lines begins behind the line of its field.
    line = document.lines[place] + int(facts.pop("row", 0))
    return Fault(line, ".".join(path)[:200], _CODES.get(kind, "wrong-type"), facts)
