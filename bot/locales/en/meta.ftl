# About the language itself.

# The name of the language, in the language.
language-name = English
# yes when a person who speaks the language read all of it; English is the original.
reviewed = yes
