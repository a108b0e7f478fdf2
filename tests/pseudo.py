"""A pseudo-language: English with accents, about 40 % longer, in brackets; for the tests.

A text that shows up without brackets was not taken from the locale files, one that is cut or
breaks a layout would do so in German as well.
"""

import re
from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer

from bot.texts import FOLDER

PSEUDO = "en-XA"

_ACCENTS = str.maketrans(
    "abcdeghiklnorstuwyzABCDEGHIKLNORSTUWYZ",
    "áƀçđéǧĥíķłñóŕšťúŵýžÁƁÇĐÉǦĤÍĶŁÑÓŔŠŤÚŴÝŽ",
)
# Tags, character references, addresses and commands do something: they stay as they are.
_KEPT = re.compile(r"(<[^>]*>|&#?\w+;|https?://\S+|t\.me/\S*|(?<!\w)/[a-z]+)")
# What it says of itself: no person ever read it.
_OF_ITSELF = {"reviewed": "no", "direction": "ltr", "formats": "en-GB"}
_VOWEL = re.compile(r"([aeiouAEIOU])")


def write_pseudo(folder: Path, source: Path = FOLDER / "en") -> Path:
    """Write the pseudo-language of the English files into the folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.glob("*.ftl")):
        resource = FluentParser().parse(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Message) and entry.id.name in _OF_ITSELF:
                entry.value = ast.Pattern([ast.TextElement(_OF_ITSELF[entry.id.name])])
            elif isinstance(entry, ast.Message | ast.Term):
                for pattern in _patterns(entry):
                    _Longer().visit(pattern)
                    pattern.elements.insert(0, ast.TextElement("⟦"))
                    pattern.elements.append(ast.TextElement("⟧"))
        written = FluentSerializer().serialize(resource)
        (folder / path.name).write_text(written, encoding="utf-8")
    return folder


def pseudo(text: str) -> str:
    """The text with accents and doubled vowels; tags, addresses and commands as they were."""
    parts = _KEPT.split(text)
    return "".join(part if index % 2 else _longer(part) for index, part in enumerate(parts))


def _longer(text: str) -> str:
    return _VOWEL.sub(r"\1\1", text).translate(_ACCENTS)


def _patterns(entry: ast.Message | ast.Term) -> list[ast.Pattern]:
    return [found for found in (entry.value, *(item.value for item in entry.attributes)) if found]


class _Longer(Transformer):
    def visit_TextElement(self, node: ast.TextElement) -> ast.TextElement:  # noqa: N802
        node.value = pseudo(node.value)
        return node
