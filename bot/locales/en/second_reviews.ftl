# Drawing what is reviewed, verdicts given again, and how reviewers are checked.

journal-act-reviewed-again = Reviewed a second time
journal-act-second-decided = A verdict looked at by a third person
review-left = { $project }: { $count ->
    [one] { $count } more rating was
   *[other] { $count } more ratings were
 } not drawn for review and will be accepted by the deadline. You can look at them all the same.
button-review-left = { $project }: not drawn ({ $count })
review-card-disagreement = ⚡ Those who rated this task disagree.
