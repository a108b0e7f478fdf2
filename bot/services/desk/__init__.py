"""The desk: what waits for who runs the hall, asked for at any time and told each morning."""

from bot.services.desk.looking import look
from bot.services.desk.telling import switch, tell_due, wanted

__all__ = ["look", "switch", "tell_due", "wanted"]
