"""A delivered batch in few words: who rated it, who is its client, and what is said of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.batches import Batch
from bot.domain.pay_terms import PayTerms
from bot.domain.people import Role
from bot.domain.rules import PayRules
from bot.services import batches, reviews
from bot.services.batches import Said
from storage import people as stored_people
from storage import schema
from tests.services.builders import DAY, NOW, Hall

ACCEPTED = NOW + 3 * DAY
SAID = Said("careless", "Both answers are the same text.")
GATED = PayTerms(confirm_days=7)
RULES = PayRules()


@dataclass
class Delivery:
    """One batch of a project whose client must confirm, with everybody around it."""

    hall: Hall
    batch: str
    client: int
    coordinator: int
    admin: int
    raters: list[int]

    async def lines(self) -> list[Any]:
        """The lines of the ratings, as they are now."""
        return await self.hall.rows(schema.lines)

    async def refusals(self) -> list[Any]:
        """All refusals, as they are now."""
        return await self.hall.rows(schema.refusals)

    async def stored(self) -> Any:
        """The batch as it is now."""
        (row,) = await self.hall.rows(schema.batches, schema.batches.c.number == self.batch)
        return row

    async def deliver(self, *, now: datetime = ACCEPTED) -> Batch:
        """The coordinator hands it over."""
        return await batches.deliver(
            self.hall.db, number=self.batch, by=self.coordinator, cause=self.hall.cause(), now=now
        )

    async def refuse(
        self, line: str, *, now: datetime = ACCEPTED, said: Said = SAID, by: int | None = None,
        rules: PayRules = RULES,
    ) -> bool:  # fmt: skip
        """The client refuses one line; says whether that is held."""
        return await batches.refuse(
            self.hall.db, line=line, said=said, by=by or self.client, cause=self.hall.cause(),
            now=now, rules=rules,
        )  # fmt: skip

    async def confirm(self, line: str, *, now: datetime = ACCEPTED) -> None:
        """The client confirms one line."""
        await batches.confirm_one(
            self.hall.db, line=line, by=self.client, cause=self.hall.cause(), now=now
        )

    async def confirm_all(self, *, now: datetime = ACCEPTED, by: int | None = None) -> int:
        """The client confirms whatever waits."""
        return await batches.confirm_all(
            self.hall.db, number=self.batch, by=by or self.client, now=now
        )

    async def decide_all(
        self, *, approve: bool = True, by: int | None = None, now: datetime = ACCEPTED
    ) -> int:
        """An admin decides on all that is held."""
        return await batches.decide_all(
            self.hall.db, batch=self.batch, approve=approve, by=by or self.admin, now=now
        )


async def rated(hall: Hall, *, tasks: int = 5, people: int = 1, **values: Any) -> Delivery:
    """A batch of so many tasks, all rated by so many people; nothing is accepted yet."""
    terms: dict[str, Any] = {"pay_terms": GATED, "overlap": people, "tasks_per_job": tasks}
    terms |= values
    project = await hall.project(tasks=tasks, **terms)
    call = await hall.call()
    raters = await hall.people(people)
    for one in raters:
        await hall.finish(await hall.claim(call, one))
    client = await hall.person("Client")
    coordinator = await hall.person("Cora")
    async with hall.db.begin() as tx:
        for person_id, role in ((client, Role.client), (coordinator, Role.coordinator)):
            await stored_people.grant(
                tx, person_id=person_id, role=role, project_id=project.id, by=None, now=NOW
            )
    admin = await hall.person("Boss", roles=(Role.admin,))
    (batch,) = await hall.rows(schema.batches)
    return Delivery(hall, batch.number, client, coordinator, admin, raters)


async def delivered(hall: Hall, *, tasks: int = 5, people: int = 1, **values: Any) -> Delivery:
    """As `rated`, accepted by the review deadline, and handed over."""
    made = await rated(hall, tasks=tasks, people=people, **values)
    await reviews.accept_overdue(hall.db, now=ACCEPTED)
    await made.deliver()
    return made
