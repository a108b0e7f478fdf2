# Training, exams and guidelines: as who takes them reads it.

course-kind-training = تدريب
course-kind-exam = اختبار
course-head = { $kind ->
    [exam] 🎓
   *[training] 📘
 } <b>{ $title }</b>
course-for = يسبق حزم { $project }
course-size = { $questions ->
    [zero] لا أسئلة
    [one] سؤال واحد
    [two] سؤالان
    [few] { $questions } أسئلة
    [many] { $questions } سؤالًا
   *[other] { $questions } سؤال
 }، نحو { $time }.
course-training-how = لا رسوب فيه: يأتي الشرح بعد كل إجابة مباشرة.
course-exam-how = تنجح بـ { $needed } إجابة صحيحة من { $questions } ({ $percent }٪).
course-exam-each = يأتي الشرح بعد كل إجابة مباشرة.
course-exam-end = يأتي الشرح بعد الإجابة عن كل الأسئلة.
course-tries = المحاولة { $nth } من { $tries }. بين محاولتين: { $wait }.
course-tries-at-once = المحاولة { $nth } من { $tries }. يمكن أن تليها التالية فورًا.
course-pay = 💰 { $money } للإجابة عن كل الأسئلة، نجحت أم لم تنجح.
course-pay-training = 💰 { $money } عند إتمامه.
course-unpaid = غير مدفوع.
course-valid = ما تناله صالح لمدة { $days ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
 }.
course-resume = يمكنك التوقف متى شئت؛ إجاباتك محفوظة.
course-unfinished = المحاولة التي تُترك 24 ساعة تنتهي. { $counts ->
    [yes] وهي محتسبة، فقد تركت محاولات من قبل.
   *[no] وإن كانت إجاباتها أقل من النصف فلا تُحتسب.
 }
course-running = بدأته: السؤال { $position } من { $questions }.
course-held = ✅ أنت حاصل عليه.
course-held-until = ✅ أنت حاصل عليه حتى { $date }.
course-no-held = لا شيء عليك الآن.
course-no-suspended = يجري إصلاحه ولا يمكن بدؤه الآن. لا موعد معروفًا؛ ولن تخسر شيئًا.
course-no-wait = المحاولة التالية ابتداءً من { $until }. { $left ->
    [zero] لم تبقَ محاولات.
    [one] بقيت محاولة واحدة.
    [two] بقيت محاولتان.
    [few] بقيت { $left } محاولات.
    [many] بقيت { $left } محاولة.
   *[other] بقيت { $left } محاولة.
 }
course-no-later = استنفدت محاولاتك. يمكنك البدء من جديد ابتداءً من { $until }.
course-no-over = استنفدت محاولاتك. اسأل عبر /support إن رأيت أن سؤالًا كان خاطئًا أو أردت فرصة أخرى.
button-begin-training = ابدأ التدريب
button-begin-exam = ابدأ الاختبار
button-go-on-course = متابعة
button-open-training = ابدأ التدريب: { $title }
button-open-exam = ابدأ الاختبار: { $title }
button-continue-course = متابعة: { $title }
button-ask-hall = اسأل القاعة

sitting-head = <b>{ $title }</b> · السؤال { $position } من { $questions }
sitting-about = <b>{ $ask }</b>
sitting-option = { $nth }. { $option }
sitting-several = أكثر من خيار صحيح. اخترها كلها، ثم «تم».
sitting-right = ✅ <b>صحيح.</b>
sitting-wrong = ❌ <b>غير صحيح.</b>
sitting-withdrawn = سُحب هذا السؤال: يُحتسب صحيحًا للجميع.
sitting-unanswered = لم تُجب عن هذا السؤال.
sitting-option-right = ✅ { $option }
sitting-option-missed = ✅ { $option } (لم تختره)
sitting-option-wrong = ❌ { $option }
sitting-option-other = ▫️ { $option }
button-tick = { $mark } { $nth }
button-ticked-done = تم
button-next-question = السؤال التالي
button-see-answers = عرض كل إجابة
button-to-result = النتيجة

sitting-done = ✅ أتممت <b>{ $title }</b>.
sitting-passed = ✅ <b>{ $title }: نجحت.</b> { $right } صحيحة من { $questions }، والمطلوب { $needed }.
sitting-failed = <b>{ $title }: لم تنجح.</b> { $right } صحيحة من { $questions }، والمطلوب { $needed }.
sitting-again = يمكنك المحاولة من جديد فورًا: هي المحاولة { $nth } من { $tries }.
sitting-lapsed = <b>{ $title }</b>: تُركت المحاولة 24 ساعة فانتهت. وهي محتسبة: أُجيب عن { $answered } من { $questions }، منها { $right } صحيحة، والمطلوب { $needed }. ولا تُدفع إلا إذا أُجيب عن كل الأسئلة.
sitting-dropped = <b>{ $title }</b>: تُركت المحاولة 24 ساعة فانتهت. ولا تُحتسب، لأن ما أُجيب عنه أقل من نصف الأسئلة.
sitting-pay = 💰 { $money } لك، البند { $line }. تأتي مع دورة الدفع التالية.
sitting-valid = صالح حتى { $date }.
sitting-regraded = ✅ <b>{ $title }: نجحت بعد المراجعة.</b> تبيّن أن سؤالًا كان خاطئًا فسُحب. { $right } صحيحة من { $questions }، والمطلوب { $needed }.
tries-granted = <b>{ $title }</b>: عادت إليك كل محاولاتك.
button-on-to-project = إلى { $project }
button-try-again = حاول من جديد

own-courses-head = 🎓 <b>التدريب والاختبارات</b>
own-courses-none = لا شيء بعد. المشاريع التي تطلب تدريبًا أو اختبارًا تذكر ذلك في /work.
own-held = ✅ <b>{ $title }</b>: حاصل عليه منذ { $date }.
own-held-until = ✅ <b>{ $title }</b>: حاصل عليه حتى { $date }.
own-expired = ⌛ <b>{ $title }</b>: كان صالحًا حتى { $date }، وانتهى.
own-running = ▶️ <b>{ $title }</b>: بدأته.
own-open = ▫️ <b>{ $title }</b>: لم تُنجزه بعد.
own-tries = { $used ->
    [zero] لا محاولات
    [one] محاولة واحدة
    [two] محاولتان
    [few] { $used } محاولات
    [many] { $used } محاولة
   *[other] { $used } محاولة
 } حتى الآن.
button-own-courses = التدريب والاختبارات
qualification-ends = ⏳ <b>{ $title }</b> صالح حتى { $date }. جدّده قبل ذلك فلا يتغيّر عليك شيء.
qualification-expired = ⌛ <b>{ $title }</b> انتهت صلاحيته في { $date }، كما قيل لك حين نلته. لا يمكن استلام الحزم التي تتطلبه حتى تجدّده؛ والحزم المفتوحة مستمرة. إن رأيت في هذا خطأ فاسأل القاعة: يجيبك إنسان.
button-renew = تجديد

work-sitting = ▶️ { $title } · السؤال { $position } من { $questions }
work-before-training = أولًا: التدريب <b>{ $title }</b>، نحو { $time }، { $pay }.
work-before-exam = أولًا: الاختبار <b>{ $title }</b>، نحو { $time }، { $pay }، المحاولة { $nth } من { $tries }.
work-before-running = بدأتَ: <b>{ $title }</b>.
work-course-unpaid = غير مدفوع
toast-answered-already = سبق أن أُجيب عن هذا.

guide-head = 📖 <b>الإرشادات</b> · { $project } · الإصدار { $version }
guide-changed = تغيّرت منذ آخر حزمة لك هنا. يُرجى قراءتها قبل الحزمة التالية.
guide-check = { $count ->
    [zero] لا أسئلة بعدها.
    [one] يليها سؤال قصير واحد.
    [two] يليها سؤالان قصيران.
    [few] تليها { $count } أسئلة قصيرة.
    [many] يليها { $count } سؤالًا قصيرًا.
   *[other] يليها { $count } سؤال قصير.
 } لا رسوب هنا: الإجابة الخاطئة تُشرح، ثم تحاول من جديد.
guide-parts = هي طويلة: المس الزر أدناه فتصلك كاملة.
guide-file = الإرشادات كلها في ملف.
guide-question = <b>إرشادات { $project }</b> · السؤال { $position } من { $questions }
guide-wrong = ليس تمامًا. { $why }
guide-through = ✅ شكرًا لك، هذا كل شيء.
button-read = قرأتها
button-show-guide = اعرض الإرشادات
button-again = حاول من جديد

# What the card of a call says is asked before the first job.
asked-first = مرة واحدة قبل أول حزمة: { $what }
asked-training = { $count ->
    [zero] لا تدريب
    [one] تدريب
    [two] تدريبان
    [few] { $count } تدريبات
    [many] { $count } تدريبًا
   *[other] { $count } تدريب
 }
asked-exam = { $count ->
    [zero] لا اختبار
    [one] اختبار
    [two] اختباران
    [few] { $count } اختبارات
    [many] { $count } اختبارًا
   *[other] { $count } اختبار
 }
asked-check = أسئلة قصيرة عن الإرشادات
