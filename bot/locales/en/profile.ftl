# The work profile: what a person says of oneself, at the claim or under /settings.

# The questions of a project.
profile-language = <b>{ $project }</b> is in { $language }. How well do you read and write it?
profile-level = <b>{ $project }</b> needs { $language }: { $level } or better. How well do you read and write it?
profile-languages = <b>{ $project }</b> comes in several languages. Which of these do you read and write best?
profile-country = <b>{ $project }</b> is not open in every country. Where do you live?
profile-skill = <b>{ $project }</b> needs somebody who knows { $skill }. Do you, from work or studies?
profile-once = Asked once. It says nothing about your standing, and /settings changes it at any time.
button-level-basic = Basic: I get along
button-level-good = Good: I write it well
button-level-fluent = Fluent: I work in it
button-level-native = Native: I grew up with it
button-level-none = Not at all
button-none-of-these = None of these
button-have-skill = Yes, I know it
button-no-skill = No, I do not
button-other-country = Another country
button-not-this-project = Skip this project

# The cards under /settings.
button-work-profile = Work profile
button-set-country = Country
button-set-skills = Skills
button-level-of = { $language }: how well
profile-head = <b>Your work profile</b>
profile-speaks = ✍️ You work in: { $languages }
profile-lives = 🏠 You live in: { $country }
profile-lives-unsaid = 🏠 Country: not asked yet
profile-skills = 🎓 You know: { $skills }
profile-skills-none = 🎓 Skills: none marked
profile-what-for = It decides which projects you can claim, from your next claim on. Nobody checks it against you; your work shows it.
profile-level-ask = <b>How well do you read and write { $language }?</b>
profile-skills-ask = <b>What do you know from work or studies?</b> Tap to mark or unmark. Some projects need it.
profile-country-ask = <b>In which country do you live?</b>
profile-country-write = <b>Write the name of your country</b>, in any language you like.
profile-country-found = <b>Is it one of these?</b>
profile-country-unknown = No country of that name was found. Try its name in English, or its two letters.

# How well, and what one knows.
level-basic = basic
level-good = good
level-fluent = fluent
level-native = native
skill-mathematics = mathematics
skill-programming = programming
skill-statistics = statistics
skill-physics = physics
skill-chemistry = chemistry
skill-biology = biology
skill-medicine = medicine
skill-law = law
skill-finance = finance
skill-history = history
skill-teaching = teaching
skill-journalism = journalism
skill-creative-writing = creative writing
skill-translation = translation

# What a project asks for, on cards.
needs-languages = Languages: { $languages }
needs-language = { $language } ({ $level })
needs-countries = For people in { $countries }
needs-not-countries = Not for people in { $countries }
needs-more = { $named } and { $more } more
needs-skills = Knowledge: { $skills }

# Why there is nothing.
why-level = it needs { $language }: { $level } or better. You said { $have }; /settings changes that.
why-country = it is not open in { $country }, where you live. /settings changes that if you have moved.
why-skill = it needs somebody who knows { $skill }. You said that you do not; /settings changes that.
refused-level = This needs { $language }: { $level } or better. You said { $have }; /settings changes that.
refused-country = This is not open in { $country }, where you live.
refused-skill = This needs somebody who knows { $skill }. You said that you do not.

# What an answer would open.
work-held = ⏳ <b>{ $project }</b>: a place is held for you until { $until }. Go on below.
work-unasked = ❓ { $questions ->
    [one] One question
   *[other] { $questions } questions
 } about you first, and { $count ->
    [one] { $count } project
   *[other] { $count } projects
 } more may be open to you: { $projects }.
button-to-question = Go on: { $project }
button-answer = Answer: { $count ->
    [one] { $count } project
   *[other] { $count } projects
 } more

# Between the names of several languages, countries or skills.
profile-list-comma = { ", " }
