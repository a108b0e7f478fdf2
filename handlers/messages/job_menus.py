"""What the buttons below a card ask back: why skip, what is wrong, really give back."""

from bot.domain.ratings import FlagKind, SkipReason, is_rated
from bot.effects.view_job import View
from bot.typeset import Text
from handlers.context import Hall
from handlers.messages import job
from handlers.messages.screen import Button, Screen, button, lines, rows_of


def skip(hall: Hall, view: View) -> Screen:
    """The task with the reasons for skipping below it."""
    words = hall.words(view.person.language)
    where = (view.job.number, view.job.step)
    buttons = [button(words(f"skip-{one}"), "sr", *where, one) for one in SkipReason]
    return _asking(hall, view, words.rich("job-skip-ask", position=view.job.position), buttons)


def flag(hall: Hall, view: View) -> Screen:
    """The task with what can be wrong with it below."""
    words = hall.words(view.person.language)
    where = (view.job.number, view.job.step)
    buttons = [button(words(f"flag-{one}"), "fr", *where, one) for one in FlagKind]
    return _asking(hall, view, words.rich("job-flag-ask", position=view.job.position), buttons)


def _asking(hall: Hall, view: View, ask: Text, buttons: list[Button]) -> Screen:
    card = job.screen(hall, view)
    words = hall.words(view.person.language)
    back = (button(words("button-back"), "j", view.job.number),)
    text = lines(card.text, ask, between="\n\n")
    return Screen(text, (*rows_of(buttons, 2), back), card.protect)


def give_back(hall: Hall, view: View) -> Screen:
    """Whether to hand in what is finished, to give everything back, or to keep the job."""
    words = hall.words(view.person.language)
    where = (view.job.number, view.job.step)
    done = sum(1 for one in view.assignments if is_rated(view.scheme, one))
    rows = [(button(words("button-keep-job"), "j", view.job.number),)]
    if view.job.is_return:
        leave = button(words("button-leave-as-is"), "ga", *where, style="danger")
        return Screen(words.rich("job-return-leave-ask"), (*rows, (leave,)))
    if done:
        text = words("button-give-back-rest", done=done)
        rows.append((button(text, "gr", *where, style="success"),))
    rows.append((button(words("button-give-back-all"), "ga", *where, style="danger"),))
    ask = words.rich("job-give-back-ask", number=view.job.number, done=done, size=view.job.size)
    return Screen(ask, tuple(rows))
