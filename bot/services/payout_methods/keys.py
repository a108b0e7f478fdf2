"""The keys under which payout details are kept: trying them, and changing them."""

from dataclasses import dataclass

from bot.effects.payout_details import opened, seal
from bot.vault import Vault
from storage import payout_methods
from storage.database import Database

_AT_A_TIME = 200


@dataclass(frozen=True, slots=True)
class Sealing:
    """How many details are kept, how many no key opens, and how many need an older key."""

    kept: int
    unopened: int
    older: int


async def sealing(db: Database, vault: Vault | None) -> Sealing:
    """Try every detail that is kept."""
    kept = unopened = older = last = 0
    while True:
        async with db.read() as tx:
            found = await payout_methods.sealed_after(tx, last, _AT_A_TIME, lock=False)
        for one in found:
            if vault is None or opened(vault, one) is None:
                unopened += 1
            elif not vault.is_newest(one.secret):
                older += 1
        kept += len(found)
        if len(found) < _AT_A_TIME:
            return Sealing(kept, unopened, older)
        last = found[-1].id


async def reseal(db: Database, vault: Vault) -> int:
    """Seal with the newest key whatever is under an older one; returns how many."""
    done = last = 0
    while True:
        async with db.begin() as tx:
            found = await payout_methods.sealed_after(tx, last, _AT_A_TIME, lock=True)
            for one in found:
                details = opened(vault, one)
                if details is None or vault.is_newest(one.secret):
                    continue
                (print_, *_) = vault.fingerprints(details.same_as)
                secret = seal(vault, one.person_id, details)
                await payout_methods.change(tx, one.id, secret=secret, fingerprint=print_)
                done += 1
        if len(found) < _AT_A_TIME:
            return done
        last = found[-1].id
