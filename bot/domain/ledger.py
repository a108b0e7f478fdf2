"""The ledger: every movement of money as an entry whose postings come to exactly zero.

A posting is positive where money comes into an account. What a project owes people leaves it
below zero; `earned`, `payable` and `payout` hold what is owed to a person; `bank` is the world.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.money import Money

THE_BANK = 0  # the only owner of the account of that name
THE_HALL = 0  # whose account of the kind `project` pays what belongs to no project


class Account(StrEnum):
    """Where money is: a project's cost, three stages of what a person is owed, the world."""

    project = "project"
    earned = "earned"
    payable = "payable"
    payout = "payout"
    bank = "bank"


class Movement(StrEnum):
    """Why money moves."""

    accepted = "accepted"
    confirmed = "confirmed"
    issued = "issued"
    paid = "paid"
    failed = "failed"
    waived = "waived"
    opening = "opening"


@dataclass(frozen=True, slots=True)
class Posting:
    """One leg of an entry: minor units into (above zero) or out of somebody's account."""

    account: Account
    owner_id: int
    minor: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One balanced movement in one currency; `key` is its external id, there at most once."""

    key: str
    movement: Movement
    currency: str
    at: datetime
    postings: tuple[Posting, ...]

    def __post_init__(self) -> None:
        if len(self.postings) < 2 or sum(one.minor for one in self.postings) != 0:
            raise ValueError(f"{self.key} does not balance")
        if any(one.minor == 0 for one in self.postings):
            raise ValueError(f"{self.key} moves nothing")


def _moved(
    key: str, movement: Movement, money: Money, at: datetime, source: tuple[Account, int],
    target: tuple[Account, int],
) -> Entry:  # fmt: skip
    legs = (Posting(*source, -money.minor), Posting(*target, money.minor))
    return Entry(key, movement, money.currency, at, legs)


def accepted(
    line_id: int, project_id: int | None, person_id: int, money: Money, at: datetime
) -> Entry:
    """From then on the person is owed what the line earns: project → earned."""
    source = (Account.project, THE_HALL if project_id is None else project_id)
    target = (Account.earned, person_id)
    return _moved(f"line:{line_id}:accepted", Movement.accepted, money, at, source, target)


def confirmed(line_id: int, person_id: int, money: Money, at: datetime) -> Entry:
    """Nothing stands between the line and the next pay run: earned → payable."""
    source, target = (Account.earned, person_id), (Account.payable, person_id)
    return _moved(f"line:{line_id}:confirmed", Movement.confirmed, money, at, source, target)


def waived(
    line_id: int, project_id: int | None, person_id: int, money: Money, at: datetime, *,
    was_confirmed: bool,
) -> Entry:  # fmt: skip
    """The person does without what the line earned: earned or payable → project."""
    source = (Account.payable if was_confirmed else Account.earned, person_id)
    target = (Account.project, THE_HALL if project_id is None else project_id)
    return _moved(f"line:{line_id}:waived", Movement.waived, money, at, source, target)


def issued(payout_id: int, person_id: int, money: Money, at: datetime) -> Entry:
    """A statement is to be paid by this payout: payable → payout."""
    source, target = (Account.payable, person_id), (Account.payout, person_id)
    return _moved(f"payout:{payout_id}:issued", Movement.issued, money, at, source, target)


def paid(payout_id: int, person_id: int, money: Money, at: datetime) -> Entry:
    """The payer says that the money has arrived: payout → bank."""
    source, target = (Account.payout, person_id), (Account.bank, THE_BANK)
    return _moved(f"payout:{payout_id}:paid", Movement.paid, money, at, source, target)


def failed(payout_id: int, person_id: int, money: Money, at: datetime) -> Entry:
    """The payout came back, and the person is owed it as before: payout → payable."""
    source, target = (Account.payout, person_id), (Account.payable, person_id)
    return _moved(f"payout:{payout_id}:failed", Movement.failed, money, at, source, target)


def opening(at: datetime, currency: str, sums: Mapping[tuple[str, int], int]) -> Entry | None:
    """What entries had moved that are kept no longer, by account and owner; none for nothing."""
    legs = tuple(
        Posting(Account(account), owner_id, minor)
        for (account, owner_id), minor in sorted(sums.items())
        if minor
    )
    key = f"opening:{at:%Y-%m-%d}:{currency}"
    return Entry(key, Movement.opening, currency, at, legs) if legs else None
