"""Languages as the files of others name them, with their tags."""

from typing import Final

_PAIRS: Final = """
afrikaans af, albanian sq, amharic am, arabic ar, armenian hy, azerbaijani az, basque eu,
belarusian be, bengali bn, bosnian bs, bulgarian bg, burmese my, catalan ca, chinese zh,
croatian hr, czech cs, danish da, dutch nl, english en, esperanto eo, estonian et, filipino tl,
finnish fi, french fr, galician gl, georgian ka, german de, greek el, gujarati gu, hausa ha,
hebrew he, hindi hi, hungarian hu, icelandic is, indonesian id, irish ga, italian it, japanese ja,
kannada kn, kazakh kk, khmer km, korean ko, kurdish ku, lao lo, latin la, latvian lv,
lithuanian lt, macedonian mk, malay ms, malayalam ml, marathi mr, mongolian mn, nepali ne,
norwegian no, pashto ps, persian fa, polish pl, portuguese pt, punjabi pa, romanian ro,
russian ru, serbian sr, sinhala si, slovak sk, slovenian sl, somali so, spanish es, swahili sw,
swedish sv, tagalog tl, tamil ta, telugu te, thai th, turkish tr, ukrainian uk, urdu ur, uzbek uz,
vietnamese vi, welsh cy, yoruba yo, zulu zu
"""
TAGS: Final = dict(pair.split() for pair in _PAIRS.split(","))
