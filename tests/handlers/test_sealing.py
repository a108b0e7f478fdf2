"""What people write is sealed on its way into the inbox, and opened only to be worked off."""

from typing import Any

import pytest
from sqlalchemy import select

from bot.vault import UnopenedError, Vault, new_key
from handlers.receiving import Receiver
from handlers.sealing import sealed, unsealed
from sandbox import SandboxClock
from storage.database import Database
from storage.schema import inbox as table
from tests.handlers.test_intake import Desk, intake_at, message

VAULT = Vault([new_key()])
CANARY = "DE89370400440532013000"


def edited(update_id: int) -> dict[str, Any]:
    return {"update_id": update_id, "edited_message": message(1, 5, CANARY)["message"]}


def tapped(update_id: int) -> dict[str, Any]:
    return {"update_id": update_id, "callback_query": {"id": "1", "from": {"id": 5}, "data": "m"}}


def test_what_somebody_wrote_is_sealed_and_a_tap_is_not() -> None:
    for written in (message(7, 5, CANARY), edited(7)):
        kept = sealed(written, VAULT)
        assert set(kept) == {"update_id", "sealed"}
        assert CANARY not in str(kept)
        assert unsealed(kept, 7, VAULT) == written
    assert sealed(tapped(7), VAULT) == tapped(7)
    assert sealed(message(7, 5), None) == message(7, 5)
    assert unsealed(message(7, 5), 7, VAULT) == message(7, 5)


def test_what_is_sealed_opens_as_the_same_update_with_the_same_key_only() -> None:
    kept = sealed(message(7, 5, CANARY), VAULT)
    for update_id, vault in ((8, VAULT), (7, Vault([new_key()]))):
        with pytest.raises(UnopenedError):
            unsealed(kept, update_id, vault)
    with pytest.raises(LookupError, match="HIRINGHALL_KEY"):
        unsealed(kept, 7, None)


async def rows(db: Database) -> list[Any]:
    async with db.read() as tx:
        return list((await tx.execute(select(table).order_by(table.c.update_id))).all())


async def receive(db: Database, *updates: dict[str, Any]) -> None:
    receiver = Receiver(db, SandboxClock(), stored=lambda: None, vault=VAULT)
    assert await receiver.receive(list(updates)) == updates[-1]["update_id"]


async def test_updates_are_worked_off_as_they_were_written(db: Database) -> None:
    desk = Desk()
    await receive(db, message(1, 5, CANARY), message(2, 5, "two"))
    assert CANARY not in str(await rows(db))
    assert [row.lane for row in await rows(db)] == [5, 5]
    await intake_at(db, desk, vault=VAULT).drain()
    assert desk.seen == [(1, CANARY), (2, "two")]


async def test_what_fails_for_good_stays_sealed(db: Database) -> None:
    desk = Desk()
    desk.fails[CANARY] = 3
    await receive(db, message(1, 5, CANARY))
    await intake_at(db, desk, vault=VAULT).drain()
    (row,) = await rows(db)
    assert (row.state, row.error) == ("aside", "KeyError")
    assert CANARY not in str(row)


async def test_without_its_key_an_update_is_set_aside_and_the_rest_goes_on(db: Database) -> None:
    desk = Desk()
    await receive(db, message(1, 5, CANARY))
    plain = Receiver(db, SandboxClock(), stored=lambda: None)
    await plain.receive([message(2, 5, "two")])
    await intake_at(db, desk).drain()
    assert [row.state for row in await rows(db)] == ["aside", "done"]
    assert desk.seen == [(2, "two")]
