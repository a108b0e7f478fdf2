"""Projects: a scheme, guidelines, pay terms; versions never change, terms freeze at claim."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from bot.domain.card_rules import CardRules
from bot.domain.learning import Learning
from bot.domain.money import Money, hourly
from bot.domain.overlap import Sureness
from bot.domain.pay_terms import RUBRIC, PayTerms
from bot.domain.profiles import Wanted
from bot.domain.refusal import Refused
from bot.domain.requirements import Requirement, text
from bot.domain.requirements_reading import parsed
from bot.domain.schemes import Scheme

ESTIMATE_ENDS_AT = 20  # jobs: no estimate outlives as many measured ones


class ProjectState(StrEnum):
    """Whether a project takes work."""

    draft = "draft"
    open = "open"
    paused = "paused"
    closed = "closed"


@dataclass(frozen=True, slots=True)
class Offerings:
    """What one version of a project offers and asks: the terms of every job claimed under it.

    `client_price` is what the client pays for one accepted rating, for the margin. `requires`
    is asked besides the languages and what is `wanted`. Its ratings speak for the tier in `skill`,
    none meaning the general one. Of a hundred of them `review_share` are drawn for review.
    Without `confidence` the overlap is fixed.
    """

    pay: Money
    overlap: int
    tasks_per_job: int
    seconds_per_task: int
    review_days: int
    due_minutes: int | None
    languages: tuple[str, ...]
    protect_content: bool
    content_warning: str | None
    pay_terms: PayTerms = field(default_factory=PayTerms)
    rubric: tuple[str, ...] = RUBRIC
    client_price: Money | None = None
    learning: Learning = field(default_factory=Learning)
    wanted: Wanted = field(default_factory=Wanted)
    requires: Requirement | None = None
    most_jobs_a_day: int | None = None
    cards: CardRules = field(default_factory=CardRules)
    skill: str | None = None
    confidence: Sureness | None = None
    review_share: int | None = None

    def to_json(self) -> dict[str, Any]:
        """The mapping that is stored."""
        return {
            "pay_minor": self.pay.minor,
            "currency": self.pay.currency,
            "overlap": self.overlap,
            "tasks_per_job": self.tasks_per_job,
            "seconds_per_task": self.seconds_per_task,
            "review_days": self.review_days,
            "due_minutes": self.due_minutes,
            "languages": list(self.languages),
            "protect_content": self.protect_content,
            "content_warning": self.content_warning,
            "pay_terms": self.pay_terms.to_json(),
            "rubric": list(self.rubric),
            "client_minor": self.client_price.minor if self.client_price else None,
            "learning": self.learning.to_json(),
            "wanted": self.wanted.to_json(),
            "requires": None if self.requires is None else text(self.requires),
            "most_jobs_a_day": self.most_jobs_a_day,
            "cards": self.cards.to_json(),
            "skill": self.skill,
            "confidence": self.confidence.to_json() if self.confidence else None,
            "review_share": self.review_share,
        }

    @classmethod
    def from_json(cls, body: dict[str, Any]) -> "Offerings":
        """The offerings of a stored mapping."""
        return cls(
            pay=Money(body["pay_minor"], body["currency"]),
            overlap=body["overlap"],
            tasks_per_job=body["tasks_per_job"],
            seconds_per_task=body["seconds_per_task"],
            review_days=body["review_days"],
            due_minutes=body["due_minutes"],
            languages=tuple(body["languages"]),
            protect_content=body["protect_content"],
            content_warning=body["content_warning"],
            pay_terms=PayTerms.from_json(body.get("pay_terms")),
            rubric=tuple(body.get("rubric", RUBRIC)),
            client_price=_price(body.get("client_minor"), body["currency"]),
            learning=Learning.from_json(body.get("learning")),
            wanted=Wanted.from_json(body.get("wanted")),
            requires=parsed(written) if (written := body.get("requires")) else None,
            most_jobs_a_day=body.get("most_jobs_a_day"),
            cards=CardRules.from_json(body.get("cards")),
            skill=body.get("skill"),
            confidence=Sureness.from_json(body.get("confidence")),
            review_share=body.get("review_share"),
        )


def _price(minor: int | None, currency: str) -> Money | None:
    return None if minor is None else Money(minor, currency)


@dataclass(frozen=True, slots=True)
class Project:
    """A project in its current version, and what was measured on it."""

    id: int
    key: str
    name: str
    state: ProjectState
    version_id: int
    version: int
    scheme: Scheme
    guidelines: str
    offer: Offerings
    measured_jobs: int
    measured_seconds: float | None


@dataclass(frozen=True, slots=True)
class NewProject:
    """What a project file says, in the words of the domain; `scheme` is the mapping to store."""

    key: str
    name: str
    scheme: dict[str, Any]
    guidelines: str
    offer: Offerings


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds a task takes; `measured` jobs behind the figure, 0 for an estimate."""

    seconds_per_task: float
    measured: int


def pace(project: Project) -> Pace:
    """How long one task takes: measured once 20 jobs are there, else the estimate."""
    if project.measured_jobs >= ESTIMATE_ENDS_AT and project.measured_seconds:
        return Pace(project.measured_seconds, project.measured_jobs)
    return Pace(project.offer.seconds_per_task, 0)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a person was promised at the claim; frozen on the job."""

    project_version_id: int
    pay: Money
    hourly: Money
    seconds_per_task: float
    measured: int
    review_days: int
    protect_content: bool
    pay_terms: PayTerms = field(default_factory=PayTerms)

    def to_json(self) -> dict[str, Any]:
        """The mapping that is stored with the job."""
        return {
            "project_version_id": self.project_version_id,
            "pay_minor": self.pay.minor,
            "currency": self.pay.currency,
            "hourly_minor": self.hourly.minor,
            "seconds_per_task": self.seconds_per_task,
            "measured": self.measured,
            "review_days": self.review_days,
            "protect_content": self.protect_content,
            "pay_terms": self.pay_terms.to_json(),
        }

    @classmethod
    def from_json(cls, body: dict[str, Any]) -> "Terms":
        """The terms of a stored job."""
        return cls(
            project_version_id=body["project_version_id"],
            pay=Money(body["pay_minor"], body["currency"]),
            hourly=Money(body["hourly_minor"], body["currency"]),
            seconds_per_task=body["seconds_per_task"],
            measured=body["measured"],
            review_days=body["review_days"],
            protect_content=body["protect_content"],
            pay_terms=PayTerms.from_json(body.get("pay_terms")),
        )


def terms_of(project: Project, pay_weekday: int) -> Terms:
    """The terms under which a job of this project is claimed now, in a hall with that pay day."""
    speed = pace(project)
    return Terms(
        project_version_id=project.version_id,
        pay=project.offer.pay,
        hourly=hourly(project.offer.pay, speed.seconds_per_task),
        seconds_per_task=speed.seconds_per_task,
        measured=speed.measured,
        review_days=project.offer.review_days,
        protect_content=project.offer.protect_content,
        pay_terms=replace(project.offer.pay_terms, pay_weekday=pay_weekday),
    )


def require_open(project: Project) -> None:
    """Refuse work on a project that is not open."""
    if project.state is not ProjectState.open:
        raise Refused(f"project-{project.state}", project=project.name)


def require_callable(project: Project) -> None:
    """Refuse a call of a project that is not open, to who can open it."""
    if project.state is ProjectState.paused:
        raise Refused("project-paused-call", project=project.name)
    require_open(project)
