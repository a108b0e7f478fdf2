"""The votes of a project as rows of numbers, read a page at a time while others go on."""

from collections import defaultdict
from dataclasses import dataclass, field
from math import nan
from typing import Any, Final

from bot.domain.main_question import label_count, main_question
from bot.domain.measuring import Ballots, Labels, Level, Worked, level_of, place_of
from bot.domain.schemes import Question, QuestionKind, Scheme, canonical
from storage import measures, projects
from storage.database import Database
from storage.measures import Vote

_JOBS: Final = 10  # the loop of the bot is not held up while one page is looked at
_ABOUTS: Final = 1000  # responses or turns of one task: each is a unit of its own


@dataclass(slots=True)
class Gathered:
    """All votes of a project; `first` counts for each rater [first chosen, choices of two].

    `labels` are the answers to the main question, told apart only.
    """

    main: Question | None
    questions: dict[str, Ballots]
    labels: Labels
    worked: Worked = field(default_factory=Worked)
    first: dict[int, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    tasks: set[int] = field(default_factory=set)
    _names: dict[Any, int] = field(default_factory=dict)

    def number(self, answer: Any) -> int:
        """A number that stands for the answer."""
        key = tuple(answer) if isinstance(answer, list) else answer
        return self._names.setdefault(key, len(self._names))


async def gather(db: Database, project_id: int) -> Gathered:
    """Every vote on the project that counts."""
    async with db.read() as tx:
        scheme = (await projects.by_id(tx, project_id)).scheme
    main = main_question(scheme)
    found = Gathered(
        main,
        {one.id: Ballots(one.id, level_of(one)) for one in scheme.questions
         if one.kind != QuestionKind.text},
        Labels(Ballots(main.id if main else "", Level.nominal)),
    )  # fmt: skip
    asked = {one.id: one for one in scheme.questions}
    after: int | None = 0
    while after is not None:
        async with db.read() as tx:
            after, votes = await measures.votes(tx, project_id, after=after, most=_JOBS)
            schemes = {one: await projects.scheme_of(tx, one)
                       for one in {vote.version_id for vote in votes}}  # fmt: skip
        for vote in votes:
            _add(found, asked, schemes[vote.version_id], vote)
    return found


def _add(found: Gathered, asked: dict[str, Question], scheme: Scheme, vote: Vote) -> None:
    found.tasks.add(vote.task_id)
    found.worked.raters.append(vote.person_id)
    found.worked.seconds.append(nan if vote.seconds is None else vote.seconds)
    answers = canonical(scheme, vote.answer, vote.shown_order)
    for name, value in answers.items():
        base, _, about = name.partition(":")
        question = asked.get(base)
        if question is not None and base in found.questions:
            unit = vote.task_id * _ABOUTS + (int(about) if about else 0)
            _add_answer(found, found.questions[base], question, unit, vote.person_id, value)
    main = found.main
    if main is not None and main.id in answers:
        number = found.number(_sorted(main, answers[main.id]))
        could = label_count(main, len(vote.shown_order))
        found.labels.add(vote.task_id, vote.person_id, number, could=could)
        _count_first(found, main, vote)


def _add_answer(
    found: Gathered, into: Ballots, question: Question, unit: int, rater: int, value: Any
) -> None:
    if question.kind == QuestionKind.rank:
        for nth, response in enumerate(value):
            into.add(unit + response, rater, nth)
    elif into.level is Level.nominal:
        into.add(unit, rater, found.number(_sorted(question, value)))
    elif (place := place_of(question, value)) is not None:
        into.add(unit, rater, place)


def _sorted(question: Question, value: Any) -> Any:
    """Several options are the same answer in whatever order they were tapped."""
    return sorted(value, key=str) if question.kind == QuestionKind.many else value


def _count_first(found: Gathered, main: Question, vote: Vote) -> None:
    """A decided choice between two, as it was shown: whether it fell on what stood first."""
    given = vote.answer[main.id]
    if len(vote.shown_order) != 2 or not (main.mirror or main.kind == QuestionKind.pick):
        return
    is_tie = main.mirror and (not isinstance(given, int) or given == 0)
    if not is_tie:
        count = found.first[vote.person_id]
        count[0] += given < 0 if main.mirror else given == 0
        count[1] += 1
