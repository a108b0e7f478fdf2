"""Another answer for a doubted gold task: any that its questions offer, by taps."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.answering import Answers
from bot.domain.gold_choice import chosen, form_of_known, replayed
from bot.domain.refusal import Refused
from bot.domain.schemes import Question, Scheme, next_question
from bot.domain.tasks import TaskState
from bot.effects.fall_gold import fall_gold
from bot.services.gold.deciding import decidable, stands
from bot.services.gold.looking import Card, sight
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Choosing:
    """A known answer that is being put together; nothing is `asked` when it is whole."""

    card: Card
    form: Scheme
    answers: Answers
    asked: Question | None

    @property
    def answer(self) -> dict[str, Any]:
        """What was chosen so far, as a known answer is written."""
        found, names = self.card, [one.id for one in self.card.content.responses]
        return chosen(found.project.scheme, found.known, self.answers, names)


async def choosing(db: Database, task_id: int, *, taps: str, by: int) -> Choosing:
    """The answer that these taps make, for who coordinates the project."""
    async with db.read() as tx:
        found = await sight(tx, task_id, by)
        if found.item.state is not TaskState.suspended:
            raise Refused("gold-decided")
        return _made(found, taps)


async def put(
    db: Database, task_id: int, *, taps: str, by: int, cause: str, now: datetime
) -> None:
    """What these taps make is right, whether or not anybody gave it; the known one may stand."""
    async with db.begin(cause) as tx:
        found = await decidable(tx, task_id, by)
        made = _made(found, taps)
        if made.asked is not None or not made.answers.values:
            raise Refused("stale-button")
        if made.answer == found.known:
            await stands(tx, task_id, by=by, now=now)
            return
        await fall_gold(tx, found.project, task_id, answer=made.answer, words=None, by=by, now=now)


def _made(found: Card, taps: str) -> Choosing:
    content = found.content
    names = [one.id for one in content.responses]
    form = form_of_known(found.project.scheme, found.known, names, content.assistant_turns)
    answers = replayed(form, taps)
    return Choosing(found, form, answers, next_question(form, answers.values))
