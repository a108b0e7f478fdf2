"""The terms of the hall: published at the start, agreed to before a claim, and looked up."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.hall_terms import FIRST, Consent, HallTerms, require_publishable
from bot.domain.people import Arrival, Person
from bot.effects.record import record
from storage import hall_terms, people
from storage.database import Database


@dataclass(frozen=True, slots=True)
class View:
    """The terms that hold now, and what the person agreed to, the newest first."""

    person: Person
    terms: HallTerms
    given: list[Consent]

    @property
    def is_agreed(self) -> bool:
        """Whether the person agreed to what holds now."""
        return self.person.consented >= self.terms.version


async def publish(db: Database, terms: HallTerms, *, now: datetime) -> None:
    """These are the terms from now on; whoever agreed to older ones is asked before a claim.

    Raises `TermsChangedError` where a published version has another text now.
    """
    async with db.begin() as tx:
        require_publishable(await hall_terms.current(tx), terms)
        await hall_terms.publish(tx, terms, now=now)


async def publishable(db: Database, terms: HallTerms) -> HallTerms | None:
    """What holds now, where these could follow it; raises `TermsChangedError` as `publish`."""
    async with db.read() as tx:
        known = await hall_terms.current(tx)
        require_publishable(known, terms)
        return known


async def view(db: Database, person_id: int) -> View:
    """The terms, as the person stands to them."""
    async with db.read() as tx:
        return View(
            await people.by_id(tx, person_id),
            await hall_terms.current(tx) or HallTerms(FIRST, {}),
            await hall_terms.consents_of(tx, person_id),
        )


async def give(
    db: Database, *, person_id: int, version: int, language: str, text: str, cause: str,
    now: datetime,
) -> bool:  # fmt: skip
    """The person agrees to the version that was shown; false when another one holds by now."""
    async with db.begin(cause) as tx:
        person = await people.locked(tx, person_id)
        if version != await hall_terms.version(tx) or person.arrival is not Arrival.done:
            return False
        if person.consented < version:
            await hall_terms.agree(
                tx, person.id, version=version, language=language, text=text, now=now
            )
            subject, after = f"person:{person.id}", {"version": version, "language": language}
            await record(tx, "consented", subject, by=person.id, now=now, after=after)
        return True
