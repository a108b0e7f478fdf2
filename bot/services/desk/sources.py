"""Everything that can wait for somebody who runs the hall: one small function for each."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.domain.appeals import may_decide
from bot.domain.desk import BEGUN, DOUBT_DAYS, FEW_JOBS, Matter, Waiting
from bot.domain.places import Hindrance
from bot.domain.projects import ProjectState
from bot.services.desk.view import View, of_projects
from storage import (
    answers,
    appeals,
    broadcasts,
    chats,
    desk,
    desk_begun,
    desk_pay,
    gold_desk,
    project_drafts,
    questions,
    schedules,
    scheme_drafts,
    second_reviews,
    step_drafts,
    unmeasured,
)
from storage.database import Tx

Source = Callable[[Tx, View], Awaitable[list[Waiting]]]
# How long somebody is reminded of a week below the floor: until the next one is looked at.
_WEEK = timedelta(days=7)


async def _reviews(tx: Tx, view: View) -> list[Waiting]:
    found = await desk.to_review(tx, view.person.id, view.judged)
    return of_projects(Matter.reviews, found, view.judged)


async def _disputes(tx: Tx, view: View) -> list[Waiting]:
    found = await desk.to_decide(tx, view.person.id, view.judged)
    return of_projects(Matter.disputes, found, view.judged, numbered=True)


async def _doubts(tx: Tx, view: View) -> list[Waiting]:
    """Verdicts that fell in the second look; the first of them is opened."""
    found = await second_reviews.doubted(tx, view.person.id, view.coordinated)
    given = [one.given_at for one in found if one.given_at is not None]
    if not found:
        return []
    due = min(given) + timedelta(days=DOUBT_DAYS)
    return [Waiting(Matter.doubts, len(found), due, found[0].number)]


async def _questions(tx: Tx, view: View) -> list[Waiting]:
    mine = await questions.owned(tx, view.person.id)
    if not mine:
        return []
    key = mine[0].number if len(mine) == 1 else ""
    return [Waiting(Matter.questions, len(mine), mine[0].reply_by, key)]


async def _late_questions(tx: Tx, view: View) -> list[Waiting]:
    if not view.person.is_admin:
        return []
    found = await desk.late_questions(tx, view.person.id, view.now)
    return [_one_or_list(Matter.late_questions, found)]


def _one_or_list(matter: Matter, found: desk.Found) -> Waiting:
    """It opens the only one there is, else the list of them."""
    return Waiting(matter, found.count, found.due, found.number if found.count == 1 else "")


async def _appeals(tx: Tx, view: View) -> list[Waiting]:
    if not view.person.may_arbitrate:
        return []
    mine = [
        one
        for one in await appeals.waiting(tx)
        if may_decide(view.person, one.step_by, one.person_id)
    ]
    if not mine:
        return []
    first = min(mine, key=lambda one: one.decide_by)
    key = first.number if len(mine) == 1 else ""
    return [Waiting(Matter.appeals, len(mine), first.decide_by, key)]


async def _held(tx: Tx, view: View) -> list[Waiting]:
    if not view.person.is_admin:
        return []
    found = await desk.held_refusals(tx, view.person.id)
    return of_projects(Matter.held, found, view.coordinated, numbered=True)


async def _deliver(tx: Tx, view: View) -> list[Waiting]:
    """Only where a client is to speak: nobody else waits for a batch to be delivered."""
    with_client = {
        which: one
        for which, one in view.coordinated.items()
        if one.offer.pay_terms.confirm_days is not None
    }
    ready = await desk.ready_batches(tx, with_client, view.now)
    one_each = [one for one in ready if one.count == 1]
    several = [one for one in ready if one.count > 1]
    return [
        *of_projects(Matter.deliver, one_each, with_client, numbered=True),
        *of_projects(Matter.deliver, several, with_client),
    ]


async def _applicants(tx: Tx, view: View) -> list[Waiting]:
    if not view.person.is_admin:
        return []
    return [_one_or_list(Matter.applicants, await desk.applicants(tx, view.person.id))]


async def _proposals(tx: Tx, view: View) -> list[Waiting]:
    if not view.person.is_admin:
        return []
    return [_one_or_list(Matter.proposals, await desk.proposed(tx, view.person.id))]


async def _unsent(tx: Tx, view: View) -> list[Waiting]:
    if not view.person.is_admin:
        return []
    return [Waiting(Matter.unsent, await desk.unsent(tx, view.person.id))]


async def _pay(tx: Tx, view: View) -> list[Waiting]:
    if not view.person.is_admin:
        return []
    return [
        Waiting(matter, one.count, one.due if dated else None, one.number)
        for matter, found, dated in (
            (Matter.pay_trouble, await desk_pay.troubled(tx), False),
            (Matter.pay_file, await desk_pay.unfiled(tx, view.now), True),
            (Matter.pay_mark, await desk_pay.unmarked(tx), True),
            (Matter.pay_sent, await desk_pay.overdue(tx, view.now), True),
            (Matter.pay_method, await desk_pay.without_method(tx, view.now), False),
        )
        for one in found
    ]


async def _floor(tx: Tx, view: View) -> list[Waiting]:
    mine = {one.key: one for one in view.coordinated.values()}
    return [
        Waiting(Matter.floor, people, None, f"{key}/{week[:10].replace('-', '')}", mine[key].name)
        for key, week, people in await desk_pay.below_floor(tx, view.now - _WEEK)
        if key in mine and people > 0
    ]


async def _places(tx: Tx, view: View) -> list[Waiting]:
    """Groups in which a call stands that nobody sees any more, and those that lost the right."""
    lost = 0
    for chat in await chats.everything(tx):
        hindrance = chat.rights.hindrance
        if not chat.registered or hindrance is None:
            continue
        here = await chats.projects_in(tx, chat.id)
        muted = view.everywhere and hindrance is not Hindrance.gone
        lost += muted or bool(here & set(view.coordinated))
    return [Waiting(Matter.places, lost)]


async def _gold(tx: Tx, view: View) -> list[Waiting]:
    """Known answers that are in doubt."""
    found = await gold_desk.suspended_in(tx, view.coordinated)
    doubted = [desk.Found(count, None, which) for which, count in found.items()]
    return of_projects(Matter.gold, doubted, view.coordinated)


async def _pulled(tx: Tx, view: View) -> list[Waiting]:
    found = await desk.pulled(tx, view.coordinated)
    return of_projects(Matter.pulled, found, view.coordinated)


async def _unsure(tx: Tx, view: View) -> list[Waiting]:
    """Tasks on whose answer people did not agree, and that no expert is asked about."""
    found = [
        desk.Found(count, None, which)
        for which, count in (await answers.for_coordinators(tx, view.coordinated)).items()
    ]
    return of_projects(Matter.unsure, found, view.coordinated)


async def _unmeasured(tx: Tx, view: View) -> list[Waiting]:
    """Projects that the nightly run could not measure."""
    found = await unmeasured.among(tx, view.coordinated)
    mine = ((view.coordinated[which], why) for which, why in found.items())
    return [Waiting(Matter.unmeasured, 1, None, one.key, one.name, why=why) for one, why in mine]


async def _stocks(tx: Tx, view: View) -> list[Waiting]:
    """Projects with work and no call, with a call and little work, and those without any task."""
    found = []
    for one in await desk.stocks(tx, view.coordinated):
        project = view.coordinated[one.project_id]
        jobs = -(-one.open_slots // project.offer.tasks_per_job)
        if one.state is ProjectState.draft and one.created_at > view.now - BEGUN:
            found.append(Waiting(Matter.empty, 1, None, project.key, project.name))
        if one.state is not ProjectState.open or not jobs:
            continue
        if not one.called and not one.planned:
            found.append(Waiting(Matter.uncalled, jobs, None, project.key, project.name))
        elif one.called and jobs < FEW_JOBS:
            found.append(Waiting(Matter.few, jobs, None, project.key, project.name))
    return found


async def _plans(tx: Tx, view: View) -> list[Waiting]:
    """Planned calls that did not go out the last time."""
    return [
        Waiting(Matter.plan, 1, None, one.number, view.coordinated[one.project_id].name)
        for one in await schedules.kept(tx)
        if one.skipped is not None and one.project_id in view.coordinated
    ]


async def _begun(tx: Tx, view: View) -> list[Waiting]:
    """What the person began and left."""
    by, since = view.person.id, view.now - BEGUN
    found = [
        Waiting(Matter.file, 1, None, one.number, one.name)
        for one in await desk_begun.staged_files(tx, by, since)
    ]
    for call in await desk_begun.call_drafts_of(tx, by, since):
        project = view.coordinated.get(call.project_id)
        if project is not None and project.state is ProjectState.open:
            found.append(Waiting(Matter.call, 1, None, call.number, project.name))
    return found


async def _drafts(tx: Tx, view: View) -> list[Waiting]:
    """What the person is making; each is there until it is done or dropped."""
    by = view.person.id
    made = (
        (Matter.scheme, await scheme_drafts.of_person(tx, by)),
        (Matter.project, await project_drafts.of_person(tx, by)),
        (Matter.broadcast, await broadcasts.draft_of(tx, by)),
        (Matter.decision, await step_drafts.of_decider(tx, by) if view.person.is_admin else None),
    )
    return [Waiting(matter, 1, None, one.number) for matter, one in made if one is not None]


SOURCES: tuple[Source, ...] = (
    _reviews, _disputes, _doubts, _questions, _late_questions, _appeals, _held, _deliver,
    _applicants, _proposals, _unsent, _pay, _floor, _places, _gold, _pulled, _unsure,
    _unmeasured, _stocks, _plans, _begun, _drafts,
)  # fmt: skip
