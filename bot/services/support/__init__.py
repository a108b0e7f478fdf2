"""Questions to the hall: asked, answered by a person, looked at by the clock."""

from bot.services.support.answering import answer, pass_on
from bot.services.support.asking import ask, say_more, settle
from bot.services.support.looking import look
from bot.services.support.views import Asked, Desk, Shown, asked, everything, mine, owners, waiting

__all__ = [
    "Asked", "Desk", "Shown", "answer", "ask", "asked", "everything", "look", "mine", "owners",
    "pass_on", "say_more", "settle", "waiting",
]  # fmt: skip
