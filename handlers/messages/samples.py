"""The sample card: the very card of a job, over a task of the right shape, with nobody's work."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.jobs import Job, JobState
from bot.domain.money import Money
from bot.domain.projects import Offerings, Project, ProjectState, terms_of
from bot.domain.samples import TASK
from bot.domain.schemes import in_language
from bot.domain.tasks import Content, Response, Turn
from bot.effects.view_job import View
from bot.services import samples
from bot.services.samples import Shown
from handlers.callbacks import unpack
from handlers.context import Hall, Words
from handlers.messages import job
from handlers.messages.screen import Button, Row, Screen, button, lines, rows_of

_DUE = timedelta(minutes=30)


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The card or, once everything is answered, the summary; below it, other languages."""
    found = await samples.shown(hall.db, args["number"], by=args["person_id"])
    real = job.screen(hall, _view(hall, found))
    words = hall.words(args["language"])
    text = lines(words.rich("sample-head"), real.text, between="\n\n")
    rows = tuple(tuple(_harmless(one, found.number) for one in row) for row in real.rows)
    return replace(real, text=text, rows=(*rows, *_languages(hall, found), _leave(words, found)))


def _harmless(real: Button, number: str) -> Button:
    """The same button, which tells the sample and not a job what was tapped."""
    tap = unpack(real.data or "")
    return replace(real, data=button("", "tv", number, tap.verb, *tap.args[1:]).data)


def _languages(hall: Hall, found: Shown) -> tuple[Row, ...]:
    shown = hall.texts.closest(found.sample.language)
    others = [
        button(f"🌐 {hall.texts.name_of(one)}", "tz", found.number, one)
        for one in hall.texts.languages if one != shown
    ]  # fmt: skip
    return rows_of(others, 3)


def _leave(words: Words, found: Shown) -> Row:
    return (button(words("button-sample-leave"), "ty", found.number),)


def _view(hall: Hall, found: Shown) -> View:
    """What the card of a job is made of, as if the sample were one."""
    sample, now = found.sample, hall.clock.now()
    words = hall.words(sample.language)
    project = found.project or _nobodys(words, found)
    as_job = Job(
        id=0, number=found.number, person_id=found.person.id, project_id=project.id, call_id=None,
        state=JobState.active, terms=terms_of(project, hall.rules.pay.day.weekday), size=1,
        position=sample.position, step=0, claimed_at=now, due_at=now + _DUE, extended=False,
        reminders=0, last_act_at=now, submits_at=None, submitted_at=None, card_message_id=None,
        asked=sample.asked,
    )  # fmt: skip
    shown = (found.content or _made_up(words, found)) if sample.position == TASK else None
    person = replace(found.person, language=sample.language)
    return View(as_job, person, project, sample.scheme, [sample.assignment], shown)


def _nobodys(words: Words, found: Shown) -> Project:
    scheme = found.sample.scheme
    name = in_language(scheme.title, words.language) if scheme.title else scheme.name
    offer = Offerings(
        pay=Money(0, "USD"), overlap=1, tasks_per_job=1, seconds_per_task=60, review_days=0,
        due_minutes=None, languages=(), protect_content=False, content_warning=None,
    )  # fmt: skip
    return Project(
        id=0, key="sample", name=name, state=ProjectState.draft, version_id=0, version=1,
        scheme=scheme, guidelines="", offer=offer, measured_jobs=0, measured_seconds=None,
    )  # fmt: skip


def _made_up(words: Words, found: Shown) -> Content:
    """A task of the shape that the scheme takes."""
    sample = found.sample
    turns = [Turn("user", words("sample-prompt"))]
    for nth in range(1, sample.turns + 1):
        turns.append(Turn("assistant", words(f"sample-answer-{nth}")))
        if nth < sample.turns:
            turns.append(Turn("user", words("sample-prompt-more")))
    answers = range(1, sample.responses + 1)
    responses = [Response(str(nth), words(f"sample-answer-{nth}")) for nth in answers]
    return Content(tuple(turns), tuple(responses))
