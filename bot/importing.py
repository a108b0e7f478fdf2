"""The command that imports tasks from the server's disk, with a bar that says how far it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from rich.progress import BarColumn, Progress, TaskProgressColumn, TimeRemainingColumn

from bot.clock import SystemClock
from bot.console import database, fail, print_faults, stderr, stdout
from bot.insistence import insistently
from bot.services import imports
from bot.services.imports import Report, Seen
from bot.settings import Settings

_DOING: Final = {"reading": "Checking", "adding": "Bringing in", "opening": "Opening"}


async def import_file(
    settings: Settings, project: str, file: Path, *, skip_refused: bool
) -> None:  # fmt: skip
    """Report on the file by line, then publish everything, or nothing."""
    async with database(settings) as db:
        with _bar(file) as seen:
            report = await imports.inspect(
                db, project_key=project, name=file.name, data=file, by=None, seen=seen
            )
        _tell(report, skip_refused=skip_refused)
        with _bar(file, report.good) as seen:
            made = await insistently(
                lambda: imports.publish(
                    db, report, skip_refused=skip_refused, by=None, cause=None,
                    now=SystemClock().now(), seen=seen,
                )
            )  # fmt: skip
        stdout.print(f"Batch {made.batch}: {made.tasks} tasks published.", markup=False)


def _tell(report: Report, *, skip_refused: bool) -> None:
    """Print what is in the file; ends the command where nothing of it may be published."""
    print_faults(report.faults)
    stdout.print(
        f"{report.rows} rows ({report.format}): {report.good} can be published, "
        f"{report.refused} refused."
    )
    if report.labelled:
        stdout.print(f"{report.labelled} come with labels, kept as predictions and shown nobody.")
    if report.left_out:
        stdout.print(f"Not taken over: {', '.join(report.left_out)}", markup=False)
    if not report.good:
        fail("Nothing in it can be published.")
    if (report.faults or report.refused) and not skip_refused:
        fail("Nothing was published: mend the file, or add --skip-refused.")


@contextmanager
def _bar(file: Path, tasks: int = 0) -> Iterator[Seen]:
    """A bar for each thing that is done; none where nobody looks."""
    columns = ("{task.description}", BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=stderr, disable=not stderr.is_terminal) as progress:
        shown = {}

        def seen(doing: str, done: int) -> None:
            if doing not in shown:
                total = tasks if doing == "opening" else file.stat().st_size
                shown[doing] = progress.add_task(_DOING[doing], total=total)
            progress.update(shown[doing], completed=done)

        yield seen
