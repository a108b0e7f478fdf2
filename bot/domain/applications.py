"""Applications: where a hall approves newcomers, each is answered by a date, or is approved."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.refusal import Refused


class ApplicationState(StrEnum):
    """Where an application stands."""

    open = "open"
    accepted = "accepted"
    declined = "declined"


@dataclass(frozen=True, slots=True)
class Application:
    """A newcomer who waits to be approved; silence until `reply_by` approves.

    `decided_by` is none for the clock; `words` say why it was declined.
    """

    id: int
    number: str
    person_id: int
    state: ApplicationState
    applied_at: datetime
    reply_by: datetime
    decided_by: int | None
    decided_at: datetime | None
    words: str | None


def require_approvable(one: Application, by: int) -> None:
    """Refuse to approve oneself, and what is approved already; a declined one can still be."""
    if one.person_id == by:
        raise Refused("own-standing")
    if one.state is ApplicationState.accepted:
        raise Refused("application-accepted")


def require_declinable(one: Application, by: int) -> None:
    """Refuse to decline oneself, and what was decided already."""
    if one.person_id == by:
        raise Refused("own-standing")
    if one.state is not ApplicationState.open:
        raise Refused(f"application-{one.state}")


def refusal_of(one: Application) -> Refused:
    """Why somebody who applied cannot claim, with the date of the reply."""
    if one.state is ApplicationState.declined:
        return Refused("application-declined-you")
    return Refused("standing-applicant-until", until=one.reply_by)
