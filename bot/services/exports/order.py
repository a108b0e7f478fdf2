"""What somebody wants exported, and what of it cannot be had."""

from dataclasses import dataclass, field

from bot.domain.main_question import main_question
from bot.domain.projects import Project
from bot.domain.refusal import Refused
from bot.formats.outgoing.deciding import STANDING
from bot.formats.outgoing.filters import Filters
from bot.formats.outgoing.form import Form
from bot.formats.writing import fitting, writers
from storage import export_facts
from storage.database import Tx


@dataclass(frozen=True, slots=True)
class Order:
    """A project in a format; of one `batch` it is what its client may see: without money.

    `after` and `until` are ids of tasks: behind the one, up to the other.
    """

    project_key: str
    form: str
    by: int | None
    batch: str | None = None
    filters: Filters = field(default_factory=Filters)
    after: int = 0
    until: int | None = None


async def checked(tx: Tx, order: Order, project: Project) -> Form:
    """The format; refused where there is none, or where the project cannot be exported so."""
    form = writers.get(order.form)
    if form is None:
        raise Refused("no-format", form=order.form, known=", ".join(writers))
    if not form.fits(project.scheme):
        fits = ", ".join(fitting(project.scheme))
        raise Refused("export-scheme", form=form.name, scheme=project.scheme.name, fits=fits)
    if not form.whole and order.filters.verdicts - STANDING:
        raise Refused("export-verdict", form=form.name)
    if order.filters.agreement is not None and main_question(project.scheme) is None:
        raise Refused("export-no-question")
    asked = order.filters.confidence is not None
    if asked and not await export_facts.is_weighed(tx, project.id):
        raise Refused("export-not-measured")
    return form
