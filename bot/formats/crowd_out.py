"""What was made of a crowd's votes as CSV: an answer for each task, or a ranking."""

import csv
import io
import json
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from bot.formats.cells import cell

_DIGITS: Final = 6


def answers_csv(
    tasks: Sequence[str], labels: Sequence[Any], units: Sequence[int], unit: Sequence[int],
    label: Sequence[int], share: Sequence[float], lead: Sequence[int],
) -> bytes:  # fmt: skip
    """A row for each task: `task,label,confidence,tied,shares`; no label where several lead.

    `tied` names those, and `shares` what speaks for each label, as JSON.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("task", "label", "confidence", "tied", "shares"))
    votes = zip(unit, label, share, strict=True)
    for nth, group in groupby(votes, key=itemgetter(0)):
        shares = {str(labels[place]): round(part, _DIGITS) for _, place, part in group}
        most = max(shares.values())
        tied = [name for name, part in shares.items() if part == most] if lead[nth] < 0 else []
        said = labels[lead[nth]] if lead[nth] >= 0 else ""
        told = json.dumps(shares, ensure_ascii=False)
        row = (
            cell(tasks[units[nth]]), cell(said), most, json.dumps(tied, ensure_ascii=False), told,
        )  # fmt: skip
        writer.writerow(row)
    return out.getvalue().encode()


def strengths_csv(
    items: Sequence[str], strength: Sequence[float], place: Sequence[int], group: Sequence[int]
) -> bytes:
    """A row for each item, group by group from the first place on: `item,strength,place,group`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("item", "strength", "place", "group"))
    rows = zip(group, place, items, strength, strict=True)
    for part, nth, name, own in sorted(rows):
        writer.writerow((cell(name), round(own, 9), nth, part + 1))
    return out.getvalue().encode()
