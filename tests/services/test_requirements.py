"""What a project requires, at the claim: asked where an answer settles it, else a reason."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.learning import Learning
from bot.domain.memberships import MemberState
from bot.domain.profiles import HELD
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.domain.requirements import Member, conditions
from bot.domain.requirements_reading import parsed
from bot.services import claims, profiles, projects
from storage import chats, memberships, qualifications, schema
from tests.services.builders import MINUTE, NOW, RULES, Hall, new_project
from tests.services.course_acts import publish, start, training

DAY = timedelta(days=1)


async def requiring(hall: Hall, written: str, **more: Any) -> Project:
    return await hall.project(requires=parsed(written), **more)


async def refusal(hall: Hall, person: int) -> Refused:
    call = await hall.call()
    with pytest.raises(Refused) as no:
        await hall.try_claim(call, person)
    return no.value


async def test_who_is_known_not_to_fit_is_told_what_is_in_the_way(hall: Hall) -> None:
    await requiring(hall, "country DE and (skill law or skill history)")
    far = await hall.person(country="US")
    assert str(await refusal(hall, far)) == "country (country=US)"
    lay = await hall.person(country="DE", skills={"law": False, "history": False})
    assert str(await refusal(hall, lay)) == "requires-other (needs=skill law or skill history)"
    fits = await hall.person(country="DE", skills={"law": True})
    assert (await hall.try_claim(await hall.call(), fits)).job is not None


async def test_what_an_answer_settles_is_asked_first_and_a_place_is_held(hall: Hall) -> None:
    await requiring(hall, "skill law and (country DE or language de >= good)")
    ada = await hall.person()
    call = await hall.call()
    asked = (await hall.try_claim(call, ada)).gate
    assert asked is not None
    assert asked.what == "skill:law"

    async def answer(question: str, said: str) -> None:
        assert await profiles.answer(
            hall.db, project_key="pairs", question=profiles.mark(question), answer=said,
            person_id=ada, cause=hall.cause(), now=NOW,
        )  # fmt: skip

    async def go_on() -> claims.Claim:
        return await claims.go_on(
            hall.db, project_key="pairs", person_id=ada, cause=hall.cause(), now=NOW,
            rules=RULES, random=hall.random,
        )  # fmt: skip

    await answer("skill:law", HELD)
    gate = (await go_on()).gate
    assert gate is not None
    assert gate.what == "country:"
    # The first alternative fails, and the other one takes another question.
    await answer("country:", "EG")
    gate = (await go_on()).gate
    assert gate is not None
    assert gate.what == "level:de"
    await answer("level:de", "fluent")
    assert (await go_on()).job is not None


async def test_a_tier_that_is_not_known_yet_is_told_as_such(hall: Hall) -> None:
    await requiring(hall, "tier law >= 40")
    found = await refusal(hall, await hall.person())
    assert str(found) == "requires-tier-unknown (skill=law, least=40)"


async def test_a_group_is_known_by_its_id_from_the_publication_on(hall: Hall) -> None:
    pool = await hall.group(-1005)
    made = await requiring(hall, 'member "group -1005"')
    assert conditions(made.offer.requires) == (Member("Group -1005", pool),)
    ada = await hall.person()
    assert str(await refusal(hall, ada)) == "requires-member (group=Group -1005)"
    await hall.change(schema.chats, pool, title="   ")
    other = await hall.project("other", requires=parsed("member -1005"), tasks=0)
    assert conditions(other.offer.requires) == (Member("", pool),)
    async with hall.db.begin() as tx:
        await memberships.put(tx, pool, ada, MemberState.member, now=NOW)
    assert await hall.claim(await hall.call(), ada)
    # The group gets another id, and who is in it stays so.
    ben = await hall.person()
    async with hall.db.begin() as tx:
        await memberships.put(tx, pool, ben, MemberState.member, now=NOW)
        await chats.move(tx, pool, -1006)
    assert await hall.claim(await hall.call(), ben)
    async with hall.db.begin() as tx:
        await memberships.put(tx, -1006, ada, MemberState.left, now=NOW)
    assert (await refusal(hall, ada)).reason == "requires-member"


async def test_a_qualification_counts_until_it_ends(hall: Hall) -> None:
    made = await publish(hall, training())
    await requiring(hall, "qualification lesson")
    ada = await hall.person()
    assert (await refusal(hall, ada)).facts == {"qualification": "lesson"}
    await hall.project("school", learning=Learning(training=("lesson",)))
    begun = await start(hall, made, ada, project="school")
    async with hall.db.begin() as tx:
        await qualifications.gain(
            tx, person_id=ada, course_id=made.id, sitting_id=begun.sitting.id, now=NOW,
            expires_at=NOW + DAY,
        )  # fmt: skip
    with pytest.raises(Refused, match="requires-qualification"):
        await hall.try_claim(await hall.call(), ada, now=NOW + DAY)
    assert await hall.claim(await hall.call(), ada, now=NOW + DAY - MINUTE)


async def test_a_course_that_the_project_offers_itself_is_no_reason(hall: Hall) -> None:
    await publish(hall, training())
    await requiring(hall, "qualification lesson", learning=Learning(training=("lesson",)))
    gate = (await hall.try_claim(await hall.call(), await hall.person())).gate
    assert gate is not None
    assert gate.what == "lesson"


async def test_who_is_in_a_group_can_be_left_out(hall: Hall) -> None:
    pool = await hall.group(-1005)
    await requiring(hall, "not member -1005")
    ada, ben = await hall.people(2)
    async with hall.db.begin() as tx:
        await memberships.put(tx, pool, ada, MemberState.member, now=NOW)
        await memberships.put(tx, pool, ben, MemberState.left, now=NOW)
    assert (await refusal(hall, ada)).facts == {"needs": 'not member -1005 "Group -1005"'}
    assert await hall.claim(await hall.call(), ben)


async def test_nobody_publishes_what_nobody_could_meet(hall: Hall) -> None:
    for written, reason in (
        ("qualification de-legal", "no-qualification"),
        ('skill law or member "Pool B"', "no-such-group"),
        ("member -1009", "no-such-group"),
    ):
        new = new_project(requires=parsed(written))
        with pytest.raises(Refused, match=reason):
            await projects.create(hall.db, new, by=None, cause=None, now=NOW)
    await hall.group(-1005)
    await hall.group(-1006)
    await hall.change(schema.chats, -1006, title="Group -1005")
    new = new_project(requires=parsed('member "Group -1005"'))
    with pytest.raises(Refused, match="group-twice"):
        await projects.create(hall.db, new, by=None, cause=None, now=NOW)
    assert await hall.rows(schema.projects) == []
