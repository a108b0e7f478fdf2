"""The commands on votes of any crowd, as they are typed."""

from pathlib import Path
from typing import Annotated

import typer

from bot.domain.measuring import Level, Method

_File = Annotated[Path, typer.Argument(help="A CSV of votes, or - for what is piped in.")]


def agreement(
    file: _File,
    *,
    level: Annotated[Level, typer.Option(help="Which differences count.")],
) -> None:
    """Krippendorff's alpha of a CSV of votes; the last line is one JSON object."""
    from bot.crowd import tell_agreement

    tell_agreement(file, level)


def aggregate(
    file: _File,
    *,
    method: Annotated[Method, typer.Option(help="How one answer is made of many.")],
    out: Annotated[Path, typer.Option(help="The CSV file to write.")],
) -> None:
    """Write one answer for each task of a CSV of votes; the last line is one JSON object."""
    from bot.crowd import write_answers

    write_answers(file, method, out)
