# About the language itself.

# The name of the language, in the language.
language-name = English
# yes when a person who speaks the language read all of it; English is the original.
reviewed = yes
# ltr, or rtl where it is written from right to left.
direction = ltr
# Whose figures, dates and names of places are used: a code that Babel knows.
formats = en-GB
