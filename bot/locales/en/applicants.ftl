# Newcomers who wait to be approved, for admins; and what an applicant is told.

applicants-head = 🕓 <b>Applicants</b>: { $count }, the next to be answered first
applicants-none = Nobody waits to be approved.
applicants-line = • { $name } · { $number }: answered by { $date }
applicants-hint = Whoever is not answered by the date is approved by itself, and told so.
applicants-wait = { $count ->
    [one] 🕓 { $count } applicant waits to be approved.
   *[other] 🕓 { $count } applicants wait to be approved.
 } The next answer is due by { $date }. Without one they are approved by themselves.
applicant-head = 🕓 <b>{ $name }</b> · { $number }
    Applied { $date }.
applicant-open = To be answered by { $date }; without an answer approved by itself.
applicant-accepted = ✅ Approved { $date }.
applicant-declined = ✖️ Declined { $date }, in these words:
applicant-ask-words = <b>Why is { $name } declined?</b> Write it as a message. The applicant reads it word for word, and can ask at /support.
applicant-reads = <b>{ $name } will read:</b>
applicant-mend = Another message takes the place of these words.
applied-accepted = ✅ <b>You can start: your application was approved.</b> /work shows what there is for you.
applied-accepted-silence = ✅ <b>You can start.</b> Your application was not answered by its date, so it is approved. /work shows what there is for you.
applied-declined = ✖️ <b>Your application was declined.</b> A person decided, with these words:
applied-declined-more = Is this wrong? Write to /support: a person answers, and can still approve you. What we hold about you: /settings.
button-applicants = 🕓 Applicants ({ $count })
button-applicant = { $name } · { $number }
button-approve-applicant = ✅ Approve
button-decline-applicant = ✖️ Decline
button-confirm-decline = ✖️ Decline with these words
toast-approved = Approved. They are told.
toast-declined = Declined. They are told why.
refused-standing-applicant-until = Your application is answered by { $until }. You are told here; if nobody answers, you can start then.
refused-application-declined-you = Your application was declined. You were told why; write to /support if that is wrong.
refused-application-accepted = That application was approved already.
refused-application-declined = That application was declined already.
why-standing-applicant-until = your application is answered by { $until }.
why-application-declined-you = your application was declined. /support
stands-applied = 📅 Answered by { $date }. If nobody answers, you can start then.
stands-application-declined = ✖️ <b>Your application was declined.</b>
start-applied = 🕓 <b>Thank you, you have applied.</b> You are told here by when you are answered. Your language is { $language }, your time zone { $zone }. Nothing disturbs you from { $from } to { $to } that can wait. /settings changes all this.
