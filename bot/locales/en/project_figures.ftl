# How good the work on a project is: on its card, its chart, in the list.

figures-agreement = Agreement: <b>{ $alpha }</b> (alpha, { $level }; { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
 }, { $ratings ->
    [one] { $ratings } rating
   *[other] { $ratings } ratings
 })
figures-agreement-between = Agreement: <b>{ $alpha }</b> (alpha, { $level }; 95 %: { $low } to { $high }; { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
 }, { $ratings ->
    [one] { $ratings } rating
   *[other] { $ratings } ratings
 })
figures-agreement-not-yet = Agreement: not measured yet; it is every night
figures-agreement-many = Agreement: told for each question in the data card of the export
figures-agreement-nothing = Agreement: undefined, since there is no rating
figures-agreement-no-pairs = Agreement: undefined, since no task has two ratings
figures-agreement-all-equal = Agreement: undefined, since all answers are equal and chance cannot be told apart
figures-level-nominal = nominal
figures-level-ordinal = ordinal
figures-level-interval = interval
figures-level-ratio = ratio
figures-gold = Known answers: <b>{ $percent } %</b> right (smoothed), { $right } of { $total }
glance = ⚠️ { $troubles }
glance-agreement = agreement { $alpha }
glance-doubted = { $count } gold in doubt
glance-unsure = { $count } unsure
glance-pulled = { $count } pulled
glance-review = { $count } to review
glance-uncalled = no call stands
