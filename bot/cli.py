"""The command `hiringhall`."""

import asyncio
import logging
import sys
from collections.abc import Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.console import (
    ENV,
    EnvFile,
    carry_out,
    database,
    fail,
    print_all,
    print_faults,
    print_scheme,
    quit_with,
    save_scheme,
    settings_of,
    stderr,
    stdout,
)
from bot.crowd_commands import aggregate, agreement
from bot.insistence import insistently
from bot.settings import Fault, Settings, role_faults

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
project_app = typer.Typer(no_args_is_help=True, help="Projects.")
app.add_typer(project_app, name="project")
app.command()(agreement)
app.command()(aggregate)


def main() -> None:
    """Run the command."""
    app()


@app.command()
def run(
    env: EnvFile = ENV,
    role: Annotated[
        str, typer.Option(help="What this process does: web, worker, or both.")
    ] = "both",
) -> None:
    """Run the bot until it is stopped (Ctrl-C or SIGTERM)."""
    settings = settings_of(env)
    from bot import logs
    from bot.app import ProcessRole
    from bot.app import run as run_hall

    _check_role(settings, role, [one.value for one in ProcessRole])
    logs.set_up(settings.log_level, token=settings.token, secrets=settings.secrets)
    carry_out(_until_signal(run_hall(settings, ProcessRole(role))))


def _check_role(settings: Settings, role: str, known: list[str]) -> None:
    if role not in known:
        quit_with([Fault("--role", f"{role!r} is not a role", f"Give one of {', '.join(known)}")])
    faults = role_faults(settings, role) if role != "both" else []
    if faults:
        quit_with(faults)


async def _until_signal(work: Coroutine[Any, Any, None]) -> None:
    import signal

    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        stderr.print("stopped")


@app.command()
def check(env: EnvFile = ENV) -> None:
    """Say what the settings mean, and try them: the database, Telegram, the bot's rights."""
    settings = settings_of(env)
    from bot.check import check as try_out

    for shown in settings.shown:
        stdout.print(f"{shown.variable} = {shown.value}  ({shown.what_it_is}; {shown.source})",
                   markup=False, soft_wrap=True)  # fmt: skip

    # What goes wrong is told as a finding, not logged as well.
    logging.disable(logging.CRITICAL)
    try:
        carry_out(print_all(try_out(settings)))
    finally:
        logging.disable(logging.NOTSET)


@app.command()
def sandbox(
    port: Annotated[int, typer.Option(help="Port on the loopback; 0 takes a free one.")] = 0,
    stop_after: Annotated[float | None, typer.Option(help="Seconds until it ends.")] = None,
) -> None:
    """Run the local stand-in for Telegram alone, for people who write bots."""
    from sandbox.__main__ import serve

    carry_out(serve(port, stop_after))


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
    carry_out(show(once=quiet, data=data, port=port))


@project_app.command("create")
def create_project(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)], env: EnvFile = ENV
) -> None:
    """Make a project from its YAML file, or a new version of it."""
    settings = settings_of(env, optional=("TOKEN", "ADMINS"))
    from bot.formats.new_project import new_project
    from bot.services import projects, schemes

    async def create() -> None:
        async with database(settings) as db:
            own = await schemes.own_bodies(db)
            made = new_project(file.read_bytes(), own, settings.rules.sureness)
            if isinstance(made, list):
                print_faults(made)
                fail(f"{file}: no project was made.")
            now = datetime.now(UTC)
            project = await insistently(
                lambda: projects.create(db, made, by=None, cause=None, now=now)
            )
            stdout.print(f"Project {project.key}, version {project.version}.", markup=False)

    carry_out(create())


@app.command()
def scheme(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    *,
    publish: Annotated[bool, typer.Option(help="Save it, so that projects can name it.")] = False,
    env: EnvFile = ENV,
) -> None:
    """Check the YAML file of a rating scheme and print what it asks; --publish saves it."""
    from bot.formats.scheme_file import read_scheme

    made = read_scheme(file.read_bytes())
    if isinstance(made, list):
        print_faults(made)
        fail(f"{file}: no scheme yet.")
    print_scheme(made)
    if publish:
        carry_out(save_scheme(settings_of(env, optional=("TOKEN", "ADMINS")), made))


@app.command()
def course(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)], env: EnvFile = ENV
) -> None:
    """Publish a training or an exam from its YAML file, or a new version of it."""
    settings = settings_of(env, optional=("TOKEN", "ADMINS"))
    from bot.formats.course_file import read_course
    from bot.services import courses

    made = read_course(file.read_bytes())
    if isinstance(made, list):
        print_faults(made)
        fail(f"{file}: no course was published.")

    async def publish() -> None:
        async with database(settings) as db:
            now = datetime.now(UTC)
            found = await insistently(
                lambda: courses.publish(db, made, by=None, cause=None, now=now)
            )
            text = f"{made.kind.capitalize()} {made.key}, version {found.version}."
            stdout.print(text, markup=False)

    carry_out(publish())


@app.command("import")
def import_tasks(
    project: str,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    *,
    skip_refused: Annotated[bool, typer.Option(help="Publish what is not refused.")] = False,
    env: EnvFile = ENV,
) -> None:
    """Import tasks: a report by line, then everything is published, or nothing."""
    from bot.importing import import_file

    settings = settings_of(env, optional=("TOKEN", "ADMINS"))
    carry_out(import_file(settings, project, file, skip_refused=skip_refused))


@app.command()
def export(
    project: str,
    *,
    form: Annotated[str, typer.Option("--format", help="raw, trl-preference, crowd-kit, …")],
    out: Annotated[
        Path, typer.Option(dir_okay=False, help="The file to write; its data card goes beside it.")
    ],
    since: Annotated[
        str | None, typer.Option("--from", help="Handed in from that day on.")
    ] = None,
    to: Annotated[
        str | None, typer.Option(help="Handed in up to that day, the day included.")
    ] = None,
    verdict: Annotated[list[str] | None, typer.Option(help="Only these; may be repeated.")] = None,
    min_confidence: Annotated[int | None, typer.Option(min=0, max=100, help="Per cent.")] = None,
    min_agreement: Annotated[int | None, typer.Option(min=0, max=100, help="Per cent.")] = None,
    gzip: Annotated[
        bool, typer.Option("--gzip", help="Compress it; the name ends with .gz.")
    ] = False,
    env: EnvFile = ENV,
) -> None:
    """Export the ratings of a project with a data card."""
    settings = settings_of(env, optional=("TOKEN", "ADMINS"))
    from bot.exporting import Wanted, export_file

    wanted = Wanted(
        project, form, out, since, to, verdict or [], min_confidence, min_agreement, gzip
    )  # fmt: skip
    carry_out(export_file(settings, wanted, now=datetime.now(UTC)))


@app.command()
def key() -> None:
    """Print a new key for payout details, which goes into HIRINGHALL_KEY."""
    from bot.vault import new_key

    stdout.print(new_key(), markup=False, soft_wrap=True)


@app.command()
def reseal(env: EnvFile = ENV) -> None:
    """Encrypt payout details again that are still under an older key."""
    from bot import keys

    carry_out(print_all(keys.reseal(settings_of(env, optional=("TOKEN", "ADMINS")))))


@app.command()
def audit(env: EnvFile = ENV) -> None:
    """Hold every promise about money against the database; exit code 1 when one is broken."""
    from bot.auditing import hold

    carry_out(print_all(hold(settings_of(env, optional=("TOKEN", "ADMINS")))))


@app.command()
def retain(
    *,
    yes: Annotated[bool, typer.Option(help="Delete it, and not only count it.")] = False,
    env: EnvFile = ENV,
) -> None:
    """Count what is older than its retention, or delete it."""
    from bot.retain import retain as keep_or_delete

    settings = settings_of(env, optional=("TOKEN", "ADMINS"))
    carry_out(print_all(keep_or_delete(settings, yes=yes, now=datetime.now(UTC))))
