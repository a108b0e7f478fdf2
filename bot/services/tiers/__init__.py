"""Tiers: computed anew every night, and shown with what they are made of."""

from bot.services.tiers.following import follow_gold
from bot.services.tiers.looking import (
    InSkill,
    Quality,
    asked,
    judged,
    of_person,
    own,
    summary,
)
from bot.services.tiers.nightly import recompute
from storage.own_quality import Judged, OnProject

__all__ = [
    "InSkill",
    "Judged",
    "OnProject",
    "Quality",
    "asked",
    "follow_gold",
    "judged",
    "of_person",
    "own",
    "recompute",
    "summary",
]
