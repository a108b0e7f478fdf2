"""Whom a broadcast to a project's people is for: as a claim would have it, and by tier."""

from datetime import datetime
from itertools import product
from random import Random
from typing import Any

import pytest

from bot.domain.learning import Learning
from bot.domain.memberships import MemberState
from bot.domain.people import Role, Standing
from bot.domain.profiles import NO, Level, Profile, Wanted, require_fit
from bot.domain.projects import Offerings
from bot.domain.refusal import Refused
from bot.domain.requirements import Facts, Holds, holds
from bot.domain.requirements_reading import parsed
from bot.domain.steps import StepKind
from bot.domain.tiers import Parts
from bot.services import awaiting, broadcasts, chats
from bot.services.broadcasts import sending
from storage import meeting, memberships, qualifications, schema, tiers
from tests.services.builders import DAY, NOW, Hall, new_project
from tests.services.course_acts import publish, start, training
from tests.services.standing_acts import tell
from tests.services.test_broadcasts import BEGUN, confirmed, now_stands
from tests.services.test_broadcasts import drafted as prepared

LANGUAGES, LEVELS = ("en", "de", "pt-BR"), (*Level, None)
ASKED = (
    "country DE", "not country DE", "skill law", "not skill law", "language de",
    "not language de", "language pt-BR >= good", "not language de >= fluent", "tier law >= 60",
    "not tier law >= 60", "qualification lesson", "not qualification lesson", "member -1005",
    "not member -1005", "tier law >= 40 and (country DE or language de) and not skill history",
    "not (skill law and not country EG) or member -1005 and tier rating >= 50",
)  # fmt: skip


async def tiered(hall: Hall, person: int, skill: str, tier: int) -> None:
    async with hall.db.begin() as tx:
        await tiers.put(tx, person, skill, tier=tier, parts=Parts(), now=NOW)


async def somebody(hall: Hall, random: Random) -> tuple[int, Facts]:
    """A person of any kind, and what is known of them; unlisted languages are none of theirs."""
    listed = tuple(one for one in LANGUAGES if random.random() < 0.6) or ("en",)
    levels = {one: found for one in listed if (found := random.choice(LEVELS)) is not None}
    country = random.choice(("DE", "EG", None))
    skills = {name: random.random() < 0.5 for name in ("law", "history") if random.random() < 0.7}
    one = await hall.person(
        languages=list(listed), levels=dict(levels) or None, country=country,
        skills=skills or None,
    )  # fmt: skip
    known = {skill: random.choice((None, 39, 40, 60, 90)) for skill in ("law", "rating")}
    for skill, tier in known.items():
        if tier is not None:
            await tiered(hall, one, skill, tier)
    groups = random.choice((frozenset[int](), frozenset({-1005})))
    for group in groups:
        async with hall.db.begin() as tx:
            await memberships.put(tx, group, one, MemberState.member, now=NOW)
    said = {**{name: NO for name in LANGUAGES if name not in listed}, **levels}
    profile = Profile(listed, said, country, skills)
    return one, Facts(profile, groups=groups, tiers=known)


def may_work(offer: Offerings, facts: Facts) -> bool:
    try:
        require_fit(facts.profile, offer.languages, offer.wanted)
    except Refused:
        return False
    return offer.requires is None or holds(offer.requires, facts) >= Holds.asked


async def found_by(hall: Hall, offer: Offerings, now: datetime = NOW) -> set[int]:
    """Whom the condition finds."""
    return {row.id for row in await hall.rows(schema.people, meeting.may_work_on(offer, now))}


async def test_it_finds_exactly_those_whom_a_claim_would_not_turn_away(hall: Hall) -> None:
    random = Random(7)
    await hall.group(-1005)
    crowd = dict([await somebody(hall, random) for _ in range(60)])
    offers = [new_project(requires=parsed(written)).offer for written in ASKED]
    wanted = [
        Wanted(level=Level.good), Wanted(levels={"de": Level.fluent}), Wanted(countries=("DE",)),
        Wanted(not_countries=("DE",)), Wanted(skills=("law", "history")),
    ]  # fmt: skip
    for asks, languages in product(wanted, ((), ("de",), ("en", "pt-BR"))):
        if languages or asks.level is None:
            offers.append(new_project(languages=languages, wanted=asks).offer)
    for offer in offers:
        met = {one for one, facts in crowd.items() if may_work(offer, facts)}
        told = (offer.requires, offer.wanted, offer.languages)
        assert await found_by(hall, offer) & set(crowd) == met, told
        if offer.requires is not None and "lesson" not in str(offer.requires):
            assert 0 < len(met) < len(crowd), told


async def test_a_qualification_lets_in_until_it_ends_or_can_be_had_on_the_way(
    hall: Hall,
) -> None:
    made = await publish(hall, training())
    await hall.project("school", tasks=1, learning=Learning(training=("lesson",)))
    ada, ben = await hall.people(2)
    begun = await start(hall, made, ada, project="school")
    async with hall.db.begin() as tx:
        await qualifications.gain(
            tx, person_id=ada, course_id=made.id, sitting_id=begun.sitting.id, now=NOW,
            expires_at=NOW + DAY,
        )  # fmt: skip
    asks = new_project(requires=parsed("qualification lesson")).offer
    assert await found_by(hall, asks) & {ada, ben} == {ada}
    assert await found_by(hall, asks, NOW + DAY) & {ada, ben} == set()
    brings = new_project(
        requires=parsed("qualification lesson"), learning=Learning(training=("lesson",))
    ).offer
    assert await found_by(hall, brings) & {ada, ben} == {ada, ben}


async def drafted(hall: Hall, by: int, *chosen: tuple[str, str]) -> str:
    one = await broadcasts.begin(hall.db, by=by, now=NOW)
    for what, value in chosen:
        await broadcasts.choose(hall.db, number=one.number, what=what, value=value, on=True, by=by)
    return one.number


async def reached(hall: Hall, number: str, by: int) -> int:
    return (await broadcasts.prepared(hall.db, number=number, by=by, now=NOW)).people


async def test_a_project_reaches_who_may_work_there_and_who_has_worked_there(
    hall: Hall,
) -> None:
    by = await hall.person("Boss", roles=(Role.admin,))
    await hall.project(requires=parsed("tier law >= 60"), tasks=10)
    expert, newcomer, barred = await hall.people(3)
    before = await hall.person()
    for one, tier in ((expert, 60), (barred, 80), (newcomer, 59), (before, 61)):
        await tiered(hall, one, "law", tier)
    await hall.claim(await hall.call(), before)
    await tiered(hall, before, "law", 20)
    await hall.change(schema.people, barred, standing=Standing.suspended)
    number = await drafted(hall, by, ("project", "pairs"))
    assert await reached(hall, number, by) == 2  # the expert, and who had a job there
    await tell(hall, by, before, StepKind.block, now=NOW, project="pairs")
    assert await reached(hall, number, by) == 1
    await broadcasts.choose(hall.db, number=number, what="worked", value="-", on=True, by=by)
    assert await reached(hall, number, by) == 1  # they worked there all the same


async def test_people_are_chosen_by_a_skill_and_a_least_tier(hall: Hall) -> None:
    by = await hall.person("Boss", roles=(Role.admin,))
    await hall.project(tasks=0, skill="law")
    found = await hall.people(4)
    for one, tier in zip(found, (39, 40, 60, 100), strict=True):
        await tiered(hall, one, "law", tier)
    await tiered(hall, found[0], "rating", 90)
    number = await drafted(hall, by, ("tier", "law:40"))
    assert await reached(hall, number, by) == 3
    choices = await broadcasts.choices(hall.db, number=number, by=by)
    assert choices.skills == [("law", 4), ("rating", 1)]

    async def write(text: str) -> int:
        await broadcasts.ask(
            hall.db, number=number, topic=broadcasts.TIER, by=by, card_id=None, now=NOW,
            skill="law",
        )  # fmt: skip
        asked = await awaiting.awaited(hall.db, by, now=NOW)
        assert asked is not None
        await broadcasts.write_tier(hall.db, asked=asked, text=text)
        return await reached(hall, number, by)

    assert await write(" 61 ") == 1
    for wrong in ("0", "101", "high", "-5", "٦١½"):
        with pytest.raises(Refused, match="broadcast-tier"):
            await write(wrong)
    with pytest.raises(Refused, match="stale-button"):
        await drafted(hall, by, ("tier", 'x" or 1:60'))
    await choose_off(hall, number, by)
    assert await reached(hall, number, by) == 5


async def choose_off(hall: Hall, number: str, by: int) -> None:
    off: dict[str, Any] = {"what": "tier", "value": "-:0", "on": False}
    await broadcasts.choose(hall.db, number=number, by=by, **off)


@pytest.mark.parametrize(("searched", "listed"), [(2, 9), (3, 1), (100, 1), (1, 1)])
async def test_however_few_fit_each_is_listed_once_and_nobody_else(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, searched: int, listed: int
) -> None:
    monkeypatch.setattr(sending, "_SEARCHED_AT_ONCE", searched)
    monkeypatch.setattr(sending, "_LISTED_AT_ONCE", listed)
    by = await hall.person("Boss", roles=(Role.admin,))
    found = await hall.people(9)
    for one in (found[0], found[6], found[8]):
        await tiered(hall, one, "law", 70)
    draft = await prepared(hall, by)
    await broadcasts.choose(
        hall.db, number=draft.number, what="tier", value="law:70", on=True, by=by
    )
    await confirmed(hall, draft)
    late = await hall.person("Late")
    await tiered(hall, late, "law", 90)
    for _ in range(6):
        await broadcasts.send_due(hall.db, now=BEGUN)
    rows = await hall.rows(schema.broadcast_recipients)
    assert [row.person_id for row in rows] == [found[0], found[6], found[8]]
    assert (await now_stands(hall, draft)).listed


async def test_a_draft_for_a_group_follows_it_when_it_is_upgraded(hall: Hall) -> None:
    group, new, boss = await hall.group(), -1009, await hall.person(roles=(Role.admin,))
    one = await broadcasts.begin(hall.db, by=boss, now=NOW)
    how: dict[str, Any] = {"number": one.number, "what": "group", "by": boss}
    await broadcasts.choose(hall.db, value=str(group), on=True, **how)
    await chats.migrated(hall.db, old=group, new=new, cause=hall.cause(), now=NOW)
    found = await broadcasts.prepared(hall.db, number=one.number, by=boss, now=NOW)
    assert (found.broadcast.segment.groups, found.groups) == ((new,), {new: f"Group {group}"})
    await broadcasts.choose(hall.db, value=str(new), on=False, **how)
    found = await broadcasts.prepared(hall.db, number=one.number, by=boss, now=NOW)
    assert found.broadcast.segment.groups == ()
