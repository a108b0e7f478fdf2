# Courses for who answers for them: the file, results, broken questions.

course-file-faults = ❌ <b>{ $name } ليس دورة صالحة بعد.</b> لم يتغيّر شيء. صحّح ما يلي وأرسله من جديد:
course-desk-head = <b>{ $title }</b> · { $key } · { $kind }
course-desk-version = الإصدار { $version }
course-desk-suspended = ⏸ معلّق: لا يمكن بدؤه؛ والجاري منه مستمر.
course-desk-used = تطلبه: { $projects }
course-desk-unused = لا مشروع يطلبه بعد. اكتب { $key } في ملف مشروع.
course-desk-pool = تُسحب عشوائيًا من { $count } سؤال، وغيرها في كل محاولة.
course-desk-tries = عدد المحاولات { $tries }؛ وبين محاولتين: { $wait }.
course-desk-tries-at-once = عدد المحاولات { $tries }؛ وكل منها يمكن أن تلي سابقتها فورًا.
course-desk-again = بعد استنفادها، من جديد بعد { $days ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
 }.
course-desk-pay = 💰 { $money } في المرة الأولى؛ وفي كل مرة بعدها: { $later }.
course-desk-nothing = لا شيء
course-desk-languages = اللغات: { $languages }
course-desk-then = <b>بعد الإجابة:</b>
course-staged-hint = لم يُنشر شيء بعد. انظر إلى كل سؤال كما سيراه المتعاقدون.
button-see-questions = عرض كل سؤال
button-publish-course = نشر الدورة
course-desk-done = أُتمّ { $done }، وجارٍ { $running }.
course-desk-counts = ناجحة { $passed }، غير ناجحة { $failed }، جارية { $running }.
course-desk-rate = نجح { $percent }٪ من { $count ->
    [zero] لا محاولات
    [one] محاولة واحدة
    [two] محاولتين
    [few] { $count } محاولات
    [many] { $count } محاولة
   *[other] { $count } محاولة
 }.
course-desk-questions = <b>الأسئلة، ونسبة الإجابات الصحيحة في هذا الإصدار:</b>
course-record = { $nth }. { $percent }٪ صحيحة، طُرح { $asked ->
    [zero] صفر مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $asked } مرات
    [many] { $asked } مرة
   *[other] { $asked } مرة
 }
course-record-none = { $nth }. لم يُطرح بعد
course-record-suspect = ⚠️ { $nth }. { $percent }٪ صحيحة، طُرح { $asked ->
    [zero] صفر مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $asked } مرات
    [many] { $asked } مرة
   *[other] { $asked } مرة
 }. أخطأ فيه { $missed } من { $good } من الجيدين: أهو معيب؟
course-record-withdrawn = { $nth }. سُحب، صحيح للجميع
button-suspend-course = تعليق
button-spent-tries = بلا محاولات: { $count }
button-withdraw-question = سحب السؤال
course-withdraw-ask = <b>سحب السؤال { $nth }؟</b> يُحتسب صحيحًا لكل من طُرح عليه، في كل إصدار يضمه. ويُعاد تصحيح المحاولات غير الناجحة، ويُبلَّغ من ينجح بذلك. لا رجوع عنه؛ انشر إصدارًا جديدًا فيه سؤال أفضل.
button-withdraw-surely = نعم، اسحبه
course-spent-head = <b>بلا محاولات</b>، بالأسماء المستعارة. الزر يعيد كل المحاولات، ويُبلَّغ صاحبها.
course-spent-none = لا أحد بلا محاولات.
course-spent-line = { $name }: { $right } صحيحة من { $questions } في المحاولة الأخيرة
button-lift = محاولات جديدة: { $name }
courses-head = <b>التدريب والاختبارات</b>
courses-none = لا شيء بعد.
courses-hint = أرسل ملف دورة (YAML) هنا لنشرها أو لنشر إصدار جديد منها.
courses-line = 🟢 <b>{ $title }</b> · { $key } · { $kind } · الإصدار { $version }
courses-line-suspended = ⏸ <b>{ $title }</b> · { $key } · { $kind } · الإصدار { $version }
button-courses = التدريب والاختبارات

# What can be wrong in a course, behind "line N, field:".
fault-all-options-right = كل خياراته صحيحة؛ ويجب أن يكون أحدها خاطئًا على الأقل
fault-for-exams-only = للاختبارات فقط
fault-more-than-there-are = يطلب أسئلة أكثر مما هو موجود
fault-no-right-option = لا خيار صحيحًا فيه؛ اكتب أحدها هكذا: "right: text"
fault-one-right-option = فيه أكثر من خيار صحيح؛ والمطلوب هنا واحد
fault-same-option = يكرر ما يقوله خيار آخر
fault-same-question = يسأل ما يسأله سؤال آخر
fault-too-few-to-choose = فيه خيار واحد فقط؛ والمطلوب خياران على الأقل
fault-too-long-together = أطول من اللازم مع كل ما يُعرض فوق السؤال

refused-course-suspended = يجري إصلاح هذه الدورة ولا يمكن بدؤها الآن.
refused-course-held = أنت حاصل عليه؛ ولا شيء عليك.
refused-course-wait = يمكن بدء المحاولة التالية ابتداءً من { $until }.
refused-course-later = استنفدت محاولاتك. يمكنك البدء من جديد ابتداءً من { $until }.
refused-course-over = استنفدت محاولاتك. عبر /support يصلك من يساعدك.
refused-course-too-long = السؤال { $nth } لا يتسع في رسالة واحدة. اختصر النصوص التي فوقه.
refused-check-too-long = السؤال { $nth } من أسئلة الإرشادات لا يتسع في رسالة واحدة. اختصر النصوص التي فوقه.
refused-course-asked-first = هناك ما يُسأل أولًا. الأمر /work يعرضه.
refused-course-tick-first = اختر خيارًا واحدًا على الأقل أولًا.
refused-course-unfinished = تُركت هذه المحاولة 24 ساعة فانتهت. الأمر /work يريك ما يلي.
refused-course-of-another = لا يغيّر هذه الدورة إلا من أنشأها ومنسقو القاعة كلها والمشرفون.
refused-course-kind-fixed = التدريب يبقى تدريبًا والاختبار يبقى اختبارًا. اختر اسمًا آخر للدورة.
refused-course-own-tries = محاولاتك أنت يعيدها شخص آخر.
refused-no-exam = لا يوجد اختبار { $key }. أرسل ملف دورته أولًا.
refused-no-training = لا يوجد تدريب { $key }. أرسل ملف دورته أولًا.
why-course-suspended = يجري إصلاح تدريبه أو اختباره. لا موعد معروفًا.
why-course-wait = يمكن إعادة اختباره ابتداءً من { $until }.
why-course-later = يمكن إعادة اختباره ابتداءً من { $until }.
why-course-over = استنفدت محاولاتك في اختباره. اسأل عبر /support.
