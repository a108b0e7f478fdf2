"""The screens of rating schemes, of schemes in the making, and of sample cards."""

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.context import Hall
from handlers.messages import samples, scheme_drafts, scheme_questions, schemes
from handlers.messages.screen import Screen

SCREENS: dict[str, Callable[[Hall, dict[str, Any]], Awaitable[Screen | None]]] = {
    "schemes": schemes.listing,
    "scheme": schemes.card,
    "scheme_delete": schemes.ask_delete,
    "scheme_file": schemes.file,
    "scheme_faults": schemes.faults,
    "scheme_staged": schemes.staged,
    "scheme_shows": scheme_drafts.shows,
    "scheme_draft": scheme_drafts.card,
    "scheme_kinds": scheme_drafts.kinds,
    "scheme_words": scheme_drafts.words,
    "scheme_options": scheme_drafts.options,
    "scheme_name": scheme_drafts.name,
    "scheme_question": scheme_questions.card,
    "scheme_when": scheme_questions.when,
    "scheme_draft_file": scheme_questions.file,
    "sample": samples.screen,
}
