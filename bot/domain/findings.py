"""What came of trying something out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was tried: whether it is well, and what was found, with what to do."""

    well: bool
    text: str
