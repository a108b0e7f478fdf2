"""Lines: what one rating (or bonus, flag, training) earns, and where its money stands."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.money import Money
from bot.domain.review_sampling import Draw

MOST_MINOR = 10**12  # far above any pay, far below where sums of 64 bits end


class LineKind(StrEnum):
    """What a line is for."""

    rating = "rating"
    flag = "flag"
    bonus = "bonus"
    top_up = "top-up"
    adjustment = "adjustment"
    correction = "correction"
    training = "training"


class LineState(StrEnum):
    """Where a line stands.

    One that was reduced goes on through the same states with less money.
    """

    submitted = "submitted"
    accepted = "accepted"
    confirmed = "confirmed"
    in_run = "in run"
    paid = "paid"
    rejected = "rejected"
    reversed = "reversed"


class ClientState(StrEnum):
    """What the client has said of a line; `silent` is the confirm-by date passing."""

    not_asked = "not asked"
    waiting = "waiting"
    confirmed = "confirmed"
    silent = "silent"
    refused = "refused"


ANSWERED = (ClientState.confirmed, ClientState.silent, ClientState.refused)
# States that a person is owed in; `submitted` is expected, not owed.
OWED = (LineState.accepted, LineState.confirmed, LineState.in_run)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a person's account.

    `offered` is what was promised at the claim, `pay` what it comes to after the verdict.
    `decided` says why it is less: code of the rubric item or rule, in `because` the words.
    `corrects` is the line that this one makes up for. `drawn` says whether somebody is asked to
    review it, `blind` whether the known answer of the task is kept from its reviewer.
    """

    id: int
    number: str
    person_id: int
    project_id: int | None
    job_id: int | None
    assignment_id: int | None
    kind: LineKind
    state: LineState
    client: ClientState
    offered: Money
    pay: Money
    reason: str | None
    because: str | None
    submitted_at: datetime
    accept_by: datetime
    confirm_by: datetime | None
    accepted_at: datetime | None
    confirmed_at: datetime | None
    statement_id: int | None
    corrects: int | None
    drawn: Draw = Draw.share
    blind: bool = False

    @property
    def is_reduced(self) -> bool:
        """Whether it came to less than was promised, and to more than nothing."""
        return 0 < self.pay.minor < self.offered.minor


def confirm_by(accept_by: datetime, confirm_days: int | None) -> datetime | None:
    """Until when the client may speak, counted from the review deadline; none without a client."""
    return None if confirm_days is None else accept_by + timedelta(days=confirm_days)


def part_of(offered: Money, percent: int) -> Money:
    """What a verdict leaves of the promised money; parts of a minor unit go to the person."""
    if not 0 <= percent <= 100:
        raise ValueError(f"{percent} % of the pay")
    return Money(-(-offered.minor * percent // 100), offered.currency)


def is_gated(client: ClientState, by: datetime | None, now: datetime) -> bool:
    """Whether an accepted line still waits for the client."""
    return by is not None and client not in ANSWERED and now < by


def next_date(line: Line, next_run: datetime, expected: datetime | None) -> datetime | None:
    """When the line moves on at the latest; none where nothing is to come.

    `next_run` is the next pay run of the person, `expected` the day of the payout once in a run.
    """
    if line.state is LineState.submitted:
        return line.accept_by
    if line.state is LineState.accepted:
        return line.confirm_by
    if line.state is LineState.confirmed:
        return next_run
    if line.state is LineState.in_run:
        return expected
    return None
