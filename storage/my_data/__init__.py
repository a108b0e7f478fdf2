"""Everything that the hall knows of a person, kind by kind, and what is left out with the reason.

Whoever adds a column decides here: it is in one of the kinds, or below with why not. A test
walks all tables.
"""

from storage.my_data import account, learning, measured, money, standing, work
from storage.my_data.kinds import Kind, Whose
from storage.my_data.left_out import COLUMNS, TABLES

__all__ = ["COLUMNS", "KINDS", "TABLES", "Kind", "Whose"]

KINDS: tuple[Kind, ...] = (
    account.PROFILE, account.CONSENT, account.ROLES, account.ROLE_LINKS, account.WAITING,
    account.OFFERS, account.HANDS, account.READ, learning.SITTINGS, learning.QUALIFICATIONS,
    account.GROUPS,
    work.JOBS, work.RATINGS, work.VERDICTS, work.DISPUTES, work.REFUSALS, work.GIVEN,
    work.SECOND, work.SECOND_GIVEN,
    work.DRAFTS, measured.MEASURES, measured.TIERS, measured.GOLD, account.UPLOADS,
    money.LINES, money.STATEMENTS, money.PAYOUTS, money.METHODS, money.TROUBLES, money.LEDGER,
    standing.STEPS, standing.APPEALS, standing.PROPOSALS, standing.QUESTIONS,
    standing.APPLICATIONS,
    account.NOTICES, account.BROADCASTS, account.AWAITED, account.AWAITED_DETAILS, account.UPDATES,
    account.JOURNAL,
)  # fmt: skip
