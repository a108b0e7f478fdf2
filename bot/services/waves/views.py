"""What a private call says now."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.calls import CallState, OfferState
from bot.domain.people import Person
from bot.domain.projects import Pace, Project, Terms, pace, terms_of
from bot.domain.refusal import Refused
from bot.domain.rules import Rules
from bot.domain.waves import held_on
from storage import calls, offers, people, projects
from storage.database import Database
from storage.offers import Offer
from storage.waves import Tally

__all__ = ["PrivateCall", "Tally", "private_call"]


@dataclass(frozen=True, slots=True)
class PrivateCall:
    """A private call to a person: what for, under which terms, and until when a place is held.

    The call can be `closed` by now.
    """

    offer: Offer
    person: Person
    project: Project
    terms: Terms
    pace: Pace
    until: datetime
    closed: bool

    @property
    def is_open(self) -> bool:
        """Whether the place is held."""
        return self.offer.state is OfferState.held


async def private_call(
    db: Database, *, person_id: int, now: datetime, rules: Rules, offer_id: int | None = None,
    number: str = "",
) -> PrivateCall:  # fmt: skip
    """The private call of that id, or of the call with that number; only for whom it was made."""
    async with db.read() as tx:
        offer = await offers.private_of(tx, number, person_id)
        if offer_id is not None:
            offer = await offers.by_id(tx, offer_id)
        if offer is None or offer.person_id != person_id:
            raise Refused("stale-button")
        person = await people.by_id(tx, person_id)
        project = await projects.by_id(tx, offer.project_id)
        terms = terms_of(project, rules.pay.day.weekday)
        made = offer.made_at or now
        until = offer.until if offer.told_at else held_on(now, made, offer.until)
        closed = (await calls.by_id(tx, offer.call_id)).state is CallState.closed
        return PrivateCall(offer, person, project, terms, pace(project), until, closed)
