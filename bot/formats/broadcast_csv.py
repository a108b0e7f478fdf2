"""What became of a broadcast as CSV, one row a person: UTF-8 with a byte order mark, UTC times."""

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from bot.formats.cells import harmless

COLUMNS: Final = ("person", "language", "result", "at")


def broadcast_csv(rows: Iterable[Sequence[Any]]) -> bytes:
    """The rows as they were given; people by the short name that the hall gave them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for person, language, result, at in rows:
        when = at.isoformat() if isinstance(at, datetime) else ""
        writer.writerow((harmless(person), harmless(language), result, when))
    return codecs.BOM_UTF8 + out.getvalue().encode()
