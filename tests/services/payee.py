"""A person who is to be paid: what is tapped and typed about payout methods."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import Any

from bot.domain.payout_methods import Details, MethodKind
from bot.domain.rules import PayRules
from bot.effects.payout_details import details_for
from bot.services import inbox, payout_methods
from bot.services.payout_methods import Typed
from bot.vault import Vault, new_key
from storage import schema
from storage.database import Database
from tests.services.builders import NOW, Hall

IBAN = "DE89370400440532013000"
OTHER = "GB82WEST12345698765432"
RULES = PayRules()
VAULT = Vault([new_key()])


@dataclass
class Owner:
    """A person with a phone in a hall."""

    hall: Hall
    id: int
    vault: Vault | None = VAULT
    _messages: Any = field(default_factory=lambda: count(500))

    @property
    def db(self) -> Database:
        return self.hall.db

    async def ask(self, kind: MethodKind = MethodKind.iban, *, now: datetime = NOW) -> None:
        await payout_methods.ask(
            self.db, kind=kind, person_id=self.id, card_id=77, vault=self.vault, rules=RULES,
            cause=self.hall.cause(), now=now,
        )  # fmt: skip

    async def typed(self, text: str | None, **more: Any) -> Typed:
        """A message that came in, stored with its words."""
        message_id = next(self._messages)
        told = {"update_id": self.id * 1000 + message_id, "message": {"text": text}}
        update_id = told["update_id"]
        assert isinstance(update_id, int)
        await inbox.receive(self.db, [(update_id, self.id, told)], NOW)
        chat = (await self.hall.who(self.id)).telegram_id or 0
        return replace(Typed(self.id, chat, message_id, update_id, text), **more)

    async def write(self, text: str | None, *, now: datetime = NOW, **more: Any) -> bool:
        typed = await self.typed(text, **more)
        return await payout_methods.take(
            self.db, typed, vault=self.vault, cause=self.hall.cause(), now=now
        )

    async def confirm(self, number: str, *, now: datetime = NOW) -> None:
        await payout_methods.confirm(
            self.db, number=number, person_id=self.id, vault=self.vault, rules=RULES,
            cause=self.hall.cause(), now=now,
        )  # fmt: skip

    async def give(self, account: str = IBAN, *, now: datetime = NOW) -> str:
        """A confirmed bank account; returns its number."""
        await self.ask(now=now)
        await self.write(account, now=now)
        await self.write("Ada Lovelace", now=now)
        number = str((await self.rows())[-1].number)
        await self.confirm(number, now=now)
        return number

    async def rows(self) -> list[Any]:
        table = schema.payout_methods
        return await self.hall.rows(table, table.c.person_id == self.id)

    async def states(self) -> list[str]:
        return [row.state for row in await self.rows()]

    async def paid_at(self, now: datetime) -> str | None:
        found = await payout_methods.chosen(self.db, person_id=self.id, now=now)
        return found.now.last_four if found.now else None

    async def clear(self) -> list[Details | None]:
        """The details of all methods as the payer's file would have them."""
        async with self.db.read() as tx:
            ids = [row.id for row in await self.rows()]
            found = await details_for(tx, self.vault, ids)
        return [found[one] for one in ids]
