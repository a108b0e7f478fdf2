"""Payout details in clear, for what hands them to the payer, and how they are sealed."""

from collections.abc import Collection

from bot.domain.payout_methods import Details, MethodKind
from bot.vault import UnopenedError, Vault
from storage import payout_methods
from storage.database import Tx
from storage.payout_methods import SealedDetails, sealed_for


async def details_for(
    tx: Tx, vault: Vault | None, method_ids: Collection[int]
) -> dict[int, Details | None]:
    """The details of these methods in clear, none where no key opens them."""
    found = await payout_methods.sealed(tx, method_ids)
    return {one.id: opened(vault, one) for one in found}


def opened(vault: Vault | None, sealed: SealedDetails) -> Details | None:
    """The details in clear; none without the right key, and where they were moved or damaged."""
    if vault is None:
        return None
    try:
        fields = vault.open(sealed.secret, owner=sealed.owner)
    except UnopenedError:
        return None
    return Details(sealed.kind, **fields)


def seal(vault: Vault, person_id: int, details: Details) -> str:
    """The details as they are kept."""
    fields = {"account": details.account, "bank": details.bank, "holder": details.holder}
    return vault.seal(fields, owner=sealed_for(person_id, details.kind))


def seal_part(vault: Vault, person_id: int, kind: MethodKind, fields: dict[str, str]) -> str:
    """What was given so far, as it is kept until the rest is there."""
    return vault.seal(fields, owner=f"part:{sealed_for(person_id, kind)}")


def open_part(
    vault: Vault, person_id: int, kind: MethodKind, secret: str | None
) -> dict[str, str]:
    """What was given so far; raises `UnopenedError`."""
    if secret is None:
        return {}
    fields: dict[str, str] = vault.open(secret, owner=f"part:{sealed_for(person_id, kind)}")
    return fields
