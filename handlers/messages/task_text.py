"""What a task says, as whoever is to judge it reads it: headings, sections, parts, a file."""

from typing import Any

from bot import say
from bot.layout import Layout, Part, Section
from bot.services import images
from bot.typeset import Text
from handlers.context import Hall, Words
from handlers.messages.screen import File, Screen, lines

LETTERS = "ABCDE"
_KNOWN = frozenset({"answer", "context", "assistant", "reply", "system"})


def letter(section: Section) -> str:
    """The letter of an answer; none for what is not one."""
    return "" if section.letter is None else LETTERS[section.letter]


def named(section: Section) -> dict[str, Any]:
    """What the heading of the section names: the letter of an answer, the number of a reply."""
    return {"letter": letter(section), "nth": section.nth}


def heading_key(section: Section) -> str:
    """The key of the section's heading."""
    return f"job-section-{section.kind if section.kind in _KNOWN else 'user'}"


def sections(words: Words, layout: Layout) -> list[Text]:
    """Every section under its heading, where all of them fit one message."""
    return [
        lines(
            words.rich(heading_key(one), **named(one)),
            one.text if one.text.text else words.rich(_empty(one)),
        )
        for one in layout.sections
    ]


def _empty(section: Section) -> str:
    return "job-image-above" if section.image else "job-empty-text"


def part_text(words: Words, part: Part) -> Text:
    """One part of a long task; its number where the section has several."""
    heading = words.rich(heading_key(part.section), **named(part.section))
    if part.count > 1:
        heading = heading + f" ({say.number(words.language, part.index)}/{part.count})"
    if part.image is not None and not (part.text and part.text.text):
        return heading
    body = part.text if part.text and part.text.text else words.rich("job-empty-text")
    return lines(heading, body)


async def part_screen(hall: Hall, words: Words, part: Part, name: str) -> Screen:
    """The message of a part: text, a photo with its caption, or the section as a file."""
    if part.image is not None:
        image = await images.by_digest(hall.db, part.image)
        return Screen(part_text(words, part), photo=image)
    if part.text is None:
        caption, file = part_file(words, part, name)
        return Screen(caption, file=file)
    return Screen(part_text(words, part))


def part_file(words: Words, part: Part, name: str) -> tuple[Text, File]:
    """A section as a file, with its caption; `name` begins the file's."""
    heading = words(heading_key(part.section), **named(part.section))
    plain = heading.replace("<b>", "").replace("</b>", "")
    which = letter(part.section).lower() or part.section.kind
    file = File(f"{name}-{which}.md", part.section.source.encode())
    return words.rich("job-file-caption", section=plain), file
