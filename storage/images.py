"""Images: added once, sent to Telegram once, and what became of that."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import bindparam, select, update

from bot.domain.images import Image
from storage.database import Tx
from storage.schema import images
from storage.statements import rows_by, unless_there

_ADD = unless_there(images, "digest")
_REFUSED = select(images.c.digest).where(
    images.c.digest.in_(bindparam("digests", expanding=True)), images.c.refusal.is_not(None)
)


async def add(tx: Tx, found: Iterable[Image], *, now: datetime) -> None:
    """Keep the images; one that is there already stays as it is."""
    for one in found:
        row = {"digest": one.digest, "body": one.body, "address": one.address, "created_at": now}
        await tx.execute(_ADD[tx.dialect.name], row)


async def by_digest(tx: Tx, digest: str) -> Image:
    """The image; it must exist."""
    row = (await tx.execute(rows_by(images, "digest"), {"digest": digest})).one()
    return Image(row.digest, row.body, row.address, row.file_id, row.refusal)


async def refused(tx: Tx, digests: Collection[str]) -> frozenset[str]:
    """Which of the images Telegram did not take when they were last sent."""
    if not digests:
        return frozenset()
    return frozenset((await tx.execute(_REFUSED, {"digests": list(digests)})).scalars())


async def change(tx: Tx, digest: str, *, file_id: str | None, refusal: str | None) -> None:
    """Write what came of sending the image."""
    new = update(images).where(images.c.digest == digest)
    await tx.execute(new.values(file_id=file_id, refusal=refusal))
