"""Whether somebody chooses what is shown first more or less often than chance would."""

from math import sqrt

# Of a normal distribution, 95 % lie within so many standard deviations.
_WITHIN = 1.959964
LEAST = 20


def interval(chosen: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share, by Wilson's score; the whole where there is nothing."""
    if of == 0:
        return 0.0, 1.0
    share, z = chosen / of, _WITHIN**2
    middle = (share + z / (2 * of)) / (1 + z / of)
    half = _WITHIN * sqrt(share * (1 - share) / of + z / (4 * of * of)) / (1 + z / of)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def is_biased(chosen: int, of: int) -> bool:
    """Whether chance does not explain it: the interval leaves one half out."""
    low, high = interval(chosen, of)
    return of >= LEAST and not low <= 0.5 <= high
