"""A task with the answer to it and the verdicts on it, for its person and for reviewers."""

from dataclasses import replace
from typing import Any

from bot import say
from bot.domain.batches import Refusal
from bot.domain.disputes import Dispute, DisputeState, dispute_by, is_objectionable
from bot.domain.lines import LineKind, LineState
from bot.domain.pay_terms import Verdict
from bot.domain.people import Person
from bot.domain.reviews import Review
from bot.domain.schemes import QuestionKind, Values, is_asked, spoken
from bot.effects.view_evidence import Evidence
from bot.services import reviews
from bot.texts import UnknownText
from bot.typeset import Text, quote
from handlers.context import Hall, Words
from handlers.messages import task_text
from handlers.messages.questions import asked_of
from handlers.messages.screen import Row, Screen, button, lines

# Of what somebody wrote as the known answer, or is writing in place of one, so much is quoted.
MOST_TYPED = 200


def reason_name(words: Words, code: str) -> str:
    """A reason or rubric item as people read it; a project's own codes are words already."""
    try:
        return words(f"reason-{code}")
    except UnknownText:
        return code


def quoted(text: str | None) -> Text | None:
    """What somebody wrote, set apart from what the hall says."""
    return quote(Text(text)) if text else None


def task(words: Words, facts: Evidence) -> Text:
    """The task in full, or a word that it stands above."""
    if not facts.task_apart:
        return lines(*task_text.sections(words, facts.layout), between="\n\n")
    return words.rich("job-card-above")


def answer(
    words: Words, facts: Evidence, values: Values, *, whole: bool = True, most: int | None = None
) -> Text:
    """Every answer in words, the typed ones as quotes unless they stand above.

    Of those, `most` signs are quoted where there is no room for all.
    """
    said: list[Text | None] = []
    for question in facts.scheme.questions:
        if question.id not in values or not is_asked(question, values):
            continue
        asked = asked_of(words, facts.scheme, question)
        value = spoken(question, values[question.id], words.language)
        if question.kind != QuestionKind.text:
            said.append(words.rich("evidence-choice", question=asked, answer=value))
        else:
            value = value if most is None else say.short(value, most)
            said += [Text(asked), quoted(value) if whole else words.rich("evidence-above")]
    return lines(*said)


def given(words: Words, facts: Evidence, *, own: bool = False) -> Text:
    """What the contractor handed in: the answer, or what was flagged; `own` is said to them."""
    if facts.line.kind is LineKind.flag:
        reason = words(f"flag-{facts.assignment.note}").lower()
        return words.rich("evidence-flag", reason=reason)
    values = facts.rating.values if facts.rating else {}
    whole = not facts.answer_apart
    head = words.rich("evidence-answer-own" if own else "evidence-answer")
    return lines(head, answer(words, facts, values, whole=whole))


def known(words: Words, facts: Evidence) -> Text | None:
    """The known answer of the task, for who judges; none where there is none."""
    if facts.gold is None or facts.line.kind is LineKind.flag:
        return None
    return lines(words.rich("gold-known"), answer(words, facts, facts.known, most=MOST_TYPED))


def decided(hall: Hall, words: Words, facts: Evidence, review: Review, zone: str) -> Text:
    """One verdict in words: what, by which rubric item, why, the corrected answer, when."""
    when = say.clock_time(words.language, review.at, zone, hall.clock.now())
    kind = "flag-" if facts.line.kind is LineKind.flag else ""
    item = review.item if review.verdict is not Verdict.returned and not kind else None
    return lines(
        words.rich(f"evidence-verdict-{kind}{review.verdict}", when=when),
        words.rich("evidence-item", item=reason_name(words, item)) if item else None,
        quoted(review.words),
        lines(
            words.rich("evidence-fix"),
            answer(words, facts, review.fix, whole=not facts.answer_apart),
        )
        if review.fix
        else None,
    )


def refused_by_client(words: Words, refusal: Refusal | None) -> Text | None:
    """What the client said against the rating; its word weighs, and does not decide."""
    if refusal is None:
        return None
    reason = words(f"refusal-reason-{refusal.reason}")
    return lines(words.rich("evidence-refused", reason=reason), quoted(refusal.words))


def disputed(words: Words, dispute: Dispute | None) -> Text | None:
    """What became of the objection to the verdict, with the reason that was given."""
    if dispute is None or dispute.refusal_id is not None:
        return None
    by_clock = dispute.state is not DisputeState.open and dispute.decided_by is None
    state = "unanswered" if by_clock else dispute.state
    return lines(words.rich(f"evidence-dispute-{state}"), quoted(dispute.answer))


def protects(facts: Evidence) -> bool:
    """Whether the task may not be passed on."""
    return facts.job.terms.protect_content


async def part(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One part of a long task."""
    words = hall.words(args["language"])
    facts = await reviews.evidence(hall.db, args["line"], args["person_id"])
    pieces = facts.pieces
    if args["part"] >= len(pieces):
        return None
    one = pieces[args["part"]]
    if one.answer is not None:
        head = words.rich("evidence-fix" if one.fix else "evidence-answer")
        return Screen(lines(head, one.answer), protect=protects(facts))
    if one.part is None:
        whole = lines(*task_text.sections(words, facts.layout), between="\n\n")
        return Screen(whole, protect=protects(facts))
    shown = await task_text.part_screen(hall, words, one.part, f"task-{args['line']}")
    return replace(shown, protect=protects(facts))


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The task, the answer and every verdict on it, as its person sees them."""
    words = hall.words(args["language"])
    told = await reviews.told(hall.db, args["line"], args["person_id"])
    facts = told.facts
    own = facts.line.person_id == told.person.id
    text = lines(
        words.rich("evidence-head", project=facts.project.name, number=facts.job.number),
        task(words, facts),
        given(words, facts, own=own),
        known(words, facts) if _may_know(facts, told.person) else None,
        *(decided(hall, words, facts, one, told.person.zone) for one in facts.reviews),
        disputed(words, facts.dispute),
        words.rich("evidence-made-up") if facts.made_up and facts.dispute is None else None,
        refused_by_client(words, facts.refusal),
        between="\n\n",
    )
    row: Row = (button(words("button-guidelines"), "ru", args["line"]),)
    rows: list[Row] = [(*row, *objection(hall, words, facts, told.person.id))]
    if facts.refusal is not None and facts.line.person_id == told.person.id:
        label = words("button-dispute-refusal")
        rows.append((button(label, "bs", facts.refusal.number),))
    return Screen(text, tuple(rows), protects(facts))


def _may_know(facts: Evidence, person: Person) -> bool:
    """Whether the known answer is shown: when all is judged, to who judged or coordinates."""
    if facts.line.person_id == person.id or facts.line.state is LineState.submitted:
        return False
    judged = any(one.reviewer_id == person.id for one in facts.reviews)
    return judged or person.may_coordinate(facts.project.id)


def objection(hall: Hall, words: Words, facts: Evidence, person_id: int) -> Row:
    """The button to object to the last verdict, or to see the objection; for its person only."""
    line, last = facts.line, facts.last
    if line.person_id != person_id or last is None:
        return ()
    if facts.dispute is not None:
        return (button(words("button-dispute-see"), "rx", facts.dispute.number),)
    in_time = hall.clock.now() < dispute_by(last.at, hall.rules.pay)
    if in_time and is_objectionable(last.verdict) and not facts.made_up:
        return (button(words("button-dispute"), "rd", last.number),)
    return ()
