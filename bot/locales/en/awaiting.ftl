# Questions that are answered by a message instead of a button.

button-cancel = Cancel
toast-cancelled = Cancelled
ask-cancelled = Cancelled. Nothing was changed.
refused-asked-before = This question is over: it was answered, taken back, or it waited too long. Nothing was changed; begin again where it came from.
