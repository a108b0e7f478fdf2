"""The one line that is left of a card of a job when the job goes on in another message."""

from bot.domain.jobs import JobState
from bot.domain.ratings import at_position, is_finished
from bot.effects.view_job import View
from handlers.context import Words
from handlers.messages.screen import Screen, button
from handlers.messages.task_card import answer_line


def left_behind(words: Words, view: View, position: int) -> Screen:
    """The one line that is left of a card that showed `position`, once the job shows another."""
    one = at_position(view.assignments, position)
    job = view.job
    if one is None or position == job.position:
        return moved(words, view)
    if not is_finished(view.scheme, one):
        return Screen(words.rich("job-shrunk-later", position=position))
    text = words.rich("job-shrunk", position=position, answer=answer_line(words, view, one))
    change = button(words("button-change"), "b", job.number, position)
    return Screen(text, ((change,),))


def moved(words: Words, view: View) -> Screen:
    """The one line that is left of a card that stands again further below."""
    if view.job.state is not JobState.active:
        return Screen(words.rich("job-gone", number=view.job.number))
    if view.content is None:
        return Screen(words.rich("job-shrunk-job", number=view.job.number))
    return Screen(words.rich("job-shrunk-open", position=view.job.position))
