# Imports: the formats of others, compressed files, what a report says of them.
import-labels = { $count ->
    [one] { $count } of them comes
   *[other] { $count } of them come
 } with labels or predictions. They are kept; nobody who rates sees them.
import-left-out = This format has more than a task holds. Not taken over: { $fields }

fault-list-not-closed = is cut off: the list is not closed
fault-not-text = holds an image or something else that is not text
fault-other-format = is not of the format that the rows before it have
fault-other-prompt = begins with another message than the other conversation
fault-packed-cut-off = is cut off: the compressed file ends too early
fault-packed-damaged = is damaged: it cannot be unpacked
fault-packed-too-dense = becomes too many times its size when it is unpacked
fault-too-many-brackets = has too many brackets; the rest was not read
fault-too-many-columns = has too many columns
fault-unpacked-too-large = becomes too large when it is unpacked

refused-import-running = Another file is being brought into { $project }. Try again in a minute.
refused-import-changed = The file, or the tasks of the project, changed while it was read. Nothing was published; look at the file again.
