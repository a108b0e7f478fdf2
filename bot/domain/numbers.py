"""Public numbers: random, short enough to read out, without look-alike signs."""

from random import Random, SystemRandom

# No 0/O, 1/I/L, 5/S, 2/Z, 8/B, and no vowels that could form words.
SIGNS = "3467CDFGHJKMNPQRTVWXY"

_system = SystemRandom()


def public_number(random: Random = _system) -> str:
    """A new public number such as `K7WX3QDP`: 21^8, 35 bits; the database keeps it unique."""
    return "".join(random.choice(SIGNS) for _ in range(8))
