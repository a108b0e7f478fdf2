"""Waiting for work: what `/work` shows, and the out-of-work list."""

from bot.services.waiting.looking import Unasked, Work, work
from bot.services.waiting.opening import Opening
from bot.services.waiting.signing import end_waits, sign_off, sign_on

__all__ = ["Opening", "Unasked", "Work", "end_waits", "sign_off", "sign_on", "work"]
