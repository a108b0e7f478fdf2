"""Public numbers: random, short enough to read out, without look-alike signs."""

import unicodedata
from itertools import product
from random import Random, SystemRandom

# No 0/O, 1/I/L, 5/S, 2/Z, 8/B, and no vowels that could form words.
SIGNS = "3467CDFGHJKMNPQRTVWXY"

_system = SystemRandom()
_LENGTH = 8


def public_number(random: Random = _system) -> str:
    """A new public number such as `K7WX3QDP`: 21^8, 35 bits; the database keeps it unique."""
    return "".join(random.choice(SIGNS) for _ in range(_LENGTH))


def is_number(text: str) -> bool:
    """Whether the text has the form of a public number."""
    return len(text) == _LENGTH and set(text) <= set(SIGNS)


_MOST_READINGS = 500
# What a sign that no number has is likely to be, written or read in haste.
_MEANT = {
    "0": "DQCG", "O": "DQCG", "1": "TJ7", "I": "TJ7", "L": "TJ7", "2": "7", "Z": "7", "5": "6",
    "S": "6", "8": "36", "B": "36", "9": "Q", "U": "V", "E": "F", "A": "4R",
}  # fmt: skip
# Letters of other scripts that look the same.
_ALIKE = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0417"
    "\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u0396",
    "ABEKMHOPCTYX3ABEHIKMNOPTYXZ",
)


def readings(typed: str) -> tuple[str, ...]:
    """The numbers that somebody may have meant, the likeliest first; none where it is none.

    Spaces, hyphens and small letters do not matter, nor the script of digits and look-alikes.
    """
    wide = unicodedata.normalize("NFKC", typed).upper().translate(_ALIKE)
    signs = "".join(_plain(sign) for sign in wide if sign.isalnum())
    if len(signs) != _LENGTH:
        return ()
    choices = [sign if sign in SIGNS else _MEANT.get(sign, "") for sign in signs]
    count = 1
    for choice in choices:
        count *= len(choice)
    if not 0 < count <= _MOST_READINGS:
        return ()
    return tuple("".join(one) for one in product(*choices))


def _plain(sign: str) -> str:
    digit = unicodedata.digit(sign, None)
    return sign if digit is None else str(digit)
