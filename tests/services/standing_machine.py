"""Standing as a state machine, on the hall of the ledger: the ground for its rules."""

from datetime import datetime
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import select

from bot.domain.ladder import standing_of
from bot.domain.people import Standing
from bot.domain.rules import Rules, StandingRules
from bot.domain.steps import Evidence, EvidenceKind, Step, StepKind
from bot.services import standing
from storage import schema, step_drafts
from storage import steps as stored_steps
from storage.database import Tx
from tests.services.ledger_hall import PAY
from tests.services.ledger_machine import LedgerMachine

RULES = Rules(pay=PAY, standing=StandingRules(between_ratings=0))
WORDS = "This is what was seen, in words."

index = st.integers(0, 7)
rarely = st.sampled_from([False] * 5 + [True])


class StandingMachine(LedgerMachine):
    """People, two admins who decide, and what each step has come to."""

    def __init__(self) -> None:
        super().__init__()
        self.messages = self.facts = 0

    def person(self, which: int) -> int:
        """One of those who rate; nobody can ever write to the third."""
        return self.raters[which % 4]

    def admin(self, which: int) -> int:
        """One of the two who decide."""
        return self.admins[which % 2]

    async def of(self, person: int) -> list[Step]:
        """Every step against the person, oldest first."""
        async with self.db.read() as tx:
            return await stored_steps.of_person(tx, person)

    def step_of(self, which: int, person: int) -> Step | None:
        """One of the person's steps, the newest being 0."""
        found = self.run(self.of(person))
        return found[-1 - which % len(found)] if found else None

    def appeal(self, which: int) -> Any:
        """One of the appeals, the newest being 0."""
        found = self.run(self.hall.rows(schema.appeals))
        return found[-1 - which % len(found)] if found else None

    async def decide(
        self, person: int, kind: StepKind, code: str, by: int, cause: str
    ) -> Step:  # fmt: skip
        """A decision about the person from its beginning, confirmed for that cause."""
        self.facts += 1
        draft = await standing.begin(
            self.db, person_id=person, by=by, cause=f"{cause}:begin:{self.facts}", now=self.now
        )
        seen = Evidence(EvidenceKind.event, "event", self.now, words=f"Case {self.facts}.")
        async with self.db.begin() as tx:
            await step_drafts.change(tx, draft.id, evidence=step_drafts.as_json([seen]))
        project = "dollars" if kind is StepKind.block else None
        await standing.choose(
            self.db, number=draft.number, by=by, kind=kind, reason=code, days=3, project=project
        )
        await standing.write(self.db, number=draft.number, text=WORDS, by=by)
        return await standing.decide(
            self.db, number=draft.number, by=by, cause=cause, now=self.now, rules=RULES
        )

    def settled(self) -> None:
        """Everybody stands as their steps say; nobody who is out has work left or waits."""

        async def wrong() -> list[tuple[int, str, Standing]]:
            async with self.db.read() as tx:
                people = (await tx.execute(select(schema.people))).all()
                come_to = [
                    (one.id, one.standing, await _standing(tx, one.id, self.now)) for one in people
                ]
            return [one for one in come_to if one[1] != one[2]]

        assert self.run(wrong()) == []

    async def besides(self, *, but: tuple[str, ...]) -> dict[str, list[Any]]:
        """All that is stored, but for those tables, and for when the clock looks at a step."""
        found = await self.hall.census()
        kept = {name: rows for name, rows in found.items() if name not in but}
        kept["steps"] = [
            tuple(value for name, value in one._asdict().items() if name != "due_at")
            for one in kept["steps"]
        ]
        return kept


async def _standing(tx: Tx, person_id: int, now: datetime) -> Standing:
    return standing_of(await stored_steps.of_person(tx, person_id), now)
