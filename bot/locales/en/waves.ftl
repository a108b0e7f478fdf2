# Calls that come privately, with a place held.

private-head = 📣 <b>A job for you: { $project }</b>
private-held = ⏳ <b>Held for you until { $until }.</b> Then it goes to the next person. If it does not suit you, say so: that costs nothing, and somebody else gets it at once.
work-called = 📣 <b>{ $project }</b>: a job is held for you until { $until }. Claim it below.
private-claimed = ✅ <b>{ $project }</b>: you claimed this job.
private-lapsed = ⌛️ <b>{ $project }</b>: the time to claim was over, and the job went to the next person. That costs you nothing.
private-freed = <b>{ $project }</b>: you cannot claim another job right now, so this one went to the next person. That costs you nothing; /work says why, and until when.
private-closed = 🔒 <b>{ $project }</b>: this call is closed, and no place is held for you any more. That costs you nothing.
private-declined = <b>{ $project }</b>: passed on to the next person. It costs you nothing. If you like, tell us why:
private-declined-thanks = <b>{ $project }</b>: passed on to the next person. Thank you for telling us why.
button-not-this-time = Not this time
button-why-time = No time
button-why-pay = Pays too little
button-why-topic = Not my topic
button-why-other = Another reason
button-no-private = No more private calls
toast-call-declined = Passed on. It costs you nothing.
toast-thanks = Thank you.
toast-private-off = No more private calls. The groups and /work stay as they are; /settings turns them on again.
settings-private = Private calls: a job can come to you here, held for some minutes
settings-private-none = Private calls: off
button-private-off = 📣 No private calls
button-private-on = 📣 Private calls
refused-offer-over = This place is not held for you any more. See /work for what there is.
journal-act-call-reason = Why a call was declined
journal-act-set-private-calls = Private calls set
data-field-idle-since = Since when without a new job
data-field-ignored-calls = Private calls in a row without an answer
data-field-private = By a private call
data-field-private-calls = Private calls wanted
data-word-time = no time
data-word-topic = not my topic

# What came of private calls, for who posted the call.

private-tally-none = 📣 Privately: nobody was asked yet.
private-tally = 📣 Asked privately: { $count }
private-tally-claimed = ▫️ claimed: { $count }
private-tally-held = ▫️ held, no answer yet: { $count }
private-tally-declined = ▫️ declined: { $count }
private-tally-lapsed = ▫️ no answer, passed on: { $count }
private-tally-why = ▫️ “{ $why }”: { $count }
