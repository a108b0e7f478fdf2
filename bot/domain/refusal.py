"""The expected "no": a reason and its facts, put into words by `handlers.errors` alone."""

from typing import Any


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """An act was refused, for a reason that the person is told.

    `reason` is a stable slug (the locale key is `refused-<reason>`), `facts` its arguments.
    Raised inside a transaction it rolls everything back.
    """

    def __init__(self, reason: str, **facts: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.reason} ({facts})" if facts else self.reason


class Contended(Exception):  # noqa: N818 - as above
    """Another transaction was quicker, and nothing was done; the next try sees what it did."""


class Repeated(Exception):  # noqa: N818 - as above
    """This cause has had its effect already; nothing was done a second time."""
