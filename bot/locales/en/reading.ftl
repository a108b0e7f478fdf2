# Texts and images of tasks: what is said where they do not arrive, and in the report of an import.

job-image-above = <i>(An image.)</i>
part-missing = ⚠️ { $images ->
    [0] A part of this task did not arrive.
    [one] Telegram could not show the image of answer { $letters }.
   *[other] Telegram could not show the images of answers { $letters }.
 } Let me show it again. If that does not help, tell us that the task is broken: that costs you nothing.
part-missing-tasks = ⚠️ { $count ->
    [one] A part of task { $tasks } has not arrived yet. Tap its number below and it comes again; then you can submit.
   *[other] Parts of tasks { $tasks } have not arrived yet. Tap a number below and that task comes again; then you can submit.
 }
part-refused = ⚠️ A part of task { $task } in { $project } could not be shown to a contractor. Telegram says: { $why }
    The contractor was offered to report the task as broken. If it is an image, check its file or address and import it anew.
button-show-again = Show it again
button-flag-broken = It is broken
refused-unread = Not everything of task { $tasks } has arrived. Open it once more, then submit.
fault-not-an-image = is no PNG, JPEG or WebP as a data URI, and no https address
fault-image-too-large = is an image with too many bytes
fault-image-sides = is an image that Telegram does not show: too large or too narrow
fault-too-many-images = is one image more than a file may hold; import it in several files
