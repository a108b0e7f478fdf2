"""The key of payout details: whether it opens what is kept, and changing it."""

from collections.abc import AsyncIterator

from bot.app import opened
from bot.domain.findings import Finding
from bot.insistence import insistently
from bot.services import payout_methods
from bot.settings import Settings
from bot.vault import Vault
from storage.database import Database

_NO_KEY = "HIRINGHALL_KEY is not set"
_LOST = (
    "set the key that they were made with in HIRINGHALL_KEY, or have their owners give them anew"
)


async def try_keys(db: Database, settings: Settings) -> Finding:
    """Whether every payout detail that is kept can be opened, and under which key it is."""
    vault = Vault(settings.key) if settings.key else None
    found = await payout_methods.sealing(db, vault)
    if found.unopened:
        told = f"payout details: no key opens {found.unopened} of {found.kept}; {_LOST}"
        return Finding(well=False, text=told)
    if vault is None:
        told = f"payout details: refused, because {_NO_KEY}; `hiringhall key` makes one"
        return Finding(well=True, text=told)
    told = f"payout details: {found.kept} kept"
    if found.older:
        told += f", {found.older} of them under an older key (`hiringhall reseal`)"
    return Finding(well=True, text=told)


async def reseal(settings: Settings) -> AsyncIterator[Finding]:
    """Seal with the newest key what is under an older one, then say how things stand."""
    if not settings.key:
        yield Finding(well=False, text=f"payout details: {_NO_KEY}, so nothing can be done")
        return
    vault = Vault(settings.key)
    async with opened(settings) as db:
        done = await insistently(lambda: payout_methods.reseal(db, vault))
        yield Finding(well=True, text=f"payout details: {done} encrypted with the newest key")
        yield await try_keys(db, settings)
