"""The screen of the desk, in the chat and in the morning."""

from handlers.messages import desk

SCREENS = {"desk": desk.screen}
