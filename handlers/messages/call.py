"""The card of a call in a group, and choosing where a call goes."""

from typing import Any

from bot import say
from bot.domain.calls import CallState
from bot.domain.projects import ProjectState
from bot.services import calls, projects
from bot.services.calls import Card
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import Screen, button, digest, lines, rows_of
from handlers.messages.work import basis


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The card in the hall's language: how many jobs are left, what they are and pay."""
    found = await calls.card(hall.db, args["post_id"])
    words = hall.words(hall.rules.language)
    text = lines(
        words.rich("call-head", project=found.project.name),
        _left(words, found),
        _facts(words, found),
        between="\n\n",
    )
    claim = button(words("button-claim"), "c", found.call.number, style="success")
    open_now = found.call.state is CallState.live and found.left
    screen = Screen(text, ((claim,),) if open_now else ())
    return None if digest(screen) == found.shown else screen


def _left(words: Words, found: Card) -> Text:
    if found.call.state is CallState.closed:
        return words.rich("call-closed")
    return words.rich("call-left", left=found.left) if found.left else words.rich("call-filled")


def _facts(words: Words, found: Card) -> Text:
    offer, terms = found.project.offer, found.terms
    seconds = terms.seconds_per_task * offer.tasks_per_job
    return lines(
        words.rich(
            "call-size",
            tasks=offer.tasks_per_job,
            time=say.duration(words.language, seconds),
            basis=basis(words, found.pace),
        ),
        words.rich(
            "call-pay",
            money=say.money(words.language, terms.pay),
            job=say.money(words.language, terms.pay.times(offer.tasks_per_job)),
            hourly=say.money(words.language, terms.hourly),
        ),
        words.rich("call-languages", languages=", ".join(offer.languages))
        if offer.languages
        else None,
        words.rich("call-review", days=terms.review_days),
        words.rich("call-warning", warning=offer.content_warning)
        if offer.content_warning
        else None,
    )


async def which_project(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The open projects that the coordinator may call for."""
    by = args["person_id"]
    words = hall.words(args["language"])
    found = await projects.listed(hall.db, by=by)
    buttons = [
        button(one.project.name[:40], "cp", one.project.key)
        for one in found
        if one.project.state is ProjectState.open
    ]
    if not buttons:
        return Screen(words.rich("call-no-projects"))
    return Screen(words.rich("call-which"), rows_of(buttons, 1))


async def where(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The work groups in which the call can be posted."""
    words = hall.words(args["language"])
    groups = await calls.work_groups(hall.db, by=args["person_id"])
    project = await projects.by_key(hall.db, args["project"], by=args["person_id"])
    if not groups:
        return Screen(words.rich("call-no-groups"))
    buttons = [button(chat.title[:40], "cg", project.key, chat.id) for chat in groups]
    if len(groups) > 1:
        buttons.append(button(words("button-all-groups"), "cg", project.key, 0))
    return Screen(words.rich("call-where", project=project.name), rows_of(buttons, 1))


async def posted(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The call is on its way."""
    return Screen(hall.words(args["language"]).rich("call-posted", number=args["number"]))
