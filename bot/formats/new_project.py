"""From a project file to what the hall stores."""

from collections.abc import Mapping
from typing import Any

from bot.domain.learning import Learning
from bot.domain.main_question import main_question
from bot.domain.money import Money
from bot.domain.overlap import Sureness, usual
from bot.domain.pay_terms import PayTerms
from bot.domain.projects import NewProject, Offerings
from bot.domain.requirements_reading import parsed
from bot.domain.scheme_body import scheme_from
from bot.formats.project_confidence import sureness_of
from bot.formats.project_file import ProjectFile, read_project
from bot.formats.project_learning import read_check
from bot.formats.project_scheme import read_project_scheme
from bot.formats.records import Fault


def new_project(
    data: bytes, own: Mapping[str, dict[str, Any]] | None = None, hall: Sureness | None = None
) -> NewProject | list[Fault]:
    """What the file says, or every fault in it; it can name `own` schemes of the hall.

    How sure answers are to be is as in the `hall` where the file does not say it.
    """
    found, check = read_project(data), read_check(data)
    scheme = read_project_scheme(data, own or {})
    if isinstance(found, list) or isinstance(check, list) or isinstance(scheme, list):
        parts = (found, check, scheme)
        faults = {str(one): one for part in parts if isinstance(part, list) for one in part}
        return sorted(faults.values(), key=lambda fault: fault.line)
    asked = main_question(scheme_from(scheme))
    sureness = usual(found.overlap, hall) if asked is not None else None
    offer = Offerings(
        pay=Money(found.pay.minor, found.pay.currency),
        overlap=found.overlap,
        tasks_per_job=found.tasks_per_job,
        seconds_per_task=found.seconds_per_task,
        review_days=found.review_days,
        due_minutes=found.due_minutes,
        languages=tuple(found.languages),
        protect_content=found.protect_content,
        content_warning=found.content_warning,
        pay_terms=_pay_terms(found),
        rubric=tuple(found.rubric),
        client_price=found.client_price,
        learning=Learning(tuple(found.training), tuple(found.exam), check, found.reread),
        wanted=found.wanted,
        requires=None if found.requires is None else parsed(found.requires),
        most_jobs_a_day=found.most_jobs_a_day,
        cards=found.calls.rules,
        skill=found.skill,
        confidence=sureness_of(found.confidence, sureness),
        review_share=found.review_share,
    )
    return NewProject(found.key, found.name, scheme, found.guidelines, offer)


def _pay_terms(found: ProjectFile) -> PayTerms:
    return PayTerms(
        fixed_percent=found.quality.accepted_with_fix, rejected_percent=found.quality.rejected,
        flag_percent=found.flagged, confirm_days=found.client.confirm_days,
    )  # fmt: skip
