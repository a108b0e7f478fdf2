"""What a setting is, what is wrong with one, and what was understood of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

PREFIX = "HIRINGHALL_"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where, what it is, and what to do about it."""

    name: str
    what: str
    do: str

    def __str__(self) -> str:
        return f"{self.name}: {self.what}. {self.do}."


class SettingsFaults(Exception):  # noqa: N818 - it carries all faults, not one error
    """The settings are wrong; `faults` lists everything that is."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its default as it would be written (none: it must be given)."""

    name: str
    default: str | None
    parse: Callable[[str], Any]
    what_it_is: str
    missing: Any = None
    secret: bool = False
    shown: Callable[[str], str] = str

    @property
    def variable(self) -> str:
        """The environment variable, such as `HIRINGHALL_TOKEN`."""
        return PREFIX + self.name


@dataclass(frozen=True, slots=True)
class Shown:
    """What was understood of one setting, and from where; a secret's value is not in it."""

    variable: str
    value: str
    source: str
    what_it_is: str
