"""What every command at the console does: reading settings, printing, ending with words."""

import asyncio
import os
from collections.abc import AsyncIterator, Coroutine
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console

from bot.domain.findings import Finding
from bot.domain.refusal import Refused
from bot.settings import Fault, Settings, SettingsFaults

stdout = Console(highlight=False)
stderr = Console(stderr=True, highlight=False)

EnvFile = Annotated[Path, typer.Option("--env", help="File with settings.")]
ENV = Path(".env")


def settings_of(env: Path, *, optional: tuple[str, ...] = ()) -> Settings:
    """The settings, or all their faults and exit code 2."""
    faults = []
    if env != ENV and not env.exists():
        faults.append(Fault(str(env), "is not there", "Name a file that is"))
    try:
        settings = Settings.read(os.environ, env, optional=optional)
    except SettingsFaults as wrong:
        faults += wrong.faults
    if not faults and settings.locales is not None:
        from bot.texts import BrokenLocale, add_languages

        try:
            add_languages(settings.locales)
        except BrokenLocale as broken:
            faults.append(Fault("HIRINGHALL_LOCALES", str(broken), "Mend that file"))
    if faults:
        quit_with(faults)
    return settings


def quit_with(faults: list[Fault]) -> NoReturn:
    """Say everything that is wrong with the settings; exit code 2."""
    stderr.print("[bold red]The settings are not right; nothing was started.[/]")
    for fault in faults:
        stderr.print(f"  {fault}", markup=False, soft_wrap=True)
    raise typer.Exit(2)


def fail(text: str, code: int = 1) -> NoReturn:
    """Say why it cannot be done, and end."""
    stderr.print(text, markup=False, soft_wrap=True)
    raise typer.Exit(code)


def carry_out(work: Coroutine[Any, Any, None]) -> None:
    """Run the coroutine; a refusal or another bot's database ends with words, not a traceback."""
    from bot.domain.hall_terms import TermsChangedError
    from handlers.client import TokenRefusedError
    from handlers.webhook import NoPortError
    from storage.database import OtherBotError, UnusableError

    try:
        asyncio.run(work)
    except Refused as no:
        from bot.texts import Texts

        facts = {name: str(v) if isinstance(v, datetime) else v for name, v in no.facts.items()}
        fail(Texts.load().say("en", f"refused-{no.reason}", **facts))
    except (
        OtherBotError, UnusableError, TokenRefusedError, NoPortError, TermsChangedError
    ) as error:  # fmt: skip
        fail(str(error), 2)
    except KeyboardInterrupt:
        stderr.print("stopped")


async def print_all(findings: AsyncIterator[Finding]) -> None:
    """Print each finding; exit code 1 when one of them is not well."""
    well = True
    async for finding in findings:
        well = well and finding.well
        stdout.print(
            ("ok  ", "FAIL")[not finding.well], finding.text, markup=False, soft_wrap=True
        )
    if not well:
        raise typer.Exit(1)


def print_faults(faults: list[Any]) -> None:
    """Print what is wrong in a file, by line."""
    from bot.texts import Texts
    from handlers.context import Words
    from handlers.messages.faults import fault_line

    words = Words(Texts.load(), "en")
    for fault in faults:
        stderr.print(fault_line(words, fault), markup=False, soft_wrap=True)


def print_scheme(body: dict[str, Any]) -> None:
    """Print what a rating scheme asks, as the chat shows it."""
    from bot.texts import Texts
    from handlers.context import Words
    from handlers.messages import scheme_words

    words = Words(Texts.load(), "en")
    for said in (scheme_words.shown(words, body), scheme_words.asked(words, body)):
        stdout.print(said.text, markup=False, soft_wrap=True)


async def save_scheme(settings: Settings, body: dict[str, Any]) -> None:
    """Keep the scheme under its name, for projects to come."""
    from bot.clock import SystemClock
    from bot.insistence import insistently
    from bot.services import schemes

    async with database(settings) as db:
        now = SystemClock().now()
        await insistently(lambda: schemes.save(db, body, by=None, cause=None, now=now))
        stdout.print(f"Saved: scheme: {body['name']}", markup=False)


def database(settings: Settings) -> Any:
    """The hall's database, for as long as the block lasts."""
    from bot.app import opened

    return opened(settings)
