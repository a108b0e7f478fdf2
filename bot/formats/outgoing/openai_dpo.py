"""Preference pairs as OpenAI's fine-tuning takes them."""

from collections.abc import Iterator
from typing import Final

from bot.formats.outgoing.asked import has_pairs
from bot.formats.outgoing.form import Form, Row, Setting
from bot.formats.outgoing.pairs import answer, messages, noted, pairs
from bot.formats.votes import Counts, TaskVotes


def _rows(task: TaskVotes, setting: Setting, counts: Counts) -> Iterator[Row]:
    for pair in pairs(task, setting, counts):
        yield {
            "input": {"messages": messages(task.prompt)},
            "preferred_output": answer(pair.won.text),
            "non_preferred_output": answer(pair.lost.text),
            **noted(task, setting.scheme),
        }


OPENAI_DPO: Final = Form(
    "openai-dpo", "od", _rows, has_pairs,
    loses=("The strength of a preference.",
           "Single votes, who cast them and how many agreed.",
           "Reasons, times, verdicts and pay.",
           "Names of models, ids of tasks, and the context of a task.",
           "Tasks that ended in a tie, with both answers bad, undecided or unrated."),
    says=(("A ranking makes a pair of each two answers of which more than half of its votes "
          "have one before the other."),),
)  # fmt: skip
