"""Files that no reader should have to read: broken, huge, deep, packed, and nearly right."""

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any, Final

ASK = {"role": "user", "content": "How far is the moon?"}
SAY = [{"role": "assistant", "content": text} for text in ("Far.", "384,400 km.")]
SCORES = {"helpfulness": 3, "correctness": 4, "coherence": 4, "complexity": 1, "verbosity": 2}
RATED = {"Rating": "4", "Rationale": "So."}
# One good row of each format; of some two belong together.
ROWS: Final[dict[str, list[dict[str, Any]]]] = {
    "native": [{"id": "t1", "prompt": "p", "responses": [{"id": "a", "text": "x", "model": "m"},
                {"text": "y"}], "language": "en", "context": "c", "overlap": 2, "priority": 1,
                "gold": {"preference": 1}, "predictions": [{"model": "m", "values": {"q": 1}}],
                "metadata": {"k": [1, None]}}],
    "turns": [{"id": "t2", "prompt": [ASK, SAY[0]]}],
    "image": [{"id": "t3", "prompt": "p", "responses": [
                {"image": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAA"
                          "CklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="},
                {"image": "https://example.org/a.png"}]}],
    "rating": [{"id": "r", "kind": "pairwise", "lang": "fr", "prompt": "p", "tags": ["t"],
                "context": [{"role": "user", "text": "c"}], "human": {"gold": "a"},
                "responses": [{"key": "a", "text": "x"}, {"key": "b", "text": "y"}]}],
    "trl": [{"prompt": "p", "chosen": "a", "rejected": "b", "margin": 1.5}],
    "trl-messages": [{"chosen": [ASK, SAY[0]], "rejected": [ASK, SAY[1]]}],
    "ultrafeedback": [{"source": "s", "instruction": "i", "models": ["m"], "completions": [
        {"model": m, "response": m + "!", "annotations": {"honesty": RATED}} for m in "xy"]}],
    "helpsteer2": [{"prompt": "p", "response": r, **SCORES} for r in "ab"],
    "helpsteer2-preference": [{"prompt": "p <extra_id_1>User\nq", "response_1": "a",
                               "response_2": "b", "preference_strength": -2}],
    "helpsteer3": [{"domain": "general", "language": "english", "context": [ASK],
                    "response1": "a", "response2": "b", "overall_preference": 3,
                    "individual_preference": [{"score": 3, "reasoning": "r"}]}],
    "arena-33k": [{"question_id": "q", "model_a": "m", "model_b": "n", "winner": "tie (bothbad)",
                   "judge": "j", "conversation_a": [ASK, SAY[0]], "language": "English",
                   "conversation_b": [ASK, SAY[1], ASK, SAY[0]], "turn": 1, "tstamp": 1.5}],
    "arena-140k": [{"id": "e", "evaluation_session_id": "s", "evaluation_order": 1,
                    "model_a": "m", "model_b": "n", "winner": "both_bad", "is_code": False,
                    "conversation_a": [{"role": "user", "content": [
                        {"type": "text", "text": ASK["content"]}]}, SAY[0]],
                    "conversation_b": [ASK, SAY[1]], "language": "en"}],
    "label-studio": [{"id": 1, "data": {"prompt": "p", "answer1": "a", "answer2": "b"},
                      "annotations": [{"id": 2, "result": [{"from_name": "f", "value": {
                          "selected": "left"}}], "was_cancelled": False}],
                      "predictions": [{"model_version": "v", "result": []}]}],
    "openai": [{"messages": [{"role": "developer", "content": "d"}, ASK, SAY[0]]}],
}  # fmt: skip
CSV = ["id,prompt,response_1,response_2,model_1,gold,overlap",
       'c1,"p, ""q""\nline",a,b,m,"{""preference"": 1}",2', "c2,p,a,b,,,"]  # fmt: skip
NASTY: Final[tuple[Any, ...]] = (
    None, True, False, 0, -1, 2**63, 1.5, 1e308, -0.0, "", " ", "\u200b", "a" * 250, "x" * 120_000,
    "\x00", "\ud800", "\udfff\ud800", "\u2028", "\u202e", "😀" * 50, "<extra_id_1>User\n" * 900,
    "model_a", "../../etc/passwd", "=1+1", "data:image/png;base64,AAAA", "taken-image:00",
    [], {}, [[]], [None], [True], [1, 2], ["a"], [{}], {"a": {}}, {"role": "user"},
    [{"role": "assistant", "content": 1}], [{"role": "boss", "content": "x"}],
    [ASK] * 300, {str(n): n for n in range(3_000)}, [0] * 20_000, {"": ""},
)  # fmt: skip
# What Python's own reader takes without a word, and what no reader can take.
SLY: Final = (
    b"NaN",
    b"-Infinity",
    b"1e999",
    b'"\\ud800"',
    b'"\\udc00a"',
    b'"a\\ud83d"',
    b'"\\u0000"',
    b'{"a":1,"a":2}',
    b"[" * 2_000 + b"]" * 2_000,
    b"9" * 5_000,
)
TOKENS: Final = (
    *SLY, *SLY, b"-" + b"1" * 30, b"[" * 5_000, b'{"a":' * 900, b"[" * 40 + b"]" * 40,
    b'"\xff"', b"'", b"1.", b"01", b"tru", b"", b'"\\x"', b'"\n"', b"\x00", b"/* */1", b"0x10",
    b"1_0", b'"' + b"\\" * 99,
)  # fmt: skip
# Stands where a token is to stand.
MARK: Final = "\x01mark"
NAMES: Final = ("t.jsonl", "t.json", "t.csv", "t.tsv", "t", "t.jsonl.gz", "T.JSON.GZ", "t.pdf")


@dataclass(frozen=True, slots=True)
class Hostile:
    """One such file, and how it came about."""

    how: str
    name: str
    body: bytes


class Forger:
    """Makes hostile files, the same ones from the same random numbers."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def file(self) -> Hostile:
        """The next one; of a hundred, some three are large."""
        if self._random.random() < 0.03:
            make = self._random.choice(LARGE)
            how, name, body = make(self._random)
        else:
            form = self._random.choice([*ROWS, "csv"])
            how, name = form, self._random.choice(NAMES)
            body = self._csv() if form == "csv" else self._json(form)
        if self._random.random() < 0.3:
            how, body = self._harmed(how, body)
        if len(body) < 5_000_000 and self._random.random() < 0.15:
            how, body = self._packed(how, body)
        return Hostile(how, name, body)

    def _json(self, form: str) -> bytes:
        rows = [row for _ in range(self._random.randint(1, 4)) for row in ROWS[form]]
        if self._random.random() < 0.1:
            rows.insert(0, self._random.choice(list(ROWS.values()))[0])
        texts = [self._text(row) for row in rows]
        if self._random.random() < 0.25:
            return b"[" + self._random.choice([b",", b",\n", b" , ", b",,"]).join(texts) + b"]"
        return self._random.choice([b"\n", b"\n", b"\r\n", b"\n\n"]).join(texts)

    def _bent(self, value: Any, put: Any = None) -> Any:
        """The value with something else somewhere in it."""
        if isinstance(value, dict) and value and self._random.random() < 0.85:
            name = self._random.choice(list(value))
            kind = self._random.random()
            if kind < 0.1:
                return {key: one for key, one in value.items() if key != name}
            if kind < 0.2:
                name = self._random.choice(["data", "messages", "x" * 500, "", "id", "kind"])
            return value | {name: self._bent(value.get(name), put)}
        if isinstance(value, list) and value and self._random.random() < 0.85:
            place = self._random.randrange(len(value))
            changed = [*value[:place], self._bent(value[place], put), *value[place + 1 :]]
            return changed * self._random.choice([1, 1, 1, 2, 500])
        return self._random.choice(NASTY) if put is None else put

    def _text(self, row: Any) -> bytes:
        """The row as JSON: as it is, with a wrong value, or with what should not be JSON."""
        roll = self._random.random()
        if roll < 0.7:
            return json.dumps(row if roll < 0.4 else self._bent(row)).encode()
        bent = self._bent(row, MARK)
        if isinstance(row, dict) and self._random.random() < 0.5:
            # Where anything may stand.
            bent = row | ({"metadata": {"k": MARK}} if "responses" in row else {"note": MARK})
        token = self._random.choice(TOKENS)
        return json.dumps(bent).encode().replace(json.dumps(MARK).encode(), token)

    def _csv(self) -> bytes:
        lines = [*CSV]
        for _ in range(self._random.randint(0, 3)):
            place = self._random.randrange(len(lines))
            cells = lines[place].split(",")
            cells[self._random.randrange(len(cells))] = self._random.choice(
                ['"', '"x', "\x00", "{", '"{""a"": NaN}"', "9" * 30, "", "=1", "a" * 130_000,
                 "\u2028", "overlap", "response_3", "image_1", "lang", "1e5", "[" * 90]
            )  # fmt: skip
            lines[place] = ",".join(cells)
        sign = self._random.choice([",", ",", ";", "\t"])
        return "\n".join(lines).replace(",", sign).encode(errors="surrogatepass")

    def _harmed(self, how: str, body: bytes) -> tuple[str, bytes]:
        place = self._random.randrange(len(body) + 1)
        harm = self._random.choice(["cut", "flip", "put", "bom", "utf-16", "twice", "front"])
        noise = self._random.randbytes(self._random.randint(1, 12))
        if harm == "flip" and place < len(body):
            body = body[:place] + bytes([body[place] ^ (1 << noise[0] % 8)]) + body[place + 1 :]
        elif harm == "utf-16" and len(body) < 1_000_000:
            body = body.decode(errors="replace").encode("utf-16")
        else:
            body = {
                "cut": body[:place], "put": body[:place] + noise + body[place:],
                "bom": b"\xef\xbb\xbf" + body[:place] + b"\xef\xbb\xbf" + body[place:],
                "front": noise + body, "twice": body + body if len(body) < 10_000_000 else body,
            }.get(harm, body)  # fmt: skip
        return f"{how}, {harm}", body

    def _packed(self, how: str, body: bytes) -> tuple[str, bytes]:
        packed = gzip.compress(body, self._random.choice([1, 9]), mtime=0)
        kind = self._random.choice(["whole", "cut", "damaged", "members", "nested", "more"])
        place = self._random.randrange(len(packed))
        packed = {
            "cut": packed[:place],
            "damaged": packed[:place] + b"\x55\xaa" + packed[place + 2 :],
            "members": packed + gzip.compress(b"", mtime=0) * 2_000 + packed,
            "nested": gzip.compress(packed, mtime=0), "more": packed + b"\x00\x00more",
        }.get(kind, packed)  # fmt: skip
        return f"{how}, packed {kind}", packed


def _line(sign: bytes, millions: int) -> Callable[[Random], tuple[str, str, bytes]]:
    def make(random: Random) -> tuple[str, str, bytes]:
        return f"{millions} MB of {sign[:20]!r}", random.choice(NAMES[:5]), (
            sign * (millions * 1_000_000 // len(sign))
        )  # fmt: skip

    return make


def _bomb(sign: bytes) -> Callable[[Random], tuple[str, str, bytes]]:
    def make(random: Random) -> tuple[str, str, bytes]:
        body = gzip.compress(sign * (80_000_000 // len(sign)), 1, mtime=0)
        return f"bomb of {sign[:20]!r}", random.choice(NAMES), body

    return make


def _wide(random: Random) -> tuple[str, str, bytes]:
    """One row with very many of something."""
    many = 150_000
    row = dict(ROWS["native"][0])
    kind = random.choice(["keys", "predictions", "messages", "completions", "metadata", "left"])
    fields: dict[str, dict[str, Any]] = {
        "keys": row | {f"k{n}": 0 for n in range(many)},
        "predictions": row | {"predictions": [1] * many * 3},
        "messages": {"messages": [1] * many},
        "completions": {"instruction": "i", "completions": [{str(n): 0} for n in range(many)]},
        "metadata": row | {"metadata": {f"k{n}": n for n in range(many)}},
        "left": {"prompt": "p", "chosen": "a", "rejected": "b"}
        | {f"k{n}": [] for n in range(many)},
    }
    return f"wide {kind}", "t.jsonl", json.dumps(fields[kind]).encode()


def _columns(random: Random) -> tuple[str, str, bytes]:
    """A table with very many columns."""
    name = random.choice(["a", "response_1", "id", "", "x{}"])
    header = ",".join(["id", "prompt", *(name.format(n) for n in range(200_000))])
    return f"columns {name!r}", "t.csv", (header + "\n" + "," * 300_000).encode()


def _rows(random: Random) -> tuple[str, str, bytes]:
    """Very many small rows, good or bad."""
    form = random.choice(list(ROWS))
    row = random.choice([ROWS[form][0], {}, 1, {f"k{n}": [] for n in range(200)}])
    line = json.dumps(row).encode() + b"\n"
    return f"rows of {form}", "t.jsonl", line * min(60_000, 8_000_000 // len(line))


LARGE: Final = (
    _line(b"a", 19), _line(b"[", 8), _line(b"{}\n", 3), _line(b"\n", 8), _line(b'"', 6),
    _line(b"[],", 6), _line(b"id,prompt,", 8), _line(b'{"a":"\\\\', 6), _line(b" ", 19),
    _line(b'{"image":"data:image/png;base64,', 12), _line(b'"image" : "', 8), _line(b"\xff", 4),
    _line(b'"\n', 6), _line(b"\r\n", 6), _bomb(b" "), _bomb(b"{}\n"), _bomb(b"[\n"),
    _bomb(b"\x00"), _wide, _wide, _wide, _columns, _rows, _rows,
)  # fmt: skip
