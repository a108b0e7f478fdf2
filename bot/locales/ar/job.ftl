# The card of a job.

job-task-head = <b>المهمة { $position } من { $size }</b> · { $project }
job-section-user = ❓ <b>الطلب</b>
job-section-assistant = 💬 <b>رد سابق</b>
job-section-reply = 💬 <b>الرد { $nth }</b>
job-section-system = ⚙️ <b>تعليمات للمساعد</b>
job-section-context = 📎 <b>السياق</b>
job-section-answer = { $letter ->
    [A] 🅰️ <b>الإجابة أ</b>
    [B] 🅱️ <b>الإجابة ب</b>
    [C] ▪️ <b>الإجابة ج</b>
    [D] ▪️ <b>الإجابة د</b>
    [E] ▪️ <b>الإجابة ه</b>
   *[other] ▪️ <b>الإجابة { $letter }</b>
 }
job-empty-text = <i>(هذا النص فارغ.)</i>
job-file-caption = { $section }: النص الكامل في ملف
job-question = 👉 <b>{ $question }</b>
job-chosen = إجابتك حتى الآن: <b>{ $answer }</b>
job-was-skipped = تخطّيتَ هذه المهمة: { $reason }. تقييمها الآن يلغي التخطّي.
job-was-flagged = أبلغتَ عن هذه المهمة: { $reason }. تقييمها الآن يلغي البلاغ.
job-due = موعد التسليم: { $due }
job-card-above = المهمة في الأعلى. ⬆️
job-shrunk = المهمة { $position }: { $answer }
job-shrunk-open = المهمة { $position } · معروضة مجددًا في الأسفل
job-shrunk-later = المهمة { $position } · لم تُقيَّم بعد، وستظهر مجددًا في الأسفل
job-shrunk-job = الحزمة { $number } · تتابع في الأسفل

button-change = تغيير
button-skip = تخطٍّ
button-flag = إبلاغ
button-give-back = إرجاع الحزمة
button-guidelines = الإرشادات
button-more-time = + وقت
button-submit = { $count ->
    [0] إنهاء الحزمة
    [zero] إنهاء الحزمة
    [one] تسليم تقييم واحد
    [two] تسليم تقييمين
    [few] تسليم { $count } تقييمات
    [many] تسليم { $count } تقييمًا
   *[other] تسليم { $count } تقييم
}
button-undo = تراجع
button-longer = ⏱ استغرقت أكثر
button-shorter = ⏱ استغرقت أقل
button-next-job = الحزمة التالية
button-my-work = عملي
button-show-job = عرض الحزمة
button-task = { $mark } { $position }

job-summary-head = <b>{ $size ->
    [zero] لا مهام
    [one] اكتملت مهمتك
    [two] اكتملت المهمتان
    [few] اكتملت المهام كلها، وعددها { $size }
    [many] اكتملت المهام كلها، وعددها { $size }
   *[other] اكتملت المهام كلها، وعددها { $size }
}</b> · { $project }
job-summary-line = { $position }. { $answer }
job-summary-open = لم تُقيَّم بعد
job-summary-skipped = تم تخطّيها ({ $reason })
job-summary-flagged = تم الإبلاغ عنها ({ $reason })
job-summary-time = ⏱ احتُسب { $time } من العمل. غير صحيح؟ صحّحه في الأسفل؛ لا يُستخدم إلا لعدالة الأجر ومواعيد التسليم.
job-summary-pay = 💰 { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
}، والأجر المتوقع { $money }.
job-summary-hint = المس رقمًا لتغيير إجابته.

job-submitted-undo = ✅ <b>تم التسليم.</b> { $count ->
    [0] لا تقييم فيها.
    [zero] لا تقييم فيها.
    [one] تقييم واحد، والأجر المتوقع { $money }.
    [two] تقييمان، والأجر المتوقع { $money }.
    [few] { $count } تقييمات، والأجر المتوقع { $money }.
    [many] { $count } تقييمًا، والأجر المتوقع { $money }.
   *[other] { $count } تقييم، والأجر المتوقع { $money }.
 } يمكنك التراجع خلال { $seconds } ث.
job-submitted = ✅ <b>سُلّمت الحزمة { $number }.</b> { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 }، والأجر المتوقع { $money }. قد يراجعها مراجع حتى { $date }؛ وتُقبل في ذلك اليوم على أبعد تقدير.
job-submitted-none = ✅ <b>أُغلقت الحزمة { $number }.</b> لم يكن فيها أي تقييم، فلا يُستحق عنها أجر. انتقلت المهام إلى آخرين.

job-accepted = 💰 <b>تم القبول:</b> { $count ->
    [zero] لا تقييمات
    [one] تقييم واحد
    [two] تقييمان
    [few] { $count } تقييمات
    [many] { $count } تقييمًا
   *[other] { $count } تقييم
 } من الحزمة { $number }، { $money }.
job-reminder = ⏰ موعد تسليم الحزمة { $number }: { $due } (بقي { $left }). اكتمل { $done } من أصل { $size }.
job-expired-none = ⌛ <b>انتهى وقت الحزمة { $number }</b> وعادت مهامها إلى الدور. لم يكتمل أي تقييم. ما بدأته محفوظ، ويعود إليك إذا حصلت على المهمة نفسها مرة أخرى.
job-expired-some = ⌛ <b>انتهى وقت الحزمة { $number }</b> وعادت مهامها إلى الدور. { $count ->
    [zero] لم يكتمل أي تقييم
    [one] اكتمل تقييم واحد
    [two] اكتمل تقييمان
    [few] اكتملت { $count } تقييمات
    [many] اكتمل { $count } تقييمًا
   *[other] اكتمل { $count } تقييم
 }: سلّم الآن ما لم يأخذه غيرك في هذه الأثناء، ويُدفع أجره كما اتُّفق عليه.
job-handed-in = { $count ->
    [zero] لم يُسلَّم أي تقييم
    [one] سُلّم تقييم واحد
    [two] سُلّم تقييمان
    [few] سُلّمت { $count } تقييمات
    [many] سُلّم { $count } تقييمًا
   *[other] سُلّم { $count } تقييم
 }.
button-hand-in = تسليم ما أنهيته
job-given-back = ↩️ <b>أُرجعت الحزمة { $number }.</b> لا يكلفك ذلك شيئًا. ما بدأته محفوظ، ويعود إليك إذا حصلت على المهمة نفسها مرة أخرى.
guidelines-more = ✂️ هذه هي البداية. يتبع النص الكامل في ملف.
job-gone = انتهت الحزمة { $number }.
job-repeated = 🔁 ربما وصلك هذا من قبل.

job-skip-ask = <b>لماذا تتخطى المهمة { $position }؟</b> لن تُعرض عليك مجددًا، والتخطّي لا يكلفك شيئًا.
job-flag-ask = <b>ما المشكلة في المهمة { $position }؟</b> البلاغ المؤكَّد مدفوع الأجر.
skip-unclear = غير واضحة
skip-too-hard = صعبة عليّ
skip-wrong-language = ليست بلغتي
skip-uncomfortable = تزعجني
skip-other = سبب آخر
flag-personal-data = بيانات شخصية
flag-unsafe = محتوى غير آمن
flag-wrong-language = لغة خاطئة
flag-broken = معطوبة
flag-duplicate = مكررة
job-give-back-ask = <b>هل تريد إرجاع الحزمة { $number }؟</b> { $done ->
    [0] لم يكتمل شيء بعد. الإرجاع لا يكلفك شيئًا.
    [zero] لم يكتمل شيء بعد. الإرجاع لا يكلفك شيئًا.
    [one] قُيّمت مهمة واحدة من أصل { $size }. يمكنك تسليمها وإرجاع الباقي فقط.
    [two] قُيّمت مهمتان من أصل { $size }. يمكنك تسليمهما وإرجاع الباقي فقط.
    [few] قُيّمت { $done } مهام من أصل { $size }. يمكنك تسليمها وإرجاع الباقي فقط.
    [many] قُيّمت { $done } مهمة من أصل { $size }. يمكنك تسليمها وإرجاع الباقي فقط.
   *[other] قُيّمت { $done } مهمة من أصل { $size }. يمكنك تسليمها وإرجاع الباقي فقط.
}
button-give-back-all = إرجاع كل شيء
button-give-back-rest = تسليم { $done } وإرجاع الباقي
button-keep-job = إبقاء الحزمة

toast-saved = حُفظت
toast-extended = لديك الآن وقت حتى { $due }.
toast-undone = تم التراجع. لم يُحتسب شيء.
