# What the nightly run could not measure.
desk-unmeasured = <b>{ $name }</b> could not be measured last night: { $why } It is tried again every hour; until then the older figures stand.
desk-more-unmeasured = Not measured last night in { $count } more projects
button-desk-unmeasured = Not measured
unmeasured-computing = the computation failed, or took too long.
unmeasured-fault = an error, which is in the log of the server.
health-reason-projects-unmeasured = Projects that could not be measured in the night: { $count }. Each is tried again every hour; the log says what failed.
health-unmeasured = <b>Not measured</b>, { $name }: { $why }
