"""Preference pairs as TRL trains on them: prompt, chosen, rejected."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.domain.tasks import Turn
from bot.formats.jsonl import json_line
from bot.formats.votes import Counts, Export, TaskVotes, outcome

_Pair = tuple[tuple[Turn, ...], str, str]


def trl_preference(tasks: Iterable[TaskVotes], *, conversational: bool | None = None) -> Export:
    """Return one line for each task that a majority decided; gold is left out.

    A file is all strings or all lists of messages: lists as soon as any prompt is more than one
    turn of a user. Who knows that beforehand says so and has the rows streamed; else they are
    held until the last task was seen.
    """

    def lines(counts: Counts) -> Iterator[bytes]:
        if conversational is not None:
            for task in tasks:
                if (pair := _pair(task, counts)) is not None:
                    yield _line(pair, as_messages=conversational)
            return
        pairs: list[_Pair] = []
        as_messages = False
        for task in tasks:
            as_messages = as_messages or is_conversation(task.prompt)
            if (pair := _pair(task, counts)) is not None:
                pairs.append(pair)
        for pair in pairs:
            yield _line(pair, as_messages=as_messages)

    return Export(lines)


def is_conversation(prompt: tuple[Turn, ...]) -> bool:
    """Tell whether the prompt is anything but one turn of a user."""
    return len(prompt) != 1 or prompt[0].role != "user"


def _pair(task: TaskVotes, counts: Counts) -> _Pair | None:
    """Return the pair, or None with the reason counted."""
    if task.gold:
        counts.gold += 1
        return None
    decided = outcome(task)
    if decided == "unrated":
        counts.unrated += 1
    elif decided == "tie":
        counts.ties += 1
    elif decided == "both_bad":
        counts.both_bad += 1
    elif decided == "undecided" or len(task.responses) != 2:
        counts.undecided += 1
    else:
        counts.rows += 1
        first, second = (response.text for response in task.responses)
        return (task.prompt, first, second) if decided == "first" else (task.prompt, second, first)
    return None


def _line(pair: _Pair, *, as_messages: bool) -> bytes:
    prompt, chosen, rejected = pair
    if not as_messages:
        if is_conversation(prompt):
            raise ValueError("a prompt of several turns in a file of strings")
        return json_line({"prompt": prompt[0].text, "chosen": chosen, "rejected": rejected})
    return json_line(
        {
            "prompt": [_message(turn.role, turn.text) for turn in prompt],
            "chosen": [_message("assistant", chosen)],
            "rejected": [_message("assistant", rejected)],
        }
    )


def _message(role: str, content: str) -> dict[str, Any]:
    return {"role": role, "content": content}
