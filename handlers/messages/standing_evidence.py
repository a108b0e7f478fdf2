"""What a step rests on where it is no rating: a job whose time ran out, what a person saw."""

from typing import Any

from bot.domain.ratings import is_finished
from bot.domain.refusal import Refused
from bot.domain.step_notices import StepNotice
from bot.domain.steps import Evidence, EvidenceKind
from bot.services import jobs, standing
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.evidence import quoted
from handlers.messages.screen import Row, Screen, button, lines
from handlers.messages.standing import moment
from handlers.messages.standing_notice import date_of, fact_of


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One piece of the evidence of a step against the person."""
    notice, _ = await standing.told(
        hall.db, args["number"], by=args["person_id"], now=hall.clock.now(), rules=hall.rules.pay
    )
    if not 0 <= args["nth"] < len(notice.evidence):
        raise Refused("stale-button")
    one = notice.evidence[args["nth"]]
    words = hall.words(args["language"])
    text = await _job(hall, words, notice, one) if one.number else _seen(words, notice, one)
    # Who decides an appeal goes back to the step as deciders see it.
    notices = "kt" if notice.person.id == args["person_id"] else "jn"
    back: Row = (button(words("button-see-notice"), notices, notice.step.number),)
    return Screen(text, (back,))


async def _job(hall: Hall, words: Words, notice: StepNotice, one: Evidence) -> Text:
    view = await jobs.view_by_number(hall.db, one.number or "", notice.person.id)
    job, person = view.job, notice.person
    done = sum(1 for each in view.assignments if is_finished(view.scheme, each))
    due = moment(words, person, job.due_at)
    handed_in = job.submitted_at is not None
    return lines(
        words.rich("evidence-job-head", project=view.project.name, number=job.number),
        words.rich("evidence-job-claimed", date=moment(words, person, job.claimed_at)),
        words.rich("evidence-job-extended", date=due)
        if job.extended
        else words.rich("evidence-job-due", date=due),
        words.rich("evidence-job-last", date=moment(words, person, job.last_act_at)),
        words.rich("evidence-job-late", done=done, size=job.size)
        if handed_in
        else words.rich("evidence-job-done", done=done, size=job.size),
    )


def _seen(words: Words, notice: StepNotice, one: Evidence) -> Text:
    date = date_of(words, notice, one)
    head = words.rich("evidence-seen-head", fact=words(f"step-fact-{fact_of(one)}"), date=date)
    # The words about another account could say whose it is.
    if one.kind is EvidenceKind.account:
        return lines(head, words.rich("evidence-seen-account"), between="\n\n")
    return lines(head, quoted(one.words), between="\n\n")
