"""`/verify`: whether a number is ours, and what it stands for."""

from typing import Any

from bot import say
from bot.services import people
from bot.services.verifying import Belonging, verify
from bot.typeset import Text
from handlers.context import Hall
from handlers.messages.screen import Row, Screen, button, lines

_ABOUT_PAY = (
    "statement", "pay", "earned_", "gift", "verdict", "dispute", "client_", "job_accepted",
)  # fmt: skip
_ABOUT_STANDING = ("step", "appeal", "access_", "question", "region_", "rights", "inactive")


def _topic(kind: str) -> str:
    """What a notice of that kind is about, in a word of the texts."""
    if kind.startswith(_ABOUT_PAY):
        return "pay"
    return "standing" if kind.startswith(_ABOUT_STANDING) else "work"


async def screen(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What the typed number stands for; the same words for what is another's and what is not."""
    person = await people.by_id(hall.db, args["person_id"])
    words, now = hall.words(person.language), hall.clock.now()
    own = await verify(hall.db, typed=args["typed"], person_id=person.id)
    if own is None:
        return Screen(lines(words.rich("verify-no"), words.rich("verify-warning"), between="\n\n"))
    when = say.clock_time(words.language, own.at, person.zone, now)
    if own.what is not Belonging.notice:
        said = words.rich(f"verify-{own.what}", number=own.number, date=when)
    elif own.sent_at is None:
        said = words.rich("verify-notice-waiting", number=own.number, date=when)
    else:
        topic = _topic(own.kind or "")
        sent = say.clock_time(words.language, own.sent_at, person.zone, now)
        said = words.rich(f"verify-notice-{topic}", number=own.number, date=sent)
    told: list[Text] = [said]
    rows: tuple[Row, ...] = ()
    if own.what is Belonging.statement:
        label = words("button-pay-statement", number=own.number)
        rows = ((button(label, "ew", own.number),),)
    elif own.what is Belonging.step:
        rows = ((button(words("button-see-notice"), "kt", own.number),),)
    return Screen(lines(*told, words.rich("verify-warning"), between="\n\n"), rows)


async def how(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How to ask."""
    words = hall.words(args["language"])
    return Screen(words.rich("verify-how", command="/verify", example="/verify K7WX3QDP"))
