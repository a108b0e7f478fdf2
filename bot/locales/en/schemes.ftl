# What is wrong with a scheme, or with tasks for one.
fault-name-taken = is the name of a scheme that comes with the hall; choose another one
fault-needs-responses = is asked about more responses than a task has
fault-no-condition-on = cannot depend on a question of this kind; a choice, a scale or several options can be meant
fault-no-mirror = needs tasks with two responses, and for each number its opposite (-2 and 2)
fault-not-a-pick = has to name an earlier question of the kind pick, or response where a task has exactly one
fault-not-a-range = is no range: the lower number first, then the higher one
fault-not-for-kind = is no part of a question of this kind
fault-nothing-required = holds no question that has to be answered for every task
fault-other-each = is asked once for each response or turn; only a question asked in the same way can depend on it
fault-question-too-long = is too long for a card together with what its options stand for
fault-too-many-steps = has more steps than a row of buttons on a phone can show
fault-unknown-question = is no question that stands before this one
fault-unknown-value = is no answer of the question that is meant
fault-gold-question = is no question of the project's scheme
fault-gold-answer = is an answer that nobody could give
fault-no-conversation = holds no reply of an assistant, and each of these is to be judged
fault-no-reason-question = needs a scheme with a text question named reason; this one has none
fault-too-many-replies = has too many replies of the assistant to judge each

refused-scheme-shape = The tasks of this project were made for the scheme { $made_for }, with { $has_least } to { $has_most } responses each. { $scheme } takes { $least } to { $most }. Make a new project for it.
refused-scheme-turns = The tasks of this project were made for the scheme { $made_for } and need not be conversations. { $scheme } judges each reply of one. Make a new project for it.
fault-too-few-options = needs two options at least
