"""Sample cards: how a scheme looks and feels before anybody rates by it; nothing is rated."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.domain import samples
from bot.domain.awaiting import AwaitedText
from bot.domain.people import Person, require_coordinator
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.samples import Sample
from bot.domain.tasks import Content
from bot.effects.find_project import coordinated
from bot.layout import lay_out
from storage import awaited_texts, people, projects, scheme_drafts, tasks
from storage.database import Database, Tx

TOPIC = "sample-words"

Back = tuple[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A sample card with who looks at it, and the task and the project where it is of one."""

    number: str
    sample: Sample
    person: Person
    content: Content | None
    project: Project | None


async def begin(
    db: Database, body: Mapping[str, Any], *, by: int, back: Back, now: datetime
) -> str:
    """A sample card of the scheme, with a task made up for it; returns its number."""
    async with db.begin() as tx:
        person = await people.by_id(tx, by)
        require_coordinator(person)
        return await _put(tx, person, samples.begun(body, person.language, back), now)


async def begin_of_project(db: Database, key: str, *, by: int, back: Back, now: datetime) -> str:
    """A sample card of the project's scheme, with its first task where that fits one message."""
    async with db.begin() as tx:
        project = await coordinated(tx, key, by)
        person = await people.by_id(tx, by)
        body = await projects.scheme_body_of(tx, project.version_id)
        task = await _first_that_fits(tx, project)
        made = samples.begun(
            body, person.language, back, project_id=project.id,
            task_id=task[0] if task else None, shown=_shape(task[1]) if task else None,
        )  # fmt: skip
        return await _put(tx, person, made, now)


async def begin_of_task(
    db: Database, key: str, content: Content, *, by: int, back: Back, now: datetime
) -> str:
    """A sample card of the project's scheme with a task that is not published yet.

    Where that does not fit one message, or shows an image, a task is made up.
    """
    async with db.begin() as tx:
        project = await coordinated(tx, key, by)
        person = await people.by_id(tx, by)
        body = await projects.scheme_body_of(tx, project.version_id)
        fits = lay_out(content, tuple(range(len(content.responses)))).is_single
        shown = content if fits and not content.images else None
        made = samples.begun(
            body, person.language, back, project_id=project.id, content=shown,
            shown=_shape(shown) if shown else None,
        )  # fmt: skip
        return await _put(tx, person, made, now)


def _shape(content: Content) -> tuple[int, int]:
    return len(content.responses), content.assistant_turns


async def _first_that_fits(tx: Tx, project: Project) -> tuple[int, Content] | None:
    for task in await tasks.in_project(tx, project.id, after=0, limit=1):
        content, _ = await tasks.text_of(tx, task.id)
        if lay_out(content, tuple(range(len(content.responses)))).is_single:
            return task.id, content
    return None


async def _put(tx: Tx, person: Person, sample: Sample, now: datetime) -> str:
    number = await scheme_drafts.put_sample(tx, person.id, sample, now=now)
    await _listen(tx, person.id, number, sample, now)
    return number


async def _listen(tx: Tx, person_id: int, number: str, sample: Sample, now: datetime) -> None:
    """A message goes to the sample while it asks for one, and not any longer."""
    if sample.awaits is not None:
        args = {"number": number, "back": list(sample.back)}
        await awaited_texts.put(tx, person_id, TOPIC, args, card_id=None, now=now)
        return
    asked = await awaited_texts.of_person(tx, person_id)
    if asked is not None and asked.topic == TOPIC:
        await awaited_texts.drop(tx, person_id)


async def _mine(tx: Tx, number: str, by: int) -> Sample:
    found = await scheme_drafts.sample(tx, by)
    if found is None or found[0] != number:
        raise Refused("sample-gone")
    return found[1]


async def shown(db: Database, number: str, *, by: int) -> Shown:
    """The sample card as it is now; refused once another one was begun."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        require_coordinator(person)
        sample = await _mine(tx, number, by)
        project = content = None
        if sample.project_id is not None:
            project = await projects.by_id(tx, sample.project_id)
            require_coordinator(person, project.id)
        if sample.content is not None:
            content = Content.from_json(sample.content)
        elif sample.task_id is not None:
            if not await tasks.is_there(tx, sample.task_id):
                raise Refused("sample-gone")  # its file was taken back
            content, _ = await tasks.text_of(tx, sample.task_id)
        return Shown(number, sample, person, content, project)


async def change(
    db: Database, number: str, how: Callable[[Sample], Sample], *, by: int, cause: str,
    now: datetime,
) -> Sample:  # fmt: skip
    """The sample card after a tap, by a pure function."""
    async with db.begin(cause) as tx:
        require_coordinator(await people.by_id(tx, by))
        sample = how(await _mine(tx, number, by))
        await scheme_drafts.change_sample(tx, by, sample, now=now)
        await _listen(tx, by, number, sample, now)
        return sample


async def write(
    db: Database, asked: AwaitedText, text: str, *, message_id: int, cause: str, now: datetime
) -> Sample:
    """The sample card after a message in answer to its question."""

    def how(sample: Sample) -> Sample:
        return samples.written(sample, message_id, text)

    number = asked.args["number"]
    return await change(db, number, how, by=asked.person_id, cause=cause, now=now)


async def speak(
    db: Database, number: str, language: str, *, by: int, cause: str, now: datetime
) -> Sample:
    """The sample card in another language of the hall."""

    def how(sample: Sample) -> Sample:
        return replace(sample, language=language)

    return await change(db, number, how, by=by, cause=cause, now=now)
