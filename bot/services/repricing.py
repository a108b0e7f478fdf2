"""Another price for a task of a project: asked for, looked at, and set for new claims."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.amounts import typed_money
from bot.domain.awaiting import AwaitedText, require_asked
from bot.domain.money import Money
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.repricing import NewPrice, at_price, new_price
from bot.domain.rules import PayRules
from bot.effects.find_project import coordinated
from bot.effects.new_version import require_nobody_caught
from bot.effects.record import record
from bot.effects.touch_call import touch_calls
from storage import awaited_texts, people, projects
from storage.database import Database, Tx

ASKED = "reprice"
PROPOSED = "reprice-confirm"


async def ask(
    db: Database, *, key: str, by: int, card_id: int | None, now: datetime
) -> Project:  # fmt: skip
    """The next message of the person is the new price of that project."""
    async with db.begin() as tx:
        project = await coordinated(tx, key, by)
        args = {"key": key, "back": ["project", {"key": key}]}
        await awaited_texts.put(tx, by, ASKED, args, card_id=card_id, now=now)
        return project


async def propose(
    db: Database, *, asked: AwaitedText, text: str, now: datetime, rules: PayRules
) -> str:
    """Take the typed price; returns the number under which it can be looked at and set."""
    async with db.begin() as tx:
        project = await coordinated(tx, asked.args["key"], asked.person_id)
        found = new_price(project, typed_money(text, project.offer.pay.currency), rules.floors)
        args = asked.args | {"minor": found.price.minor, "version": project.version}
        return await awaited_texts.put(tx, asked.person_id, PROPOSED, args, card_id=None, now=now)


async def asked_about(db: Database, *, key: str, by: int, rules: PayRules) -> NewPrice:
    """What the present price means, for who is asked for a new one."""
    async with db.read() as tx:
        project = await coordinated(tx, key, by)
        return at_price(project, project.offer.pay, rules.floors)


async def proposed(
    db: Database, *, number: str, by: int, now: datetime, rules: PayRules
) -> NewPrice:
    """What the price would mean that was typed last."""
    async with db.read() as tx:
        return (await _proposed(tx, number, by, now, rules))[0]


async def reprice(
    db: Database, *, number: str, by: int, cause: str, now: datetime, rules: PayRules
) -> NewPrice:
    """Set the proposed price for new claims; what was claimed keeps its terms."""
    async with db.begin(cause) as tx:
        await people.locked(tx, by)
        found, args = await _proposed(tx, number, by, now, rules)
        project = await projects.locked(tx, found.project.id)
        if project.version != args["version"]:
            raise Refused("price-meanwhile", price=project.offer.pay)
        offer = replace(project.offer, pay=found.price)
        await require_nobody_caught(tx, project, offer, now=now)
        version = await projects.add_offer(tx, project, offer, now)
        await record(
            tx, "repriced", f"project:{project.key}", by=by, now=now,
            before={"version": project.version, "pay_minor": project.offer.pay.minor},
            after={
                "version": version, "pay_minor": found.price.minor,
                "currency": found.price.currency,
            },
        )  # fmt: skip
        await touch_calls(tx, project.id, now=now)
        await awaited_texts.drop(tx, by)
        return found


async def _proposed(
    tx: Tx, number: str, by: int, now: datetime, rules: PayRules
) -> tuple[NewPrice, dict[str, Any]]:
    found = require_asked(await awaited_texts.of_person(tx, by), PROPOSED, number, now)
    project = await coordinated(tx, found.args["key"], by)
    price = Money(found.args["minor"], project.offer.pay.currency)
    return new_price(project, price, rules.floors), found.args
