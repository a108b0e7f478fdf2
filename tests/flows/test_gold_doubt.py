"""A known answer in doubt: a coordinator puts another in its place, and everybody is told."""

from pathlib import Path
from typing import Any

from bot.domain.pay_terms import Verdict
from bot.services import people
from storage import schema
from tests.flows.acts import with_role
from tests.flows.hall import Stage, stage
from tests.flows.test_gold import brought_in, rated
from tests.flows.test_reviewing import press
from tests.invariants import broken
from tests.services.builders import Hall
from tests.services.reviewing import judge
from tests.services.test_gold_disputes import gold_line


async def rejected(hall: Stage, *telegram: int) -> None:
    """A reviewer rejects what these people answered, for the known answer."""
    acts, rita = Hall(hall.bot.db), await with_role(hall, "Rita", "reviewer")
    known = [await people.known(hall.bot.db, telegram_id=one) for one in (rita.id, *telegram)]
    for person in known[1:]:
        line = await gold_line(acts, person or 0)
        now = hall.sandbox.clock.now()
        await judge(acts, line, Verdict.rejected, known[0] or 0, item=0, now=now)
    await hall.settle()


async def test_an_answer_in_doubt_is_replaced_by_one_that_nobody_gave(tmp_path: Path) -> None:
    shares: Any = {"HIRINGHALL_GOLD_SHARE_NEW": "50", "HIRINGHALL_REVIEW_GOLD_SHARE": "0"}
    async with stage(tmp_path, **shares) as hall:
        await brought_in(hall)
        bo, cy, di = await rated(hall)
        await rejected(hall, bo.id)
        cora = await with_role(hall, "Cora", "coordinator")
        await cora.send("/projects")
        await cora.tap(await cora.expect("ratings in"), "Pairs of pairs")
        await press(cora, "Gold")
        listing = await cora.expect("with a known answer")
        assert "missed 3 times" in listing.content
        await cora.tap(listing, "g1")
        await press(cora, "Suspend it")
        card = await cora.expect("In doubt")
        assert "Given instead by 3 people" in card.content
        await cora.tap(card, "Another answer is right")
        await press(cora, "B much better")
        ready = await cora.expect("This becomes the known answer")
        assert "B is much better" in ready.content or "B much better" in ready.content
        await press(cora, "Start over")
        await press(cora, "Both bad")
        await press(cora, "Make it the known answer")
        assert "It is mixed into jobs" in (await cora.expect("It is mixed into jobs")).content
        await hall.settle()
        assert "0.40 USD" in (await bo.expect("A known answer was not right")).content
        acts = Hall(hall.bot.db)
        assert [row.state for row in await acts.rows(schema.gold_scores)] == ["void"] * 3
        # Whose rating nobody judged yet is told nothing: they do not know which one it was.
        for other in (cy, di):
            assert not any("known answer" in one.content for one in other.inbox())
        await hall.move(days=1)
        assert await broken(hall.bot.db) == []
        assert hall.sandbox.refused_calls() == []
