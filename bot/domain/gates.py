"""Gates: what somebody who may claim is asked before the first job of a project."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class GateKind(StrEnum):
    """What is asked."""

    consent = "consent"  # the terms of the hall have changed
    profile = "profile"  # something about the person that the project needs to know
    training = "training"
    exam = "exam"
    guidelines = "guidelines"  # new ones, or ones with a short check
    warning = "warning"  # what the tasks contain


# Passed in a minute or two: a place is held meanwhile.
HELD = frozenset({GateKind.consent, GateKind.profile, GateKind.guidelines, GateKind.warning})


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that is asked; `what` names it within its kind (a field, a course, a version)."""

    kind: GateKind
    what: str = ""

    @property
    def holds(self) -> bool:
        """Whether a place is held for who stands before it."""
        return self.kind in HELD


def mark_of(text: str) -> str:
    """A short name of a text, another one for every change of it; fits a button."""
    return sha256(text.encode()).hexdigest()[:12]
