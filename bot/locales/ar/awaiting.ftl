# Questions that are answered by a message instead of a button.

button-cancel = إلغاء
toast-cancelled = أُلغي
ask-cancelled = أُلغي السؤال. لم يتغيّر شيء.
refused-asked-before = انتهى هذا السؤال: أُجيب عنه أو أُلغي أو مرّ عليه وقت طويل. لم يتغيّر شيء؛ ابدأ من جديد من حيث جاء.
