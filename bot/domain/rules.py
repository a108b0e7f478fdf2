"""The hall's numbers: each a setting, handed to the rules that need them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """The defaults of the hall; `docs/settings.md` lists what each is for."""

    open_jobs: int = 2
    offer_minutes: int = 10
    undo_seconds: int = 10
    skips_to_pull: int = 5
    quiet_from: str = "22:00"
    quiet_to: str = "08:00"
    language: str = "en"
    list_hours: int = 4
    draw_seconds: int = 60
