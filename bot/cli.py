"""The command `hiringhall`."""

import asyncio
import logging
import os
import sys
from collections.abc import AsyncIterator, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console

from bot.domain.findings import Finding
from bot.domain.refusal import Refused
from bot.insistence import insistently
from bot.settings import Fault, Settings, SettingsFaults, role_faults

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
project_app = typer.Typer(no_args_is_help=True, help="Projects.")
app.add_typer(project_app, name="project")

_out = Console(highlight=False)
_err = Console(stderr=True, highlight=False)

EnvFile = Annotated[Path, typer.Option("--env", help="File with settings.")]
_ENV = Path(".env")


def main() -> None:
    """Run the command."""
    app()


def _settings(env: Path, *, optional: tuple[str, ...] = ()) -> Settings:
    """The settings, or all their faults and exit code 2."""
    faults = []
    if env != _ENV and not env.exists():
        faults.append(Fault(str(env), "is not there", "Name a file that is"))
    try:
        settings = Settings.read(os.environ, env, optional=optional)
    except SettingsFaults as wrong:
        faults += wrong.faults
    if faults:
        _quit(faults)
    return settings


def _quit(faults: list[Fault]) -> NoReturn:
    _err.print("[bold red]The settings are not right; nothing was started.[/]")
    for fault in faults:
        _err.print(f"  {fault}", markup=False, soft_wrap=True)
    raise typer.Exit(2)


def _fail(text: str, code: int = 1) -> NoReturn:
    _err.print(text, markup=False, soft_wrap=True)
    raise typer.Exit(code)


def _run(work: Coroutine[Any, Any, None]) -> None:
    """Run the coroutine; a refusal or another bot's database ends with words, not a traceback."""
    from handlers.client import TokenRefusedError
    from handlers.webhook import NoPortError
    from storage.database import OtherBotError, UnusableError

    try:
        asyncio.run(work)
    except Refused as no:
        from bot.texts import Texts

        facts = {name: str(v) if isinstance(v, datetime) else v for name, v in no.facts.items()}
        _fail(Texts.load().say("en", f"refused-{no.reason}", **facts))
    except (OtherBotError, UnusableError, TokenRefusedError, NoPortError) as error:
        _fail(str(error), 2)
    except KeyboardInterrupt:
        _err.print("stopped")


@app.command()
def run(
    env: EnvFile = _ENV,
    role: Annotated[
        str, typer.Option(help="What this process does: web, worker, or both.")
    ] = "both",
) -> None:
    """Run the bot until it is stopped (Ctrl-C or SIGTERM)."""
    settings = _settings(env)
    from bot import logs
    from bot.app import ProcessRole
    from bot.app import run as run_hall

    _check_role(settings, role, [one.value for one in ProcessRole])
    logs.set_up(settings.log_level, token=settings.token, secrets=settings.secrets)
    _run(_until_signal(run_hall(settings, ProcessRole(role))))


def _check_role(settings: Settings, role: str, known: list[str]) -> None:
    if role not in known:
        _quit([Fault("--role", f"{role!r} is not a role", f"Give one of {', '.join(known)}")])
    faults = role_faults(settings, role) if role != "both" else []
    if faults:
        _quit(faults)


async def _until_signal(work: Coroutine[Any, Any, None]) -> None:
    import signal

    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        _err.print("stopped")


@app.command()
def check(env: EnvFile = _ENV) -> None:
    """Say what the settings mean, and try them: the database, Telegram, the bot's rights."""
    settings = _settings(env)
    from bot.check import check as try_out

    for shown in settings.shown:
        _out.print(f"{shown.variable} = {shown.value}  ({shown.what_it_is}; {shown.source})",
                   markup=False, soft_wrap=True)  # fmt: skip

    # What goes wrong is told as a finding, not logged as well.
    logging.disable(logging.CRITICAL)
    try:
        _run(_told(try_out(settings)))
    finally:
        logging.disable(logging.NOTSET)


async def _told(findings: AsyncIterator[Finding]) -> None:
    """Print each finding; exit code 1 when one of them is not well."""
    well = True
    async for finding in findings:
        well = well and finding.well
        _out.print(("ok  ", "FAIL")[not finding.well], finding.text, markup=False, soft_wrap=True)
    if not well:
        raise typer.Exit(1)


@app.command()
def sandbox(
    port: Annotated[int, typer.Option(help="Port on the loopback; 0 takes a free one.")] = 0,
    stop_after: Annotated[float | None, typer.Option(help="Seconds until it ends.")] = None,
) -> None:
    """Run the local stand-in for Telegram alone, for people who write bots."""
    from sandbox.__main__ import serve

    _run(serve(port, stop_after))


@app.command()
def demo(
    *,
    once: Annotated[bool, typer.Option(help="Run the main job once, without a page.")] = False,
    data: Annotated[Path | None, typer.Option(help="Any import file.")] = None,
    port: Annotated[int, typer.Option(help="Port of the page; 0 takes a free one.")] = 0,
) -> None:
    """Show the main job on the local stand-in for Telegram."""
    from bot.demo import demo as show

    quiet = once or data is not None or not sys.stdin.isatty() or not sys.stdout.isatty()
    _run(show(once=quiet, data=data, port=port))


@project_app.command("create")
def create_project(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)], env: EnvFile = _ENV
) -> None:
    """Make a project from its YAML file, or a new version of it."""
    settings = _settings(env, optional=("TOKEN", "ADMINS"))
    from bot.formats.new_project import new_project
    from bot.services import projects

    made = new_project(file.read_bytes())
    if isinstance(made, list):
        _print_faults(made)
        _fail(f"{file}: no project was made.")

    async def create() -> None:
        async with _database(settings) as db:
            now = datetime.now(UTC)
            project = await insistently(
                lambda: projects.create(db, made, by=None, cause=None, now=now)
            )
            _out.print(f"Project {project.key}, version {project.version}.", markup=False)

    _run(create())


@app.command("import")
def import_tasks(
    project: str,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    *,
    skip_refused: Annotated[bool, typer.Option(help="Publish what is not refused.")] = False,
    env: EnvFile = _ENV,
) -> None:
    """Import tasks: a report by line, then everything is published, or nothing."""
    settings = _settings(env, optional=("TOKEN", "ADMINS"))
    from bot.services import imports

    async def publish() -> None:
        async with _database(settings) as db:
            report = await imports.inspect(
                db, project_key=project, name=file.name, data=file, by=None
            )
            _print_faults(report.faults)
            _out.print(
                f"{report.rows} rows ({report.format}): {len(report.items)} can be published, "
                f"{report.rows - len(report.items)} refused."
            )
            if not report.items:
                _fail("Nothing in it can be published.")
            if report.faults and not skip_refused:
                _fail("Nothing was published: mend the file, or add --skip-refused.")
            now = datetime.now(UTC)
            made = await insistently(
                lambda: imports.publish(
                    db, report, skip_refused=skip_refused, by=None, cause=None, now=now
                )
            )
            _out.print(f"Batch {made.batch}: {made.tasks} tasks published.", markup=False)

    _run(publish())


@app.command()
def export(
    project: str,
    *,
    form: Annotated[str, typer.Option("--format", help="raw or trl-preference")],
    out: Annotated[
        Path, typer.Option(dir_okay=False, help="The file to write; its data card goes beside it.")
    ],
    env: EnvFile = _ENV,
) -> None:
    """Export the ratings of a project with a data card."""
    settings = _settings(env, optional=("TOKEN", "ADMINS"))
    from bot.services import exports
    from bot.whole_file import write_whole

    async def write() -> None:
        async with _database(settings) as db:
            source = await exports.collect(db, project_key=project, by=None)
            made = exports.render(source, form, datetime.now(UTC))
            try:
                write_whole({out: made.body, out.with_name(made.card_name): made.card})
            except OSError as error:
                _fail(f"{out} cannot be written ({error.strerror}).")
            _out.print(f"{made.rows} rows in {out}", markup=False, soft_wrap=True)

    _run(write())


@app.command()
def key() -> None:
    """Print a new key for payout details, which goes into HIRINGHALL_KEY."""
    from bot.vault import new_key

    _out.print(new_key(), markup=False, soft_wrap=True)


@app.command()
def reseal(env: EnvFile = _ENV) -> None:
    """Encrypt payout details again that are still under an older key."""
    from bot import keys

    _run(_told(keys.reseal(_settings(env, optional=("TOKEN", "ADMINS")))))


@app.command()
def audit(env: EnvFile = _ENV) -> None:
    """Hold every promise about money against the database; exit code 1 when one is broken."""
    from bot.auditing import hold

    _run(_told(hold(_settings(env, optional=("TOKEN", "ADMINS")))))


def _print_faults(faults: list[Any]) -> None:
    from bot.texts import Texts
    from handlers.context import Words
    from handlers.messages.faults import fault_line

    words = Words(Texts.load(), "en")
    for fault in faults:
        _err.print(fault_line(words, fault), markup=False, soft_wrap=True)


def _database(settings: Settings) -> Any:
    from bot.app import opened

    return opened(settings)
