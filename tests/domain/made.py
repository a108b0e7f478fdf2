"""Domain values for tests, each with plain defaults that a test overrides by name."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from bot.domain.calls import Call, CallState
from bot.domain.jobs import Job, JobState
from bot.domain.money import Money
from bot.domain.notices import Notice, NoticeState, Priority
from bot.domain.people import Arrival, Person, Standing
from bot.domain.projects import Offerings, Project, ProjectState, terms_of
from bot.domain.ratings import Assignment, RatingState
from bot.domain.scheme_body import scheme_from
from bot.domain.schemes import Scheme

NOW = datetime(2030, 1, 15, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)

PAIRWISE: dict[str, Any] = {
    "name": "pairwise",
    "responses": [2, 2],
    "questions": [
        {
            "id": "preference",
            "kind": "choice",
            "ask": {"en": "Which?", "ar": "أي؟"},
            "rows": [
                [
                    {"value": -3, "label": {"en": "A much better"}},
                    {"value": -1, "label": {"en": "A slightly"}},
                ],
                [
                    {"value": 0, "label": {"en": "Tie"}},
                    {"value": "both_bad", "label": {"en": "Both bad"}},
                ],
                [{"value": 3, "label": {"en": "B much better"}}],
            ],
        },
        {
            "id": "reason",
            "kind": "text",
            "ask": {"en": "Why?"},
            "min_words": 3,
            "when": {"question": "preference", "values": [-3, 3]},
        },
    ],
}


def scheme() -> Scheme:
    """Pairs, with a reason asked for when the preference is strong."""
    return scheme_from(PAIRWISE)


def person(**values: Any) -> Person:
    """A person in good standing who has arrived."""
    made = Person(
        id=1, telegram_id=11, name="Ada", language="en", zone="UTC", quiet_from=time(22),
        quiet_to=time(8), arrival=Arrival.done, standing=Standing.good, pause=None,
        paused_until=None, unreachable_since=None,
    )  # fmt: skip
    return replace(made, **values)


def offer(**values: Any) -> Offerings:
    """40 cents a task of 2 minutes, 5 tasks a job, each rated by 3."""
    made = Offerings(
        pay=Money(40, "USD"), overlap=3, tasks_per_job=5, seconds_per_task=120, review_days=3,
        due_minutes=None, languages=(), protect_content=False, content_warning=None,
    )  # fmt: skip
    return replace(made, **values)


def project(**values: Any) -> Project:
    """An open project that nobody has measured yet."""
    made = Project(
        id=1, key="pairs", name="Pairs", state=ProjectState.open, version_id=1, version=1,
        scheme=scheme(), guidelines="Choose.", offer=offer(), measured_jobs=0,
        measured_seconds=None,
    )  # fmt: skip
    return replace(made, **values)


def job(**values: Any) -> Job:
    """An active job of 5 tasks, claimed now and due in 30 minutes."""
    made = Job(
        id=1, number="K7WX3QDP", person_id=1, project_id=1, call_id=1, state=JobState.active,
        terms=terms_of(project(), 4), size=5, position=1, step=0, claimed_at=NOW,
        due_at=NOW + 30 * MINUTE, extended=False, reminders=0, last_act_at=NOW, submits_at=None,
        submitted_at=None, card_message_id=None,
    )  # fmt: skip
    return replace(made, **values)


def assignment(position: int = 1, **values: Any) -> Assignment:
    """An assignment that nothing was answered in."""
    made = Assignment(
        id=position, job_id=1, task_id=position, person_id=1, position=position,
        shown_order=(0, 1), state=RatingState.draft, values={}, written={}, note=None,
        active_seconds=0.0, held=True,
    )  # fmt: skip
    return replace(made, **values)


def call(**values: Any) -> Call:
    """A live call without a limit that nobody has taken a place of."""
    made = Call(id=1, number="C3D4F6G7", project_id=1, state=CallState.live, limit=None, taken=0)
    return replace(made, **values)


def notice(**values: Any) -> Notice:
    """A personal notice in flight for the first time."""
    made = Notice(
        id=1, number="N3M4K6H7", key="k", chat_id=11, thread_id=None, person_id=1, kind="plain",
        args={}, priority=Priority.personal, sound=False, state=NoticeState.sending,
        not_before=NOW, expires_at=None, attempts=0, repeated=False, edits=None, message_id=None,
    )  # fmt: skip
    return replace(made, **values)
