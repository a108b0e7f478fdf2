"""`hiringhall check`: trying out what the settings say, one finding after the other."""

from collections.abc import AsyncIterator

from bot.app import opened
from bot.clock import SystemClock
from bot.domain.findings import Finding
from bot.domain.hall_terms import TermsChangedError
from bot.domain.health import Facts
from bot.domain.people import Role
from bot.keys import try_keys
from bot.services import chats, consents, health, roles
from bot.services import groups as work_groups
from bot.settings import Settings
from handlers.trial import introduce
from storage.database import Database, OtherBotError, UnusableError

_GIGABYTE = 1 << 30


async def check(settings: Settings) -> AsyncIterator[Finding]:
    """Try the database, then Telegram; each finding says what to do where it is not well."""
    now = SystemClock().now()
    try:
        async with opened(settings) as db:
            looked = await health.look(db, now=now, thorough=True)
            yield _database(looked.facts)
            async for finding in _hall(db, settings):
                yield finding
            yield await try_keys(db, settings)
            yield await _terms(db, settings)
    except (OtherBotError, UnusableError) as error:
        yield Finding(well=False, text=f"database: {error}")
    except OSError as error:
        yield Finding(well=False, text=f"database: cannot be opened ({error.strerror})")
    for finding in await introduce(
        settings.token, settings.api_url, webhook_url=settings.webhook_url, now=now
    ):
        yield finding


def _database(facts: Facts | None) -> Finding:
    if facts is None:
        return Finding(well=False, text="database: does not answer; look at its server and log")
    told = f"database: {facts.engine}, schema {facts.schema}, the newest"
    if facts.disk_free is not None:
        told += f", {facts.disk_free / _GIGABYTE:.1f} GB free"
    if facts.sound is False:
        return Finding(well=False, text=f"{told}; DAMAGED: restore the latest backup")
    return Finding(well=True, text=f"{told}, whole")


async def _terms(db: Database, settings: Settings) -> Finding:
    """Whether the terms of the settings can be published, and what that would mean."""
    new = settings.hall_terms
    try:
        known = await consents.publishable(db, new)
    except TermsChangedError as error:
        return Finding(well=False, text=f"terms: {error}")
    languages = ", ".join(sorted(new.texts)) or "none of the hall's own"
    text = f"terms: version {new.version}, texts: {languages}"
    if known is not None and new.version > known.version:
        text += "; new, so everybody is asked before the next claim"
    return Finding(well=True, text=text)


def _deciders(admins: int, arbiters: int, silent: int) -> Finding:
    """Whether somebody else could decide an appeal; else nothing is decided that bars work.

    `silent` are those among them to whom the bot cannot write.
    """
    text = f"admins: {admins}, arbiters: {arbiters}"
    if silent:
        text += f", of whom {silent} cannot be written to before /start"
    if admins + arbiters - silent < 2:
        do = (
            "each of them has to send /start to the bot"
            if admins + arbiters >= 2
            else "add an admin's id to HIRINGHALL_ADMINS, or give somebody outside the role with "
            "`/roles grant ID arbiter`"
        )
        text += (
            " (WARNING: nobody could decide an appeal, so suspensions, holds and deactivations "
            f"are refused; {do})"
        )
    return Finding(well=True, text=text)


async def _hall(db: Database, settings: Settings) -> AsyncIterator[Finding]:
    holders = await roles.everybody(db)
    admins = {one.person.id for one in holders if one.role == Role.admin}
    arbiters = {one.person.id for one in holders if one.role == Role.arbiter} - admins
    silent = {
        one.person.id
        for one in holders
        if one.person.id in admins | arbiters and not one.person.is_reachable
    }
    # Before the first start nobody is known yet.
    expected = 0 if admins else len(settings.admins)
    yield _deciders(len(admins) + expected, len(arbiters), len(silent) + expected)
    groups = await chats.registered(db)
    usable = [chat for chat in groups if chat.is_usable]
    yield Finding(well=True, text=f"work groups: {len(usable)}")
    for one in await work_groups.everything(db):
        if not one.chat.is_usable:
            do = "add it again, or let it write there"
            text = f"work group {one.chat.title}: the bot cannot post; {do}"
            yield Finding(well=False, text=text)
            continue
        yield Finding(well=True, text=_group(one))


def _group(one: work_groups.GroupUse) -> str:
    """What the bot may do in a work group, and what the calls there are for."""
    rights = one.chat.rights
    may = {"pin": rights.may_pin, "invite": rights.may_invite, "remove": rights.may_remove}
    able = ", ".join(["post", *(name for name, given in may.items() if given)])
    text = f"work group {one.chat.title}: the bot may {able}"
    if lacking := [name for name, given in may.items() if not given]:
        text += f" (not {', '.join(lacking)})"
    languages = ", ".join(one.chat.languages) or "all languages"
    projects = ", ".join(one.projects) or "all projects"
    return f"{text}; for {languages}, {projects}"
