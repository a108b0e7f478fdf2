"""What each setting may be: from the text that was written to the value, or what is wrong."""

import base64
import re
from collections.abc import Callable, Mapping
from datetime import time
from pathlib import Path
from typing import Any

from bot.domain.payout_files import PayoutColumn
from bot.domain.payout_methods import MethodKind
from bot.domain.people import ANONYMOUS_IDS

LOCALES = Path(__file__).parent / "locales"

TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
_PASSWORD = re.compile(r"(?<=://)([^:/@\s]*):.*(?=@)")
KEY_BYTES = 32
_FIND_ID = "Bots such as @userinfobot tell a person the own id"


class Wrong(Exception):  # noqa: N818 - becomes a fault of the settings
    """A text that is no value: what is wrong with it, and what to do."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(what)
        # Somebody may have pasted the token, or an address with a password, into the wrong line.
        shown = TOKEN.sub("(a bot token, hidden)", what)
        self.what, self.do = _PASSWORD.sub(r"\1:***", shown), do


def token(text: str) -> str:
    """A bot token, which is never part of what is said about it."""
    if not text:
        raise Wrong("is not set", "Get a token from @BotFather in Telegram with /newbot")
    if not TOKEN.fullmatch(text):
        raise Wrong(
            "does not look like a bot token (digits, a colon, at least 30 letters and digits)",
            "Copy the whole token that @BotFather shows with /token",
        )
    return text


def admins(text: str) -> frozenset[int]:
    """Numeric ids of persons; names and Telegram's shared ids are refused."""
    if not text:
        raise Wrong("is not set", f"List the numeric Telegram ids of the admins. {_FIND_ID}")
    ids = [item.strip() for item in text.split(",") if item.strip()]
    odd = [item for item in ids if not re.fullmatch(r"[1-9][0-9]{0,15}", item)]
    if odd or not ids:
        raise Wrong(
            f"{', '.join(odd) or text!r} is no numeric id, and names can change hands",
            f"Give numbers such as 123456789. {_FIND_ID}",
        )
    shared = [item for item in ids if int(item) in ANONYMOUS_IDS]
    if shared:
        raise Wrong(
            f"{', '.join(shared)} is shared by all anonymous admins or channels of Telegram",
            f"Give the own id of each person. {_FIND_ID}",
        )
    return frozenset(int(item) for item in ids)


def whole(least: int, most: int) -> Callable[[str], int]:
    """A rule for whole numbers of that range."""

    def parse(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
            do = f"Give a whole number from {least} to {most}"
            raise Wrong(f"{text!r} is not a number in the range", do)
        return int(text)

    return parse


def one_of(known: Mapping[str, Any]) -> Callable[[str], Any]:
    """A rule for words of a list, in any case, each with its value."""
    values = {name.casefold(): value for name, value in known.items()}

    def parse(text: str) -> Any:
        if text.casefold() not in values:
            raise Wrong(f"{text!r} is not known", f"Give one of {', '.join(known)}")
        return values[text.casefold()]

    return parse


def hours(text: str) -> tuple[time, time]:
    """A span of the day, also over midnight; equal ends mean none."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})", text)
    try:
        a, b, c, d = map(int, match.groups() if match else ())
        return time(a, b), time(c, d)
    except ValueError:
        raise Wrong(f"{text!r} is not a span of the day", "Write it as in 22:00-08:00") from None


def keys(text: str) -> tuple[str, ...]:
    """Keys that seal, by commas, which are never part of what is said about them."""
    given = [item.strip() for item in text.split(",") if item.strip()]
    if not all(map(_is_key, given)) or (text and not given):
        do = "Make one with `hiringhall key`; several are parted by commas, the newest first"
        raise Wrong("is no key, or not only keys", do)
    return tuple(given)


def _is_key(text: str) -> bool:
    try:
        return len(base64.b64decode(text, altchars=b"-_", validate=True)) == KEY_BYTES
    except ValueError:
        return False


def payout_methods(text: str) -> tuple[MethodKind, ...]:
    """Kinds of payout methods, by commas, in the order in which they are offered."""
    known = one_of({kind.value: kind for kind in MethodKind})
    return tuple(dict.fromkeys(known(item.strip()) for item in text.split(",")))


def payout_columns(text: str) -> tuple[tuple[str, PayoutColumn], ...]:
    """Columns of the payout file, by commas: `column`, or `Header=column` to name it."""
    known = ", ".join(PayoutColumn)
    columns: list[tuple[str, PayoutColumn]] = []
    for item in (part.strip() for part in text.split(",") if part.strip()):
        header, _, name = item.rpartition("=")
        if name.strip().lower() not in tuple(PayoutColumn):
            raise Wrong(f"{item!r} is no column of the payout file", f"Take from {known}")
        column = PayoutColumn(name.strip().lower())
        columns.append((header.strip() or column.value, column))
    _refuse_unclear(columns)
    return tuple(columns)


def _refuse_unclear(columns: list[tuple[str, PayoutColumn]]) -> None:
    headers = [header.lower() for header, _ in columns]
    twice = sorted({header for header in headers if headers.count(header) > 1})
    if twice:
        raise Wrong(f"{', '.join(twice)} stands there twice", "Name each column once")
    swapped = [one for one, column in columns if one.lower() in set(PayoutColumn) - {column}]
    if swapped:
        do = "Take another header, or the file could not be read again"
        raise Wrong(f"{', '.join(swapped)} is the name of another column", do)
    if PayoutColumn.payout not in {column for _, column in columns}:
        do = "Add `payout`, by which the payer's report is matched"
        raise Wrong("has no column for the number of the payout", do)
