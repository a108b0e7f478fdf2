"""`python -m bot.computing` is the process beside the bot's."""

from bot.computing.worker import main

main()
