"""Broadcasts: prepared in the chat, confirmed by their count, sent page by page, reported."""

from bot.services.broadcasts.confirming import ask_count, confirm, follow, stop, undo
from bot.services.broadcasts.drafting import (
    ask,
    begin,
    choose,
    discard,
    drop_version,
    name_people,
    set_time,
    write,
    write_tier,
    write_time,
)
from bot.services.broadcasts.looking import (
    COUNT,
    IDS,
    TIER,
    TIME,
    WORDS,
    Choices,
    Desk,
    Prepared,
    Seen,
    choices,
    desk,
    prepared,
    report,
    seen,
    sent,
    still_gets,
    still_on,
)
from bot.services.broadcasts.news import switch_news, wants_news
from bot.services.broadcasts.sending import send_due

__all__ = [
    "COUNT", "IDS", "TIER", "TIME", "WORDS", "Choices", "Desk", "Prepared", "Seen", "ask",
    "ask_count", "begin", "choices", "choose", "confirm", "desk", "discard", "drop_version",
    "follow", "name_people", "prepared", "report", "seen", "send_due", "sent", "set_time",
    "still_gets", "still_on", "stop", "switch_news", "undo", "wants_news", "write", "write_tier",
    "write_time",
]  # fmt: skip
