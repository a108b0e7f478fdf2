"""A verdict in preparation: the answers, the rubric item, the words, and what it will mean."""

from typing import Any

from bot import say
from bot.domain.lines import LineKind
from bot.domain.pay_terms import Verdict
from bot.domain.reviews import RETURN_HOURS, Draft, Stage, percent_of, stage, worth
from bot.domain.schemes import QuestionKind, next_question
from bot.effects.view_evidence import Evidence, may_name, rubric_of
from bot.services import reviews
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.evidence import (
    MOST_TYPED,
    answer,
    given,
    known,
    protects,
    quoted,
    reason_name,
    task,
)
from handlers.messages.questions import Verbs, asked_of, option_rows, tapped_question
from handlers.messages.screen import Row, Screen, button, lines, rows_of

_MOST_ITEM = 60
_STYLES: dict[str, str] = {Verdict.fixed: "success", Verdict.rejected: "danger"}


def stage_of(draft: Draft, facts: Evidence) -> Stage:
    """What the verdict in preparation wants next."""
    return stage(draft, facts.line, facts.scheme, facts.job.terms.pay_terms)


def wants_text(draft: Draft, facts: Evidence) -> bool:
    """Whether a message is due next."""
    wanted = stage_of(draft, facts)
    if wanted is Stage.answers:
        asked = next_question(facts.scheme, draft.fix or {})
        return asked is not None and asked.kind == QuestionKind.text
    return wanted is Stage.words


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The task with what is being decided about it."""
    words = hall.words(args["language"])
    draft, facts = await reviews.preparing(hall.db, args["draft"], args["person_id"])
    kind = "flag" if facts.line.kind is LineKind.flag else draft.verdict
    said: list[Text] = [
        words.rich(f"draft-head-{kind}", project=facts.project.name),
        task(words, facts),
        given(words, facts),
    ]
    if not facts.line.blind and (right := known(words, facts)) is not None:
        said.append(right)
    if draft.fix:
        said.append(
            lines(words.rich("draft-fix"), answer(words, facts, draft.fix, most=MOST_TYPED))
        )
    ask, rows = _asked(words, draft, facts)
    back: Row = (button(words("button-back"), "ri", facts.line.number),)
    return Screen(lines(*said, ask, between="\n\n"), (*rows, back), protects(facts))


def _asked(words: Words, draft: Draft, facts: Evidence) -> tuple[Text, tuple[Row, ...]]:
    wanted = stage_of(draft, facts)
    if wanted is Stage.answers:
        return _answers(words, draft, facts)
    if wanted is Stage.item:
        items = rubric_of(facts)
        buttons = [
            button(reason_name(words, item)[:_MOST_ITEM], "rm", draft.number, place)
            for place, item in enumerate(items)
            if may_name(facts, item)
        ]
        return words.rich("draft-ask-item"), rows_of(buttons, 1)
    returns = draft.verdict == Verdict.returned
    hours = _hours(words, draft) if returns else ()
    if wanted is Stage.words:
        flag = facts.line.kind is LineKind.flag
        key = "return" if returns else "flag" if flag else "words"
        return lines(_item(words, draft, facts), words.rich(f"draft-ask-{key}")), hours
    style = _STYLES.get(draft.verdict, "primary")
    label = words(f"button-confirm-{_kind(draft, facts)}")
    yes = button(label, "rc", draft.number, style=style)
    return _ready(words, draft, facts), (*hours, (yes,))


def _kind(draft: Draft, facts: Evidence) -> str:
    return "flag" if facts.line.kind is LineKind.flag else draft.verdict


def _answers(words: Words, draft: Draft, facts: Evidence) -> tuple[Text, tuple[Row, ...]]:
    """The question that is asked next, with the options of the choice before it on buttons."""
    form = facts.scheme
    making = next((one for one in form.questions if one.id in draft.partial), None)
    asked = making or next_question(form, draft.fix or {}) or form.questions[0]
    shown = tapped_question(form, asked)
    place = form.questions.index(shown)
    verbs = Verbs(
        option=lambda label, option: button(label, "rb", draft.number, place, option),
        done=lambda label: button(label, "rq", draft.number, place, style="success"),
        restart=lambda label: button(label, "rs", draft.number, place),
    )
    question = asked_of(words, form, asked)
    rows = option_rows(words, draft.answers, shown, verbs)
    return words.rich("draft-ask-answer", question=question), rows


def _hours(words: Words, draft: Draft) -> tuple[Row, ...]:
    buttons = []
    for hours in RETURN_HOURS:
        label = say.duration(words.language, hours * 3600)
        mark = "✓ " if hours == draft.hours else ""
        buttons.append(button(f"{mark}{label}", "rh", draft.number, hours))
    return (tuple(buttons),)


def _item(words: Words, draft: Draft, facts: Evidence) -> Text | None:
    if draft.item is None or facts.line.kind is LineKind.flag:
        return None
    return words.rich("evidence-item", item=reason_name(words, draft.item))


def _ready(words: Words, draft: Draft, facts: Evidence) -> Text:
    """All that will be told, and what it means in money."""
    verdict = Verdict(draft.verdict)
    line, terms = facts.line, facts.job.terms.pay_terms
    if verdict is Verdict.returned:
        time = say.duration(words.language, draft.hours * 3600)
        effect = words.rich("draft-effect-return", time=time)
    else:
        effect = words.rich(
            "draft-effect",
            was=say.money(words.language, line.offered),
            now=say.money(words.language, worth(line, terms, verdict)),
            percent=percent_of(line, terms, verdict),
        )
    mend = words.rich("draft-mend") if draft.words else None
    return lines(_item(words, draft, facts), quoted(draft.words), effect, mend)
