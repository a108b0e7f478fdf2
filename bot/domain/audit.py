"""What an audit found: which promise does not hold, how often, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Breach:
    """A promise that is broken: its name, how many things break it, and some of them."""

    promise: str
    count: int
    examples: tuple[str, ...]

    def __str__(self) -> str:
        more = ", …" if self.count > len(self.examples) else ""
        return f"{self.promise}: {self.count} ({', '.join(self.examples)}{more})"
