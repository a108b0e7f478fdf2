"""Every word that a person reads, by Fluent; what is missing is an error, never a text."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot.bidi import runs_right_to_left, settled

FOLDER = Path(__file__).parent / "locales"
ENGLISH = "en"
# What a language says of itself in `meta.ftl`: rtl or ltr, yes or no, a code that Babel knows.
DIRECTION, REVIEWED, FORMATS = "direction", "reviewed", "formats"

_LONG = 500  # Fluent refuses arguments over 2,500 characters; longer ones are put in afterwards


class UnknownText(LookupError):  # noqa: N818 - the name is the message
    """No language has a text of that key."""


class MissingArgument(ValueError):  # noqa: N818 - as above
    """The text asks for an argument that was not given, or cannot be put together."""


class BrokenLocale(ValueError):  # noqa: N818 - as above
    """A locale file cannot be read as Fluent, or has a key twice."""


class Texts:
    """The texts of all languages; English has each of them."""

    def __init__(self, folders: Mapping[str, Path]) -> None:
        """Read `<folder>/*.ftl` of each language; raises `BrokenLocale`."""
        self._bundles = {name: _bundle(name, folders[name]) for name in sorted(folders)}
        self._chains = {name: self._chain_of(name) for name in self._bundles}

    @classmethod
    def load(cls, extra: Mapping[str, Path] | None = None) -> "Texts":
        """The languages of this process, and `extra` ones: code to the folder of its files."""
        return cls({**_known(), **extra}) if extra else _loaded()

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of all languages that have texts, sorted."""
        return tuple(self._bundles)

    def closest(self, language: str) -> str:
        """The language whose texts are shown for `language`: itself, its base, or English."""
        return self._chain(language)[0]

    def say(self, language: str, key: str, /, **args: Any) -> str:
        """The text of the key (or `key.attribute`) in the closest language that has it.

        Whole numbers are written by Fluent, everything else comes formatted (`bot.say`) and, in
        texts with tags, escaped. Raises `UnknownText` and `MissingArgument`.
        """
        for code in self._chain(language):
            pattern = _pattern(self._bundles[code], key)
            if pattern is not None:
                return self._format(code, key, pattern, args)
        raise UnknownText(key)

    def name_of(self, language: str) -> str:
        """What the language calls itself; raises `UnknownText` for one without texts."""
        if language not in self._bundles:
            raise UnknownText(f"language-name of {language}")
        return self._meta(language, "language-name") or language

    def is_rtl(self, language: str) -> bool:
        """Whether the texts shown for the language run from right to left."""
        code = self.closest(language)
        return _is_rtl(code, self._bundles[code])

    def locale(self, language: str) -> Locale:
        """Whose figures, days and names of places stand between the texts of the language."""
        return _locale(self._meta(language, FORMATS) or self.closest(language))

    def is_reviewed(self, language: str) -> bool:
        """Whether a person who speaks the language read its texts."""
        return language in self._bundles and self._meta(language, REVIEWED) == "yes"

    def _meta(self, language: str, key: str) -> str:
        # A language speaks for itself here: what it does not say is not so.
        code = self.closest(language)
        pattern = _pattern(self._bundles[code], key)
        return "" if pattern is None else self._format(code, key, pattern, {})

    def _chain(self, language: str) -> tuple[str, ...]:
        return self._chains.get(language) or self._chain_of(language)

    def _chain_of(self, language: str) -> tuple[str, ...]:
        spelled = {code.lower(): code for code in self._bundles}
        wanted = language.replace("_", "-").lower()
        tried = dict.fromkeys((wanted, wanted.partition("-")[0], ENGLISH))
        return tuple(spelled[code] for code in tried if code in spelled)

    def _format(self, code: str, key: str, pattern: Any, args: Mapping[str, Any]) -> str:
        bundle = self._bundles[code]
        long = {
            f"\ue000{name}\ue001": value
            for name, value in args.items()
            if isinstance(value, str) and len(value) > _LONG
        }
        stand_ins = {stand_in[1:-1]: stand_in for stand_in in long}
        text, errors = bundle.format_pattern(pattern, {**args, **stand_ins})
        if errors:
            raise MissingArgument(f"{key} in {code}: {'; '.join(map(str, errors))}")
        written = str(text)
        if bundle.use_isolating:
            written = settled(written)
        for stand_in, value in long.items():
            written = written.replace(stand_in, value)
        return written


def languages_in(folder: Path) -> dict[str, Path]:
    """The languages in a folder: each is a folder of its own, named by its code."""
    return {path.name: path for path in sorted(folder.iterdir()) if any(path.glob("*.ftl"))}


def add_languages(folder: Path) -> None:
    """From now on this process speaks the languages in the folder as well.

    One that is packaged is replaced. Raises `BrokenLocale`, and adds none then.
    """
    found = languages_in(folder)
    Texts({**_known(), **found})
    _added.update(found)
    _loaded.cache_clear()


_added: dict[str, Path] = {}


def _known() -> dict[str, Path]:
    return {**languages_in(FOLDER), **_added}


@cache
def _loaded() -> Texts:
    return Texts(_known())


@cache
def _locale(code: str) -> Locale:
    try:
        return Locale.parse(code.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        # English writes the day first here, as most of the world does.
        return Locale.parse("en_GB")


def _bundle(language: str, folder: Path) -> FluentBundle:
    return _packaged(language) if folder == FOLDER / language else _read(language, folder)


@cache
def _packaged(language: str) -> FluentBundle:
    # Its files do not change under a process, and reading them is most of the start of a bot.
    return _read(language, FOLDER / language)


def _read(language: str, folder: Path) -> FluentBundle:
    bundle = FluentBundle([language, ENGLISH], use_isolating=False)
    known: set[str] = set()
    for path in sorted(folder.glob("*.ftl")):
        resource = FluentResource(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                raise BrokenLocale(
                    f"{path}: cannot be read near {(entry.content or '').strip()[:60]!r}"
                )
            if isinstance(entry, ast.Message | ast.Term):
                name = ("-" if isinstance(entry, ast.Term) else "") + entry.id.name
                if name in known:
                    raise BrokenLocale(f"{path}: {name} is there twice")
                known.add(name)
        bundle.add_resource(resource)
    bundle.use_isolating = _is_rtl(language, bundle)
    return bundle


def _is_rtl(language: str, bundle: FluentBundle) -> bool:
    stated = _pattern(bundle, DIRECTION)
    if stated is None:
        return runs_right_to_left(language)
    return str(bundle.format_pattern(stated)[0]) == "rtl"


def _pattern(bundle: FluentBundle, key: str) -> Any:
    name, _, attribute = key.partition(".")
    if not bundle.has_message(name):
        return None
    message = bundle.get_message(name)
    return message.attributes.get(attribute) if attribute else message.value
