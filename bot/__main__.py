"""`python -m bot` is `hiringhall`."""

from bot.cli import main

main()
