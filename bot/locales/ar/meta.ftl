# About the language itself.

# The name of the language, in the language.
language-name = العربية
# yes when a person who speaks the language read all of it.
reviewed = no
# ltr, or rtl where it is written from right to left.
direction = rtl
# Whose figures, dates and names of places are used: a code that Babel knows.
formats = ar
