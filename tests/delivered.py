"""What is wrong with how a document is delivered; nothing, if all is well."""

from bot.domain.tasks import Content, Response, Turn
from bot.layout import Layout, Section, lay_out
from bot.texts import Texts
from bot.typeset import Entity, Text, plain
from handlers.context import Words
from handlers.messages import task_text
from handlers.messages.screen import lines
from sandbox.entities import LONGEST_TEXT, MOST_ENTITIES
from sandbox.methods.texts import read_text
from sandbox.params import Params
from sandbox.refusal import Refused
from tests.markdown_writer import Written, projected

_WORDS = Words(Texts.load(), "en")
_HEAD = Text("Task 1 of 5 · A project with a name of some length")
_QUESTION = Text("👉 Which answer is better?")


def faults_of(made: Written) -> list[str]:
    """Every promise that the delivery of the document as an answer breaks."""
    content = Content(
        (Turn("user", "Why?"),), (Response("a", made.source), Response("b", "Short."))
    )
    # Each document comes once: what it was laid out as is kept for nobody.
    layout = lay_out.__wrapped__(content, (0, 1))
    answer = next(one for one in layout.sections if one.letter == 0)
    faults = [fault for message in _messages(layout) for fault in _unsendable(message)]
    pieces = _pieces(layout, answer)
    faults += [f"a piece with {fault}" for piece in pieces for fault in _tangled(piece)]
    shown = projected("".join(piece.text for piece in pieces))
    if shown != projected(answer.text.text):
        faults.append("the parts are not the text")
    if made.regular and answer.text != plain(made.source):
        faults += _unlike(made, shown, pieces)
    elif made.regular and shown != projected(plain(made.source).text):
        faults.append("what is shown as it is written is not the source")
    return faults


def _unlike(made: Written, shown: str, pieces: list[Text]) -> list[str]:
    faults = []
    if shown != made.seen:
        faults.append(f"seen is {_difference(made.seen, shown)}")
    links = [e.url for piece in pieces for e in piece.entities if e.url]
    if links != made.links:
        faults.append(f"links are {links}, not {made.links}")
    code = [_covered(piece, e) for piece in pieces for e in piece.entities if e.language]
    if _squeezed("".join(code)) != _squeezed("".join(made.code)):
        faults.append("code is not what it was")
    return faults


def _difference(wanted: str, shown: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip(wanted, shown)) if a != b), -1)  # noqa: B905
    at = min(len(wanted), len(shown)) if at < 0 else at
    return f"{shown[at : at + 20]!r} where {wanted[at : at + 20]!r} is due, at {at}"


def _pieces(layout: Layout, answer: Section) -> list[Text]:
    if layout.is_single:
        return [answer.text]
    return [one.text for one in layout.parts if one.section is answer and one.text]


def _messages(layout: Layout) -> list[Text]:
    """The messages as the bot sends them, with headings and the question."""
    if layout.is_single:
        parts = task_text.sections(_WORDS, layout)
        return [lines(_HEAD, *parts, _QUESTION, between="\n\n")]
    told = [task_text.part_text(_WORDS, one) for one in layout.parts if one.text is not None]
    return [lines(_HEAD, told[0], between="\n\n"), *told[1:]]


def _unsendable(message: Text) -> list[str]:
    """What the strict sandbox says against it."""
    entities = [
        {name: value for name in ("type", "offset", "length", "url", "language")
         if (value := getattr(one, name)) is not None}
        for one in message.entities
    ]  # fmt: skip
    try:
        text, _ = read_text(Params({"text": message.text, "entities": entities}, {}))
    except (Refused, UnicodeEncodeError) as refused:
        return [f"refused: {refused}"]
    if message.units > LONGEST_TEXT or len(message.entities) > MOST_ENTITIES:
        return [f"{message.units} units and {len(message.entities)} entities"]
    return [] if projected(text) == projected(message.text) else ["Telegram changes the text"]


def _tangled(piece: Text) -> list[str]:
    """Entities out of bounds, empty, out of order, crossing, or within code."""
    faults: list[str] = []
    opened: list[Entity] = []
    for one in piece.entities:
        end = one.offset + one.length
        if one.length <= 0 or one.offset < 0 or end > piece.units:
            faults.append(f"{one.type} out of bounds")
        while opened and opened[-1].offset + opened[-1].length <= one.offset:
            opened.pop()
        if opened and end > opened[-1].offset + opened[-1].length:
            faults.append(f"{one.type} crosses {opened[-1].type}")
        if opened and {"pre", "code"} & {outer.type for outer in opened}:
            faults.append(f"{one.type} in code")
        opened.append(one)
    return faults


def _covered(piece: Text, one: Entity) -> str:
    units = piece.text.encode("utf-16-le", "surrogatepass")
    covered = units[2 * one.offset : 2 * (one.offset + one.length)]
    return covered.decode("utf-16-le", "surrogatepass")


def _squeezed(text: str) -> str:
    return "".join(text.split())
