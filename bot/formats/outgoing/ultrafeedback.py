"""UltraFeedback as it was binarized: a better and a worse answer, each with a score."""

from collections.abc import Iterator
from typing import Final

from bot.domain.schemes import Scheme
from bot.domain.tasks import Response
from bot.formats.outgoing.asked import has_pairs, scales_of
from bot.formats.outgoing.deciding import scores
from bot.formats.outgoing.form import Form, Row, Setting
from bot.formats.outgoing.pairs import Pair, answer, messages, pairs
from bot.formats.votes import Counts, TaskVotes

_TWO = 2


def _fits(scheme: Scheme) -> bool:
    return has_pairs(scheme) or (bool(scales_of(scheme)) and scheme.responses[1] >= _TWO)


def _rows(task: TaskVotes, setting: Setting, counts: Counts) -> Iterator[Row]:
    of_pairs = has_pairs(setting.scheme)
    prompt = messages(task.prompt)
    for pair in (pairs if of_pairs else _best_and_worst)(task, setting, counts):
        chosen = [*prompt, *answer(pair.won.text)]
        yield {
            "prompt": task.prompt[-1].text,
            "prompt_id": task.external_id,
            "chosen": chosen,
            "rejected": [*prompt, *answer(pair.lost.text)],
            "messages": chosen,
            "score_chosen": round(pair.for_won, 4),
            "score_rejected": round(pair.for_lost, 4),
        }


def _best_and_worst(task: TaskVotes, setting: Setting, counts: Counts) -> list[Pair]:
    """The answer with the highest and the one with the lowest score of the first scale."""
    if task.gold:
        counts.gold += 1
        return []
    first = scales_of(setting.scheme)[0].id
    found = scores(task, setting.scheme)
    scored: list[tuple[int, Response]] = [
        (found[one.id][first], one) for one in task.responses if first in found.get(one.id, {})
    ]
    if not scored:
        counts.unrated += 1
        return []
    (low, worst), (high, best) = (
        pick(scored, key=lambda one: one[0]) for pick in (min, max)
    )  # fmt: skip
    if low == high:
        counts.ties += 1
        return []
    return [Pair(best, worst, float(high), float(low))]


ULTRAFEEDBACK_BINARIZED: Final = Form(
    "ultrafeedback-binarized", "ub", _rows, _fits,
    loses=("The strength of a preference.",
           "Single votes and who cast them.",
           "Reasons, times, verdicts and pay.",
           "Names of models, the context of a task, and all but the first scale.",
           "Tasks that ended in a tie, with both answers bad, undecided or unrated.",
           ("Turns of a prompt before the last one, in the field prompt; chosen and rejected "
           "have them.")),
    says=(("Scores are the part of the votes for the answer; where answers were given scores, "
          "those of the first scale, the best and the worst answer of each task."),
          "prompt_id is the id of the task."),
)  # fmt: skip
