# How the hall is, for admins: what is amiss with what to do about it, then the figures.

health-is-ok = 🟢 <b>All is well</b>
health-is-degraded = 🟡 <b>The hall works, but something needs you</b>
health-is-failing = 🔴 <b>The hall does not do its work</b>

health-reason-database-away = The database does not answer. Look at its server, its disk and its log.
health-reason-database-damaged = The file of the database is damaged. Stop the bot, and restore the latest backup.
health-reason-no-process = No process says that it is alive. Look at the service and its log on the server.
health-reason-nobody-handles = No process handles updates: taps have no effect. Start a web process.
health-reason-nobody-leads = No process leads, so nothing is sent. Another takes over within seconds; if this stays, restart the worker.
health-reason-updates-late = Updates wait too long: { $count }. The machine is too slow, or something hangs; the log says what. A restart loses nothing.
health-reason-notices-late = Messages go out late: { $count }. Telegram may be slow, or limit us: look for 429 in the log.
health-reason-disk-low = The disk is nearly full: { $count } MB are free. Make room; on a full disk nothing can be saved.
health-reason-unswept = Overdue work that nothing took care of: { $count }. Restart the process that leads; its log says what failed.
health-reason-updates-aside = Updates that failed and were set aside in 24 h: { $count }. The log has each under its number.
health-reason-notices-failed = Messages that could not be sent in 24 h: { $count }. The log says why.
health-reason-notices-uncertain = Messages that may not have arrived in 24 h: { $count }. Nothing to do, unless somebody misses one.
health-reason-groups-mute = Work groups in which the bot cannot post: { $count }. Give it the right to write there; /groups shows where.
health-reason-schema-other = The database was updated by another version. Restart every process with the newest one.

health-updates = <b>Updates</b>: { $count } waiting
health-updates-since = <b>Updates</b>: { $count } waiting, the oldest for { $age }
health-notices = <b>Messages</b>: { $count } due
health-notices-since = <b>Messages</b>: { $count } due, the oldest for { $age }
health-day = <b>In 24 h</b>: { $aside } set aside, { $failed } not sent, { $uncertain } uncertain
health-process = <b>Process</b> { $name }: { $does }
health-does-all = handles updates, leads
health-does-handle = handles updates
health-does-lead = leads
health-does-wait = is ready to take over
health-groups = <b>Cannot post in</b>: { $titles }
health-database = <b>Database</b>: { $engine }, schema { $schema }
health-disk = <b>Disk</b>: { $size } GB free
health-version = <b>Version</b> { $version } · seen at { $time }
