"""A person's records as JSON: English field names, ISO times in UTC, amounts in minor units."""

import json
from datetime import UTC, datetime
from typing import Any

from bot.amounts import write_amount
from bot.domain.money import Money
from bot.domain.my_data import About, Page

VERSION = 1


def opened(about: About) -> str:
    """What stands before the first kind of record."""
    whole = {
        "version": VERSION, "made_at": about.made_at, "name": about.name,
        "pseudonym": about.pseudonym, "language": about.language, "zone": about.zone,
        "has_task_texts": about.has_tasks,
    }  # fmt: skip
    return f'{{"about":{written(whole)},\n"records":{{'


def part(page: Page, *, is_first_kind: bool) -> str:
    """A page of records."""
    before = ""
    if page.is_first:
        days = written({"kept_days": page.kept.days})[1:-1]
        between = "" if is_first_kind else ","
        before = f'{between}\n{json.dumps(page.kind)}:{{{days},"items":['
    elif page.records:
        before = ","
    items = ",\n".join(written(dict(one)) for one in page.records)
    return before + items + ("]}" if page.is_last else "")


def closed() -> str:
    """What stands behind the last kind of record."""
    return "\n}}\n"


def written(value: Any) -> str:
    """The value as compact JSON in the characters that were typed."""
    return json.dumps(
        value, default=_plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Money):
        amount = write_amount(value)
        return {"amount": amount, "currency": value.currency, "minor": value.minor}
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    raise TypeError(f"{type(value).__name__} in the records")
