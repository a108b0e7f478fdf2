"""Choosing people by their tier: the skill first, then the least tier in it."""

from typing import Any

from bot.domain.tiers import EXPERT_TIER, TRUSTED_TIER
from bot.services import broadcasts
from handlers.context import Hall
from handlers.messages.profile_words import skill_name
from handlers.messages.screen import Row, Screen, button, rows_of

LEAST = (40, TRUSTED_TIER, EXPERT_TIER)
ANY = "-"  # no skill is chosen yet, or none any more


async def choose(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The skills in which people have a tier; of a chosen one the least tier."""
    words, number, skill = hall.words(args["language"]), args["number"], args["skill"]
    found = await broadcasts.choices(hall.db, number=number, by=args["person_id"])
    chosen = found.broadcast.segment.tier
    rows: list[Row] = []
    if skill == ANY:
        rows += rows_of(
            [
                button(f"{skill_name(words, one)[:40]} · {count}", "brt", number, one)
                for one, count in found.skills
            ],
            2,
        )
        if chosen is not None:
            rows.append((button(words("button-broadcast-any-tier"), "brw", number, ANY, 0),))
        text = words.rich("broadcast-choose-skill" if found.skills else "broadcast-choose-none")
        back = button(words("button-back"), "bre", number)
    else:
        rows.append(
            tuple(
                button(words("button-broadcast-least", least=one), "brw", number, skill, one)
                for one in LEAST
            )
        )
        rows.append((button(words("button-broadcast-tier-other"), "brx", number, skill),))
        text = words.rich("broadcast-choose-tier", skill=skill_name(words, skill))
        back = button(words("button-back"), "brt", number, ANY)
    return Screen(text, (*rows, (back,)))


async def ask(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Write the least tier."""
    words = hall.words(args["language"])
    text = words.rich("broadcast-ask-tier", skill=skill_name(words, args["skill"]))
    return Screen(text, ((button(words("button-cancel"), "ac"),),))
