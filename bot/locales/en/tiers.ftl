# What a tier is about, and what people read of it.
skill-rating = general rating
project-field-skill = Skill
project-none-skill = general rating
project-how-skill = Write what the work is about, so that ratings of it count towards the tier in that skill: { $skills }; or a code of your own that begins with <code>{ $own }</code>.
project-means-skill = Ratings count towards the tier in that skill from the next night on; people with a high one are asked first.
button-project-none-skill = General rating
refused-project-skill = That is none of the skills. Write one of those that are named above, or a code of your own such as { $example }.

# /standing: what is measured of one's work.
button-quality = ⭐ My quality
quality-head = ⭐ <b>Your quality</b>
quality-none = Nothing is measured yet. A tier comes with { $least } ratings.
quality-tier = <b>Tier { $tier } of 100</b> in { $skill }
quality-tier-none = <b>No tier yet</b> in { $skill }
quality-part-ratings = { $count ->
    [one] { $count } rating
   *[other] { $count } ratings
 } in the last 90 days
quality-part-gold = 🎯 Known answers: { $right } of { $count } right
quality-part-verdicts = 🧾 Verdicts: { $right } of { $count } accepted as they were
quality-part-peers = 🤝 Agreement with others: { $alpha }, on { $count ->
    [one] { $count } task
   *[other] { $count } tasks
 } (1 is always alike, 0 as by chance)
quality-missing-first = ➡️ { $count ->
    [one] { $count } more rating
   *[other] { $count } more ratings
 } and you have a tier.
quality-missing = ➡️ To tier { $step }: { $verdicts ->
    [one] { $verdicts } more rating that a reviewer accepts as it is
   *[other] { $verdicts } more ratings that a reviewer accepts as they are
 }, or { $known ->
    [one] { $known } more known answer right
   *[other] { $known } more known answers right
 }, or some of both.
quality-top = 🏅 There is no higher step.
quality-project = <b>{ $project }</b> · { $count ->
    [one] { $count } rating
   *[other] { $count } ratings
 }
quality-gold = 🎯 Known answers: { $right } of { $count } right
quality-gold-none = 🎯 Known answers: none so far
quality-verdicts = 🧾 Accepted { $accepted }, corrected { $fixed }, rejected { $rejected }
quality-verdicts-none = 🧾 No verdict by a person so far
quality-peers = 🤝 Agreement with others: { $alpha }, on { $count ->
    [one] { $count } task
   *[other] { $count } tasks
 }
quality-peers-none = 🤝 Agreement with others: { $why }
quality-why-none = not measured yet
quality-why-nothing = undefined, since there are no ratings to compare
quality-why-no-pairs = undefined, since nobody else has rated the same tasks
quality-why-all-equal = undefined, since everybody answered the same everywhere
quality-hint = What you dispute counts for nothing while it is open, and never once you were right. A missed known answer costs no money by itself.
button-quality-less = 🧾 Corrected or rejected ({ $count })
button-quality-missed = 🎯 Missed known answers ({ $count })
button-quality-formula = How it is computed
quality-less-head = 🧾 <b>Corrected or rejected</b>
quality-less-none = Nothing was corrected or rejected.
quality-task = <b>{ $task }</b>
quality-less-line = { $what } · { $project }, { $date }: { $money } less
quality-less-free = { $what } · { $project }, { $date }: no money less
quality-less-item = Rubric: { $item }
quality-less-open = ⚖️ Your dispute is open: it counts for nothing.
quality-less-overturned = ✅ You were right: it does not count.
quality-less-upheld = ⚖️ Disputed; it stands.
quality-less-hint = A tap shows the task, your answer, the words of the reviewer, and the button to dispute.
quality-was-fixed = Corrected
quality-was-rejected = Rejected
quality-missed-head = 🎯 <b>Missed known answers</b>
quality-missed-none = You missed no known answer.
quality-missed-line = { $project }, { $date }
quality-missed-hint = A tap shows the task and your answer. They cost no money by themselves.
quality-formula = <b>How a tier is computed</b>

    Everything of your last 90 days in a skill is added up: known answers weigh { $gold } each, verdicts on other ratings { $verdict }, tasks shared with others { $peers } (at most { $most }). Right is: a right answer, a verdict without a correction, and agreement with others (its figure ÷ 0.8, up to 1).

    <b>Tier = 100 × (what is right + { $half }) ÷ (all + { $middle })</b>

    So everybody begins near 50, and one rating more moves it by 7 at most. Before { $least } ratings there is no tier. It is computed anew every night, and at once when you dispute something and when that is decided.

    <b>What follows:</b> from { $trusted } on fewer known answers and fewer reviews; from { $expert } on work for experts; and whatever a project asks for. No program takes money or standing from you.

# A tier that opens or closes work.
tier-lowered = ⬇️ <b>Your tier in { $skill } fell from { $before } to { $after }.</b>
tier-lowered-none = ⬇️ <b>Your tier in { $skill } has ended; it was { $before }.</b> Fewer than { $least } ratings of the last 90 days are left.
tier-lowered-trusted = Below { $step } more of your ratings are reviewed, and more known answers are among your tasks.
tier-lowered-expert = Below { $step } work for experts does not come to you.
tier-lowered-project = These projects ask for more: { $projects }. Jobs that you have can be finished.
tier-lowered-was = Why, before → now:
tier-change-gold = 🎯 Known answers right: { $was } → { $now }
tier-change-verdicts = 🧾 Accepted as they were: { $was } → { $now }
tier-change-peers = 🤝 Agreement with others: { $was } → { $now }
tier-share = { $right } of { $count }
tier-dispute = Wrong? Each verdict and each known answer can be disputed with one tap; if you are right, the tier is computed anew at once. Or ask a person.
tier-raised = ⬆️ <b>Your tier in { $skill } is { $after } now.</b>
tier-raised-trusted = From { $step } on fewer of your ratings are reviewed.
tier-raised-expert = From { $step } on you are asked first for work for experts.
tier-raised-project = You can work on: { $projects }.
journal-act-tier-lowered = Tier fell below a step that opens work

# On the card of a person, for admins.
person-verdicts-disputed = ⚖️ { $count ->
    [one] { $count } verdict is disputed and counts for nothing until that is decided.
   *[other] { $count } verdicts are disputed and count for nothing until that is decided.
 }

# A tier, in the file of one's own data.
data-kind-tiers = Your tiers
data-field-accepted = Accepted as they were
data-field-gold = Known answers
data-field-gold-right = Known answers that were right
data-field-skill = Skill
data-field-tier = Tier
data-field-verdicts = Verdicts
