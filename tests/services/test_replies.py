"""Answers to commands are owed once per cause; alerts go to every admin."""

from bot.domain.notices import Priority
from bot.domain.people import Role
from bot.services import replies
from tests.services.builders import NOW, Hall


async def test_an_answer_is_owed_once_per_cause_and_kind(hall: Hall) -> None:
    for kind in ("help", "help", "work"):
        await replies.owe(
            hall.db, chat_id=5, kind=kind, cause="u:1", now=NOW, facts={"a": 1}, thread_id=3
        )
    (one,) = await hall.notices("help")
    assert (one.chat_id, one.thread_id, one.args) == (5, 3, {"a": 1})
    assert (one.priority, one.sound) == (Priority.answer, False)
    assert len(await hall.notices("work")) == 1


async def test_an_alert_goes_to_every_admin_and_to_nobody_else(hall: Hall) -> None:
    admins = [await hall.person(roles=(Role.admin,)) for _ in range(2)]
    await hall.person(roles=(Role.coordinator,))
    for _ in range(2):
        await replies.alert_admins(
            hall.db, kind="aside", cause="x:1", now=NOW, facts={"number": "K7WX3QDP"}
        )
    told = await hall.notices("aside")
    assert sorted(one.person_id for one in told) == admins
    assert told[0].args == {"language": "en", "person_id": admins[0], "number": "K7WX3QDP"}
