"""Names that others chose, made fit to stand in our sentences."""

import re

# Control characters, and signs that turn the direction of whatever follows the name.
_UNRULY = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
UNNAMED = "?"


def tame(name: object, most: int) -> str:
    """The name on one line, of at most so many characters, without hold on what is around it."""
    return (
        " ".join(_UNRULY.sub(" ", name if isinstance(name, str) else "").split())[:most] or UNNAMED
    )
