"""Draws: when the window is over, each hand is answered in its turn."""

from datetime import datetime
from random import Random

from bot.domain.calls import Call
from bot.domain.draws import DrawState, HandState, answer_to, ranked
from bot.domain.people import Arrival, Person, may_work
from bot.domain.projects import Project, require_open
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.effects.gates import next_gate
from bot.effects.record import record
from bot.effects.right_to_claim import require_right
from bot.effects.tell import tell
from bot.effects.touch_call import left, touch_calls
from bot.services.claims.giving import give_job, hold_place, put_on_list
from bot.services.claims.passing import at_gate
from storage import calls, draws, people, projects
from storage.database import Database, Tx


async def draw_due(db: Database, *, now: datetime, rules: Rules, random: Random) -> int:
    """Sweep: draws whose window is over give their jobs; returns how many hands were answered.

    The order is fixed once; then each hand is a transaction of its own, so that a process that
    dies in between leaves nobody without an answer and nobody with two.
    """
    async with db.read() as tx:
        due = await draws.due(tx, now)
    answered = 0
    for call_id in due:
        if not await _fix_order(db, call_id, now):
            continue
        while await _answer_next(db, call_id, now=now, rules=rules, random=random):
            answered += 1
        await _finish(db, call_id, now)
        answered += 1
    return answered


async def _fix_order(db: Database, call_id: int, now: datetime) -> bool:
    """Who is asked after whom; false when the window was moved meanwhile."""
    async with db.begin() as tx:
        call = await calls.locked(tx, call_id)
        draw = await draws.of_call(tx, call_id)
        if draw is None or draw.state is not DrawState.open:
            return True
        if draw.until > now:
            return False
        hands = await draws.everybody(tx, draw)
        order = ranked(hands, draw.seed)
        await draws.set_turns(tx, call_id, order)
        await draws.change(tx, call_id, state=DrawState.drawing)
        first = sum(1 for hand in hands if hand.waited is not None)
        after = {"seed": draw.seed, "hands": len(hands), "from-list": order[:first]}
        await record(tx, "draw-closed", f"call:{call.number}", by=None, now=now, after=after)
        return True


async def _answer_next(
    db: Database, call_id: int, *, now: datetime, rules: Rules, random: Random
) -> bool:
    """Answer the hand whose turn it is; false when there is none."""
    async with db.begin() as tx:
        person_id = await draws.next_in_turn(tx, call_id)
        if person_id is None:
            return False
        person = await people.locked(tx, person_id)
        call = await calls.locked(tx, call_id)
        if not await draws.has_hand(tx, call_id, person_id):
            return True
        project = await projects.by_id(tx, call.project_id)
        try:
            state = await _answer(tx, call, project, person, now, rules, random)
        except Refused as no:
            # The right to it was lost since the hand went up; nothing was written yet.
            state = HandState.refused
            key = f"draw:{call.id}:{person.id}"
            await tell(
                tx, person, "draw_refused", key=key, now=now, project=project.name,
                reason=no.reason, facts=_storable(no),
            )  # fmt: skip
        await draws.answered(tx, call_id, person_id, state, now)
        return True


async def _answer(
    tx: Tx, call: Call, project: Project, person: Person, now: datetime, rules: Rules,
    random: Random,
) -> HandState:  # fmt: skip
    arrived = person.arrival is Arrival.done
    gate = None
    if arrived:
        await require_right(tx, person, project, now=now, rules=rules)
        gate = await next_gate(tx, person, project, now=now)
    else:
        may_work(person, now)
        require_open(project)
    ready = arrived and gate is None
    state = answer_to(left=await left(tx, call, but_for=person.id), ready=ready)
    key, name = f"draw:{call.id}:{person.id}", project.name
    if state is HandState.held and gate is not None:
        await at_gate(tx, call, project, person, gate, key=key, now=now, rules=rules)
    elif state is HandState.job:
        await give_job(tx, call, project, person, now=now, rules=rules, random=random, drawn=True)
    elif state is HandState.held:
        until = await hold_place(tx, call, project, person, now=now, rules=rules)
        await tell(
            tx, person, "draw_held", key=key, now=now, sound=True, expires_at=until,
            project=name, until=until.isoformat(),
        )  # fmt: skip
    else:
        place, until = await put_on_list(tx, person.id, now=now, rules=rules)
        await tell(
            tx, person, "draw_missed", key=key, now=now, project=name, place=place,
            until=until.isoformat(),
        )  # fmt: skip
    return state


async def _finish(db: Database, call_id: int, now: datetime) -> None:
    """Every hand is answered: what is left goes to who comes first, and the card says so."""
    async with db.begin() as tx:
        call = await calls.locked(tx, call_id)
        if not call.drawing:
            return
        await draws.change(tx, call_id, state=DrawState.done)
        await calls.draw_done(tx, call_id)
        await touch_calls(tx, call.project_id, now=now)


def _storable(no: Refused) -> dict[str, object]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in no.facts.items()
    }
