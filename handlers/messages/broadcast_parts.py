"""What a broadcast looks like to who gets it, and its parts in few words to who sends it."""

from collections.abc import Mapping

from bot import say
from bot.countries import country_name
from bot.domain.broadcasts import FOR_ALL, Body, Broadcast, Fate, Kind, Segment
from bot.domain.projects import Project
from bot.services.broadcasts import Prepared, Seen
from bot.typeset import Text
from bot.typeset.text import Entity
from handlers.context import Hall, Words
from handlers.messages.profile_words import language_names, skill_name
from handlers.messages.screen import Carried, Screen, lines

# What Telegram takes from a bot; what it finds by itself, such as links, need not be said.
MARKS = frozenset({
    "bold", "italic", "underline", "strikethrough", "spoiler", "blockquote",
    "expandable_blockquote", "code", "pre", "text_link",
})  # fmt: skip
_CELLS = 10
_SHOWN = 60
# What is told of the end, in this order.
TOLD = (
    Fate.sent, Fate.blocked, Fate.unstarted, Fate.deleted, Fate.failed, Fate.uncertain, Fate.late,
    Fate.left_out, Fate.stopped,
)  # fmt: skip


def message(words: Words, body: Body, project: Project | None) -> Screen:
    """The very message: what was written, and below it why one gets it."""
    marks = tuple(
        Entity(one["type"], one["offset"], one["length"], one.get("url"), one.get("language"))
        for one in body.marks
    )
    text = lines(Text(body.text, marks), note(words, project), between="\n\n")
    if not body.text:
        text = note(words, project)
    carried = Carried(body.file_id, body.kind is Kind.photo) if body.file_id else None
    return Screen(text, carried=carried)


def note(words: Words, project: Project | None) -> Text:
    """The line below that says why one gets it."""
    if project is None:
        return words.rich("broadcast-note-hall")
    return words.rich("broadcast-note-project", project=project.name)


def notes(hall: Hall, broadcast: Broadcast, project: Project | None) -> dict[str, int]:
    """How many units come below each version; below the one for all, at most."""
    below = {
        one: note(hall.words(one), project).units + len("\n\n") for one in hall.texts.languages
    }
    return {one: below.get(one, max(below.values())) for one in broadcast.bodies}


def version_name(words: Words, version: str) -> str:
    """The language of a version as people know it."""
    if version == FOR_ALL:
        return words("broadcast-for-all")
    return words.texts.name_of(version)


def body_line(words: Words, name: str, body: Body) -> Text:
    """One version in few words."""
    begins = " ".join(body.text.split())
    shown = say.short(begins, _SHOWN)
    return words.rich(f"broadcast-body-{body.kind}", version=name, text=shown or "–")


def segment_lines(
    words: Words, segment: Segment, project: Project | None, groups: Mapping[int, str]
) -> Text:
    """Whom it is for, one line for each thing that is asked of them."""
    if project is None:
        whose = words.rich("broadcast-to-hall")
    elif segment.worked:
        whose = words.rich("broadcast-to-worked", project=project.name)
    else:
        whose = words.rich("broadcast-to-project", project=project.name)
    named = ", ".join(country_name(words.language, one) for one in segment.countries)
    titles = ", ".join(groups.get(one, str(one)) for one in segment.groups)
    return lines(
        whose,
        words.rich("broadcast-to-tier", skill=skill_name(words, tier.skill), least=tier.least)
        if (tier := segment.tier) is not None
        else None,
        words.rich("broadcast-to-languages", names=language_names(words, segment.languages))
        if segment.languages
        else None,
        words.rich("broadcast-to-countries", names=named) if named else None,
        words.rich("broadcast-to-idle", days=segment.idle_days) if segment.idle_days else None,
        words.rich("broadcast-to-groups", names=titles) if titles else None,
        words.rich("broadcast-to-people", count=len(segment.people)) if segment.people else None,
    )


def reach(hall: Hall, words: Words, found: Prepared) -> Text:
    """How many it reaches, by what they read."""
    by_text: dict[str, int] = {}
    for language, count in found.by_language.items():
        closest = hall.texts.closest(language)
        by_text[closest] = by_text.get(closest, 0) + count
    told = " · ".join(
        f"{hall.texts.name_of(one)} {say.number(words.language, count)}"
        for one, count in sorted(by_text.items(), key=lambda each: -each[1])
    )
    total = words.rich("broadcast-reach", count=found.people)
    return lines(total, words.rich("broadcast-by-language", told=told)) if by_text else total


def bar(done: int, whole: int) -> str:
    """How far it is, as a bar with the percentage."""
    percent = 100 * done // whole if whole else 100
    cells = _CELLS * done // whole if whole else _CELLS
    return "▓" * cells + "░" * (_CELLS - cells) + f" {percent} %"


def ends(words: Words, found: Seen) -> Text:
    """What became of it, one line for each end that somebody met."""
    return lines(
        *(
            words.rich(f"broadcast-fate-{fate}", count=found.counts[fate])
            for fate in TOLD
            if found.counts.get(fate)
        )
    )
