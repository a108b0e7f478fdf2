"""Rights that are lost between the screen and the money: looked at again where it is written."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count

import pytest

from bot.domain.payouts import PayoutState
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.services import batches, payouts, payruns
from bot.services.payouts import marking
from storage import schema
from storage.database import Tx
from tests.services.batch_acts import ACCEPTED, RULES, delivered
from tests.services.builders import Hall
from tests.services.test_batch_files import confirmed, refused, rows_of, staged
from tests.services.test_payruns import FRIDAY, PAY, bonus


def lose_roles(hall: Hall, patch: pytest.MonkeyPatch, person_id: int, *, before: int = 1) -> None:
    """The person has no role from the moment before the so-manieth writing transaction on."""
    begin, number = hall.db.begin, count(1)

    @asynccontextmanager
    async def begun(cause: str | None = None) -> AsyncIterator[Tx]:
        if next(number) == before:
            async with begin() as tx:
                mine = schema.roles.c.person_id == person_id
                await tx.execute(schema.roles.delete().where(mine))
        async with begin(cause) as tx:
            yield tx

    patch.setattr(hall.db, "begin", begun)


async def test_who_is_no_admin_any_more_marks_no_further_payouts(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    boss = await hall.person("Boss", roles=(Role.admin,))
    for person in await hall.people(2):
        await bonus(hall, person, 500)
    await payruns.run_due(hall.db, now=FRIDAY, rules=PAY)
    (run,) = await hall.rows(schema.pay_runs)
    monkeypatch.setattr(marking, "_CHUNK", 1)
    lose_roles(hall, monkeypatch, boss, before=2)
    with pytest.raises(Refused, match="not-admin"):
        await payouts.mark_all(
            hall.db, run=run.number, state=PayoutState.paid, reference=None, by=boss, now=FRIDAY
        )
    assert [one.state for one in await hall.rows(schema.payouts)] == ["paid", "due"]


# Refusals are written first, also where there are none.
@pytest.mark.parametrize(("said", "before"), [(refused, 1), (confirmed, 2)])
async def test_who_speaks_for_no_client_any_more_applies_no_file(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, before: int,
    said: Callable[[dict[str, str]], dict[str, str]],
) -> None:  # fmt: skip
    made = await delivered(hall, tasks=2)
    number = await staged(made, [said(one) for one in await rows_of(made)])
    lose_roles(hall, monkeypatch, made.client, before=before)
    with pytest.raises(Refused, match="not-client"):
        await batches.apply_file(
            hall.db, number, by=made.client, cause=hall.cause(), now=ACCEPTED, rules=RULES
        )
    assert {line.client for line in await made.lines()} == {"waiting"}
    assert await made.refusals() == []
