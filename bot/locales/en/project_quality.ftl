# Fields of a project about how sure, how often, how much: changed in the chat.

project-field-confidence = Certainty
project-field-review_share = Reviewed
project-field-most_jobs_a_day = Jobs a day
project-none-confidence = as many ratings as the overlap says
project-none-review_share = as everywhere in the hall
project-none-most_jobs_a_day = as many as people can take
button-project-none-confidence = No more than the overlap
button-project-none-review_share = As everywhere in the hall
button-project-none-most_jobs_a_day = No limit
project-value-confidence = { $target } % sure, at most { $most } ratings
project-value-percent = { $share } % of ratings
project-how-confidence = Write how sure an answer is to be, in percent ({ $least } to { $most }), and how many ratings a task gets for that at most (up to { $ratings }), such as <code>80 5</code>.
project-how-review_share = Write how many of a hundred ratings are drawn for review, { $least } to { $most }. What people flag or disagree on comes to a review in any case.
project-how-most_jobs_a_day = Write how many jobs of this project a person gets a day, { $least } to { $most }.
project-means-confidence = A task gets { $overlap ->
    [one] { $overlap } rating
   *[other] { $overlap } ratings
 } first, up to { $most } while its answer is less sure, and one more by an expert where that does not do. A task costs { $usual }, and <b>{ $money } at most: { $times } times as much</b>. It counts for tasks that are there, too.
project-means-confidence-none = A task gets { $overlap ->
    [one] { $overlap } rating
   *[other] { $overlap } ratings
 } and no more, however sure its answer is. It counts for tasks that are there, too; what was asked for already stays open.
project-means-review_share = Of what is handed in from now on, { $share } of a hundred ratings are drawn, whoever gave them; in place of more for newcomers and fewer for people who are trusted.
project-means-share-none = What is handed in from now on is drawn as everywhere in the hall: more from newcomers, less from people who are trusted.
project-means-most_jobs_a_day = It counts for the next claim of everybody.
project-means-time = It is the estimate behind the hourly rate and the due time, until 20 jobs were measured.
refused-project-confidence = Write two whole numbers: how sure in percent, { $least } to { $most }, and the most ratings, 2 to { $ratings }; such as 80 5.
refused-project-confidence-few = A task gets { $overlap ->
    [one] { $overlap } rating
   *[other] { $overlap } ratings
 } as it is. Write a higher number of ratings, or lower the overlap first.
refused-project-no-answer = This project asks nothing that has one answer for a task, so there is nothing to be sure of. Set its overlap instead.
project-field-requires = Requirements
project-none-requires = nothing besides languages and profile
button-project-none-requires = Nothing more
project-how-requires = Write who may work there, in conditions with <code>and</code>, <code>or</code>, <code>not</code>: <code>language de</code>, <code>country DE</code>, <code>skill law</code>, <code>tier law >= 40</code>, <code>qualification KEY</code>, <code>member "GROUP"</code>.
project-means-requires = Of { $everybody ->
    [one] { $everybody } person
   *[other] { $everybody } people
 } in good standing { $now } may work there now, as far as the hall knows; then <b>{ $then }</b>.
project-edit-fault = That cannot be read: it { $what }. Nothing was changed; write it again.
refused-project-requires = That cannot be read as requirements. Write conditions such as: { $example }
