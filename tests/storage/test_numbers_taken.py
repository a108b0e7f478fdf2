"""A public number that is drawn twice: nothing goes missing for it."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.domain.money import Money
from bot.domain.notices import Priority
from bot.domain.numbers import public_number
from bot.domain.people import Standing
from bot.domain.refusal import Contended
from bot.services import payruns as runs
from storage import notices, people, schema
from storage.database import Database
from tests.services.builders import NOW, Hall
from tests.services.paid_hall import FRIDAY, PAY, owe

SAME = "K7WX3QDP"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The numbers that are drawn next; after them come random ones."""
    coming: list[str] = []
    for module in (notices, people, runs):
        monkeypatch.setattr(
            module, "public_number", lambda: coming.pop(0) if coming else public_number()
        )
    return coming


async def test_a_notice_whose_number_is_taken_gets_another(db: Database, drawn: list[str]) -> None:
    drawn += [SAME, SAME]
    async with db.begin() as tx:
        for key in ("one", "two"):
            assert await notices.add(
                tx, key=key, chat_id=5, kind="plain", args={}, priority=Priority.personal, now=NOW
            )
    async with db.read() as tx:
        assert (await tx.execute(select(func.count()).select_from(schema.notices))).scalar() == 2


async def test_the_same_notice_is_still_written_once(db: Database, drawn: list[str]) -> None:
    drawn += [SAME, SAME]
    async with db.begin() as tx:
        written = [
            await notices.add(
                tx, key="one", chat_id=5, kind="plain", args={}, priority=Priority.personal,
                now=NOW + timedelta(seconds=second),
            )
            for second in range(2)
        ]  # fmt: skip
    assert written == [True, False]


async def test_what_draws_a_taken_number_is_done_anew(db: Database, drawn: list[str]) -> None:
    drawn += [SAME, SAME]

    async def arrive(telegram_id: int) -> None:
        async with db.begin() as tx:
            await people.add(
                tx, telegram_id=telegram_id, name="Ada", username=None, language="en", zone="UTC",
                quiet=("22:00", "08:00"), standing=Standing.good, now=NOW,
            )  # fmt: skip

    await arrive(1)
    with pytest.raises(Contended):
        await arrive(2)
    await arrive(2)


async def test_everybody_has_a_statement_though_two_drew_one_number(
    db: Database, drawn: list[str]
) -> None:
    hall = Hall(db)
    paid = await hall.people(2)
    for person in paid:
        await owe(hall, person, Money(500, "USD"), now=NOW)
    drawn += [SAME, SAME]
    await runs.run_due(db, now=FRIDAY, rules=PAY)
    assert not drawn
    async with db.read() as tx:
        made = (await tx.execute(select(schema.statements.c.person_id))).scalars().all()
    assert sorted(made) == sorted(paid)
