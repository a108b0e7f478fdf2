"""Detectors at work: who would be proposed, who is proposed by the day, what an admin says."""

from bot.services.detecting.deciding import Waiting, dismiss, one_waiting, waiting
from bot.services.detecting.looking import Trial, detect_of_the_day, trial
from bot.services.detecting.naming import Names

__all__ = [
    "Names", "Trial", "Waiting", "detect_of_the_day", "dismiss", "one_waiting", "trial", "waiting",
]  # fmt: skip
