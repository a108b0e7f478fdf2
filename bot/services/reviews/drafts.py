"""A verdict in preparation: it is a row from the first tap, so that nothing typed is lost."""

from datetime import datetime
from typing import Any

from bot.domain import answering
from bot.domain.answering import Answers
from bot.domain.lines import LineKind
from bot.domain.pay_terms import Verdict
from bot.domain.refusal import Refused
from bot.domain.reviews import (
    FLAG_ITEM,
    RETURN_HOURS,
    Draft,
    brief,
    explains,
    fixed_answer,
    hours_of,
    require_fitting,
    require_reviewer,
    require_waiting,
)
from bot.domain.rules import PayRules, ReviewRules
from bot.domain.schemes import QuestionKind, next_question
from bot.effects.view_evidence import Evidence, require_named, rubric_of
from bot.services.reviews.second import seen_by
from bot.services.reviews.verdicts import Given, Ruling, give
from storage import awaited_texts, lines, people, reviews
from storage.database import Database, Tx


async def start(
    db: Database, *, number: str, verdict: Verdict, by: int, cause: str, now: datetime,
    rules: PayRules,
) -> Draft:  # fmt: skip
    """Begin a verdict on the line of that number that needs more than one tap."""
    async with db.begin(cause) as tx:
        line = await lines.by_number(tx, number)
        if line is None:
            raise Refused("stale-button")
        require_reviewer(await people.by_id(tx, by), line.project_id)
        facts = await seen_by(tx, line, by)
        require_waiting(facts.line, facts.assignment, by)
        returns = await reviews.count_returns(tx, facts.assignment.id)
        require_fitting(line, verdict, returns)
        flagged = line.kind is LineKind.flag
        return await reviews.put_draft(
            tx, person_id=by, line_id=line.id, dispute_id=None, verdict=verdict,
            item=FLAG_ITEM if flagged else None, hours=hours_of(0, rules.return_hours), now=now,
        )  # fmt: skip


async def preparing(db: Database, number: str, by: int) -> tuple[Draft, Evidence]:
    """The verdict in preparation of that number, with all that bears on its line."""
    async with db.read() as tx:
        return await _checked(tx, await reviews.draft(tx, number), by)


async def answer(
    db: Database, *, number: str, question: int, option: int, by: int, cause: str
) -> Draft:
    """The reviewer's own answer to a question of the scheme."""
    async with db.begin(cause) as tx:
        draft, facts = await _mine(tx, number, by)
        asked = facts.scheme.at(question)
        tapped = answering.tap(facts.scheme, draft.answers, asked, option)
        return await _fix(tx, draft, facts, tapped)


async def close(db: Database, *, number: str, question: int, by: int, cause: str) -> Draft:
    """[Done] below an answer of several taps."""
    async with db.begin(cause) as tx:
        draft, facts = await _mine(tx, number, by)
        closed = answering.close(facts.scheme, draft.answers, facts.scheme.at(question))
        return await _fix(tx, draft, facts, closed)


async def restart(db: Database, *, number: str, question: int, by: int, cause: str) -> Draft:
    """Take an answer back, to give it anew."""
    async with db.begin(cause) as tx:
        draft, facts = await _mine(tx, number, by)
        begun = answering.restart(draft.answers, facts.scheme.at(question))
        return await _fix(tx, draft, facts, begun)


async def choose_item(db: Database, *, number: str, item: int, by: int, cause: str) -> Draft:
    """The rubric item, by its place in the project's list."""
    async with db.begin(cause) as tx:
        draft, facts = await _mine(tx, number, by)
        rubric = rubric_of(facts)
        if not 0 <= item < len(rubric):
            raise Refused("stale-button")
        require_named(facts, rubric[item])
        return await _change(tx, draft, item=rubric[item])


async def choose_hours(db: Database, *, number: str, hours: int, by: int, cause: str) -> Draft:
    """How long the person has to correct a returned rating."""
    async with db.begin(cause) as tx:
        draft, _ = await _mine(tx, number, by)
        if hours not in RETURN_HOURS:
            raise Refused("stale-button")
        return await _change(tx, draft, hours=hours)


async def write(db: Database, *, number: str, text: str, by: int, cause: str) -> Draft:
    """What the reviewer typed: the answer to a text question, else the words of the verdict."""
    async with db.begin(cause) as tx:
        draft, facts = await _mine(tx, number, by)
        await awaited_texts.drop(tx, by)
        asked = next_question(facts.scheme, draft.fix or {})
        fixing = draft.verdict == Verdict.fixed and asked is not None
        if fixing and asked is not None and asked.kind == QuestionKind.text:
            said = answering.check_text(asked, text if asked.long else brief(text))
            return await _fix(
                tx, draft, facts, answering.worded(facts.scheme, draft.answers, asked, said)
            )
        return await _change(tx, draft, words=explains(text))


async def confirm(
    db: Database, *, number: str, by: int, cause: str, now: datetime, rules: ReviewRules
) -> Given:
    """Give the verdict as it was prepared."""
    async with db.begin(cause) as tx:
        draft, facts = await _mine(tx, number, by)
        # The known answer may have fallen since it was named.
        require_named(facts, draft.item)
        verdict = Verdict(draft.verdict)
        ruling = Ruling(verdict, draft.item, draft.words, draft.fix, draft.hours)
        return await give(tx, facts.line.number, ruling, by=by, now=now, rules=rules)


async def _mine(tx: Tx, number: str, by: int) -> tuple[Draft, Evidence]:
    return await _checked(tx, await reviews.locked_draft(tx, number), by)


async def _checked(tx: Tx, draft: Draft | None, by: int) -> tuple[Draft, Evidence]:
    if draft is None or draft.person_id != by or draft.dispute_id is not None:
        raise Refused("stale-button")
    (line,) = await lines.by_ids(tx, [draft.line_id])
    facts = await seen_by(tx, line, by)
    require_reviewer(await people.by_id(tx, by), facts.line.project_id)
    require_waiting(facts.line, facts.assignment, by)
    return draft, facts


async def _fix(tx: Tx, draft: Draft, facts: Evidence, answers: Answers) -> Draft:
    """Keep an answer; a whole one that changes nothing is refused at once."""
    kept = dict(answers.values)
    whole = kept and next_question(facts.scheme, kept) is None
    if whole and not answers.partial and facts.rating is not None:
        kept = fixed_answer(facts.scheme, kept, facts.rating.values)
    return await _change(tx, draft, fix=kept, partial=dict(answers.partial))


async def _change(tx: Tx, draft: Draft, **values: Any) -> Draft:
    await reviews.change_draft(tx, draft.id, **values)
    changed = await reviews.draft(tx, draft.number)
    if changed is None:
        raise LookupError(f"draft {draft.number} is gone")
    return changed
