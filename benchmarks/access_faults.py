"""Faults of rights: a door that stands open, outside of the code that has it shut."""

# ruff: noqa: SLF001 - a fault reaches inside, where no door is meant to be

from typing import Any


def everybody_admin() -> None:
    """Whoever asks is taken for an admin."""
    from bot.domain.people import Person

    Person.is_admin = property(lambda _: True)  # type: ignore[assignment,method-assign]


def anybodys_job() -> None:
    """A job is whose number is known, and any button of it is fresh."""
    from bot.effects import act_on_job

    def theirs(job: Any, _person_id: int, _step: int | None) -> Any:
        return job

    act_on_job._open = theirs  # type: ignore[assignment]


def short_token() -> None:
    """Of a link's token only the first four signs count."""
    from bot.domain.role_links import digest
    from bot.services.roles import links

    links.digest = lambda token: digest(token[:4])  # type: ignore[attr-defined]


def link_for_all() -> None:
    """Who takes the role of a link need not be who opened it."""
    from dataclasses import replace

    from bot.services.roles import links
    from storage import role_links

    locked = role_links.locked

    async def anybodys(tx: Any, link_id: int) -> Any:
        found = await locked(tx, link_id)
        return None if found is None else replace(found, used_by=-1)

    role_links.locked = anybodys
    links.require_for = lambda link, *_: link  # type: ignore[attr-defined]
