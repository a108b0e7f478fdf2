# Questions of several kinds.
job-question-nth = { $question } ({ $nth } of { $count })
job-about-response = Answer { $letter }
job-about-turn = Reply { $nth }
job-scale-says = { $label } = { $says }
job-how-many = Tap all that apply, then Done.
job-how-rank = Tap the best one first, then the next best.
job-how-long = Send your text in one message or several, then tap Done.
job-how-long-words = Send your text in one message or several, at least { $words ->
    [one] one word
   *[other] { $words } words
 } in all, then tap Done.
job-lacks-too-few-words = Kept: { $words ->
    [one] one word
   *[other] { $words } words
 } of at least { $needed }. Send the rest as another message, or edit yours.
job-lacks-too-few-links = Kept: { $links ->
    [one] one link
   *[other] { $links } links
 } of at least { $needed }. Send another message with a link that begins with https://.
job-written = Written so far: { $words ->
    [one] one word
   *[other] { $words } words
 }. Send more, edit your messages, or tap Done.
button-done = Done
button-start-over = Start over
button-onward = Next ›
button-optional = ＋ { $question }
button-copy-answer = Send me the answer to copy
button-ranked = { $nth }. { $label }
