"""Each scheme as a person does it on a phone: act by act, and what must come of it."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sandbox import Message, Person

Act = tuple[str, str]  # ("tap", the beginning of a label) or ("write", a text)
Between = Callable[[], Awaitable[None]]
# What the votes say when the responses were shown in the order of these ids.
Expected = Callable[[Sequence[str]], Mapping[str, Any]]

ESSAY = "Rain falls when drops in a cloud grow heavy enough. " * 3
MORE = "That is why dark clouds, which are thick, bring the most of it."


@dataclass(frozen=True)
class Script:
    """One task of a scheme, the acts that rate it, and the values that these are."""

    scheme: str
    task: Mapping[str, Any]
    acts: tuple[Act, ...]
    expected: Expected

    @property
    def taps(self) -> int:
        """How many of the acts are taps; the rest are messages."""
        return sum(1 for kind, _ in self.acts if kind == "tap")

    def tasks(self, count: int) -> bytes:
        """So many tasks of the kind, as a task file."""
        return "\n".join(json.dumps({**self.task, "id": f"t{n}"}) for n in range(count)).encode()


def _answers(count: int) -> list[dict[str, str]]:
    return [
        {"id": f"r{n}", "text": f"Answer number {n}.", "model": f"model-{n}"}
        for n in range(1, count + 1)
    ]


def _taps(*labels: str) -> tuple[Act, ...]:
    return tuple(("tap", label) for label in labels)


_FIVE = ("helpfulness", "correctness", "coherence", "complexity", "verbosity")
_TALK = [
    {"role": "user", "content": "Hello"},
    {"role": "assistant", "content": "Good day."},
    {"role": "user", "content": "Why does it rain?"},
    {"role": "assistant", "content": "Because."},
]

SCRIPTS = (
    Script(
        "pairwise", {"prompt": "Why?", "responses": _answers(2)}, _taps("B better"),
        lambda shown: {"preference": 2 if shown == ["r1", "r2"] else -2},
    ),
    Script(
        "attributes-helpsteer", {"prompt": "Why?", "responses": _answers(2)},
        _taps("4", "3", "4", "1", "2", "0", "1", "2", "3", "4"),
        lambda shown: {
            name: {shown[0]: first, shown[1]: second}
            for name, first, second in zip(_FIVE, (4, 3, 4, 1, 2), (0, 1, 2, 3, 4), strict=True)
        },
    ),
    Script(
        "ranking", {"prompt": "Why?", "responses": _answers(4)}, _taps("C", "A", "D"),
        lambda shown: {"order": [shown[place] for place in (2, 0, 3, 1)]},
    ),
    Script(
        "thumbs", {"prompt": "Why?", "responses": _answers(1)},
        _taps("Yes", "Wrong", "Done"),
        lambda _shown: {"rejected": "yes", "reasons": ["wrong"]},
    ),
    Script(
        "flags", {"prompt": "Why?", "responses": _answers(2)},
        _taps("Insult", "Done", "None of"),
        lambda shown: {"contains": {shown[0]: ["toxic"], shown[1]: ["none"]}},
    ),
    Script(
        "ideal", {"prompt": "Why does it rain?"},
        (("write", ESSAY), ("write", MORE), ("tap", "Done")),
        lambda _shown: {"ideal": f"{ESSAY.strip()}\n\n{MORE}"},
    ),
    Script(
        "rewrite", {"prompt": "Why does it rain?", "responses": _answers(2)},
        (("tap", "B"), ("write", ESSAY), ("tap", "Done")),
        lambda shown: {"taken": shown[1], "rewrite": ESSAY.strip()},
    ),
    Script(
        "conversation", {"prompt": _TALK},
        _taps("Good", "Bad", "Wrong facts", "Done", "2"),
        lambda _shown: {
            "reply": {"1": "good", "2": "bad"}, "wrong": {"2": ["facts"]}, "overall": 2,
        },
    ),
    Script(
        "factcheck", {"prompt": "Why?", "responses": _answers(1)},
        (("tap", "True"), ("write", "See https://example.org/rain for it")),
        lambda _shown: {
            "verdict": {"r1": "true"}, "source": {"r1": "See https://example.org/rain for it"},
        },
    ),
)  # fmt: skip


def is_task(message: Message) -> bool:
    """Whether the message is the control card of a task."""
    return (message.text or "").startswith("Task ") and bool(message.buttons)


def is_summary(message: Message) -> bool:
    """Whether the message has the button that hands the job in."""
    return any(button.text.startswith("Submit") for button in message.buttons)


async def perform(person: Person, acts: Sequence[Act], between: Between) -> None:
    """Do the acts one after the other, each on the card as it then is."""
    for kind, what in acts:
        if kind == "write":
            await person.send(what)
        else:
            card = await person.expect(is_task)
            await person.tap(card, _button(card, what))
        await between()


def _button(card: Message, label: str) -> int:
    """The place of the first button whose label begins so, with or without what stands before."""
    for place, button in enumerate(card.buttons):
        plain = button.text.lstrip("✓▫️☑👍👌👎✅🟡❌🤷 ")
        if button.text.startswith(label) or plain.startswith(label):
            return place
    raise LookupError(f"no {label!r} among {[one.text for one in card.buttons]}")
