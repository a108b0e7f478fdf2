"""`python -m bot.computing [FOLDER]` is the process beside the bot's."""

import sys
from pathlib import Path

from bot.computing.worker import main

main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
