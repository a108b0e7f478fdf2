"""What can be stored of an update, whatever was in it: one that cannot must not stop the rest."""

import json
from typing import Any

from storage.database import to_json

# What a whole number in the database can be.
MOST = 2**63 - 1


def storable(update: Any) -> dict[str, Any] | None:
    """The update as the database takes it; none when it has no usable id.

    Half a surrogate pair and the character NUL, which PostgreSQL takes nowhere, become "?"; one
    that cannot be written at all keeps only its id, so that it is acknowledged and never comes
    back.
    """
    update_id = update.get("update_id") if isinstance(update, dict) else None
    if not isinstance(update_id, int) or isinstance(update_id, bool) or not 0 <= update_id <= MOST:
        return None
    try:
        text = to_json(update)
        body = text.encode(errors="replace")
    except (ValueError, RecursionError):
        return {"update_id": update_id}
    whole: dict[str, Any] = (
        update if body == text.encode(errors="surrogatepass") else json.loads(body)
    )
    return _without_nul(whole) if "\\u0000" in text else whole


def _without_nul(part: Any) -> Any:
    if isinstance(part, str):
        return part.replace("\0", "?")
    if isinstance(part, list):
        return [_without_nul(one) for one in part]
    if isinstance(part, dict):
        return {_without_nul(name): _without_nul(one) for name, one in part.items()}
    return part
