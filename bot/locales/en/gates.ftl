# What is asked between the tap on [Claim] and the job.

gate-held = A place is held for you until { $until }.
gate-passed = Thank you. Your job is below.
gate-warning-head = <b>{ $project }</b>: before you start
gate-warning-choice = Take it only if that is all right for you. Declining costs nothing and changes nothing.
gate-declined = Declined. It costs nothing, and you can still claim other jobs.
button-accept-warning = That is all right, start
button-decline = No, thank you
