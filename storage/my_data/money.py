"""A person's money: lines, statements, payouts, where one is paid, the ledger."""

from sqlalchemy import and_

from bot.domain.ledger import Account
from bot.domain.retention import Record
from storage.my_data.kinds import PERSON, kind, who
from storage.schema import (
    entries,
    jobs,
    lines,
    pay_runs,
    pay_troubles,
    payout_methods,
    payouts,
    postings,
    projects,
    statements,
)

_corrected = lines.alias("corrected")
_l, _s, _o, _m = lines.c, statements.c, payouts.c, payout_methods.c
_project = projects.c.name.label("project")
# The accounts of the ledger that belong to a person; the others are the hall's.
_OWN = (Account.earned.value, Account.payable.value, Account.payout.value)

LINES = kind(
    "lines", Record.money, _l.id, _l.number, _l.kind, _project, jobs.c.number.label("job"),
    _l.state, _l.client, _l.offered_minor, _l.pay_minor, _l.currency, _l.reason, _l.because,
    who(_l.by_id, "by"), _l.submitted_at, _l.accept_by, _l.accepted_at, _l.confirm_by,
    _l.confirmed_at, _l.client_at, _s.number.label("statement"),
    _corrected.c.number.label("corrects"),
    source=lines.outerjoin(projects, projects.c.id == _l.project_id)
    .outerjoin(jobs, jobs.c.id == _l.job_id)
    .outerjoin(statements, _s.id == _l.statement_id)
    .outerjoin(_corrected, _corrected.c.id == _l.corrects),
    mine=_l.person_id == PERSON,
)  # fmt: skip
STATEMENTS = kind(
    "statements", Record.money, _s.id, _s.number, pay_runs.c.period_start,
    pay_runs.c.period_end, pay_runs.c.zone, _s.gross_minor, _s.deductions_minor, _s.net_minor,
    _s.currency, _s.made_at, _s.expected_at, _s.dispute_by,
    source=statements.join(pay_runs, pay_runs.c.id == _s.run_id), mine=_s.person_id == PERSON,
)  # fmt: skip
PAYOUTS = kind(
    "payouts", Record.money, _o.id, _o.number, _s.number.label("statement"),
    _o.minor.label("pay_minor"), _o.currency, _o.state, _m.kind.label("method"),
    _m.last_four, _o.reference, _o.reason.label("words"), _o.created_at, _o.sent_at,
    _o.settled_at,
    source=payouts.join(statements, _s.id == _o.statement_id).outerjoin(
        payout_methods, _m.id == _o.method_id
    ),
    mine=_o.person_id == PERSON,
)  # fmt: skip
METHODS = kind(
    "payout-methods", Record.payout_details, _m.id, _m.number, _m.kind, _m.last_four, _m.state,
    _m.created_at, _m.confirmed_at, _m.effective_at, mine=_m.person_id == PERSON,
)  # fmt: skip
TROUBLES = kind(
    "pay-troubles", Record.money, pay_troubles.c.id, pay_troubles.c.number,
    pay_troubles.c.error, pay_troubles.c.at, pay_troubles.c.solved_at,
    mine=pay_troubles.c.person_id == PERSON,
)  # fmt: skip
LEDGER = kind(
    "ledger", Record.money, postings.c.id, postings.c.entry_key.label("entry"),
    entries.c.movement, postings.c.account, postings.c.minor.label("moved_minor"),
    postings.c.currency, entries.c.at,
    source=postings.join(entries, and_(entries.c.key == postings.c.entry_key,
                                       entries.c.currency == postings.c.currency)),
    mine=and_(postings.c.owner_id == PERSON, postings.c.account.in_(_OWN)),
)  # fmt: skip
