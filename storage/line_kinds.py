"""Which lines are for a task, in the words that the index on their assignments knows."""

from sqlalchemy import and_

from storage.schema import lines
from storage.schema.columns import among, word

# SQLite takes a partial index only where a statement says its condition as it stands there.
FOR_A_TASK = among(lines.c.kind, "rating", "flag")
FOR_A_RATING = and_(FOR_A_TASK, lines.c.kind == word("rating"))
