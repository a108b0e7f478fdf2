"""The formats that an export can have, by name."""

from typing import Final

from bot.formats.raw import raw
from bot.formats.trl import trl_preference
from bot.formats.votes import Counts, Export, TaskVotes, Vote, Writer, outcome

__all__ = [
    "Counts",
    "Export",
    "TaskVotes",
    "Vote",
    "Writer",
    "outcome",
    "raw",
    "trl_preference",
    "writers",
]

writers: Final[dict[str, Writer]] = {
    writer.name: writer
    for writer in (
        Writer("raw", "jsonl", raw, ("The texts of prompts and responses.",)),
        Writer(
            "trl-preference",
            "jsonl",
            trl_preference,
            (
                "The strength of a preference.",
                "Single votes, who cast them and how many agreed.",
                "Reasons, times, verdicts and pay.",
                "Tasks that ended in a tie, with both answers bad, undecided or unrated.",
                "Names of models and ids of tasks.",
            ),
        ),
    )
}
