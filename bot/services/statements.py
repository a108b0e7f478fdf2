"""Statements of pay: whole, as they are shown and printed, and the list of one's own."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.lines import ClientState, Line, LineState
from bot.domain.pay_calendar import arrives_by
from bot.domain.payout_methods import Method, effective_method
from bot.domain.payouts import Payout, PayoutState
from bot.domain.people import Person
from bot.domain.refusal import Refused
from bot.domain.rules import PayRules
from bot.domain.statements import Statement, StatementLine
from storage import pay, pay_statements, payout_methods, people
from storage.database import Database, Tx
from storage.pay import OwnLine
from storage.pay_statements import Listed, Stored

PAGE = 8


@dataclass(frozen=True, slots=True)
class Shown:
    """A statement, with what its words are made of: whose it is, the method, the payout."""

    statement: Statement
    person: Person
    method: Method | None
    payout: Payout
    states: tuple[LineState, ...]


async def statement(
    db: Database, *, number: str, by: int, now: datetime, rules: PayRules
) -> Shown:
    """The statement with that number, for whose it is and for admins; else refused."""
    async with db.read() as tx:
        found = await pay_statements.by_number(tx, number)
        reader = await people.by_id(tx, by)
        if found is None or not (found.person_id == by or reader.is_admin):
            raise Refused("not-yours")
        return await _shown(tx, found, now, rules)


async def of_payout(
    db: Database, *, number: str, by: int, now: datetime, rules: PayRules
) -> tuple[Shown, Payout]:
    """The person's payout with that number as it is now, and the statement that it pays."""
    async with db.read() as tx:
        own = await pay.payout_by_number(tx, by, number)
        found = await pay_statements.by_number(tx, own.statement) if own else None
        if own is None or found is None:
            raise Refused("not-yours")
        return await _shown(tx, found, now, rules), own.payout


async def listed(db: Database, *, person_id: int, page: int) -> tuple[int, list[Listed]]:
    """How many statements the person has, and those on that page, the newest first."""
    async with db.read() as tx:
        count = await pay_statements.count(tx, person_id)
        found = await pay_statements.listed(tx, person_id, offset=page * PAGE, limit=PAGE)
        return count, found


async def _shown(tx: Tx, found: Stored, now: datetime, rules: PayRules) -> Shown:
    person = await people.by_id(tx, found.person_id)
    pseudonym = (await people.pseudonyms(tx, {person.id}))[person.id]
    own = await pay.lines_of_statement(tx, found.id)
    payout = found.payout
    method = await _method(tx, payout, now)
    whole = Statement(
        number=found.number,
        person_name=person.name,
        pseudonym=pseudonym,
        zone=found.period.zone,
        period_start=found.period.start,
        period_end=found.period.end,
        made_at=found.made_at,
        lines=tuple(_line(one) for one in own),
        gross=found.gross,
        deductions=found.deductions,
        net=found.net,
        payout=payout.number,
        state=payout.state,
        method=None if method is None else f"{method.kind} {method.last_four}",
        expected_at=_arrives(found, rules),
        reference=payout.reference,
        dispute_by=found.dispute_by,
        contact=rules.contact,
    )
    return Shown(whole, person, method, payout, tuple(one.line.state for one in own))


def _arrives(found: Stored, rules: PayRules) -> datetime:
    payout = found.payout
    if payout.state is PayoutState.paid and payout.settled_at is not None:
        return payout.settled_at
    return arrives_by(found.promised, payout.created_at, payout.sent_at, rules.transfer_days)


async def _method(tx: Tx, payout: Payout, now: datetime) -> Method | None:
    """Where the payout went, or would go now."""
    methods = await payout_methods.of_person(tx, payout.person_id)
    used = [one for one in methods if one.id == payout.method_id]
    return used[0] if used else effective_method(methods, now)


def _line(own: OwnLine) -> StatementLine:
    line: Line = own.line
    return StatementLine(
        number=line.number,
        kind=line.kind,
        project=own.project,
        job=own.job,
        at=line.submitted_at,
        rate=line.offered,
        quantity=1,
        pay=line.pay,
        reason=line.reason,
        because=line.because,
        client=line.client,
        client_at=own.client_at if line.client is not ClientState.not_asked else None,
        cites=own.cites,
        corrected=own.corrected,
    )
