"""The shape of a screen, and its way into Telegram's types."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    KeyboardButtonRequestUsers,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.domain.images import Image
from bot.typeset import Text
from handlers.callbacks import pack

Row = tuple["Button", ...]
T = TypeVar("T")

# As many lines with long names as one message holds.
PAGE = 12
# What one message holds: UTF-16 units of text or of the words below a file, and entities.
MOST_TEXT, MOST_CAPTION, MOST_ENTITIES = 4096, 1024, 100


@dataclass(frozen=True, slots=True)
class Button:
    """A button with a verb, or with an address that it opens."""

    text: str
    data: str | None = None
    url: str | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file that a screen carries; the text is its caption."""

    name: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Carried:
    """A photo or file that Telegram has, by its name there; the text is its caption."""

    file_id: str
    photo: bool


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Below the field: one button that opens the list of people; without one it is put away."""

    choose: str | None = None
    request: int = 0


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: text, rows of buttons, perhaps a file, shown as a picture or to be opened."""

    text: Text
    rows: tuple[Row, ...] = field(default=())
    protect: bool = False
    file: File | None = None
    picture: bool = False
    # What people judge, as a photo; the text is its caption.
    photo: Image | None = None
    carried: Carried | None = None
    # Only in a message that is sent, never in one that is edited.
    keyboard: Keyboard | None = None


def digest(screen: Screen) -> str:
    """A short sign of what the screen says: equal for equal screens."""
    whole = repr((screen.text, screen.rows)).encode()
    return hashlib.sha256(whole).hexdigest()[:16]


def button(text: str, verb: str, *args: str | int, style: str | None = None) -> Button:
    """A button that sends the verb with its arguments."""
    return Button(text, data=pack(verb, *args), style=style)


def rows_of(buttons: list[Button], width: int) -> tuple[Row, ...]:
    """Buttons in rows of `width`."""
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))


def page_of(items: list[T], page: int, size: int = PAGE) -> list[T]:
    """The items on that page, the first one being 0."""
    return items[page * size : (page + 1) * size]


def turning(
    count: int, page: int, to: Callable[[str, int], Button], size: int = PAGE
) -> tuple[Row, ...]:
    """The row that turns to the neighbouring pages of so many items; none where all fit."""
    row = []
    if page > 0:
        row.append(to(f"◀️ {page}", page - 1))
    if (page + 1) * size < count:
        row.append(to(f"▶️ {page + 2}", page + 1))
    return (tuple(row),) if row else ()


def below(
    screen: Screen,
) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None:
    """What a new message brings along: the keyboard below the field, else that of the screen."""
    keyboard = screen.keyboard
    if keyboard is None:
        return markup(screen)
    if keyboard.choose is None:
        return ReplyKeyboardRemove()
    request = KeyboardButtonRequestUsers(
        keyboard.request, user_is_bot=False, max_quantity=1, request_name=True
    )
    only = KeyboardButton(keyboard.choose, request_users=request)
    return ReplyKeyboardMarkup([[only]], resize_keyboard=True, one_time_keyboard=True)


def markup(screen: Screen) -> InlineKeyboardMarkup | None:
    """The inline keyboard of the screen."""
    if not screen.rows:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(b.text, callback_data=b.data, url=b.url, style=b.style)
                for b in row
            ]
            for row in screen.rows
        ]
    )


def entities(text: Text) -> list[MessageEntity]:
    """The entities of the text as Telegram's client library wants them."""
    return [
        MessageEntity(e.type, e.offset, e.length, url=e.url, language=e.language)
        for e in text.entities
    ]


def fitting(*texts: Text) -> Text:
    """The first of these that one message holds; the last one where none does."""
    for text in texts:
        if text.units <= MOST_TEXT and len(text.entities) <= MOST_ENTITIES:
            return text
    return texts[-1]


def lines(*texts: Text | str | None, between: str = "\n") -> Text:
    """Texts below one another; what is none is left out."""
    whole = Text("")
    for text in texts:
        if text is None:
            continue
        whole = whole + (between if whole.text else "") + text
    return whole
