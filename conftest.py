"""What holds for every run of the tests, wherever it is started."""

pytest_plugins = [
    "tests.scratch",
    "tests.compiled",
    "tests.longest_first",
    "tests.left_out",
    "tests.browser",
    "pytester",
]
