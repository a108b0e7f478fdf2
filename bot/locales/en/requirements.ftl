# What a project requires of people: on cards, in reasons; faults of the expression in its file.

needs-requires = Required: { $needs }
needs-most-a-day = At most { $count ->
    [one] { $count } job
   *[other] { $count } jobs
 } a day for each person
requires-between = { "; " }
requires-and = { $first } and { $last }
requires-or = { $first } or { $last }
requires-inside = ({ $inside })
requires-language = { $language }
requires-language-level = { $language } ({ $level } or better)
requires-country = living in { $countries }
requires-skill = knowledge of { $skill }
requires-tier = tier { $least } or more in { $skill }
requires-qualification = the qualification “{ $qualification }”
requires-member = membership in “{ $group }”
requires-not-language = without { $language } as a work language
requires-not-language-level = without { $language } ({ $level } or better)
requires-not-country = not living in { $countries }
requires-not-skill = no knowledge of { $skill }
requires-not-tier = tier below { $least } in { $skill }
requires-not-qualification = without the qualification “{ $qualification }”
requires-not-member = not in “{ $group }”

# Why there is nothing.
why-requires-other = it is for people with: { $needs }. What you said of yourself can be changed under /settings.
why-requires-tier = it needs tier { $least } in { $skill }; yours is { $tier }. What is missing stands under /standing, My quality. No date known.
why-requires-tier-unknown = it needs tier { $least } in { $skill }, and you have none in it yet. How one comes by it stands under /standing, My quality. No date known.
why-requires-qualification = it needs the qualification “{ $qualification }”, which you do not hold. Ask under /support how to get it.
why-requires-member = it is for members of “{ $group }”, and the bot has not seen you there. If you are in it, open Work groups under /settings.
refused-requires-other = This is for people with: { $needs }. What you said of yourself can be changed under /settings.
refused-requires-tier = This needs tier { $least } in { $skill }; yours is { $tier }. What is missing stands under /standing; /work shows other work.
refused-requires-tier-unknown = This needs tier { $least } in { $skill }, and you have none in it yet. /standing says how one comes by it; /work shows other work.
refused-requires-qualification = This needs the qualification “{ $qualification }”, which you do not hold. /support tells you how to get it.
refused-requires-member = This is for members of “{ $group }”, and the bot has not seen you there. If you are in it, open Work groups under /settings.

# To who publishes the project.
refused-no-qualification = No training or exam has the key { $key }, so nobody could hold that qualification. Publish the course first, or correct the key.
refused-no-such-group = No work group is called “{ $group }”. /groups shows how each is called.
refused-group-twice = Several work groups are called “{ $group }”. Write the id of the right one instead: member { $example }

# What can be wrong with it, behind "line N, requires:".
fault-requires-else = says something else than is due there
fault-requires-quote = has a quotation mark whose other one is missing
fault-requires-many = asks for more than anybody can read
fault-requires-unknown = has a word that means nothing here
fact-column = at character { $value }
fact-found = it says: { $value }
fact-nearest = perhaps { $value } is meant
