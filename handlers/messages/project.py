"""Projects for who coordinates them: the list, one card, guidelines, the choice of exports."""

from typing import Any

from bot import say
from bot.domain.overlap import Tally
from bot.domain.projects import Offerings, Project, ProjectState, pace, terms_of
from bot.domain.schemes import in_language
from bot.services import people, project_drafts, projects, reviews
from bot.services.glances import at_a_glance
from bot.services.projects import Progress
from bot.typeset import Text, markdown, split
from handlers.context import Hall, Words
from handlers.messages.project_figures import quality, troubles
from handlers.messages.requirements import required
from handlers.messages.screen import Row, Screen, button, lines, page_of, rows_of, turning
from handlers.messages.work import basis

_BAR = 10
_OVERLAP = ("project-overlap", "project-overlap-range")


async def listing(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """All projects that the person coordinates, each a button."""
    words = hall.words(args["language"])
    found = await projects.listed(hall.db, by=args["person_id"])
    more = await _more(hall, words, args["person_id"])
    if not found:
        return Screen(words.rich("projects-none"), more)
    page = args.get("page", 0)
    shown = page_of(found, page)
    keys = [one.key for one in shown]
    glances = await at_a_glance(hall.db, keys, by=args["person_id"])
    said = [
        lines(
            words.rich(
                "projects-line",
                state=words(f"project-state-{one.state}"),
                name=one.name,
                done=glances[one.key].counts["in"],
                slots=glances[one.key].counts["slots"],
                tasks=glances[one.key].counts["tasks"],
            ),
            troubles(words, glances[one.key]),
        )
        for one in shown
    ]
    buttons = [button(one.name[:40], "p", one.key) for one in shown]
    turn = turning(len(found), page, lambda label, to: button(label, "pl", to))
    rows = (*rows_of(buttons, 1), *turn, *more)
    return Screen(lines(words.rich("projects-head"), *said), rows)


async def _more(hall: Hall, words: Words, person_id: int) -> tuple[Row, ...]:
    """Making a project, and what projects are made of."""
    draft = await project_drafts.current(hall.db, by=person_id)
    if draft is None:
        making = button(words("button-project-new"), "pja", style="primary")
    else:
        making = button(words("button-project-go-on"), "pjd", draft.number, style="primary")
    return (
        (making,),
        (button(words("button-schemes"), "ta", 0), button(words("button-courses"), "xl", 0)),
    )


async def card(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """One project: progress, terms, and what can be done."""
    words = hall.words(args["language"])
    found = await projects.progress(hall.db, args["key"], by=args["person_id"])
    project = found.project
    waiting, objections = await reviews.counts(hall.db, project.id, by=args["person_id"])
    person = await people.by_id(hall.db, args["person_id"])
    text = lines(
        words.rich("project-head", name=project.name, key=project.key, version=project.version),
        lines(
            _progress(words, found),
            answers(words, found.answers),
            quality(words, found.quality) if found.quality else None,
        ),
        lines(
            _terms(hall, words, project),
            _scheme(words, project),
            required(words, project.offer),
        ),
        _to_review(words, waiting, objections),
        _state(hall, words, found, person.zone),
        between="\n\n",
    )
    rows = _rows(words, found)
    if waiting:
        label = words("button-review-waiting", count=waiting)
        rows = ((button(label, "rw", project.key, style="primary"),), *rows)
    if person.is_admin:
        rows = (*rows, (button(words("button-margin"), "ig", project.key),))
    return Screen(text, rows)


def _state(hall: Hall, words: Words, found: Progress, zone: str) -> Text | None:
    """What a project that is not open means; of a pause, also for what goes on."""
    state, going = found.project.state, found.going
    if state is ProjectState.open:
        return None
    said = words.rich(f"project-is-{state}")
    if state is not ProjectState.paused or going is None:
        return said
    held = None
    if going.held and going.held_until is not None:
        until = say.clock_time(words.language, going.held_until, zone, hall.clock.now())
        held = words.rich("project-pause-held", held=going.held, until=until)
    return lines(
        said,
        words.rich("project-pause-jobs", jobs=going.jobs),
        held,
        words.rich("project-pause-calls", calls=going.calls),
    )


def _scheme(words: Words, project: Project) -> Text:
    said, name = project.scheme.title, project.scheme.name
    return words.rich("project-scheme", title=in_language(said, words.language) if said else name)


def _to_review(words: Words, waiting: int, objections: int) -> Text | None:
    if not waiting and not objections:
        return None
    return words.rich("project-to-review", count=waiting, disputes=objections)


def _progress(words: Words, found: Progress) -> Text:
    counts = found.counts
    done = counts["in"]
    share = done / counts["slots"] if counts["slots"] else 0
    full = int(share * _BAR)
    return lines(
        words.rich(
            "project-progress", bar="▰" * full + "▱" * (_BAR - full), percent=int(share * 100)
        ),
        words.rich(
            "project-counts",
            done=done,
            slots=counts["slots"],
            work=counts["in_work"],
            open=counts["open_slots"],
            decided=counts["decided"],
            tasks=counts["tasks"],
            pulled=counts["pulled"],
        ),
    )


def _terms(hall: Hall, words: Words, project: Project) -> Text:
    terms = terms_of(project, hall.rules.pay.day.weekday)
    return words.rich(
        "project-terms",
        money=say.money(words.language, terms.pay),
        hourly=say.money(words.language, terms.hourly),
        basis=basis(words, pace(project)),
        overlap=overlap(words, project.offer),
        tasks=project.offer.tasks_per_job,
        days=terms.review_days,
    )


def overlap(words: Words, offer: Offerings, keys: tuple[str, str] = _OVERLAP) -> str:
    """How many people rate a task, and up to how many while its answer is unsure."""
    fixed, up_to = keys
    rule = offer.confidence
    if rule is None or rule.most <= offer.overlap:
        return words(fixed, overlap=offer.overlap)
    return words(up_to, overlap=offer.overlap, most=rule.most, target=rule.target)


def answers(words: Words, found: Tally | None) -> Text | None:
    """How many answers are sure, and for whom the others wait."""
    if found is None or not any(found):
        return None
    return words.rich(
        "project-answers", sure=found.sure, more=found.more, expert=found.expert,
        coordinator=found.coordinator,
    )  # fmt: skip


def _rows(words: Words, found: Progress) -> tuple[Row, ...]:
    project = found.project
    key = project.key
    pairs = (
        (("button-import", "pi", key), ("button-export", "px", key)),
        (("button-chart", "pjp", key), ("button-batches", "bl", key, 0)),
        (("button-terms", "tp", key), ("button-guidelines-show", "pg", key)),
        (("button-reprice", "pr", key), ("button-project-file", "pjf", key)),
        (("button-edit-project", "pjm", key), ("button-sample", "tps", key)),
        (("button-gold", "gd", key, 0),),
    )
    rows = [*_state_row(words, project)]
    rows += [tuple(button(words(text), verb, *to) for text, verb, *to in pair) for pair in pairs]
    if found.answers is not None and found.answers.waiting:
        label = words("button-unsure-count", count=found.answers.waiting)
        rows.append((button(label, "unq", key, 0),))
    if found.counts["pulled"]:
        label = words("button-pulled-count", count=found.counts["pulled"])
        rows.append((button(label, "pjl", key, 0),))
    return tuple(rows)


def _state_row(words: Words, project: Project) -> tuple[Row, ...]:
    """What an open project can do, and how a paused one is opened."""
    if project.state is ProjectState.open:
        call = button(words("button-call"), "cp", project.key, style="primary")
        return ((call, button(words("button-pause"), "ps", project.key, "paused")),)
    if project.state is ProjectState.paused:
        return ((button(words("button-open"), "ps", project.key, "open"),),)
    return ()


async def made(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A project file was taken."""
    words = hall.words(args["language"])
    project = await projects.by_key(hall.db, args["key"], by=args["person_id"])
    text = words.rich("project-made", name=project.name, key=project.key, version=project.version)
    rows = (
        (button(words("button-sample"), "tps", project.key),),
        (button(project.name[:40], "p", project.key),),
    )
    return Screen(text, rows)


async def import_hint(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """How tasks get into a project."""
    return Screen(hall.words(args["language"]).rich("project-import-hint"))


async def guidelines(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The guidelines as contractors read them."""
    words = hall.words(args["language"])
    project = await projects.by_key(hall.db, args["key"], by=args["person_id"])
    body = split(markdown(project.guidelines))[0]
    return Screen(
        lines(words.rich("guidelines-head", name=project.name), body, between="\n\n"),
        ((button(words("button-back"), "p", project.key),),),
    )
