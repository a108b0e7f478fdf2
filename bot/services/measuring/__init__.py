"""The nightly run: what is measured of each project, and its answers made anew by that."""

from bot.services.measuring.running import answers_anew, measure, measure_of_the_night

__all__ = ["answers_anew", "measure", "measure_of_the_night"]
