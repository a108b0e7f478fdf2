"""Formatted text for Telegram: our own tags and the Markdown of language models."""

from bot.typeset.cut import parts, split
from bot.typeset.render import markdown
from bot.typeset.text import (
    Entity,
    Text,
    bold,
    code,
    escape,
    italic,
    quote,
    rich,
    utf16,
)
from bot.typeset.visible import has_visible

__all__ = [
    "Entity",
    "Text",
    "bold",
    "code",
    "escape",
    "has_visible",
    "italic",
    "markdown",
    "parts",
    "quote",
    "rich",
    "split",
    "utf16",
]
