# الدفعات: التسليم والتأكيد والرفض. لا يقرأ العميل هنا أسماءً ولا أموالًا.

refused-not-client = هذا للعملاء والمنسّقين.
refused-no-batch = لا توجد دفعة { $number }. ‏/batches يعرض دفعاتك.
refused-no-line = لا يوجد تقييم { $number } في دفعة من دفعاتك.
refused-batch-delivered = سُلّمت الدفعة { $number } من قبل.
refused-batch-not-delivered = لم تُسلَّم الدفعة { $number } بعد.
refused-batch-empty = لم يصل أي تقييم من هذه الدفعة بعد، فلا شيء يُسلَّم.
refused-batch-nothing-waits = لم يعد شيء من هذه الدفعة ينتظر جوابًا.
refused-line-no-client = لا يُسأل أي عميل عن هذا التقييم.
refused-line-not-delivered = رُفض هذا التقييم عندنا، ولم يعد جزءًا من الدفعة.
refused-line-client-confirmed = هذا التقييم مؤكَّد من قبل، ويبقى كذلك.
refused-line-client-refused = هذا التقييم مرفوض من قبل.
refused-line-silent = انتهى وقت الجواب في { $until }: يُعدّ هذا التقييم مؤكَّدًا نهائيًا.
refused-line-refusal-held = رفضٌ لهذا التقييم ينتظر مشرفًا من قبل.
refused-refusal-words = اكتب ما الخطأ، من فضلك، بين { $least } و{ $most } حرف.
refused-refusals-decided = حُسم ذلك من قبل. لم يعد شيء معلّقًا.
refused-file-faults = { $count ->
    [zero] لا أخطاء
    [one] خطأ واحد
    [two] خطآن
    [few] { $count } أخطاء
    [many] { $count } خطأ
   *[other] { $count } خطأ
 } في الملف؛ لم يُطبَّق شيء. أصلحه وأرسله من جديد.
