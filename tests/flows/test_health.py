"""/health: an admin sees whether all is well, and what to do where it is not."""

from sqlalchemy import insert, update

from storage import schema
from tests.flows.hall import Stage


async def test_an_admin_sees_that_all_is_well_and_looks_again(hall: Stage) -> None:
    await hall.admin.send("/health")
    page = await hall.admin.expect("All is well")
    assert "Process" in page.content
    assert "Database: " in page.content
    sent = len(hall.admin.inbox())
    first = page.content
    await hall.move(seconds=2)
    await hall.admin.tap(page, "Refresh")
    await hall.settle()
    again = await hall.admin.expect("All is well")
    assert again.id == page.id
    assert again.content != first  # it says when it looked
    assert len(hall.admin.inbox()) == sent


async def test_what_is_amiss_comes_with_what_to_do(hall: Stage) -> None:
    now = hall.sandbox.clock.now()
    async with hall.bot.db.begin() as tx:
        row = {"update_id": 1, "lane": 1, "payload": {}, "received_at": now, "state": "aside"}
        await tx.execute(insert(schema.inbox).values(**row, number="A1B2"))
        await tx.execute(update(schema.chats).values(may_post=False))
    await hall.admin.send("/health")
    page = await hall.admin.expect("something needs you")
    assert "set aside in 24 h: 1" in page.content
    assert "cannot post: 1" in page.content
    assert "Cannot post in: Work group" in page.content


async def test_an_admin_reads_it_in_arabic(hall: Stage) -> None:
    async with hall.bot.db.begin() as tx:
        await tx.execute(update(schema.people).values(language="ar"))
    await hall.admin.send("/health")
    page = await hall.admin.expect("كل شيء على ما يرام")
    assert "قاعدة البيانات" in page.content
