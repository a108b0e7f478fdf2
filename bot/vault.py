"""Where payout details are kept: sealed by the keys of the hall, and compared without opening."""

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Sequence
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.setting_rules import KEY_BYTES


class UnopenedError(Exception):
    """What was sealed cannot be opened: by another key, for something else, or damaged."""


def new_key() -> str:
    """A key that nobody knows yet, as `HIRINGHALL_KEY` takes it."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()


class Vault:
    """Seals with the first of its keys, and opens with any of them."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._each = [Fernet(key) for key in keys]
        self._all = MultiFernet(self._each)
        self._prints = [_print_key(key) for key in keys]

    def seal(self, what: Any, *, owner: str) -> str:
        """What JSON can hold, sealed; it opens for the same `owner` only."""
        whole = json.dumps([owner, what], ensure_ascii=False, separators=(",", ":"))
        return self._all.encrypt(whole.encode()).decode()

    def open(self, sealed: str, *, owner: str) -> Any:
        """What was sealed for that owner; raises `UnopenedError`, which tells nothing of it."""
        try:
            whole = self._all.decrypt(sealed)
        except (InvalidToken, ValueError):
            raise UnopenedError from None
        sealed_for, what = json.loads(whole)
        if sealed_for != owner:
            raise UnopenedError
        return what

    def is_newest(self, sealed: str) -> bool:
        """Whether it is sealed with the first key, so that the others are not needed for it."""
        try:
            self._each[0].decrypt(sealed)
        except (InvalidToken, ValueError):
            return False
        return True

    def fingerprints(self, text: str) -> tuple[str, ...]:
        """Signs under which equal texts are found again, one for each key, the newest first.

        Without the key nothing can be said about the text, not even by trying all of them.
        """
        body = text.encode()
        return tuple(hmac.new(key, body, hashlib.sha256).hexdigest() for key in self._prints)


def _print_key(key: str) -> bytes:
    # The key that seals does nothing else.
    return hmac.new(base64.urlsafe_b64decode(key), b"fingerprint", hashlib.sha256).digest()
