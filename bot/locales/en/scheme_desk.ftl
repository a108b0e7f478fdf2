# Rating schemes: the list, making one, trying one out.

button-schemes = Rating schemes
button-sample = See the sample card
button-sample-leave = Leave the sample
schemes-head = <b>Rating schemes</b>: what is asked about a task
schemes-line = { $own } <b>{ $title }</b> · { $name } · { $count ->
    [one] { $count } question
   *[other] { $count } questions
 }
schemes-hint = 📦 comes with the hall, ✏️ is your own. A project names its scheme in its file. Make a new one here, or drop a scheme file (YAML).
button-scheme-new = New scheme
button-scheme-go-on = Go on with my draft
scheme-head = <b>{ $title }</b> · { $name }
scheme-saved = ✅ <b>Saved.</b> Write “{ $line }” in a project file to use it.
scheme-users = Used by: { $projects }
scheme-keeps = A project keeps the version that it began with. Drop its project file again to give it a newer one.
button-scheme-change = Change
button-scheme-copy = Make my own from it
button-scheme-file = As a file
button-scheme-delete = Delete
scheme-delete-ask = <b>Delete { $title }?</b> No project uses it. It cannot be brought back.
button-scheme-delete-yes = Yes, delete it
scheme-file-own = The scheme { $name }. Change it and drop it here again; under another name it becomes another scheme.
scheme-file-packaged = The scheme { $name }. Change what you like, give it another name, and drop it here.
scheme-file-faults = ❌ <b>{ $name } is no rating scheme yet.</b> Nothing was changed. Mend these and drop it again:
scheme-staged-head = 📄 <b>{ $title }</b> · { $name } · { $file }
scheme-not-yet = Nothing is saved yet. Look at the sample card first: it is what people will see.
scheme-replaces = A scheme of this name is there already. Saving replaces it for projects to come; a project that uses it keeps its version.
button-scheme-save = Save as { $name }

# What a scheme shows and asks.
scheme-title-pairwise = Which of two answers is better
scheme-shown-one = People see one answer.
scheme-shown-two = People see two answers, in random order.
scheme-shown-several = People see { $least } to { $most } answers, in random order.
scheme-shown-none = People see a task and write.
scheme-shown-talk = People see a conversation.
scheme-question = <b>{ $nth }. { $question }</b>
scheme-answers = { $kind }: { $answers }
scheme-answer-kind = { $kind }
scheme-part-choice = One of several answers
scheme-part-compare = Comparison of A and B
scheme-part-scale = Scale of numbers
scheme-part-many = Any of several answers
scheme-part-pick = Best answer
scheme-part-rank = Ranking
scheme-part-text = Text
scheme-optional = Need not be answered
scheme-each-response = Asked about each answer
scheme-each-turn = Asked about each reply
scheme-works = The answer can be copied and improved
scheme-words-least = At least { $words ->
    [one] { $words } word
   *[other] { $words } words
 }
scheme-links-least = With at least { $count ->
    [one] { $count } link
   *[other] { $count } links
 }
scheme-long = May be several messages
scheme-only-if = Only if question { $nth } was answered: { $answers }
scheme-only-if-none = Only after some answers to question { $nth }

# Making one.
scheme-shows-ask = <b>A new scheme.</b> What do people see when they answer?
scheme-shows-replaces = You have a draft already. A new one takes its place.
button-shows-one = One answer
button-shows-two = Two answers to compare
button-shows-several = Two to five answers
button-shows-none = No answer: people write one
button-shows-talk = A conversation
scheme-unnamed = New scheme
scheme-draft-head = ✏️ <b>{ $title }</b> (draft)
scheme-draft-whole = It is complete. Look at the sample card, then save it.
scheme-lacks = <b>Before it can be saved:</b>
scheme-lack = { $what }
scheme-lack-questions = Add a question.
scheme-lack-all = At least one question must be asked always and be answered.
scheme-lack-options = Question { $nth } has no answers to choose from yet.
scheme-lack-when = Choose after which answers question { $nth } is asked.
scheme-lack-question = Question { $nth }: { $what }
button-scheme-question = { $nth }. { $question }
button-scheme-add = ＋ Add a question
button-scheme-name = Name it
button-scheme-rename = Other name
button-scheme-translate = Translate (file)
button-scheme-drop = Drop the draft
scheme-kinds-ask = <b>How is the question answered?</b>
scheme-kind-choice = <b>{ $kind }</b>: one tap on an answer that you write.
scheme-kind-compare = <b>{ $kind }</b>: from “A much better” to “B much better”, tie, or both bad.
scheme-kind-scale = <b>{ $kind }</b>: one tap, such as 0 to 4.
scheme-kind-many = <b>{ $kind }</b>: all that apply, of those that you write.
scheme-kind-pick = <b>{ $kind }</b>: one tap on the best one.
scheme-kind-rank = <b>{ $kind }</b>: all answers, from the best on.
scheme-kind-text = <b>{ $kind }</b>: people write a message.
scheme-words-ask = <b>Write the question</b> as people will read it, at most { $most } characters.
scheme-words-old = Now it is: { $question }
scheme-words-no-letters = Each person sees the answers in another order, so do not name A or B. For “which is better” take “Best answer” or “Comparison”.
scheme-options-ask = <b>{ $question }</b>
    Write the answers to choose from, one per line: 2 to { $most }, each at most { $signs } characters.
scheme-name-ask = <b>What is the scheme called?</b> For example: { $example }. Project files use the name in small Latin letters: { $name }.
scheme-question-options = It has no answers to choose from yet.
scheme-question-hint = Tap what you want to change.
button-question-options = Write the answers
button-question-others = Other answers
button-question-words = Other words
button-question-up = ↑ Earlier
button-question-remove = Remove
button-question-done = Back to the scheme
button-question-when = Asked: always, or only if …
button-turn-required = Must be answered
button-turn-long = Several messages
button-turn-links = Needs a link
button-turn-works = Improves the answer
button-turn-each = About each one
button-turn-words = { $words ->
    [0] No least number of words
    [one] At least { $words } word
   *[other] At least { $words } words
 }
scheme-when-ask = <b>On which question does it depend?</b>
scheme-when-values = <b>After which answers is it asked?</b> Tap all that count.
button-when-always = Always ask it
scheme-translate-how = The draft as a file. Behind each { $labels } put the translation in place of the English words, and drop the file here: you see it again before it is saved.

# Trying one out.
sample-head = 🔎 <b>Sample.</b> Tap and write as people will; nothing is kept or paid.
sample-prompt = What is a good way to keep bread fresh for a few days?
sample-prompt-more = And in summer, when it is hot?
sample-answer-1 = Keep it in a linen bag or a bread box, cut side down. For longer, freeze it in slices.
sample-answer-2 = Put it in the fridge. Bread keeps longest where it is cold.
sample-answer-3 = Wrap it in foil and leave it near the stove.
sample-answer-4 = Buy less of it, and buy it more often.
sample-answer-5 = Bread is baked from flour, water and salt.
project-staged = 📄 <b>{ $file } changes what { $project } asks.</b> Nothing is published yet.
project-staged-hint = Published, it holds for new claims; whoever has a job goes on with what was asked before.
toast-project-scheme-newer = Its scheme was changed meanwhile. Please look at it again.
button-project-publish = Publish the new version
project-scheme = Asks by: { $title }

journal-act-scheme-saved = Rating scheme saved
journal-act-scheme-deleted = Rating scheme deleted
journal-thing-scheme = rating scheme { $which }
journal-fact-questions = Questions

refused-only-sample = This is a sample: the button works in a job.
refused-sample-gone = This sample is over: another one was opened after it. Open it again from where it came.
refused-no-scheme = There is no rating scheme { $name }. /projects, Rating schemes, lists them.
refused-scheme-used = { $project } uses it, { $count ->
    [one] so it stays. Close that project first.
   *[other] one of { $count } projects, so it stays. Close them first.
 }
refused-scheme-name-taken = { $name } is a scheme that comes with the hall. Please take another name.
refused-scheme-name = Please begin with a Latin letter and use at least two, such as: { $example }. Project files need them.
refused-scheme-draft-gone = This draft is over: it was saved, dropped, or another one was begun. /projects, Rating schemes, shows what there is.
refused-scheme-no-questions = Nothing would be asked about such a task. Add a question first.
refused-scheme-unfinished = Something is missing still; the draft says what.
refused-scheme-full = A scheme has at most { $most } questions.
refused-scheme-empty = There are no words in it. Please write it again.
refused-scheme-long = { $count } characters; at most { $most } fit. Please write it again, shorter.
refused-scheme-options-count = { $count ->
    [one] That is { $count } answer
   *[other] Those are { $count } answers
 }; it takes 2 to { $most }, one per line. Please write them again.
refused-scheme-option-long = “{ $option } …” is too long for a button: at most { $most } characters. Please write the answers again.
refused-scheme-option-twice = “{ $option }” stands there twice. Please write the answers again.
refused-scheme-order = It depends on the question above it, so it stays below it.
refused-scheme-of-another = Only who made this scheme, coordinators of the whole hall and admins can change it. Choose another name for yours.
