"""Making up for a verdict that fell: what it withheld is owed as a new line that cites the old."""

from datetime import datetime

from bot.domain.disputes import withheld
from bot.domain.jobs import Job
from bot.domain.lines import Line, LineKind
from bot.domain.ratings import RatingState
from bot.effects.owe_line import owe_line
from bot.effects.settle_rating import overturn_rejection
from bot.effects.touch_call import touch_calls
from bot.effects.weigh_answer import weigh_answers
from storage import jobs, second_reviews
from storage.database import Tx

OVERTURNED = "overturned"  # the reason of a line that pays what a verdict had withheld


async def make_up(
    tx: Tx, line: Line, job: Job, *, words: str | None, by: int | None, now: datetime
) -> None:
    """Owe what was withheld, if anything was; a rating that was rejected counts again.

    The job, its project and the line are kept to this transaction. It is done once for a line, so
    that nobody is asked about the verdict any more.
    """
    await second_reviews.let_go(tx, line.id)
    if withheld(line).minor:
        await owe_line(
            tx, person_id=line.person_id, project_id=line.project_id, kind=LineKind.correction,
            money=withheld(line), reason=OVERTURNED, because=words, by=by, now=now,
            corrects=line.id, job_id=line.job_id,
        )  # fmt: skip
    if line.assignment_id is None:
        return
    assignment = await jobs.assignment(tx, line.assignment_id)
    if assignment.state is RatingState.rejected:
        await overturn_rejection(tx, job, assignment, now=now)
        await touch_calls(tx, job.project_id, now=now)
    else:
        # What a reviewer put in the place of the answer does not count any more.
        await weigh_answers(tx, job.project_id, [assignment.task_id], now=now)
