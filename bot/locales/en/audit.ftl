# The daily audit, for admins, when it found something.

audit-found = 🔴 <b>The audit found something that must not be</b> ({ $day })
audit-line = • <code>{ $promise }</code>: { $count } ({ $some })
audit-more = … and { $count } more
audit-what-now = Do not send a payout file before this is understood. <code>{ $command }</code> on the server shows it again; the documentation says what each name means.
