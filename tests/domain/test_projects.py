"""Projects: the pace, the terms frozen at a claim, what is stored of both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.money import Money
from bot.domain.projects import (
    Offerings,
    Pace,
    ProjectState,
    Terms,
    pace,
    require_open,
    terms_of,
)
from bot.domain.refusal import Refused
from bot.domain.requirements import Requirement
from bot.domain.requirements_reading import parsed
from tests.domain.made import offer, project


@pytest.mark.parametrize(
    ("jobs", "seconds", "found"),
    [
        (0, None, Pace(120, 0)),
        (19, 60.0, Pace(120, 0)),
        (20, 60.0, Pace(60.0, 20)),
        (500, 75.5, Pace(75.5, 500)),
        (20, None, Pace(120, 0)),
        (20, 0.0, Pace(120, 0)),
    ],
)
def test_the_estimate_ends_with_twenty_measured_jobs(
    jobs: int, seconds: float | None, found: Pace
) -> None:
    assert pace(project(measured_jobs=jobs, measured_seconds=seconds)) == found


def test_the_terms_say_what_was_promised_and_on_what_basis() -> None:
    terms = terms_of(project(version_id=7, measured_jobs=34, measured_seconds=90.0), 4)
    assert terms.pay == Money(40, "USD")
    assert terms.hourly == Money(1600, "USD")
    assert (terms.project_version_id, terms.seconds_per_task, terms.measured) == (7, 90.0, 34)


@given(
    minor=st.integers(1, 10**6),
    seconds=st.integers(1, 10**5),
    days=st.integers(1, 60),
    due=st.none() | st.integers(1, 1440),
    languages=st.lists(st.sampled_from(["en", "ar", "pt-BR"]), unique=True).map(tuple),
    protect=st.booleans(),
    warning=st.none() | st.text(max_size=20),
    requires=st.sampled_from([None, parsed('language de and not member -1 "Pool"')]),
    jobs=st.none() | st.integers(1, 100),
)
def test_what_is_stored_of_an_offer_and_of_terms_comes_back_as_it_was(
    minor: int, seconds: int, days: int, due: int | None, languages: tuple[str, ...],
    protect: bool, warning: str | None, requires: Requirement | None, jobs: int | None,
) -> None:  # fmt: skip
    made = offer(
        pay=Money(minor, "JPY"), seconds_per_task=seconds, review_days=days, due_minutes=due,
        languages=languages, protect_content=protect, content_warning=warning,
        requires=requires, most_jobs_a_day=jobs,
    )  # fmt: skip
    assert Offerings.from_json(made.to_json()) == made
    terms = terms_of(project(offer=made), 4)
    assert Terms.from_json(terms.to_json()) == terms


def test_only_an_open_project_takes_work() -> None:
    require_open(project())
    for state in (ProjectState.draft, ProjectState.paused, ProjectState.closed):
        with pytest.raises(Refused, match=f"project-{state}"):
            require_open(project(state=state))
