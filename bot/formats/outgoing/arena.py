"""Battles as arenas publish them: two conversations, and who won by one vote."""

from collections.abc import Iterator, Mapping
from typing import Final

from bot.domain.tasks import Response
from bot.formats.incoming.arena import UNKNOWN
from bot.formats.incoming.languages import TAGS
from bot.formats.outgoing.asked import has_preference, preference_of
from bot.formats.outgoing.deciding import kind_of, standing
from bot.formats.outgoing.form import Form, Row, Setting
from bot.formats.outgoing.pairs import answer, messages
from bot.formats.votes import Counts, TaskVotes, Vote

_PAIR = 2
_NAMES: Final = {tag: name.capitalize() for name, tag in TAGS.items()}
_WINNERS: Final = {"first": "model_a", "second": "model_b", "tie": "tie"}


def _battles(
    task: TaskVotes, setting: Setting, counts: Counts, winners: Mapping[str, str]
) -> Iterator[tuple[Vote, str]]:
    """The votes that stand, each with its winner; a tie is one of them."""
    if task.gold:
        counts.gold += 1
        return
    question = preference_of(setting.scheme)
    if question is None or len(task.responses) != _PAIR:
        counts.undecided += 1
        return
    found = 0
    for vote in standing(task):
        said = vote.counts_as.get(question.id)
        winner = None if said is None else winners.get(kind_of(said))
        if winner is not None:
            found += 1
            yield vote, winner
    counts.unrated += not found


def _first(task: TaskVotes, setting: Setting, counts: Counts) -> Iterator[Row]:
    winners = {**_WINNERS, "both_bad": "tie (bothbad)"}
    for vote, winner in _battles(task, setting, counts, winners):
        yield {
            "question_id": f"{task.external_id}-{vote.vote_id}",
            **_models(task.responses),
            "winner": winner,
            "judge": vote.rater,
            **_conversations(task),
            "turn": sum(1 for turn in task.prompt if turn.role == "user"),
            "language": _NAMES.get(task.language or "", task.language or UNKNOWN),
            "tstamp": vote.submitted_at.timestamp(),
        }


def _later(task: TaskVotes, setting: Setting, counts: Counts) -> Iterator[Row]:
    winners = {**_WINNERS, "both_bad": "both_bad"}
    for vote, winner in _battles(task, setting, counts, winners):
        texts = [turn.text for turn in task.prompt] + [one.text for one in task.responses]
        yield {
            "id": f"{task.external_id}-{vote.vote_id}",
            "evaluation_session_id": f"{vote.rater}-{vote.vote_id}",
            "evaluation_order": 1,
            **_models(task.responses),
            "winner": winner,
            **_conversations(task),
            "language": task.language or "und",
            "is_code": any("```" in text for text in texts),
        }


def _models(responses: tuple[Response, ...]) -> Row:
    first, second = (one.model or UNKNOWN for one in responses)
    return {"model_a": first, "model_b": second}


def _conversations(task: TaskVotes) -> Row:
    prompt = messages(task.prompt)
    first, second = ([*prompt, *answer(one.text)] for one in task.responses)
    return {"conversation_a": first, "conversation_b": second}


_LOST: Final = (
    "The strength of a preference.",
    "Reasons, active time, verdicts and pay.",
    "The context of a task.",
)
_SAYS: Final = ("One row for each vote, ties and both bad included.",
                "A model without a name is called unknown.",
                "The id is that of the task with that of the vote.")  # fmt: skip
ARENA_33K: Final = Form("arena-33k", "a3", _first, has_preference, loses=_LOST,
                        says=(*_SAYS, "The judge is the pseudonym of the rater."))  # fmt: skip
ARENA_140K: Final = Form(
    "arena-140k", "a1", _later, has_preference, loses=(*_LOST, "When a vote was cast."),
    says=(*_SAYS, "A session is one vote; it begins with the pseudonym of the rater.",
          "Code is what has a fenced block in it."),
)  # fmt: skip
