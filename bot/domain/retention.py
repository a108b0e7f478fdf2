"""How long each kind of record is kept: one table, for the people, for the docs, and for deleting.

Days count from when the thing was over: money from its payment, a step from its end.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

RECORD_DAYS = 1461  # four years, the longest that we read anywhere that records must be kept
UPDATE_DAYS = 30


class Record(StrEnum):
    """A kind of record about a person."""

    profile = "profile"  # name, ids, languages, zone, consent, roles
    assigned = "assigned"  # which tasks one was given, so that nobody is given one twice
    work = "work"  # answers and ratings, active time
    verdicts = "verdicts"  # reviews, disputes, what a client refused
    money = "money"  # lines, statements, payouts, the ledger
    payout_details = "payout-details"
    standing = "standing"  # steps with their evidence, appeals, what a detector found
    questions = "questions"  # what was asked under /support, and the answers
    groups = "groups"  # which work groups one is in
    notices = "notices"  # what the hall sent
    updates = "updates"  # what one sent to the bot, as it came in
    journal = "journal"


# What ends with the account, not with a number of days.
WITH_THE_ACCOUNT = (Record.profile, Record.assigned, Record.payout_details, Record.groups)


@dataclass(frozen=True, slots=True)
class Retention:
    """How many days a kind of record is kept; none: as long as the person has an account."""

    record: Record
    days: int | None


def kept(record_days: int = RECORD_DAYS, update_days: int = UPDATE_DAYS) -> tuple[Retention, ...]:
    """Every kind of record with its days, in the order in which people are told."""
    return tuple(Retention(one, _days(one, record_days, update_days)) for one in Record)


def _days(record: Record, record_days: int, update_days: int) -> int | None:
    if record in WITH_THE_ACCOUNT:
        return None
    return update_days if record is Record.updates else record_days


def cut_off(now: datetime, days: int) -> datetime:
    """What was over before that day began (UTC) is kept no longer."""
    return (now - timedelta(days=days)).replace(hour=0, minute=0, second=0, microsecond=0)
