"""A new version of a project: for new claims only, and never against who holds a place."""

from datetime import datetime

from bot.domain.projects import Offerings, Project
from bot.domain.refusal import Refused
from bot.domain.repricing import is_worse
from storage import calls, draws, projects
from storage.database import Tx


async def require_nobody_caught(
    tx: Tx, project: Project, offer: Offerings, *, now: datetime
) -> None:
    """Refuse worse terms while somebody holds a place, or a hand is up, under the present ones.

    The project is kept to this transaction.
    """
    if not is_worse(offer, project.offer):
        return
    until = await calls.held_until(tx, project.id, now)
    if until is not None:
        raise Refused("terms-held", until=until)
    for call in await calls.unclosed(tx, project.id):
        draw = await draws.of_call(tx, call.id) if call.drawing else None
        if draw is not None:
            raise Refused("terms-drawn", until=draw.until)


async def require_shown(tx: Tx, project: Project, version_id: int | None) -> None:
    """Refuse a claim by a button under which better terms stood than those of now.

    `version_id` is the version that was shown, where the button knows it.
    """
    if version_id is None or version_id == project.version_id:
        return
    shown = await projects.offer_of(tx, project.id, version_id)
    if shown is None or is_worse(project.offer, shown):
        raise Refused("terms-changed")
