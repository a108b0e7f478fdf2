"""HelpSteer: five scores, and preferences as the second and the third edition have them."""

from collections.abc import Iterator
from typing import Final

from bot.domain.tasks import Turn
from bot.formats.incoming.languages import TAGS
from bot.formats.outgoing.asked import FIVE, has_five_scales, has_preference, preference_of
from bot.formats.outgoing.deciding import reasons, scores, strength
from bot.formats.outgoing.form import Form, Row, Setting
from bot.formats.outgoing.pairs import is_conversation, messages, outcome_of
from bot.formats.votes import Counts, Outcome, TaskVotes

_MOST_SINGLE = 3
_NAMES: Final = {tag: name for name, tag in TAGS.items()}
_SAYS: Final = (
    (
        "Negative: the first response is better. The strength is the median of the votes for the "
        "winner, 0 for a tie."
    ),
    "A task that ended with both bad has 0, and both_bad in its metadata.",
)


def _prompt(prompt: tuple[Turn, ...]) -> str:
    """Several turns in one text, in the way of the second edition."""
    if not is_conversation(prompt):
        return prompt[0].text
    marked = [f"<extra_id_1>{turn.role.capitalize()}\n{turn.text}" for turn in prompt]
    if prompt[0].role == "user":
        marked[0] = prompt[0].text
    return "\n".join(marked) + "\n<extra_id_1>Assistant\n"


def _scores(task: TaskVotes, setting: Setting, counts: Counts) -> Iterator[Row]:
    """One row for each response that all five scores were given to, one below the other."""
    if task.gold:
        counts.gold += 1
        return
    found = scores(task, setting.scheme)
    scored = [one for one in task.responses if set(FIVE) <= set(found.get(one.id, {}))]
    counts.unrated += not scored
    for response in scored:
        given = {name: found[response.id][name] for name in FIVE}
        yield {"prompt": _prompt(task.prompt), "response": response.text, **given}


def _decided(task: TaskVotes, setting: Setting, counts: Counts) -> tuple[Outcome, int] | None:
    """What was decided and how strongly; none where nothing was, with the reason counted."""
    if task.gold:
        counts.gold += 1
        return None
    decided = outcome_of(task, setting, counts)
    question = preference_of(setting.scheme)
    if decided in ("undecided", "unrated") or question is None:
        return None
    return decided, strength(task, question.id, decided)


def _second(task: TaskVotes, setting: Setting, counts: Counts) -> Iterator[Row]:
    found = _decided(task, setting, counts)
    if found is None:
        return
    yield {
        "prompt": _prompt(task.prompt),
        "response_1": task.responses[0].text,
        "response_2": task.responses[1].text,
        "preference_strength": found[1],
        "metadata": {"both_bad": found[0] == "both_bad"},
    }


def _third(task: TaskVotes, setting: Setting, counts: Counts) -> Iterator[Row]:
    found = _decided(task, setting, counts)
    if found is None:
        return
    single = reasons(task, setting.scheme)[:_MOST_SINGLE]
    yield {
        "domain": "general",
        "language": _NAMES.get((task.language or "").lower(), task.language or ""),
        "context": messages(task.prompt),
        "response1": task.responses[0].text,
        "response2": task.responses[1].text,
        "overall_preference": found[1],
        "individual_preference": [
            {"score": score, "reasoning": words} for score, words in single
        ],
        "metadata": {"both_bad": found[0] == "both_bad"},
    }  # fmt: skip


HELPSTEER2: Final = Form(
    "helpsteer2", "h2", _scores, has_five_scales,
    loses=("Single votes and who cast them.",
           "Reasons, times, verdicts and pay.",
           "Names of models, ids of tasks and responses, and the context of a task.",
           "System messages as such, and scales that are none of the five."),
    says=("A score is the median of the votes, the lower one of two.",
          "The responses to one prompt stand in rows below one another."),
)  # fmt: skip
HELPSTEER2_PREFERENCE: Final = Form(
    "helpsteer2-preference", "hp", _second, has_preference,
    loses=("Single votes and who cast them.",
           "Reasons, times, verdicts and pay.",
           "Names of models, ids of tasks, and the context of a task.",
           "Tasks that are undecided or unrated."),
    says=_SAYS,
)  # fmt: skip
HELPSTEER3_PREFERENCE: Final = Form(
    "helpsteer3-preference", "h3", _third, has_preference,
    loses=("Votes behind the third of a task, and who cast them.",
           "Times, verdicts and pay.",
           "Names of models, ids of tasks, and the context of a task.",
           "Tasks that are undecided or unrated."),
    says=(*_SAYS, "The domain is always general: tasks say nothing of it."),
)  # fmt: skip
