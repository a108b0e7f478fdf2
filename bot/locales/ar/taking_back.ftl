# Taking back a published file, and pulled tasks.

button-take-back = استرجاعها
button-take-back-yes = استرجاعها كاملة
button-pull-rest = { $count ->
    [zero] لا شيء للسحب
    [one] سحب المهمة الباقية
    [two] سحب المهمتين الباقيتين
    [few] سحب { $count } مهام باقية
    [many] سحب { $count } مهمة باقية
   *[other] سحب { $count } مهمة باقية
 }
take-back-ask = <b>{ $project }: أتريد استرجاع الدفعة { $number }؟</b>
take-back-whole = لم يُعطَ أحد شيئًا منها بعد. { $count ->
    [zero] لا مهام فيها
    [one] تُحذف مهمتها الوحيدة
    [two] تُحذف مهمتاها
    [few] تُحذف مهامها وعددها { $count }
    [many] تُحذف مهامها وعددها { $count }
   *[other] تُحذف مهامها وعددها { $count }
 }، وتنقص حزم الإعلانات المفتوحة، ويمكن نشر المعرّفات نفسها من جديد.
take-back-not = <b>{ $project }: لا يمكن استرجاع الدفعة { $number } كاملة.</b>
take-back-given = أُعطي الناس { $given } من { $tasks ->
    [zero] لا مهام
    [one] مهمة واحدة
    [two] مهمتين
    [few] { $tasks } مهام
    [many] { $tasks } مهمة
   *[other] { $tasks } مهمة
 }: { $rated ->
    [zero] لم يصل تقييم
    [one] وصل تقييم واحد
    [two] وصل تقييمان
    [few] وصلت { $rated } تقييمات
    [many] وصل { $rated } تقييمًا
   *[other] وصل { $rated } تقييم
 }، وقيد العمل { $work }. هذه تبقى ويُدفع أجرها.
take-back-rest = { $count ->
    [zero] لا مهام
    [one] مهمة واحدة
    [two] مهمتان
    [few] { $count } مهام
    [many] { $count } مهمة
   *[other] { $count } مهمة
 } ينقصها { $missing ->
    [zero] لا تقييم
    [one] تقييم واحد
    [two] تقييمان
    [few] { $missing } تقييمات
    [many] { $missing } تقييمًا
   *[other] { $missing } تقييم
 }. يمكنك سحب ما بقي: فلا يُعطاه أحد غيرهم.
take-back-no-rest = لم يعد ينقصها أي تقييم، فلم يبقَ ما يُسحب.
taken-back = ✅ <b>استُرجعت الدفعة { $number }.</b> صحّح { $file } وأرسله من جديد للمشروع { $project } متى شئت.
rest-pulled = ✅ <b>{ $count ->
    [zero] لم تُسحب أي مهمة
    [one] سُحبت مهمة واحدة
    [two] سُحبت مهمتان
    [few] سُحبت { $count } مهام
    [many] سُحبت { $count } مهمة
   *[other] سُحبت { $count } مهمة
 } من الدفعة { $number }.</b> ما هو قيد العمل مستمر ويُدفع أجره. ويمكن إعادة كل مهمة مسحوبة.
batch-is-withdrawn = ↩️ استُرجعت قبل أن يُعطى أحد شيئًا منها.
batch-line-withdrawn = ↩️ استُرجعت
refused-batch-withdrawn = استُرجعت الدفعة { $number }؛ انشر ملفها من جديد إن لزم.
refused-batch-given = { $given ->
    [zero] لم تُعطَ أي مهمة
    [one] أُعطيت مهمة واحدة
    [two] أُعطيت مهمتان
    [few] أُعطيت { $given } مهام
    [many] أُعطيت { $given } مهمة
   *[other] أُعطيت { $given } مهمة
 } من الدفعة { $number } لأحدهم في هذه الأثناء. انظر من جديد: يمكنك سحب ما بقي.
refused-batch-loading = ما زالت الدفعة { $number } قيد الإدخال. حاول من جديد بعد دقيقة.
refused-batch-no-rest = لم يعد ينقص الدفعة { $number } أي تقييم.

button-pulled = المهام المسحوبة
pulled-none = لا مهام مسحوبة في { $project }.
pulled-head = <b>المهام المسحوبة من { $project }</b>: { $count }. { $waiting ->
    [0] لا شيء للبتّ فيه.
    [zero] لا شيء للبتّ فيه.
    [one] تنتظر قرارك مهمة واحدة (❓): تُعاد أو تُستبعد نهائيًا.
    [two] تنتظر قرارك مهمتان (❓): تُعادان أو تُستبعدان نهائيًا.
    [few] تنتظر قرارك { $waiting } مهام (❓): تُعاد أو تُستبعد نهائيًا.
    [many] تنتظر قرارك { $waiting } مهمة (❓): تُعاد أو تُستبعد نهائيًا.
   *[other] تنتظر قرارك { $waiting } مهمة (❓): تُعاد أو تُستبعد نهائيًا.
 }
pulled-line = { $mark } <b>{ $task }</b>: { $why }
pulled-by-hand = سحبها أحد المنسقين
pulled-skips = { $count ->
    [zero] بلا تخطٍّ
    [one] تخطّاها شخص واحد
    [two] تخطّاها شخصان
    [few] تخطّاها { $count } أشخاص
    [many] تخطّاها { $count } شخصًا
   *[other] تخطّاها { $count } شخص
 } ({ $reasons })
pulled-flags = { $count ->
    [zero] بلا بلاغ
    [one] بلاغ واحد
    [two] بلاغان
    [few] { $count } بلاغات
    [many] { $count } بلاغًا
   *[other] { $count } بلاغ
 } ({ $reasons })
pulled-reason = { $reason } { $count }
pulled-task-head = <b>مسحوبة: { $task }</b> · { $project }
pulled-missing = { $count ->
    [zero] لا ينقصها أي تقييم.
    [one] ينقصها تقييم واحد.
    [two] ينقصها تقييمان.
    [few] تنقصها { $count } تقييمات.
    [many] ينقصها { $count } تقييمًا.
   *[other] ينقصها { $count } تقييم.
 }
pulled-left-out = تبقى مستبعدة بقرار من أحد المنسقين.
pulled-file = { $task }، النص كاملًا
button-put-back = إعادتها
button-leave-out = استبعادها
button-pulled-file = النص كاملًا
toast-put-back = تُعطى للناس من جديد.
toast-left-out = تبقى مستبعدة.
refused-task-not-pulled = لم تعد هذه المهمة مسحوبة. انظر إلى القائمة من جديد.
refused-task-left-out = سبق أن تقرر استبعاد هذه المهمة.

journal-act-batch-withdrawn = استُرجع ملف منشور
journal-act-batch-rest-pulled = سُحب ما بقي من ملف منشور
journal-act-task-put-back = أُعيدت مهمة مسحوبة
journal-act-task-left-out = استُبعدت مهمة مسحوبة
