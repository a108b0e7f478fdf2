"""What goes together: which rows are old enough, and all that hangs on them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phase:
    """Rows of one kind that are too old, in SQL for both engines.

    `old` says which of `table` (named `t`) are, before `:cut`; where one has to wait for another
    of the same run, `old_at_once` is what a count goes by. `parts` are the tables with what is
    deleted of each, in an order that no reference stands against; `keys` are the external ids of
    the entries that go with them. What refers to another row is newer than that one, so the newest
    go first, unless `oldest_first`. With `blank` rows are not deleted: these columns are emptied.
    """

    table: str
    old: str
    parts: tuple[tuple[str, str], ...]
    keys: str = ""
    blank: str = ""
    old_at_once: str = ""
    key: str = "id"
    most: int = 500
    oldest_first: bool = False
