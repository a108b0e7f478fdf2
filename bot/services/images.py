"""Images that responses carry: sent to Telegram once, and what came of it."""

from bot.domain.images import Image
from storage import images
from storage.database import Database


async def by_digest(db: Database, digest: str) -> Image:
    """The image; it must exist."""
    async with db.read() as tx:
        return await images.by_digest(tx, digest)


async def taken(db: Database, image: Image, file_id: str) -> None:
    """Telegram has taken the image and gave it that name; nothing where that is known."""
    if image.file_id == file_id and image.refusal is None:
        return
    async with db.begin() as tx:
        await images.change(tx, image.digest, file_id=file_id, refusal=None)


async def refused(db: Database, image: Image, why: str) -> None:
    """Telegram did not take the image."""
    async with db.begin() as tx:
        await images.change(tx, image.digest, file_id=None, refusal=why[:255])
