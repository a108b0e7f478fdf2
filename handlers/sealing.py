"""What people write, sealed before it is stored for the first time: it may be payout details."""

from typing import Any

from bot.vault import Vault

# Updates that hold what somebody wrote; taps hold only what we wrote ourselves.
_WRITTEN = ("message", "edited_message")
_SEALED = "sealed"


def sealed(update: dict[str, Any], vault: Vault | None) -> dict[str, Any]:
    """The update as it is stored: under lock, with a key, where somebody wrote it."""
    if vault is None or not any(part in update for part in _WRITTEN):
        return update
    update_id = update["update_id"]
    return {"update_id": update_id, _SEALED: vault.seal(update, owner=_owner(update_id))}


def is_sealed(payload: dict[str, Any]) -> bool:
    """Whether the update lies under lock."""
    return _SEALED in payload


def unsealed(payload: dict[str, Any], update_id: int, vault: Vault | None) -> dict[str, Any]:
    """The update as it came; raises `LookupError` without a key, `UnopenedError` with another."""
    if not is_sealed(payload):
        return payload
    if vault is None:
        raise LookupError("HIRINGHALL_KEY is not set, and this update was sealed with it")
    update: dict[str, Any] = vault.open(payload[_SEALED], owner=_owner(update_id))
    return update


def _owner(update_id: int) -> str:
    return f"update:{update_id}"
