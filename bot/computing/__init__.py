"""Work that takes long or needs large libraries, done in a process beside the bot's."""

from bot.computing.process import Compute, ComputeFailed

__all__ = ["Compute", "ComputeFailed"]
