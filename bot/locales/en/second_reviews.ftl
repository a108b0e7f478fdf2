# Drawing what is reviewed, verdicts given again, and how reviewers are checked.

journal-act-reviewed-again = Reviewed a second time
journal-act-second-decided = A verdict looked at by a third person
review-left = { $project }: { $count ->
    [one] { $count } more rating was
   *[other] { $count } more ratings were
 } not drawn for review and will be accepted by the deadline. You can look at them all the same.
button-review-left = { $project }: not drawn ({ $count })
review-card-disagreement = ⚡ Those who rated this task disagree.

# A verdict that took money and fell in the second look.

doubt-head = 🔍 <b>Two reviewers disagree</b> · { $project }
doubt-why = The first verdict took money. A second reviewer, who did not know of it, found the work right. Nothing has changed by that: you decide which holds.
doubt-first = <b>The first reviewer</b>
doubt-second = <b>The second reviewer, without knowing</b>
doubt-effect = If the first verdict was wrong, { $money } more are owed to the contractor, and the contractor is told. If it stands, nobody is told.
doubt-was-upheld = Decided: the first verdict stands.
doubt-was-overturned = Decided: the first verdict was wrong. What it took is owed.
doubt-was-lapsed = It is not asked any more: the contractor disputed the verdict.
button-doubt-overturn = It was wrong: owe { $money }
button-doubt-uphold = It stands
button-doubt-desk = Desk
toast-doubt-upheld = The first verdict stands.
toast-doubt-overturned = { $money } more are owed.
doubt-righted = ⚖️ <b>A verdict on your work was wrong.</b> Another person looked at line <code>{ $number }</code> of { $project } again. { $money } more are owed to you, and come with the next pay run as a line that names the old one. You need not do anything.
desk-doubts = { $count ->
    [one] A verdict on which two reviewers disagree
   *[other] { $count } verdicts on which two reviewers disagree
 }
button-desk-doubts = Disagreement

# How reviewers are checked.

button-reviewer = How my verdicts came out
reviewer-head = 🔎 <b>How your verdicts came out</b>, in the last 90 days
reviewer-tier = Tier as a reviewer: <b>{ $tier } of 100</b>. Below { $least } an admin looks whether you stay one.
reviewer-no-tier = No tier yet: { $verdicts ->
    [one] { $verdicts } verdict
   *[other] { $verdicts } verdicts
 } of { $least }, or too few that were checked.
reviewer-part-held = • Verdicts that took money: { $right } of { $of } held, nobody overturned them in a dispute (weight { $weight }{ $counts ->
    [yes] {""}
   *[no] ; too few to count yet
 }).
reviewer-part-alike = • Verdicts that two people gave: { $right } of { $of } alike (weight { $weight }{ $counts ->
    [yes] {""}
   *[no] ; too few to count yet
 }).
reviewer-part-known = • Verdicts about a known answer: { $right } of { $of } fit it (weight { $weight }{ $counts ->
    [yes] {""}
   *[no] ; too few to count yet
 }).
reviewer-below = ⚠️ <b>You are below the tier.</b> You go on as before: an admin looks at it and decides, and you are told. Open the lines below to see what it rests on.
reviewer-warning = ⚠️ Your tier as a reviewer is { $tier }, which is low. An admin is asked to look at it; nothing changes before a person has decided. [How my verdicts came out] says why.
reviewer-missed = <b>What speaks against it</b>, the newest last:
reviewer-missed-overturned = • { $number }: overturned by another person, { $date }
reviewer-missed-differs = • { $number }: a second reviewer said something else, { $date }
reviewer-missed-known = • { $number }: did not fit the known answer, { $date }
reviewer-how = <b>How it is computed:</b> a share of your verdicts goes to a second reviewer who is not told, and of some tasks the right answer is known. Each kind with 5 or more counts by its weight; there is no tier before verdict number { $verdicts }. What is still in dispute does not count. A program decides nothing: below { $least } an admin looks. If a figure is wrong, ask under Support.
reviewer-proposal-head = 🔎 <b>A reviewer below the tier</b>: { $name } · { $number }
reviewer-proposal-hint = Nothing has changed. Open the lines, then decide: take the role of a reviewer, or set it aside. Only this role is taken; the person is told why and how to object.
button-reviewer-take = Take the role
toast-reviewer-taken = The role is taken, and the person is told.
reviewer-taken = 🔎 <b>You are no reviewer here any more.</b> An admin decided it: your tier as a reviewer was below the published one. It rests on these lines: { $lines }. Your own work, pay and standing are not touched. If that is wrong, write under Support: another person answers you.
detector-reviewer-tier = <b>Reviewer below tier { $threshold }</b>: verdicts that fell in disputes, differed from a second reviewer, or did not fit a known answer. About the role of a reviewer only.
detector-name-reviewer-tier = Reviewer below the tier
person-reviewer = <b>As a reviewer</b>
how-review = 🔎 <b>What a person looks at.</b> Of each hundred ratings of people who are new to a skill { $new } are drawn by lot for a reviewer, and { $trusted } of people with a tier of 60 or more; a project may have a share of its own. Ratings of a task on which votes differ are all drawn. The rest is accepted by the review deadline. The lot knows nothing of you but the tier.
data-kind-second-verdicts = Second verdicts on your work, decided by a third person
data-kind-second-verdicts-given = Second verdicts you gave
