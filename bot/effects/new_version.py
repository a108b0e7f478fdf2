"""A new version of a project: for new claims only, and never against who holds a place."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.projects import NewProject, Offerings, Project
from bot.domain.refusal import Refused
from bot.domain.repricing import is_worse
from bot.domain.scheme_body import scheme_from
from bot.domain.schemes import Scheme
from storage import calls, draws, offers, people, projects, tasks
from storage.database import Tx


async def as_file(tx: Tx, project: Project) -> NewProject:
    """The project as its file says it."""
    scheme = await projects.scheme_body_of(tx, project.version_id)
    return NewProject(project.key, project.name, scheme, project.guidelines, project.offer)


async def with_client_price(
    tx: Tx, new: NewProject, known: Project, *, by: int | None
) -> NewProject:
    """What the file means: only admins see the price in what they take out, so others keep it."""
    sees_price = by is None or (await people.by_id(tx, by)).is_admin
    if sees_price or new.offer.client_price is not None:
        return new
    return replace(new, offer=replace(new.offer, client_price=known.offer.client_price))


async def require_nobody_caught(
    tx: Tx, project: Project, offer: Offerings, *, now: datetime
) -> None:
    """Refuse worse terms while somebody holds a place, or a hand is up, under the present ones.

    The project is kept to this transaction.
    """
    if not is_worse(offer, project.offer):
        return
    until = await offers.held_until(tx, project.id, now)
    if until is not None:
        raise Refused("terms-held", until=until)
    for call in await calls.unclosed(tx, project.id):
        draw = await draws.of_call(tx, call.id) if call.drawing else None
        if draw is not None:
            raise Refused("terms-drawn", until=draw.until)


async def require_tasks_fit(tx: Tx, project: Project, scheme: Mapping[str, Any]) -> None:
    """Refuse a scheme for which the tasks of the project were not made.

    The project is kept to this transaction.
    """
    wanted = scheme_from(scheme)
    if not wanted.takes_tasks_of(project.scheme) and await tasks.are_there(tx, project.id):
        refuse_shape(project.scheme, wanted)


def refuse_shape(made_for: Scheme, wanted: Scheme) -> None:
    """Say which tasks there are, and which the scheme takes."""
    if wanted.turns and not made_for.turns:
        raise Refused("scheme-turns", scheme=wanted.name, made_for=made_for.name)
    (has_least, has_most), (least, most) = made_for.responses, wanted.responses
    raise Refused(
        "scheme-shape", scheme=wanted.name, least=least, most=most, made_for=made_for.name,
        has_least=has_least, has_most=has_most,
    )  # fmt: skip


async def require_shown(tx: Tx, project: Project, version_id: int | None) -> None:
    """Refuse a claim by a button under which better terms stood than those of now.

    `version_id` is the version that was shown, where the button knows it.
    """
    if version_id is None or version_id == project.version_id:
        return
    shown = await projects.offer_of(tx, project.id, version_id)
    if shown is None or is_worse(project.offer, shown):
        raise Refused("terms-changed")
