"""Payout methods: where a contractor is paid, from when on, and what is shown of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

# Who is asked has so long to write; later messages may well be about something else.
ANSWER_WITHIN = timedelta(minutes=10)
# No detail of a payout method is longer; a longer message is an answer to something else.
MOST_TYPED = 200


class MethodKind(StrEnum):
    """How money can be sent."""

    iban = "iban"
    account = "bank-account"
    paypal = "paypal"
    wise = "wise"
    mobile = "mobile-money"


class Part(StrEnum):
    """What is asked for with one message."""

    iban = "iban"
    account = "account"
    email = "email"
    phone = "phone"
    holder = "holder"


# A bank compares the name with the account.
PARTS = {
    MethodKind.iban: (Part.iban, Part.holder),
    MethodKind.account: (Part.account, Part.holder),
    MethodKind.paypal: (Part.email,),
    MethodKind.wise: (Part.email,),
    MethodKind.mobile: (Part.phone,),
}


class DetailsFault(StrEnum):
    """Why what was written was not taken."""

    no_iban = "no-iban"
    iban_slip = "iban-slip"
    two_lines = "two-lines"
    bank_code = "bank-code"
    account_number = "account-number"
    no_email = "no-email"
    no_phone = "no-phone"
    no_country = "no-country"
    no_name = "no-name"
    not_text = "not-text"
    forwarded = "forwarded"
    edited = "edited"
    too_late = "too-late"


class WrongDetailsError(Exception):
    """A text is not what was asked for; the text itself is not in it."""

    def __init__(self, fault: DetailsFault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Details:
    """Where the money goes, in clear: for the file of the payer, and nowhere else."""

    kind: MethodKind
    account: str
    bank: str = ""
    holder: str = ""

    @property
    def text(self) -> str:
        """All of it in one line."""
        return ", ".join(part for part in (self.account, self.bank, self.holder) if part)

    @property
    def same_as(self) -> str:
        """Equal for details that lead to the same account, whatever name was given."""
        return f"{self.kind}:{self.bank}:{self.account}".casefold()


class MethodState(StrEnum):
    """Where a payout method stands; a confirmed one counts from its time on."""

    pending = "pending"
    confirmed = "confirmed"
    replaced = "replaced"
    dropped = "dropped"


@dataclass(frozen=True, slots=True)
class Method:
    """A payout method without its details; `last_four` is all that is ever shown of them."""

    id: int
    number: str
    person_id: int
    kind: MethodKind
    last_four: str
    fingerprint: str
    state: MethodState
    created_at: datetime
    confirmed_at: datetime | None
    effective_at: datetime | None


def effective_method(methods: Iterable[Method], now: datetime) -> Method | None:
    """The one of a person's methods to which money goes now."""
    counting = [(at, one.id, one) for one in methods if (at := _counts_from(one)) and at <= now]
    return max(counting)[2] if counting else None


def waiting_method(methods: Iterable[Method], now: datetime) -> Method | None:
    """The confirmed change of a person that is not in effect yet."""
    waiting = [(at, one.id, one) for one in methods if (at := _counts_from(one)) and at > now]
    return max(waiting)[2] if waiting else None


def _counts_from(method: Method) -> datetime | None:
    return method.effective_at if method.state is MethodState.confirmed else None


def effective_from(methods: Iterable[Method], now: datetime, hours: int) -> datetime:
    """When a method that is confirmed now comes into effect: the first one ever at once.

    Taking a method away first does not make the next one a first one.
    """
    return now + timedelta(hours=hours) if is_change(methods) else now


def is_change(methods: Iterable[Method]) -> bool:
    """Whether another one would be a change: one was confirmed before, whatever became of it."""
    return any(one.confirmed_at is not None for one in methods)


def replaced_by_next(methods: Sequence[Method], now: datetime) -> list[Method]:
    """The confirmed methods that end when another one is confirmed: all but the one in effect."""
    kept = effective_method(methods, now)
    return [one for one in methods if one.state is MethodState.confirmed and one != kept]


def last_four(account: str) -> str:
    """The end of an account number, or of the name in an e-mail address; never over half of it."""
    shown = account.partition("@")[0]
    return shown[len(shown) - min(4, (len(shown) + 1) // 2) :]


def part_after(kind: MethodKind, part: Part) -> Part | None:
    """What is asked for next; none when that was all."""
    parts = PARTS[kind]
    following = parts[parts.index(part) + 1 :]
    return following[0] if following else None
