"""A project file that somebody dropped, compared with the project that is there."""

from dataclasses import dataclass, replace

from bot.domain.people import require_coordinator
from bot.domain.projects import NewProject, Project, ProjectState
from bot.domain.refusal import Refused
from bot.domain.repricing import NewPrice, at_price, is_worse
from bot.domain.rules import PayRules
from bot.effects.look_up import looked_up
from bot.effects.new_version import as_file, with_client_price
from storage import people, progress, projects
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Compared:
    """A project as it is and as the file has it; what its price would mean, and for how many."""

    project: Project
    before: NewProject
    after: NewProject
    price: NewPrice
    open_jobs: int

    @property
    def is_same(self) -> bool:
        """Whether the file says what stands already."""
        return self.before == self.after

    @property
    def asks_else(self) -> bool:
        """Whether other things would be asked; a draft asks nobody anything yet."""
        return self._is_begun and self.before.scheme != self.after.scheme

    @property
    def gives_less(self) -> bool:
        """Whether work could earn less than now, or the same later."""
        return self._is_begun and is_worse(self.after.offer, self.before.offer)

    @property
    def _is_begun(self) -> bool:
        return self.project.state is not ProjectState.draft


async def compared(db: Database, new: NewProject, *, by: int, rules: PayRules) -> Compared | None:
    """What the file would change of its project; none where it makes a new one."""
    async with db.read() as tx:
        person = await people.by_id(tx, by)
        require_coordinator(person)
        known = await projects.by_key(tx, new.key)
        if known is None:
            return None
        require_coordinator(person, known.id)
        if known.offer.pay.currency != new.offer.pay.currency:
            raise Refused("currency-fixed", currency=known.offer.pay.currency)
        after = replace(new, offer=await looked_up(tx, new.offer))
        after = await with_client_price(tx, after, known, by=by)
        price = at_price(known, after.offer.pay, rules.floors)
        there = await progress.going(tx, known.id)
        return Compared(known, await as_file(tx, known), after, price, there.jobs)
