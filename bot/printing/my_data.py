"""Everything about a person as one page to read and one file for programs, in a zip.

Each page of records is written to a folder under a number of its own, so that writing one a
second time changes nothing, and no more than one page is in memory.
"""

import shutil
import zipfile
from pathlib import Path
from typing import Final

from bot.domain.my_data import HTML, JSON, About, Page
from bot.formats import my_data_json
from bot.printing.my_data_page import closed, opened, section
from bot.printing.words import Words, texts

_BLOCK: Final = 1 << 20


def write_page(folder: str, nth: int, page: Page, about: About) -> None:
    """Write one page of records, the first being 1, in the person's language and zone."""
    words = _words(about)
    _part(folder, nth, "html").write_text(section(words, page), "utf-8", errors="replace")
    text = my_data_json.part(page, is_first_kind=nth == 1)
    _part(folder, nth, "json").write_text(text, "utf-8", errors="replace")


def bound(folder: str, count: int, kinds: tuple[str, ...], about: About) -> bytes:
    """The zip of the pages that were written."""
    words = _words(about)
    whole = {
        HTML: ("html", opened(words, about, kinds), closed()),
        JSON: ("json", my_data_json.opened(about), my_data_json.closed()),
    }
    made = Path(folder) / "my-data.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, (ending, before, after) in whole.items():
            stamp = zipfile.ZipInfo(name, date_time=about.made_at.timetuple()[:6])
            stamp.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(stamp, "w", force_zip64=True) as out:
                out.write(before.encode(errors="replace"))
                for nth in range(1, count + 1):
                    with _part(folder, nth, ending).open("rb") as part:
                        shutil.copyfileobj(part, out, _BLOCK)
                out.write(after.encode(errors="replace"))
    return made.read_bytes()


def _words(about: About) -> Words:
    return Words(texts(), texts().closest(about.language), about.zone)


def _part(folder: str, nth: int, ending: str) -> Path:
    return Path(folder) / f"{nth:06}.{ending}"
