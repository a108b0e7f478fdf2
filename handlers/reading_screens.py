"""What is said about texts and images that could not be shown."""

from handlers.messages import arrival

SCREENS = {
    "part_refused": arrival.refused,
}
