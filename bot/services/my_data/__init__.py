"""What the hall knows of a person: asked for with one tap, read page by page."""

from bot.services.my_data.asking import request
from bot.services.my_data.reading import about, pages

__all__ = ["about", "pages", "request"]
