"""A coordinator puts any answer in the place of a doubted one; reviewers name only a miss."""

from typing import Any

import pytest

from bot.domain.pay_terms import Verdict
from bot.domain.people import Role
from bot.domain.refusal import Refused
from bot.services import gold, reviews
from storage import schema
from tests.services.builders import A_BETTER, B_BETTER, B_MUCH, BOTH_BAD, NOW, RULES, TIE, Hall
from tests.services.reviewing import judge, reviewer
from tests.services.test_gold_disputes import gold_line, missed_by, object_to, scores

ITEM = 0  # the known answer comes first


async def doubted(hall: Hall, number: int = 1, option: int = TIE) -> tuple[int, int]:
    """A suspended gold task that so many answered, and its coordinator."""
    await missed_by(hall, number, option)
    cora = await hall.person("Cora", roles=(Role.coordinator,))
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    await gold.suspend(hall.db, task.id, by=cora, cause=hall.cause(), now=NOW)
    return task.id, cora


async def put(hall: Hall, task: int, taps: str, by: int) -> Any:
    await gold.put(hall.db, task, taps=taps, by=by, cause=hall.cause(), now=NOW)
    (row,) = await hall.rows(schema.tasks, schema.tasks.c.id == task)
    return row.state, row.gold


async def test_an_answer_that_nobody_gave_can_be_the_right_one(hall: Hall) -> None:
    task, cora = await doubted(hall)
    assert [one.answer for one in (await gold.card(hall.db, task, by=cora)).others] == [
        {"preference": 0}
    ]
    seen = await gold.choosing(hall.db, task, taps=".", by=cora)
    assert seen.asked is not None
    whole = await gold.choosing(hall.db, task, taps=f".{BOTH_BAD}", by=cora)
    assert (whole.asked, whole.answer) == (None, {"preference": "both_bad"})
    assert await put(hall, task, f".{BOTH_BAD}", cora) == ("open", {"preference": "both_bad"})
    assert await scores(hall) == [(False, "void")]
    with pytest.raises(Refused, match="gold-decided"):
        await put(hall, task, f".{TIE}", cora)


async def test_the_one_that_was_given_is_right_for_who_gave_it(hall: Hall) -> None:
    task, cora = await doubted(hall, option=B_BETTER)
    assert await put(hall, task, f".{B_MUCH}", cora) == ("open", {"preference": 3})
    assert await scores(hall) == [(True, "counts")]


async def test_to_choose_the_known_answer_is_to_keep_it(hall: Hall) -> None:
    task, cora = await doubted(hall)
    assert await put(hall, task, f".{A_BETTER}", cora) == ("open", {"preference": -2})
    assert await scores(hall) == [(False, "counts")]
    assert len(await hall.acts("gold-kept")) == 1


async def test_half_an_answer_and_a_strangers_are_refused(hall: Hall) -> None:
    task, cora = await doubted(hall)
    for taps in (".", ".99", "", ".?"):
        with pytest.raises(Refused, match="stale-button"):
            await put(hall, task, taps, cora)
    for act in (gold.choosing(hall.db, task, taps=".", by=await hall.person("Bo")),
                put(hall, task, ".0", await hall.person("Di"))):  # fmt: skip
        with pytest.raises(Refused, match="not-coordinator"):
            await act


async def named(hall: Hall, person: int, rita: int) -> None:
    """Rita begins to reject the person's rating for the known answer."""
    line = await gold_line(hall, person)
    draft = await reviews.start(
        hall.db, number=line.number, verdict=Verdict.rejected, by=rita, cause=hall.cause(),
        now=NOW, rules=RULES.pay,
    )  # fmt: skip
    await reviews.choose_item(hall.db, number=draft.number, item=ITEM, by=rita, cause=hall.cause())


async def test_a_rating_that_was_right_is_not_rejected_for_the_known_answer(hall: Hall) -> None:
    (ada,) = await missed_by(hall, 1, A_BETTER)
    rita = await reviewer(hall)
    with pytest.raises(Refused, match="gold-right"):
        await named(hall, ada, rita)
    # The other places stay what they are: an old button means what it says.
    given = await judge(hall, await gold_line(hall, ada), Verdict.rejected, rita, item=1)
    assert given.review.item == "guidelines"


async def test_a_known_answer_that_falls_meanwhile_carries_no_verdict(hall: Hall) -> None:
    (ada,) = await missed_by(hall, 1, B_BETTER)
    rita = await reviewer(hall)
    await named(hall, ada, rita)
    (draft,) = await hall.rows(schema.review_drafts)
    await reviews.write(
        hall.db, number=draft.number, text="The known answer says so.", by=rita,
        cause=hall.cause(),
    )  # fmt: skip
    cora = await hall.person("Cora", roles=(Role.coordinator,))
    (task,) = await hall.rows(schema.tasks, schema.tasks.c.gold.is_not(None))
    await gold.suspend(hall.db, task.id, by=cora, cause=hall.cause(), now=NOW)
    confirm = {"number": draft.number, "by": rita, "now": NOW, "rules": RULES.reviews}
    with pytest.raises(Refused, match="gold-right"):
        await reviews.confirm(hall.db, cause=hall.cause(), **confirm)
    await gold.keep(hall.db, task.id, by=cora, cause=hall.cause(), now=NOW)
    given = await reviews.confirm(hall.db, cause=hall.cause(), **confirm)
    assert given.review.item == "gold"


async def test_a_rating_that_came_back_tells_nothing_of_a_known_answer(hall: Hall) -> None:
    (ada,) = await missed_by(hall, 1, B_BETTER)
    await judge(hall, await gold_line(hall, ada), Verdict.returned, await reviewer(hall))
    with pytest.raises(Refused, match="stale-button"):
        await object_to(hall, ada)
