"""The answer of a task: weighed anew with each vote that comes or goes, and what follows from it.

Here a task asks for one more rating, goes to an expert or to the coordinator, or is decided.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.confidence import Weighed, weigh
from bot.domain.main_question import label_count, main_question, vote_of
from bot.domain.overlap import Asks, Filled, Step, next_step
from bot.domain.projects import Project
from bot.domain.review_sampling import disagree
from bot.domain.schemes import Question, QuestionKind
from bot.domain.tasks import TaskState
from bot.domain.tiers import EXPERT_TIER, skill_of
from bot.effects.touch_call import touch_calls
from storage import answers, expert_queue, projects, review_queue, tasks
from storage.answers import Answer, StandingVote, Weighable
from storage.database import Tx

_BY_ID = (QuestionKind.pick, QuestionKind.rank)


async def weigh_answer(tx: Tx, task_id: int, now: datetime) -> None:
    """As `weigh_answers`, for one task."""
    project_id = (await tasks.by_id(tx, task_id)).project_id
    await weigh_answers(tx, project_id, [task_id], now=now)


async def weigh_answers(
    tx: Tx, project_id: int, task_ids: Sequence[int], *, now: datetime
) -> None:
    """Make the answers of these tasks anew from the votes that stand; tasks move on by them.

    The project is kept to this transaction. Tasks with a known answer are passed over.
    """
    found = await answers.to_weigh(tx, task_ids)
    if not found:
        return
    project = await projects.by_id(tx, project_id)
    question = main_question(project.scheme)
    made, opened = [], False
    for task in found:
        weighed, adjudicated = await _weighed(tx, question, task)
        sure = adjudicated or not weighed.ratings or _is_sure(project, weighed)
        asks, more = await _follow(tx, project, task, sure=sure)
        opened = opened or more
        if question is not None:
            made.append((task.row_id, _answer(task, project, weighed, adjudicated, asks)))
    await answers.put(tx, made, now=now)
    split = [answer.task_id for _, answer in made if disagree(answer.shares)]
    await review_queue.draw_disagreement(tx, split)
    if opened:
        await touch_calls(tx, project.id, now=now)


def _is_sure(project: Project, weighed: Weighed) -> bool:
    rule = project.offer.confidence
    return rule is None or weighed.is_sure(rule.target)


async def _weighed(tx: Tx, question: Question | None, task: Weighable) -> tuple[Weighed, bool]:
    """The answer by the votes, and whether it rests on who adjudicated instead."""
    if question is None:
        return Weighed(0), task.decided is not None
    votes = await _labels(tx, question, task)
    responses = len(task.votes[0].shown_order) if task.votes else 0
    count = label_count(question, responses)
    everybody = weigh([(label, vote.accuracy) for label, vote in votes], count)
    by_experts = [(label, vote.accuracy) for label, vote in votes if vote.adjudicates]
    said = task.decided or weigh(by_experts, count).label
    if said is None:
        return everybody, False
    share = everybody.shares.get(said, 0.0)
    return Weighed(everybody.ratings, said, share, everybody.shares), True


async def _labels(tx: Tx, question: Question, task: Weighable) -> list[tuple[str, StandingVote]]:
    responses: list[str] = []
    if question.kind in _BY_ID:
        content, _ = await tasks.text_of(tx, task.id)
        responses = [one.id for one in content.responses]
    found = []
    for vote in task.votes:
        scheme = await projects.scheme_of(tx, vote.version_id)
        asked = main_question(scheme)
        if asked is None or asked.id != question.id:
            continue  # an answer to something else, before the scheme changed
        label = vote_of(scheme, vote.answer, vote.shown_order, responses)
        if label is not None:
            found.append((label, vote))
    return found


async def _follow(
    tx: Tx, project: Project, task: Weighable, *, sure: bool
) -> tuple[Asks | None, bool]:
    """Move the task on; returns whom it waits for now, and whether a slot was opened."""
    if task.state is not TaskState.open:
        return None, False
    accepted = sum(vote.accepted for vote in task.votes)
    filled = Filled(task.overlap, task.open_slots, len(task.votes), accepted, sure)
    step = next_step(filled, project.offer.confidence)
    if step in (Step.more, Step.adjudicate) and await tasks.is_delivered(tx, task.id):
        step = Step.decide if accepted >= task.overlap else Step.wait
    if task.least_tier and sure:
        # Whoever fills a slot from here on need be no expert.
        await expert_queue.open_to_all(tx, task.id)
    if step is Step.decide:
        await tasks.set_state(tx, task.id, TaskState.decided)
    if step is Step.more:
        return None, await _open(tx, project, task)
    if step is Step.adjudicate:
        return await _adjudicate(tx, project, task)
    return (None if sure else task.asks), False


async def _adjudicate(tx: Tx, project: Project, task: Weighable) -> tuple[Asks, bool]:
    """One more rating by an expert, where there is one; the coordinator can always decide."""
    skill = skill_of(project.offer.skill)
    if not await answers.expert_for(tx, task.id, skill=skill, least=EXPERT_TIER):
        return Asks.coordinator, False
    return Asks.expert, await _open(tx, project, task, least_tier=EXPERT_TIER)


async def _open(tx: Tx, project: Project, task: Weighable, *, least_tier: int = 0) -> bool:
    await expert_queue.ask_for_more(tx, task.id, least_tier=least_tier)
    await projects.change_slots(tx, project.id, 1)
    return True


def _answer(
    task: Weighable, project: Project, weighed: Weighed, adjudicated: bool, asks: Asks | None
) -> Answer:
    return Answer(
        task_id=task.id, project_id=project.id, ratings=weighed.ratings, label=weighed.label,
        confidence=weighed.confidence, shares=weighed.shares, adjudicated=adjudicated,
        decided_by=task.decided_by, asks=asks,
    )  # fmt: skip
