"""The formats that an export can have, by name, and a file of one of them written row by row."""

from collections.abc import Iterable, Iterator
from typing import Final

from bot.domain.schemes import Scheme
from bot.formats.outgoing import FORMS
from bot.formats.outgoing.form import Form, Setting
from bot.formats.votes import Counts, TaskVotes

writers: Final[dict[str, Form]] = {form.name: form for form in FORMS}


def fitting(scheme: Scheme) -> list[str]:
    """The names of the formats that have a place for what the scheme asks."""
    return [form.name for form in FORMS if form.fits(scheme)]


class Writing:
    """A file in the making; `counts` says what is in it so far, and what was left out."""

    def __init__(self, form: Form, setting: Setting) -> None:
        self.form, self.setting, self.counts = form, setting, Counts()

    def begin(self) -> bytes:
        """What stands before the first row."""
        return self.form.shape.begin(self.form.columns)

    def task(self, task: TaskVotes) -> bytes:
        """The rows of a task; nothing where it makes none."""
        return b"".join(self._rows(task))

    def _rows(self, task: TaskVotes) -> Iterator[bytes]:
        for row in self.form.rows(task, self.setting, self.counts):
            first = self.counts.rows == 0
            self.counts.rows += 1
            yield self.form.shape.row(row, self.form.columns, first)

    def end(self) -> bytes:
        """What stands behind the last row."""
        return self.form.shape.end


def whole(writing: Writing, tasks: Iterable[TaskVotes]) -> bytes:
    """The file of these tasks, in memory."""
    return b"".join([writing.begin(), *map(writing.task, tasks), writing.end()])
