"""Use cases: one function, one transaction. `db` first, `now` always handed in."""
