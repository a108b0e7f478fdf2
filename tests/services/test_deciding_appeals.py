"""Answering appeals and taking steps back in words that are shown once more before they count."""

import pytest

from bot.domain.appeals import AppealState
from bot.domain.people import Role, Standing
from bot.domain.refusal import Refused
from bot.domain.steps import StepKind, StepState
from bot.services import awaiting, standing
from handlers.screens import SCREENS
from storage import appeals, awaited_texts, steps
from tests.services.builders import DAY, NOW, Hall
from tests.services.standing_acts import look, tell
from tests.services.test_standing_delivery import without_telegram

WHY = "The evidence does not show it."


async def admins(hall: Hall) -> tuple[int, int]:
    boss = await hall.person("Boss", roles=(Role.admin,))
    return boss, await hall.person("Other boss", roles=(Role.admin,))


async def test_opposite_decisions_on_an_appeal_leave_the_first(hall: Hall) -> None:
    boss, other = await admins(hall)
    third = await hall.person("Third", roles=(Role.arbiter,))
    ada = await hall.person()
    step = await tell(hall, boss, ada, StepKind.warning, now=NOW)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    for by, state in ((other, AppealState.upheld), (third, AppealState.overturned)):
        await standing.ask_answer(
            hall.db, number=made.number, state=state, by=by, card_id=None, now=NOW
        )
        await say(hall, by)
    await answer(hall, other)
    with pytest.raises(Refused, match="decided-upheld"):
        await answer(hall, third)
    assert (await hall.who(ada)).standing is Standing.warned
    with pytest.raises(Refused, match="decided-upheld"):
        await standing.ask_answer(
            hall.db, number=made.number, state=AppealState.overturned, by=third, card_id=None,
            now=NOW,
        )  # fmt: skip


async def say(hall: Hall, by: int, text: str = WHY) -> None:
    async with hall.db.read() as tx:
        asked = await awaited_texts.of_person(tx, by)
    assert asked is not None
    await standing.write_words(hall.db, asked=asked, text=text, now=NOW)


async def answer(hall: Hall, by: int) -> None:
    said = await standing.worded(hall.db, by=by, now=NOW)
    await standing.confirm(hall.db, number=said.number, by=by, cause=hall.cause(), now=NOW)


async def test_who_decided_the_step_is_not_asked_for_an_answer(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    step = await tell(hall, boss, ada, StepKind.warning, now=NOW)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    for by, why in ((boss, "own-verdict"), (ada, "not-arbiter")):
        with pytest.raises(Refused, match=why):
            await standing.ask_answer(
                hall.db, number=made.number, state=AppealState.upheld, by=by, card_id=None,
                now=NOW,
            )  # fmt: skip
    waiting, decided = await standing.appeals_of(hall.db, by=boss)
    assert [(one.mine, one.person.id) for one in waiting] == [(False, ada)]
    assert (await standing.appeals_of(hall.db, by=other))[0][0].mine
    assert decided == []
    with pytest.raises(Refused, match="not-arbiter"):
        await standing.appeals_of(hall.db, by=ada)


async def test_a_withdrawn_step_ends_its_appeal_for_the_person(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    step = await tell(hall, boss, ada, StepKind.warning, now=NOW)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    await standing.ask_withdrawal(hall.db, number=step.number, by=boss, card_id=None, now=NOW)
    with pytest.raises(Refused, match="step-words"):
        await say(hall, boss, "No.")
    await say(hall, boss)
    await answer(hall, boss)
    async with hall.db.read() as tx:
        ended = await appeals.by_id(tx, made.id)
        assert (await steps.by_id(tx, step.id)).state is StepState.withdrawn
    assert (ended.state, ended.decided_by, ended.answer) == (AppealState.overturned, None, WHY)
    assert (await hall.who(ada)).standing is Standing.good
    await look(hall, now=NOW + 10 * DAY)
    assert len(await hall.notices("step_withdrawn")) == 1
    assert await hall.notices("appeal_decided") == []
    with pytest.raises(Refused, match="step-over"):
        await standing.withdraw(
            hall.db, number=step.number, text=WHY, by=other, cause=hall.cause(), now=NOW
        )


async def test_words_that_come_after_the_answer_are_waited_for_no_more(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    step = await tell(hall, boss, ada, StepKind.warning, now=NOW)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    await awaiting.ask(
        hall.db, person_id=ada, topic="appeal", args={"appeal": made.number}, card_id=None,
        now=NOW,
    )  # fmt: skip
    await standing.decide_appeal(
        hall.db, number=made.number, state=AppealState.upheld, text=WHY, by=other,
        cause=hall.cause(), now=NOW,
    )  # fmt: skip
    late = await standing.add_words(
        hall.db, number=made.number, text="One more thing.", by=ada, cause=hall.cause()
    )
    assert (late.state, late.words) == (AppealState.upheld, "")
    assert await awaiting.awaited(hall.db, ada, now=NOW) is None


@pytest.mark.parametrize("reason", ["fraud", "expired-jobs"])
async def test_who_is_back_reads_of_roles_only_where_some_had_ended(
    hall: Hall, reason: str
) -> None:
    boss, other = await admins(hall)
    ada = await hall.person(roles=(Role.reviewer,))
    kind = StepKind.hold if reason == "fraud" else StepKind.warning
    step = await tell(hall, boss, ada, kind, now=NOW, reason=reason)
    made = await standing.appeal(hall.db, step=step.number, by=ada, cause=hall.cause(), now=NOW)
    await standing.decide_appeal(
        hall.db, number=made.number, state=AppealState.overturned, text=WHY, by=other,
        cause=hall.cause(), now=NOW,
    )  # fmt: skip
    args = {"person_id": ada, "number": made.number}
    screen = await SCREENS["appeal"](without_telegram(hall.db), args)
    assert screen is not None
    ended = not (await hall.who(ada)).roles
    assert ended == (kind is StepKind.hold)
    assert ("reviewer or coordinator" in screen.text.text) == ended


async def test_the_card_says_why_nothing_can_be_decided_about_somebody(hall: Hall) -> None:
    boss, other = await admins(hall)
    ada = await hall.person()
    for whose, why in ((other, "does not climb"), (boss, "about yourself"), (ada, None)):
        args = {"person_id": boss, "language": "en", "whose": whose}
        card = await SCREENS["person"](without_telegram(hall.db), args)
        assert card is not None
        said = [one for one in ("does not climb", "about yourself") if one in card.text.text]
        assert said == ([why] if why else [])
