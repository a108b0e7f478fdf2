"""What is measured of a person's work: tiers with their parts, projects, what counted against."""

from typing import Any

from bot import say
from bot.domain.tiers import (
    EXPERT_TIER,
    GOLD_WEIGHT,
    LEAST_RATINGS,
    MIDDLE,
    MOST_PEERS,
    PEERS_WEIGHT,
    TRUSTED_TIER,
    VERDICT_WEIGHT,
    Parts,
)
from bot.services import tiers
from bot.services.tiers import InSkill, Judged, OnProject, Quality
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.evidence import reason_name
from handlers.messages.profile_words import skill_name
from handlers.messages.screen import Button, Row, Screen, button, lines, turning

SIZE = 6
_PROJECTS = 6
_LINE, _LABEL = 80, 40


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Each skill with its tier and what is missing, then each project."""
    found = await tiers.own(hall.db, args["person_id"], now=hall.clock.now())
    words = hall.words(found.person.language)
    text = lines(
        words.rich("quality-head"),
        *(in_skill(words, one) for one in found.skills),
        None if found.skills else words.rich("quality-none", least=LEAST_RATINGS),
        *(on_project(words, one) for one in found.projects[:_PROJECTS]),
        words.rich("quality-hint"),
        between="\n\n",
    )
    return Screen(text, _rows(words, found))


def _rows(words: Words, found: Quality) -> tuple[Row, ...]:
    rows: list[Row] = []
    if found.less:
        rows.append((button(words("button-quality-less", count=found.less), "kv", 0),))
    if found.missed:
        rows.append((button(words("button-quality-missed", count=found.missed), "kx", 0),))
    return (
        *rows,
        (button(words("button-quality-formula"), "kz"),
         button(words("button-my-standing"), "ka")),
    )  # fmt: skip


def in_skill(words: Words, one: InSkill) -> Text:
    """The tier in a skill, its parts each with its n, and what is missing to the next step."""
    skill = skill_name(words, one.skill)
    head = (
        words.rich("quality-tier-none", skill=skill) if one.tier is None
        else words.rich("quality-tier", skill=skill, tier=one.tier)
    )  # fmt: skip
    return lines(head, *_parts(words, one.parts), _missing(words, one))


def _parts(words: Words, parts: Parts) -> list[Text]:
    said = [words.rich("quality-part-ratings", count=parts.ratings)]
    if parts.gold:
        said.append(words.rich("quality-part-gold", right=parts.gold_right, count=parts.gold))
    if parts.verdicts:
        said.append(
            words.rich("quality-part-verdicts", right=parts.accepted, count=parts.verdicts)
        )
    if parts.peers is not None:
        alpha = say.agreement(words.language, parts.peers)
        said.append(words.rich("quality-part-peers", alpha=alpha, count=parts.units))
    return said


def _missing(words: Words, one: InSkill) -> Text:
    if one.missing is None:
        return words.rich("quality-top")
    if one.missing.step == 0:
        return words.rich("quality-missing-first", count=one.missing.ratings)
    wanted = {"known": one.missing.known, "verdicts": one.missing.verdicts}
    return words.rich("quality-missing", step=one.missing.step, **wanted)


def on_project(words: Words, one: OnProject) -> Text:
    """The work on a project: known answers, verdicts, agreement with others."""
    right, count = one.gold
    verdicts = {name: one.verdicts.get(name, 0) for name in ("accepted", "fixed", "rejected")}
    return lines(
        words.rich("quality-project", project=one.project, count=one.ratings),
        words.rich("quality-gold", right=right, count=count) if count
        else words.rich("quality-gold-none"),
        words.rich("quality-verdicts", **verdicts) if one.verdicts
        else words.rich("quality-verdicts-none"),
        _peers(words, one),
    )  # fmt: skip


def _peers(words: Words, one: OnProject) -> Text:
    measured = one.measured
    if measured is not None and measured.peers is not None:
        alpha = say.agreement(words.language, measured.peers)
        return words.rich("quality-peers", alpha=alpha, count=measured.units)
    why = words(f"quality-why-{(measured.why if measured else None) or 'none'}")
    return words.rich("quality-peers-none", why=why)


async def less(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Corrected and rejected ratings, each with its verdict a tap away."""
    return await _against(hall, args, gold=False)


async def missed(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Missed known answers, each with its task a tap away."""
    return await _against(hall, args, gold=True)


async def _against(hall: Hall, args: dict[str, Any], *, gold: bool) -> Screen | None:
    page, name, verb = args.get("page", 0), "missed" if gold else "less", "kx" if gold else "kv"
    person, found, whole = await tiers.judged(
        hall.db, args["person_id"], gold=gold, page=page, size=SIZE
    )
    words = hall.words(person.language)
    asked = await tiers.asked(hall.db, person.id, [one.line for one in found])
    named = [f"{nth}. {asked.get(one.line) or one.project}"
             for nth, one in enumerate(found, page * SIZE + 1)]  # fmt: skip
    said = [
        _judged(words, one, say.short(name, _LINE), person.zone)
        for one, name in zip(found, named, strict=True)
    ]
    text = lines(
        words.rich(f"quality-{name}-head"),
        *(said or [words.rich(f"quality-{name}-none")]),
        words.rich(f"quality-{name}-hint") if said else None,
        between="\n\n",
    )
    # A missed known answer opens with what is known beside it.
    rows = [
        (button(say.short(name, _LABEL), "gdm" if gold else "re", one.line),)
        for one, name in zip(found, named, strict=True)
    ]

    def to(label: str, other: int) -> Button:
        return button(label, verb, other)

    back: Row = (button(words("button-quality"), "ku"),)
    return Screen(text, (*rows, *turning(whole, page, to, SIZE), back))


def _judged(words: Words, one: Judged, task: str, zone: str) -> Text:
    head = words.rich("quality-task", task=task)
    facts = {"project": one.project, "date": say.date(words.language, one.at, zone)}
    if one.withheld is None:
        open_ = words.rich("quality-less-open") if one.what == "disputed" else None
        return lines(head, words.rich("quality-missed-line", **facts), open_)
    facts["what"] = words(f"quality-was-{one.what}")
    cost = (
        words.rich("quality-less-line", **facts, money=say.money(words.language, one.withheld))
        if one.withheld.minor
        else words.rich("quality-less-free", **facts)
    )
    item = words.rich("quality-less-item", item=reason_name(words, one.item)) if one.item else None
    state = words.rich(f"quality-less-{one.dispute}") if one.dispute else None
    return lines(head, cost, item, state)


async def formula(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The published formula, in words."""
    words = hall.words(args["language"])
    text = words.rich(
        "quality-formula", gold=int(GOLD_WEIGHT), verdict=int(VERDICT_WEIGHT),
        peers=int(PEERS_WEIGHT), most=MOST_PEERS, half=int(MIDDLE / 2), middle=int(MIDDLE),
        least=LEAST_RATINGS, trusted=TRUSTED_TIER, expert=EXPERT_TIER,
    )  # fmt: skip
    return Screen(text, ((button(words("button-quality"), "ku"),),))
