"""`hiringhall check`: trying out what the settings say, one finding after the other."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.app import opened
from bot.services import chats, roles
from bot.settings import Settings
from handlers.trial import introduce
from storage.database import OtherBotError, UnusableError


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was tried."""

    well: bool
    text: str


async def check(settings: Settings) -> AsyncIterator[Finding]:
    """Try the database, then Telegram; each finding says what to do where it is not well."""
    try:
        async with opened(settings) as db:
            sound = await db.is_sound()
            yield Finding(sound, "database: opened, newest schema, " + ("whole" if sound else
                          "DAMAGED: restore the latest backup"))  # fmt: skip
            holders = await roles.everybody(db)
            admins = {one.person.id for one in holders if one.role == "admin"} or settings.admins
            enough = len(admins) > 1
            text = f"admins: {len(admins)}"
            if not enough:
                text += " (appeals need a second one; add an id to HIRINGHALL_ADMINS)"
            yield Finding(well=True, text=text)
            groups = [chat for chat in await chats.registered(db) if chat.is_usable]
            yield Finding(well=True, text=f"work groups: {len(groups)}")
    except (OtherBotError, UnusableError) as error:
        yield Finding(well=False, text=f"database: {error}")
    except OSError as error:
        yield Finding(well=False, text=f"database: cannot be opened ({error.strerror})")
    said = await introduce(settings.token, settings.api_url)
    yield Finding(said.well, said.text)
