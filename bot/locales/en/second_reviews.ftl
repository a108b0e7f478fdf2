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
