"""How much formatting a text may have before it is shown as it is written."""

import re
from typing import Final

# Signs that formatting is made of, by runs: a run costs by its length. Beginnings of lines
# count as well where they may begin a block.
_MARK = re.compile(r"[*_~`#>|\[\]<&$\\=+-]{1,8}|(?<=\n)[ \t]*\d{1,9}[.)]|!\[|\n[ \t]*\n")
# The longest real answer that we know has about 1,300; as many as this take up to 0.3 s.
MOST_MARKS: Final = 4000


def marks(source: str) -> int:
    """Return about how much work it is to format the text, in marks of formatting."""
    return sum(1 for _ in _MARK.finditer(source))
