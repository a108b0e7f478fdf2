# Making a project in the chat, and changing one.

button-project-new = New project
button-project-go-on = Go on with your draft
button-edit-project = Change
button-project-file = Its file
button-project-draft = To the draft
button-project-create = Create the project
button-project-drop = Drop the draft
button-project-save = Save
button-project-save-typo = Save, it is only a typo
button-project-more = Change more
button-project-key = Keep { $key }
button-project-any-language = Any language
button-project-languages-done = These languages
button-project-none-due_minutes = No fixed time
button-project-none-languages = Any language
button-project-none-content_warning = No warning

project-field-name = Name
project-field-key = Key
project-field-scheme = Rating scheme
project-field-pay = Pay per task
project-field-time = Time per task
project-field-languages = Languages
project-field-guidelines = Guidelines
project-field-tasks_per_job = Tasks per job
project-field-overlap = Overlap
project-field-due_minutes = Time for a job
project-field-review_days = Review time
project-field-content_warning = Content warning
project-field-line = { $field }: <b>{ $value }</b>
project-none-languages = any
project-none-due_minutes = three times the expected time
project-none-content_warning = none
project-value-days = { $count ->
    [0] accepted at once
    [one] { $count } day
   *[other] { $count } days
 }

project-how-name = Write the name that people read, up to { $most } characters.
project-how-key = Write the short name for commands: 2 to 40 of a–z, 0–9 and -. It stays for ever.
project-how-pay = Write what one rating earns, with the currency, such as <code>0.40 USD</code>. The currency stays for ever.
project-how-time = How many seconds does one task take, { $least } to { $most }? Be honest: after 20 jobs the measured time takes its place.
project-how-languages = Which languages must people work in? One of them is enough. Other codes: write them, such as <code>en pt-BR</code>.
project-how-guidelines = Write how to rate, with formatting if you like, or drop it as a text file (.md or .txt), up to { $most } characters.
project-how-tasks_per_job = Write how many tasks one claim gives, { $least } to { $most }.
project-how-overlap = Write how many people rate each task, { $least } to { $most }.
project-how-due_minutes = Write the time for a whole job in minutes, { $least } to { $most }.
project-how-review_days = Write after how many days a rating is accepted by itself, { $least } to { $most }.
project-how-content_warning = Write what people should know before they claim, up to { $most } characters.

project-ask-head = <b>New project</b> · { $nth } of { $count } · { $field }
project-ask-scheme = What is asked about each task? Tap one; the sample card shows it to you before anything is created.
project-draft-head = <b>Your new project</b>
project-draft-missing = Still missing: { $fields }.
project-draft-faults = <b>This does not fit yet:</b>
project-draft-fault = { $field }: { $what }
project-draft-rate = That makes <b>{ $money } an hour</b>, by your estimate.
project-draft-rest = The rest is as usual: { $overlap }, { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
 } a job, three times the expected time for it, ratings accepted after { $days ->
    [one] { $days } day
   *[other] { $days } days
 }. Corrected work earns { $fixed } %, rejected { $rejected } %, and no client stands before the pay.
project-draft-hint = All but the key and the currency can be changed later. Try the sample card, then create it; it opens with its first tasks.
project-edit-head = <b>Change { $project }</b> · version { $version }
project-edit-hint = Everything else stands in its file: take it out, change it, drop it here again.
project-edit-ask = <b>{ $project }: { $field }</b>
project-edit-now = Now: { $value }
project-edit-preview = <b>{ $project }: { $field }</b>
project-edit-change = { $old }
    → <b>{ $new }</b>
project-edit-keeps = It holds for new claims. { $jobs ->
    [0] No job is open now.
    [one] The one job that is open keeps its terms.
   *[other] The { $jobs } jobs that are open keep their terms.
 }
project-means-name = People read the new name everywhere; the key stays.
project-means-guidelines = Who worked under the older ones reads these before the next job, unless it is only a typo.
project-means-tasks_per_job = Open calls count their jobs anew.
project-means-overlap = It is for tasks that are imported from now on; { $tasks ->
    [0] none is there yet.
    [one] the one that is there keeps its own.
   *[other] the { $tasks } that are there keep their own.
 }
project-means-due_minutes = Jobs that are claimed from now on have that time.
project-means-review_days = Ratings of jobs that are claimed from now on are accepted after it.
project-means-languages = It decides who can claim from now on; the cards of open calls show it.
project-means-content_warning = It stands on the cards of calls, and is asked before the claim.
project-edited = ✅ <b>{ $project }</b> is changed (version { $version }). It holds for new claims.
project-file-caption = The file of { $project }. Change what you like and drop it here again: that makes a new version, which holds for new claims.
project-file-no-price = What the client pays is for admins and not in it; it stays as it is.

refused-project-text = Write at least one character and at most { $most }.
refused-project-whole = Write a whole number, { $least } to { $most }.
refused-project-languages = Write language codes such as en or pt-BR, with spaces between them.
refused-project-language = { $wrong } is no language code. Write codes such as en or pt-BR, with spaces between them.
refused-project-key = Write 2 to 40 of a–z, 0–9 and -, such as { $example }.
refused-project-key-taken = There is a project with the key { $key } already. Choose another key.
refused-project-draft-gone = This draft is done or dropped. /projects shows what there is.
refused-project-unfinished = Something is missing still; open the draft to see what.
refused-project-same = That is what stands there already.
refused-project-level = The project asks for a level of its languages. Take that away first: [Language level].
refused-project-meanwhile = Somebody changed the project meanwhile. Nothing was changed; look and begin again if need be.
refused-project-not-text = That is no text file in UTF-8. Write the guidelines, or drop a .md or .txt file.

journal-act-project-edited = Project changed in the chat
