# The terms of pay, before a claim and on a job.

button-terms = Terms
terms-head = 📋 <b>Terms of { $project }</b>
terms-price = <b>{ $money } a task.</b> About { $time } each, which is { $hourly } an hour ({ $basis }).
terms-if-accepted = • accepted: { $percent } %, { $money }
terms-if-fixed = • accepted with a fix: { $percent } %, { $money }
terms-if-rejected = • rejected: { $percent } %, { $money }; you are told why, and can dispute it
terms-if-flagged = • rightly flagged instead of rated: { $percent } %, { $money }
terms-review = 🔎 <b>Review:</b> { $days ->
    [0] accepted as soon as it is submitted.
    [one] within { $days } day of submitting. What nobody has judged by then is accepted.
   *[other] within { $days } days of submitting. What nobody has judged by then is accepted.
 }
terms-no-client = 🤝 <b>Client:</b> pay does not wait for the client. Accepted is owed to you.
terms-client = 🤝 <b>Client:</b> has { $days ->
    [one] { $days } day
   *[other] { $days } days
 } after the review deadline to confirm, { $whole ->
    [one] { $whole } day
   *[other] { $whole } days
 } from submitting in all. Silence confirms. A refusal of what was accepted costs us, not you.
terms-pay-day = 📅 <b>Pay day:</b> every { $day }, next { $next }.
terms-least = Less than { $money } waits for a later pay day, at most { $days ->
    [one] { $days } day
   *[other] { $days } days
 }.
terms-frozen = 🔒 With your claim these terms are frozen on your job. Later changes do not touch it.
terms-frozen-on = 🔒 Frozen on your job { $number }. Later changes do not touch it.

# On the card of a call.

call-quality = With a fix { $fixed } %, rejected { $rejected } %
call-client = The client has { $days ->
    [one] { $days } day
   *[other] { $days } days
 } after that to confirm; silence confirms

# Claims under terms that are gone.

refused-terms-changed = The terms have changed since this message was written. Look at the new ones first: /work, or the new card.
refused-terms-held = Somebody holds a place under the present terms until { $until }; worse ones have to wait. Pausing the project stops new holds.
refused-terms-drawn = A draw under the present terms ends at { $until }; worse ones have to wait until it is over.
