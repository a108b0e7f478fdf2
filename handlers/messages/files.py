"""Files in and out: the report of an import, the file of an export."""

from typing import Any

from bot import say
from bot.domain.tasks import Content
from bot.formats.records import Fault, Item
from bot.layout import lay_out
from bot.services import calls, imports, projects
from bot.services.imports import Report
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.faults import SHOWN, fault_line, first_faults
from handlers.messages.screen import File, Row, Screen, button, lines, rows_of

SAMPLE_UNITS = 1500


async def which_project(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The projects that a task file may be for."""
    words = hall.words(args["language"])
    found = await projects.listed(hall.db, by=args["person_id"])
    if not found:
        return Screen(words.rich("import-no-project"))
    buttons = [button(one.name[:40], "fp", args["number"], one.key) for one in found]
    return Screen(words.rich("import-which", file=args["file"]), rows_of(buttons, 1))


async def report(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is in a staged file: counts, faults by line, a sample, and the choice."""
    words = hall.words(args["language"])
    name, body = await imports.staged_file(hall.db, args["number"], by=args["person_id"])
    found = await imports.inspect(
        hall.db,
        project_key=args["key"],
        name=name,
        data=body,
        by=args["person_id"],
        number=args["number"],
    )
    text = lines(
        _counts(words, found),
        _faults(words, found),
        _sample(words, found.sample) if found.sample else words.rich("import-nothing"),
        between="\n\n",
    )
    return Screen(text, _choice(words, found))


async def faults(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Every fault of a staged file as a file; nothing where the report shows them all."""
    words = hall.words(args["language"])
    name, body = await imports.staged_file(hall.db, args["number"], by=args["person_id"])
    found = await imports.inspect(
        hall.db, project_key=args["key"], name=name, data=body, by=args["person_id"]
    )
    whole = _all_faults(words, found)
    return Screen(words.rich("import-report-caption"), file=whole) if whole else None


def _counts(words: Words, found: Report) -> Text:
    pay = found.project.offer.pay
    return lines(
        words.rich("import-head", file=found.file_name, project=found.project.name),
        words.rich(
            "import-counts",
            rows=found.rows,
            format=found.format,
            good=found.good,
            bad=found.refused,
        ),
        words.rich("import-gold", count=found.gold) if found.gold else None,
        words.rich(
            "import-plan",
            ratings=found.ratings,
            money=say.money(words.language, pay.times(found.ratings)),
        )
        if found.ratings
        else None,
        words.rich("import-labels", count=found.labelled) if found.labelled else None,
        words.rich("import-left-out", fields=", ".join(found.left_out))
        if found.left_out
        else None,
    )


def _faults(words: Words, found: Report) -> Text | None:
    if not found.faults:
        return None
    return lines(words.rich("import-faults-head"), *first_faults(words, found.faults))


def _all_faults(words: Words, found: Report) -> File | None:
    if len(found.faults) <= SHOWN:
        return None
    body = "\n".join(fault_line(words, fault) for fault in found.faults) + "\n"
    return File(f"{found.file_name}.refused.txt", body.encode())


def _sample(words: Words, item: Item) -> Text:
    content = Content(item.prompt, item.responses, item.context)
    layout = lay_out(content, tuple(range(len(item.responses))))
    said: list[Text | str] = [words.rich("import-sample-head")]
    room = SAMPLE_UNITS // max(len(layout.sections), 1)
    for section in layout.sections:
        letter = "" if section.letter is None else "ABCDE"[section.letter]
        kind = section.kind if section.kind in ("answer", "context", "assistant") else "user"
        plain = section.text.text
        shown = plain if len(plain) <= room else plain[:room] + "…"
        if section.image is not None:
            shown = "\n".join(filter(None, (words.rich("job-image-above").text, shown)))
        said.append(lines(words.rich(f"job-section-{kind}", letter=letter), shown))
    return lines(*said, between="\n\n")


def _choice(words: Words, found: Report) -> tuple[Row, ...]:
    rows: list[Row] = []
    where = (found.number or "", found.project.key)
    good, bad = found.good, found.refused
    if found.sample is not None and found.number:
        rows.append((button(words("button-sample"), "pjv", *where),))
    if good and not found.faults:
        text = words("button-publish", count=good)
        rows.append((button(text, "fy", *where, 0, style="success"),))
    elif good:
        text = words("button-publish-rest", count=good, refused=bad)
        rows.append((button(text, "fy", *where, 1, style="primary"),))
    if len(found.faults) > SHOWN:
        rows.append((button(words("button-all-faults"), "fa", *where),))
    drop = words("button-drop-file" if good else "button-forget-file")
    rows.append((button(drop, "fn", found.number or ""),))
    return tuple(rows)


async def published(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The batch is open."""
    words = hall.words(args["language"])
    project = await projects.by_key(hall.db, args["key"], by=args["person_id"])
    standing = await calls.open_calls(hall.db, by=args["person_id"])
    # A call for a number of jobs does not grow with what is imported.
    called = sum(one.project.key == project.key and one.call.limit is None for one in standing)
    text = words.rich(
        "import-published", batch=args["batch"], tasks=args["tasks"], project=project.name,
        called=called,
    )  # fmt: skip
    rows = (
        (button(words("button-call"), "cp", project.key, style="primary"),),
        (button(words("button-take-back"), "pjb", args["batch"]),),
    )
    return Screen(text, rows)


async def project_faults(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """What is wrong in a project file, by line."""
    words = hall.words(args["language"])
    said = first_faults(words, [Fault(**fault) for fault in args["faults"]])
    return Screen(lines(words.rich("project-file-faults", name=args["file"]), *said))


async def not_understood(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A file that is neither a project nor tasks."""
    return Screen(hall.words(args["language"]).rich("file-not-understood", name=args["file"]))


async def unfetched(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """Telegram did not hand the file over."""
    return Screen(hall.words(args["language"]).rich("file-unfetched", name=args["file"]))


async def too_large(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """A file that Telegram does not let bots fetch, and the way round it."""
    size = f"{args['size'] / 1_000_000:.0f} MB"
    words = hall.words(args["language"])
    return Screen(words.rich("file-too-large", name=args["file"], size=size))


async def dropped(hall: Hall, args: dict[str, Any]) -> Screen | None:
    """The file was dropped."""
    return Screen(hall.words(args["language"]).rich("import-dropped"))
