"""Names of things that travel, and people that Telegram itself plays."""

from datetime import datetime
from typing import Any

Json = dict[str, Any]

GROUP_ANONYMOUS_BOT: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
CHANNEL_BOT: Json = {
    "id": 136817688,
    "is_bot": True,
    "first_name": "Channel",
    "username": "Channel_Bot",
}


def unix(when: datetime) -> int:
    """Seconds since 1970, as Telegram writes dates."""
    return int(when.timestamp())
