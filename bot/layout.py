"""How a task is laid out in messages: one, where it fits, else parts with the card below."""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count

from bot.domain.schemes import Labels, Question, Scheme
from bot.domain.tasks import Content, in_order
from bot.typeset import MOST_MARKS, Text, markdown, marks, plain, split, utf16

# Telegram's limits are 4,096 units and 100 entities; the rest is for headings and questions.
ONE_MESSAGE = 3300
ONE_MESSAGE_ENTITIES = 70
PART = 3900
# A caption has 1,024 units; the rest is for its heading.
CAPTION = 900
# So much of the rest is for a question with what its numbers mean; what a reviewer wrote is not in
# it.
_QUESTION, _BETWEEN, _RETURNED = 200, 6, 540
# From so many parts on, the whole text comes as a file as well.
FILE_FROM = 4


@dataclass(frozen=True, slots=True)
class Section:
    """Text under one heading: a turn of the prompt, the context, or an answer.

    `kind` is `context`, `answer`, the role of a turn, or `reply` for a turn that is judged, which
    has its number as `nth`; `letter` is 0 for the answer shown first.
    `image` is the digest of an image that belongs to it.
    """

    kind: str
    letter: int | None
    text: Text
    source: str
    image: str | None = None
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a task: the `index`-th of `count` of a section, or the section as a file.

    With an `image` it is a photo, and the text its caption.
    """

    section: Section
    index: int
    count: int
    text: Text | None
    image: str | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A task as it is read: all sections, and the messages when one is not enough."""

    sections: tuple[Section, ...]
    parts: tuple[Part, ...]

    @property
    def is_single(self) -> bool:
        """Whether task and buttons fit one message."""
        return not self.parts


@lru_cache(maxsize=512)
def lay_out(content: Content, order: tuple[int, ...], room: int = ONE_MESSAGE) -> Layout:
    """The layout of a task for a contractor who is shown the responses in this order.

    `room` is how many units of one message the card leaves to the task.
    """
    answers = in_order(content.responses, order)
    typeset = _typeset if _is_light(content) else plain
    sections = [Section(turn.role, None, typeset(turn.text), turn.text) for turn in content.prompt]
    if not answers:
        sections = _as_replies(sections)
    if content.context:
        sections.insert(0, Section("context", None, typeset(content.context), content.context))
    sections += [
        Section("answer", letter, typeset(one.text), one.text, one.image)
        for letter, one in enumerate(answers)
    ]
    units = sum(section.text.units for section in sections)
    entities = sum(len(section.text.entities) for section in sections)
    has_image = any(section.image for section in sections)
    if units <= room and entities <= ONE_MESSAGE_ENTITIES and not has_image:
        return Layout(tuple(sections), ())
    return Layout(tuple(sections), tuple(part for one in sections for part in _parts(one)))


def _as_replies(turns: list[Section]) -> list[Section]:
    """The turns of a conversation without answers: those of the assistant are what is judged."""
    nth = count(1)
    return [
        replace(one, kind="reply", nth=next(nth)) if one.kind == "assistant" else one
        for one in turns
    ]


def room_of(scheme: Scheme, *, returned: bool) -> int:
    """How many units of one message a card with the longest question leaves to the task.

    A rating that was `returned` has the reviewer's words on its card.
    """
    longest = max(map(_units_of, scheme.questions), default=0)
    return ONE_MESSAGE - max(0, longest - _QUESTION) - (_RETURNED if returned else 0)


def _units_of(question: Question) -> int:
    said = [option for option in question.options if option.says]
    meanings = sum(_longest(one.says or {}) + _longest(one.label) + _BETWEEN for one in said)
    return _longest(question.ask) + meanings


def _longest(labels: Labels) -> int:
    return max(map(utf16, labels.values()), default=0)


def _is_light(content: Content) -> bool:
    """Whether the task can be formatted while everybody else waits; all of it, or nothing.

    An answer that is formatted beside one that is not would look like the better one.
    """
    texts = [turn.text for turn in content.prompt] + [one.text for one in content.responses]
    return sum(map(marks, (*texts, content.context or ""))) <= MOST_MARKS


# Shared by all orders in which the answers of a task are shown.
_typeset = lru_cache(maxsize=1024)(markdown)


def _parts(section: Section) -> list[Part]:
    if section.image is not None:
        return _with_image(section)
    texts = split(section.text, PART)
    parts = [Part(section, i, len(texts), text) for i, text in enumerate(texts, 1)]
    if not parts:
        return [Part(section, 1, 1, Text(""))]
    if len(parts) >= FILE_FROM:
        parts.append(Part(section, len(texts), len(texts), None))
    return parts


def _with_image(section: Section) -> list[Part]:
    """The photo with what was said about it: below it where that is short, else after it."""
    text = section.text
    if text.units <= CAPTION and len(text.entities) <= ONE_MESSAGE_ENTITIES:
        return [Part(section, 1, 1, text, section.image)]
    said = _parts(replace(section, image=None))
    photo = Part(section, 1, 1, Text(""), section.image)
    return [photo, *(replace(one, section=section) for one in said)]
