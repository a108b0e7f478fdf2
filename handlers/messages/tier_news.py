"""What is told of a tier that fell below a step, or rose to one."""

from typing import Any

from bot import say
from bot.domain.tiers import EXPERT_TIER, LEAST_RATINGS, TRUSTED_TIER, Parts
from bot.services import people
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.profile_words import listed, skill_name
from handlers.messages.screen import Screen, button, lines

_NAMED = {TRUSTED_TIER: "trusted", EXPERT_TIER: "expert"}


async def lowered(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Reason, figures before and after, what it closes, and the ways to dispute it."""
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    skill = skill_name(words, args["skill"])
    was = Parts.from_json(args["was"])
    now = Parts.from_json(args["parts"]) if args["parts"] else None
    head = (
        words.rich("tier-lowered-none", skill=skill, before=args["before"], least=LEAST_RATINGS)
        if now is None
        else words.rich("tier-lowered", skill=skill, before=args["before"], after=args["after"])
    )
    text = lines(
        head,
        _means(words, args, "lowered"),
        _changes(words, was, now) if now else None,
        words.rich("tier-dispute"),
        between="\n\n",
    )
    rows = (
        (button(words("button-quality"), "ky", style="primary"),),
        (button(words("button-ask-hall"), "ua"),),
    )
    return Screen(text, rows)


async def raised(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The new tier and what it opens."""
    person = await people.by_id(hall.db, args["person_id"])
    words = hall.words(person.language)
    head = words.rich("tier-raised", skill=skill_name(words, args["skill"]), after=args["after"])
    rows = ((button(words("button-quality"), "ky"),),)
    return Screen(lines(head, _means(words, args, "raised"), between="\n\n"), rows)


def _means(words: Words, args: dict[str, Any], which: str) -> Text:
    said = [
        words.rich(f"tier-{which}-{name}", step=step)
        for step, name in _NAMED.items()
        if step in args["steps"]
    ]
    if args["projects"]:
        named = listed(words, args["projects"])
        said.append(words.rich(f"tier-{which}-project", projects=named))
    return lines(*said)


def _changes(words: Words, was: Parts, now: Parts) -> Text:
    """The parts that are not what they were."""

    def share(right: int, count: int) -> str:
        return words("tier-share", right=right, count=count)

    def alpha(parts: Parts) -> str:
        return "—" if parts.peers is None else say.agreement(words.language, parts.peers)

    pairs = (
        ("gold", share(was.gold_right, was.gold), share(now.gold_right, now.gold)),
        ("verdicts", share(was.accepted, was.verdicts), share(now.accepted, now.verdicts)),
        ("peers", alpha(was), alpha(now)),
    )
    return lines(
        words.rich("tier-lowered-was"),
        *(
            words.rich(f"tier-change-{name}", was=before, now=after)
            for name, before, after in pairs
            if before != after
        ),
    )
