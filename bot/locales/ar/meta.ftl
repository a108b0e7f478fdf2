# About the language itself.

# The name of the language, in the language.
language-name = العربية
# yes when a person who speaks the language read all of it.
reviewed = no
