"""The process beside the bot's: reads what is asked, answers, ends when the bot does."""

import logging
import os
import pickle
import signal
import traceback
from pathlib import Path
from typing import BinaryIO

HEAD = 4  # bytes that say how long what follows is


def framed(thing: object) -> bytes:
    """The thing as bytes, their number before them."""
    body = pickle.dumps(thing)
    return len(body).to_bytes(HEAD, "big") + body


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer (function, arguments) with (whether it went well, result or why not) until the end.

    Why not is told without the words of the exception, which may name a person.
    """
    while head := requests.read(HEAD):
        function, args = pickle.loads(requests.read(int.from_bytes(head, "big")))  # noqa: S301 - from the bot alone
        try:
            answer = framed((True, function(*args)))
        except Exception as error:  # noqa: BLE001 - told to who asked
            where = "".join(traceback.format_tb(error.__traceback__))
            answer = framed((False, f"{type(error).__name__}\n{where}"))
        answers.write(answer)
        answers.flush()


def main(locales: Path | None = None) -> None:
    """Serve on the standard streams, in the languages of that folder as well."""
    # A signal for the whole group is the bot's to obey: it lets what has begun come to its end.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    # Warnings of the libraries quote the texts that they draw.
    logging.disable(logging.WARNING)
    if locales is not None:
        from bot.texts import add_languages

        add_languages(locales)
    with os.fdopen(os.dup(0), "rb") as requests, os.fdopen(os.dup(1), "wb") as answers:
        # What a library prints must not stand between two answers.
        os.dup2(2, 1)
        serve(requests, answers)
