"""Tasks whose ratings are in without a sure answer, and a coordinator who decides one."""

from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from bot.domain.main_question import main_question
from bot.domain.people import require_coordinator
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.schemes import Question, QuestionKind
from bot.domain.tasks import Content, TaskState
from bot.effects.find_project import coordinated
from bot.effects.record import record
from bot.effects.touch_call import touch_calls
from bot.effects.weigh_answer import weigh_answer
from storage import answers, people, projects, tasks
from storage.answers import Answer
from storage.database import Database, Tx


@dataclass(frozen=True, slots=True)
class Unsure:
    """A task that waits for somebody to say its answer."""

    task_id: int
    external_id: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the tasks of a project that wait, of so many."""

    project: Project
    found: list[Unsure]
    count: int


@dataclass(frozen=True, slots=True)
class Card:
    """One of them: what it shows, what people answered, and the labels that can be its answer."""

    project: Project
    task: Unsure
    content: Content
    question: Question
    labels: tuple[str, ...]

    @property
    def sign(self) -> int:
        """A number that changes with the ratings, and with what stands at which place."""
        return crc32(repr((self.task.answer.ratings, self.labels)).encode())


async def listed(db: Database, key: str, *, by: int, page: int, size: int) -> Page:
    """A page of the project's tasks that wait, those for the coordinator first."""
    async with db.read() as tx:
        project = await coordinated(tx, key, by)
        count = await answers.count_waiting(tx, project.id)
        ids = await answers.waiting(tx, project.id, skip=page * size, most=size)
        return Page(project, [await _unsure(tx, one) for one in ids], count)


async def card(db: Database, task_id: int, *, by: int) -> Card:
    """One of them with its text; refused where it waits no more."""
    async with db.read() as tx:
        return await _card(tx, task_id, by)


async def decide(
    db: Database, task_id: int, *, place: int, sign: int, by: int, cause: str, now: datetime
) -> Project:  # fmt: skip
    """The label at that place is the answer of the task, whoever was waited for; decided once.

    Refused where the card has another `sign` by now. A rating that an expert has begun stays,
    and is paid like any other.
    """
    async with db.begin(cause) as tx:
        project = (await _card(tx, task_id, by)).project
        await projects.lock(tx, project.id)
        found = await _card(tx, task_id, by)
        if sign != found.sign or not 0 <= place < len(found.labels):
            raise Refused("stale-button")
        label = found.labels[place]
        await _close_slot(tx, project, task_id, now)
        await answers.settle(tx, task_id, label=label, by=by, now=now)
        after = {"project": project.key, "label": label}
        await record(tx, "answer-decided", f"task:{task_id}", by=by, now=now, after=after)
        await weigh_answer(tx, task_id, now)
        return project


async def _close_slot(tx: Tx, project: Project, task_id: int, now: datetime) -> None:
    task = await tasks.by_id(tx, task_id)
    if task.open_slots:
        usable = await tasks.change_slots(tx, [task_id], -1)
        await tasks.lower_overlap(tx, task_id)
        await projects.change_slots(tx, project.id, -usable)
        await touch_calls(tx, project.id, now=now)


async def _unsure(tx: Tx, task_id: int) -> Unsure:
    answer = await answers.of_task(tx, task_id)
    if answer is None:
        raise Refused("answer-settled")
    return Unsure(task_id, (await tasks.by_id(tx, task_id)).external_id, answer)


async def _card(tx: Tx, task_id: int, by: int) -> Card:
    person = await people.by_id(tx, by)
    require_coordinator(person)
    if not await tasks.is_there(tx, task_id):
        raise Refused("answer-settled")
    task = await tasks.by_id(tx, task_id)
    require_coordinator(person, task.project_id)
    found = await _unsure(tx, task_id)
    project = await projects.by_id(tx, task.project_id)
    question = main_question(project.scheme)
    waits = task.state is TaskState.open and found.answer.asks is not None
    if question is None or not waits:
        raise Refused("answer-settled")
    return Card(project, found, task.content, question, _labels(question, task.content, found))


def _labels(question: Question, content: Content, found: Unsure) -> tuple[str, ...]:
    """What the coordinator chooses among: every option, or of a ranking what was answered."""
    if question.kind == QuestionKind.choice:
        return tuple(str(one.value) for one in question.options)
    if question.kind == QuestionKind.pick:
        return tuple(one.id for one in content.responses)
    shares = found.answer.shares
    return tuple(sorted(shares, key=lambda one: (-shares[one], one)))
