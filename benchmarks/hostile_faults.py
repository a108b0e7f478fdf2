"""Faults in how imports are read, which the soak of hostile files must catch."""

from bot.formats import strict_json


def nan_passes() -> None:
    """Let NaN and infinity through, as Python's reader of JSON does."""
    vars(strict_json)["_constant"] = float


def any_depth() -> None:
    """Read what is nested however deep."""
    vars(strict_json)["_check_depth"] = _unchecked


def half_characters() -> None:
    """Take halves of surrogate pairs, which no database can hold."""
    vars(strict_json)["_check_characters"] = _unchecked


def _unchecked(*_given: object) -> None:
    return
